import path from 'node:path';
import type {ParseFrontMatter} from '@docusaurus/types';
import {addressOf, GuideFacts, readingMinutes, wordsIn} from '#core/guides/guide.ts';
import type {GuideView, ShownSource} from '#core/guides/view.ts';
import {checkYaml, splitFrontMatter} from '#core/problem.ts';
import {proseOf} from '#core/checker/prose.ts';
import {SITE_PAGES} from '#core/search/sitePages.ts';
import {readFiles} from '#content/readFiles.ts';
import {readSources} from '#content/readSources.ts';
import {valueOrThrow} from '#content/readContent.ts';

interface Shelf {
  titles: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, ShownSource>;
}

/**
 * Takes the project's folder. Gives the reader of front matter that Docusaurus uses: pages of guidance get `guide`, what their head and
 * foot show, and methods get `readingMinutes`. Titles and sources are read once for each run of the build.
 */
export function guideFrontMatter(root: string): ParseFrontMatter {
  let shelf: Promise<Shelf> | undefined;
  return async (file) => {
    const parsed = await file.defaultParseFrontMatter(file);
    const name = path.relative(root, file.filePath).split(path.sep).join('/');
    const minutes = readingMinutes(proseOf(parsed.content).reduce((sum, {text}) => sum + wordsIn(text), 0));
    if (/^docs\/methods\/(?!index|_)/.test(name)) return {...parsed, frontMatter: {...parsed.frontMatter, readingMinutes: minutes}};
    if (!/^docs\/(?:toolkit|code-of-practice|writing)\//.test(name)) return parsed;
    const checked = checkYaml(GuideFacts, {file: name, text: splitFrontMatter(file.fileContent).frontMatter, linesBefore: 1});
    // The plugin of the guides reports every problem with its line; a page that has one is drawn without head and foot until then.
    if (!checked.ok) return parsed;
    shelf ??= readShelf(root);
    return {...parsed, frontMatter: {...parsed.frontMatter, guide: viewOf(checked.value, minutes, await shelf)}};
  };
}

async function readShelf(root: string): Promise<Shelf> {
  const pages = await readFiles(root, 'docs', '.md');
  const sources = valueOrThrow(await readSources(root));
  return {
    titles: new Map(pages.map(({file, text}) => {
      const {frontMatter} = splitFrontMatter(text);
      const field = (key: string) => new RegExp(`^${key}:\\s*(?:"(.*)"|'(.*)'|(.*?))\\s*$`, 'm').exec(frontMatter)?.slice(1).find((each) => each !== undefined);
      return [field('slug') ?? addressOf(file), field('title') ?? file];
    })),
    sources: new Map(sources.map(({key, title, url}) => [key, url === undefined ? {key, title} : {key, title, url}])),
  };
}

/** Titles of pages that no text file makes. */
const pageTitles = new Map(SITE_PAGES.map(({url, title}) => [url, title]));

function viewOf(facts: GuideFacts, minutes: number, {titles, sources}: Shelf): GuideView {
  return {
    readers: facts.audience,
    minutes,
    related: facts.related.map((address) => ({address, title: titles.get(address.replace(/#.*$/, '')) ?? pageTitles.get(address) ?? address})),
    sources: [...new Set([...(Array.isArray(facts.sources) ? facts.sources : []), ...(facts.duty?.say ?? []).flatMap(({sources: keys}) => keys ?? [])])]
      .map((key) => sources.get(key) ?? {key, title: key}),
    owner: facts.owner,
    reviewed: facts.reviewed,
    reviewBy: facts.reviewBy,
    ...(facts.step === undefined ? {} : {step: facts.step}),
    ...(facts.duty === undefined ? {} : {duty: facts.duty}),
    ...(facts.rule === undefined ? {} : {rule: facts.rule}),
  };
}

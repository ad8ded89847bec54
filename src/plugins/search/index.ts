import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {createSlugger, parseMarkdownHeadingId} from '@docusaurus/utils';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {AllContent, LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readGlossary} from '#content/readGlossary.ts';
import {readPracticeCode} from '#content/readPracticeCode.ts';
import type {Course} from '#core/courses/course.ts';
import {formsOf} from '#core/glossary/glossary.ts';
import {upperFirst} from '#core/methods/words.ts';
import {splitFrontMatter} from '#core/problem.ts';
import {sectionsOf} from '#core/search/sections.ts';
import type {HeadingIds, Section} from '#core/search/sections.ts';
import {SITE_PAGES} from '#core/search/sitePages.ts';

/**
 * Gives the site what a search looks through, as `@generated/askwell-search/default/index.json`: every page, every heading on it and the
 * words its author listed. A chunk of its own, which a page asks for when somebody goes to the search box.
 */
export default function searchPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'askwell-search',
    async allContentLoaded({allContent, actions}) {
      await actions.createData('index.json', await readSections(siteDir, allContent));
    },
  };
}

async function readSections(siteDir: string, allContent: AllContent): Promise<Section[]> {
  const docs = contentOf<LoadedContent>(allContent, 'docusaurus-plugin-content-docs')?.loadedVersions.flatMap((version) => version.docs) ?? [];
  const courses = contentOf<Course[]>(allContent, 'askwell-courses') ?? [];
  const listed = docs.filter((doc) => !doc.unlisted && !doc.draft).sort((a, b) => a.permalink.localeCompare(b.permalink, 'en-GB'));
  const fromDocs = await Promise.all(listed.map(async (doc) => sectionsOf({
    url: withSlash(doc.permalink),
    title: doc.title,
    about: doc.description,
    keywords: keywordsOf(doc.frontMatter),
    body: splitFrontMatter(await readFile(path.join(siteDir, doc.source.replace('@site/', '')), 'utf8')).body,
  }, headingIds())));
  return [...SITE_PAGES, ...courses.flatMap((course) => sectionsOfCourse(course, siteDir)), ...fromDocs.flat(), ...await drawnSections(siteDir)];
}

/** Headings that a component draws from data, so that no text of the page holds them: terms of the glossary, principles and steps of the code. */
async function drawnSections(siteDir: string): Promise<Section[]> {
  const [terms, code] = [valueOrThrow(await readGlossary(siteDir)), valueOrThrow(await readPracticeCode(siteDir))];
  const of = (page: string, title: string, id: string, heading: string, keywords: string[] = []): Section => ({url: `${page}#${id}`, title, heading, level: 2, keywords});
  return [
    ...terms.map((term) => of('/toolkit/glossary/', 'Glossary', term.id, upperFirst(term.term), [...formsOf(term), ...(term.abbreviation ? [term.abbreviation] : [])])),
    ...code.principles.map(({id, title}) => of('/code-of-practice/principles/', 'Six principles', id, title)),
    ...code.steps.map(({id, title}) => of('/code-of-practice/involvement-process/', 'Involvement process in 18 steps', id, title)),
  ];
}

/** Pages are served as folders (`trailingSlash: true`), and links written by hand must say so. */
function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** Ids as Docusaurus makes them, for one page. */
export function headingIds(): HeadingIds {
  const slugger = createSlugger();
  return (heading) => {
    const {text, id} = parseMarkdownHeadingId(heading);
    return {text, id: id ?? slugger.slug(text)};
  };
}

/** The words an author listed: `keywords`, and for a method the other names it goes by (`aka`). */
export function keywordsOf(frontMatter: Record<string, unknown>): string[] {
  return [frontMatter.keywords, frontMatter.aka].flat().filter((word): word is string => typeof word === 'string');
}

function sectionsOfCourse(course: Course, siteDir: string): Section[] {
  const of = (url: string, title: string, about: string, keywords: string[]): Section => ({url, title, heading: title, level: 1, keywords, about});
  return [
    of(`/learn/${course.id}/`, course.title, course.summary, ['course', 'training', 'lessons']),
    ...(course.assessment === undefined ? [] : [of(`/learn/${course.id}/assessment/`, `Assessment: ${course.title}`, 'The questions at the end of the course.', ['assessment', 'test', 'quiz', 'pass mark'])]),
    ...(existsSync(path.join(siteDir, 'docs/learn', course.id, 'session.yml')) ? [of(`/learn/${course.id}/session/`, `Teach: ${course.title}`, 'For trainers: running order, big screen, notes and a pack to print.', ['trainer', 'teach', 'session pack', 'register', 'evaluation form', 'project'])] : []),
  ];
}

function contentOf<T>(allContent: AllContent, plugin: string): T | undefined {
  return allContent[plugin]?.default as T | undefined;
}

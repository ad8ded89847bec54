import {addressOf, GuideFacts} from '#core/guides/guide.ts';
import type {Guide} from '#core/guides/guide.ts';
import {checkProse} from '#core/guides/checkProse.ts';
import {checkYaml, problemAt, splitFrontMatter} from '#core/problem.ts';
import type {Checked, Problem, SourceText} from '#core/problem.ts';
import {readFiles} from './readFiles.ts';

/** Folders whose pages carry the facts of a guide. */
const GUIDE_FOLDERS = ['docs/toolkit', 'docs/code-of-practice', 'docs/writing'];
/** Folders whose pages have facts of their own kind, and prose that follows the same rules. */
const PROSE_FOLDERS = ['docs/methods', 'docs/learn'];

/** What the checks of pages need to know of the rest of the site. */
export interface Known {
  /** Keys of the register of sources. */
  sources: ReadonlySet<string>;
  /** Addresses that no file of `docs/` makes. */
  addresses: readonly string[];
}

/**
 * Reads every page of guidance and checks its facts, the addresses and sources it names, and its prose; and the prose of the methods and
 * lessons. Gives the guides, or every problem.
 */
export async function readGuides(root: string, known: Known): Promise<Checked<Guide[]>> {
  const [guideFiles, proseFiles, all] = await Promise.all([
    readAll(root, GUIDE_FOLDERS), readAll(root, PROSE_FOLDERS), readFiles(root, 'docs', '.md'),
  ]);
  const problems: Problem[] = proseFiles.flatMap((source) => proseProblems(source, []));
  const addresses = new Set([...known.addresses, ...all.map(addressIn)]);
  const guides = guideFiles.flatMap((source): Guide[] => {
    const front: SourceText = {file: source.file, text: splitFrontMatter(source.text).frontMatter, linesBefore: 1};
    const checked = checkYaml(GuideFacts, front);
    if (!checked.ok) {
      problems.push(...checked.problems);
      return [];
    }
    const facts = checked.value;
    problems.push(...linkProblems(facts, front, addresses, known.sources), ...proseProblems(source, facts.exceptions));
    return [{...facts, file: source.file, address: facts.slug ?? addressOf(source.file)}];
  });
  return problems.length > 0 ? {ok: false, problems} : {ok: true, value: guides};
}

async function readAll(root: string, folders: readonly string[]): Promise<SourceText[]> {
  const found = await Promise.all(folders.map((folder) => readFiles(root, folder, '.md')));
  return found.flat().filter(({file}) => !/\/_/.test(file));
}

/** Every address of the site: the pages of `docs/` and those that no file of it makes. */
export async function readAddresses(root: string, known: Known): Promise<Set<string>> {
  return new Set([...known.addresses, ...(await readFiles(root, 'docs', '.md')).map(addressIn)]);
}

function addressIn({file, text}: SourceText): string {
  const slug = /^slug:\s*(\S+)\s*$/m.exec(splitFrontMatter(text).frontMatter)?.[1];
  return slug ?? addressOf(file);
}

function proseProblems({file, text}: SourceText, exceptions: GuideFacts['exceptions']): Problem[] {
  const {body, linesBeforeBody} = splitFrontMatter(text);
  return checkProse({file, body, linesBefore: linesBeforeBody, exceptions});
}

function linkProblems(facts: GuideFacts, front: SourceText, addresses: ReadonlySet<string>, sources: ReadonlySet<string>): Problem[] {
  const missing = (key: string) => `\`${key}\` is not a key in docs/toolkit/sources/. Add the source there, or correct the key.`;
  return [
    ...facts.related.flatMap((address, index) => (addresses.has(address.replace(/#.*$/, '')) ? []
      : [problemAt(front, ['related', index], `There is no page at \`${address}\`. Correct the address, or leave it out.`)])),
    ...(Array.isArray(facts.sources) ? facts.sources : []).flatMap((key, index) => (sources.has(key) ? [] : [problemAt(front, ['sources', index], missing(key))])),
    ...(facts.duty?.say ?? []).flatMap(({sources: keys}, index) => (keys ?? []).flatMap((key, place) =>
      (sources.has(key) ? [] : [problemAt(front, ['duty', 'say', index, 'sources', place], missing(key))]))),
  ];
}

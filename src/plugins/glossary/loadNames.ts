import {createHash} from 'node:crypto';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {valueOrThrow} from '#content/readContent.ts';
import {GLOSSARY_FILE, readGlossary} from '#content/readGlossary.ts';
import {readMethods} from '#content/readMethods.ts';
import type {GlossaryTerm} from '#core/glossary/glossary.ts';
import {namesOfTerms} from '#core/glossary/markPage.ts';
import {indexNames} from '#core/glossary/matchTerms.ts';
import type {NameIndex} from '#core/glossary/matchTerms.ts';
import {namesOfMethods} from '#core/glossary/methodNames.ts';
import {METHOD_NAMES} from './methodNames.ts';

/** What marking a page needs to know of the rest of the site. */
export interface SiteNames {
  terms: GlossaryTerm[];
  names: NameIndex;
  /** Changes whenever a page might be marked differently. */
  version: string;
}

const METHODS_FOLDER = 'docs/methods';
const kept = new Map<string, {times: string; names: Promise<SiteNames>}>();

/**
 * Reads the glossary and the titles of the methods below the project's folder, once for as long as their files stay as they are. Throws
 * with every problem in them.
 */
export async function loadNames(root: string): Promise<SiteNames> {
  const times = await fileTimes(root);
  const known = kept.get(root);
  if (known?.times === times) return known.names;
  const names = readNames(root);
  kept.set(root, {times, names});
  return names;
}

async function readNames(root: string): Promise<SiteNames> {
  const [terms, methods] = await Promise.all([readGlossary(root).then(valueOrThrow), readMethods(root).then(valueOrThrow)]);
  const all = [...namesOfTerms(terms), ...namesOfMethods(methods, METHOD_NAMES)];
  return {
    terms,
    names: indexNames(all),
    version: createHash('sha256').update(JSON.stringify([all, terms.map(({id, definition}) => [id, definition])])).digest('hex').slice(0, 12),
  };
}

async function fileTimes(root: string): Promise<string> {
  const methods = (await readdir(path.join(root, METHODS_FOLDER))).filter((name) => name.endsWith('.md')).map((name) => `${METHODS_FOLDER}/${name}`);
  const times = await Promise.all([GLOSSARY_FILE, ...methods].map(async (file) => `${file} ${(await stat(path.join(root, file))).mtimeMs}`));
  return times.join('\n');
}

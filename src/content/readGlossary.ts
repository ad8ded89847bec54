import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {checkGlossary, GlossaryFile} from '#core/glossary/glossary.ts';
import type {GlossaryTerm} from '#core/glossary/glossary.ts';
import {checkYaml} from '#core/problem.ts';
import type {Checked} from '#core/problem.ts';
import {readSources} from './readSources.ts';

/** Where the terms are written, from the top of the project. */
export const GLOSSARY_FILE = 'docs/toolkit/glossary.yml';

/** Reads `docs/toolkit/glossary.yml`. Gives every term in the order written, or every problem. A source that is at fault itself is `readSources`' to report. */
export async function readGlossary(root: string): Promise<Checked<GlossaryTerm[]>> {
  const text = await readFile(path.join(root, GLOSSARY_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return {ok: false, problems: [{file: GLOSSARY_FILE, line: 1, field: 'file', message: 'This file is missing. Write the terms of the glossary in it.'}]};
  const source = {file: GLOSSARY_FILE, text};
  const checked = checkYaml(GlossaryFile, source);
  if (!checked.ok) return checked;
  const sources = await readSources(root);
  const keys = sources.ok ? sources.value.map(({key}) => key) : checked.value.flatMap((term) => term.source ?? []);
  const problems = checkGlossary(checked.value, source, new Set(keys));
  return problems.length > 0 ? {ok: false, problems} : checked;
}

import {createHash} from 'node:crypto';
import {resolveQuizzes} from '#core/quizzes/catalogue.ts';
import type {QuizEntry} from '#core/quizzes/catalogue.ts';
import {checkItems} from '#core/quizzes/itemRules.ts';
import type {ItemFinding} from '#core/quizzes/itemRules.ts';
import {QuizFile} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {checkYaml} from '#core/problem.ts';
import type {Checked, Problem} from '#core/problem.ts';
import {idOf, readFiles} from './readFiles.ts';

/** The files of `quizzes/`, each checked on its own, and what is wrong in any of them. */
export interface QuizEntries {
  entries: QuizEntry[];
  problems: Problem[];
}

/** Reads and checks each file of `quizzes/` on its own. Samples in `_samples/` are checked too and carry the id `sample-<name>`. */
export async function readQuizEntries(root: string): Promise<QuizEntries> {
  const problems: Problem[] = [];
  const entries: QuizEntry[] = [];
  for (const source of await readFiles(root, 'quizzes', '.yml')) {
    const checked = checkYaml(QuizFile, source);
    if (checked.ok) problems.push(...checkItems(checked.value, source).filter(({severity}) => severity === 'error').map(({file, line, field, message}) => ({file, line, field, message})));
    if (checked.ok) entries.push({id: source.file.includes('/_samples/') ? `sample-${idOf(source)}` : idOf(source), file: checked.value, source});
    else problems.push(...checked.problems);
  }
  return {entries, problems};
}

/** Reads `quizzes/`. Gives what the rules of item writing advise: nothing that stops a build, in the order of files and lines. */
export async function readItemAdvice(root: string): Promise<ItemFinding[]> {
  const {entries} = await readQuizEntries(root);
  return entries.flatMap(({file, source}) => checkItems(file, source)).filter(({severity}) => severity === 'warning');
}

/** Reads `quizzes/`, unless somebody has read it already. Gives every quiz with its banks looked up, or every problem in any of the files. */
export async function readQuizzes(root: string, read: Promise<QuizEntries> = readQuizEntries(root)): Promise<Checked<Quiz[]>> {
  const {entries, problems} = await read;
  if (problems.length > 0) return {ok: false, problems};
  const resolved = resolveQuizzes(entries, shortHash);
  return resolved.problems.length > 0 ? {ok: false, problems: resolved.problems} : {ok: true, value: resolved.quizzes};
}

/** Twelve hexadecimal digits of SHA-256: enough to tell versions of one text apart. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

import {createHash} from 'node:crypto';
import {resolveQuizzes} from '#core/quizzes/catalogue.ts';
import type {QuizEntry} from '#core/quizzes/catalogue.ts';
import {QuizFile} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {checkYaml} from '#core/problem.ts';
import type {Checked, Problem} from '#core/problem.ts';
import {idOf, readFiles} from './readFiles.ts';

/** Reads and checks each file of `quizzes/` on its own. Samples in `_samples/` are checked too and carry the id `sample-<name>`. */
export async function readQuizEntries(root: string): Promise<{entries: QuizEntry[]; problems: Problem[]}> {
  const problems: Problem[] = [];
  const entries: QuizEntry[] = [];
  for (const source of await readFiles(root, 'quizzes', '.yml')) {
    const checked = checkYaml(QuizFile, source);
    if (checked.ok) entries.push({id: source.file.includes('/_samples/') ? `sample-${idOf(source)}` : idOf(source), file: checked.value, source});
    else problems.push(...checked.problems);
  }
  return {entries, problems};
}

/** Reads `quizzes/`. Gives every quiz with its banks looked up, or every problem in any of the files. */
export async function readQuizzes(root: string): Promise<Checked<Quiz[]>> {
  const {entries, problems} = await readQuizEntries(root);
  if (problems.length > 0) return {ok: false, problems};
  const resolved = resolveQuizzes(entries, shortHash);
  return resolved.problems.length > 0 ? {ok: false, problems: resolved.problems} : {ok: true, value: resolved.quizzes};
}

/** Twelve hexadecimal digits of SHA-256: enough to tell versions of one text apart. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

import {checkContent} from '#content/checkContent.ts';
import {readItemAdvice} from '#content/readQuizzes.ts';
import {formatProblem} from '#core/problem.ts';

export const usage = 'check-content [--json]   Check every page, method, quiz, course and template, and list every problem.';

interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Checks every content file as the build does, in seconds, and gives advice on questions. Gives 0 when all are right and 1 when there are problems. */
export async function run(args: readonly string[], io: Output): Promise<number> {
  const checked = await checkContent(process.cwd());
  const problems = checked.ok ? [] : checked.problems;
  const advice = await readItemAdvice(process.cwd());
  if (!args.includes('--json') && advice.length > 0) {
    for (const each of advice) io.out(`${formatProblem(each)} (${each.rule})`);
    io.out(`${advice.length} ${advice.length === 1 ? 'piece' : 'pieces'} of advice on questions. They stop nothing.`);
  }
  if (args.includes('--json')) io.out(JSON.stringify({problems, advice}, null, 2));
  else if (checked.ok) io.out(`The content is right: ${Object.entries(checked.value).map(([kind, count]) => `${count} ${kind}`).join(', ')}.`);
  else {
    for (const problem of problems) io.err(formatProblem(problem));
    io.err(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. Each line says what to write instead.`);
  }
  return problems.length === 0 ? 0 : 1;
}

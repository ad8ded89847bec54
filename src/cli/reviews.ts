import {readReviews} from '#content/readReviews.ts';
import {dueReviews} from '#core/guides/review.ts';
import {inPages, reviewReport} from '#core/guides/reviewReport.ts';
import {formatProblem} from '#core/problem.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {CommandIo} from './io.ts';

export const usage = 'reviews [--json] [--on 2027-12-01]   List the pages that are past their review date, or will be soon.';

/** Lists reviews by owner. Gives 1 when one is overdue, 0 when none is, and 2 for bad use or a page whose date cannot be read. */
export async function run(args: readonly string[], io: CommandIo, root = process.cwd()): Promise<number> {
  const read = readOptions(args);
  if (typeof read === 'string') {
    io.err(read);
    io.err(`Use: npm run -s askwell -- ${usage}`);
    return 2;
  }
  const {pages, undated, problems} = await readReviews(root);
  for (const problem of problems) io.err(formatProblem(problem));
  if (problems.length > 0) return 2;
  const {overdue, soon} = dueReviews(pages, read.on);
  if (read.isJson) io.out(JSON.stringify({on: read.on, overdue, soon, undated}, null, 2));
  else {
    io.out([
      ...reviewReport({overdue, soon}, read.on),
      undated.length === 0 ? 'Every page has a review date.' : `${inPages(undated.length)} with no review date. --json names them.`,
    ].join('\n'));
  }
  return overdue.length > 0 ? 1 : 0;
}

/** Takes the arguments; gives what they ask for, or a sentence on what is wrong with them. */
function readOptions(args: readonly string[]): {isJson: boolean; on: string} | string {
  let on = toLondonDay(new Date().toISOString());
  let isJson = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--json') isJson = true;
    else if (arg === '--on' || arg.startsWith('--on=')) {
      const day = arg === '--on' ? args[index += 1] ?? '' : arg.slice('--on='.length);
      if (!isDay(day)) return `\`${day}\` is not a day. Write it as 2027-12-01.`;
      on = day;
    } else return `There is no option \`${arg}\`.`;
  }
  return {isJson, on};
}

/** Is this a day that the calendar has, as 2027-12-01? */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

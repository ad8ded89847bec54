import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import {setCutScore} from './angoff.ts';
import type {DrawRule, Quiz, QuizFile, VersionedQuestion} from './quiz.ts';

/** Makes a short, stable hash of a text. Passed in, since core opens nothing. */
export type Hash = (text: string) => string;

export interface QuizEntry {
  id: string;
  file: QuizFile;
  source: SourceText;
}

/**
 * Looks up each quiz's banks and stamps versions. Gives the quizzes, and every problem between files: banks that do not exist,
 * outcomes with fewer questions than are drawn, question ids used twice.
 */
export function resolveQuizzes(entries: readonly QuizEntry[], hash: Hash): {quizzes: Quiz[]; problems: Problem[]} {
  const problems: Problem[] = repeatedIds(entries);
  const quizzes = entries.flatMap((entry): Quiz[] => {
    const {id, file, source} = entry;
    if (file.kind === 'bank') return [];
    const stamp = (items: readonly QuizItem[]): VersionedQuestion[] => items.map((item) => ({...item, version: `${item.version}-${hash(JSON.stringify(item))}`}));
    const live = (all: readonly QuizItem[]) => all.filter(({status}) => status === 'live');
    if (file.mode === 'practice') {
      const items = stamp(live(file.items));
      if (items.length === 0) problems.push(problemAt(source, ['items'], 'No question here is live, so there is nothing to ask. Write `status: live` on one.'));
      return [withVersion({id, title: file.title, mode: 'practice', pass: null, attempts: null, shuffle: file.shuffle, draw: [{from: items.map((item) => item.id), take: items.length}], items}, hash)];
    }
    const items = new Map<string, VersionedQuestion>();
    const draw = file.draw.map((rule, index) => {
      const bank = entries.find((each) => each.id === rule.bank && each.file.kind === 'bank');
      if (!bank || bank.file.kind !== 'bank') {
        problems.push(problemAt(source, ['draw', index, 'bank'], `\`${rule.bank}\` is not a question bank. Use the name of a file in quizzes/ that says \`kind: bank\`, without .yml.`));
        return {from: [], take: rule.take};
      }
      // Two rules over one question may draw too few between them, and no check of a draw could then tell which rule each was drawn by.
      if (file.draw.slice(0, index).some((other) => other.bank === rule.bank && (!other.outcome || !rule.outcome || other.outcome === rule.outcome))) {
        problems.push(problemAt(source, ['draw', index, 'outcome'], 'An earlier line draws from the same questions. Draw each outcome of a bank in one line.'));
      }
      const mine = stamp(live(bank.file.items).filter((item) => !rule.outcome || item.outcome === rule.outcome));
      if (mine.length < rule.take) {
        problems.push(problemAt(source, ['draw', index, 'take'], `${rule.take} questions are to be drawn, and the bank has ${mine.length} live ones for this. Write more questions or draw fewer.`));
      }
      for (const item of mine) items.set(item.id, item);
      return {from: mine.map((item) => item.id), take: rule.take};
    });
    problems.push(...checkPanel(file, source, draw, [...items.values()]));
    return [withVersion({id, title: file.title, mode: 'assessed', pass: file.pass, attempts: file.attempts ?? null, shuffle: file.shuffle, draw, items: [...items.values()]}, hash)];
  });
  return {quizzes, problems};
}

type QuizItem = Extract<QuizFile, {kind: 'bank'}>['items'][number];

function withVersion(quiz: Omit<Quiz, 'version'>, hash: Hash): Quiz {
  return {...quiz, version: hash(JSON.stringify(quiz))};
}

/** What does not fit between a panel's ratings and the pass mark. Ratings may be there before the pass mark rests on them. */
function checkPanel(file: Extract<QuizFile, {mode: 'assessed'}>, source: SourceText, draw: readonly DrawRule[], items: readonly VersionedQuestion[]): Problem[] {
  const {panel, basis, percent} = file.pass;
  if (!panel) return [];
  const weights = Object.fromEntries(items.map(({id, marks}) => {
    const rule = draw.find(({from}) => from.includes(id));
    return [id, rule ? (marks * rule.take) / rule.from.length : 0];
  }));
  const set = setCutScore(panel.ratings, items.map(({id}) => id), weights);
  if (!set.ok) return set.faults.map((fault) => problemAt(source, ['pass', 'panel', 'ratings'], fault));
  // A sum of tenths may come out a hair too high.
  const cut = Math.ceil(set.value.cut - 1e-9);
  return basis !== 'angoff' || percent === cut ? [] : [problemAt(source, ['pass', 'percent'], `The panel's ratings give ${cut}% (cut up to a whole percent), and the file says ${percent}%. Write ${cut}, or say \`basis: provisional\`.`)];
}

/** A question's id is its own across all files, since records point at it. Samples stand apart. */
function repeatedIds(entries: readonly QuizEntry[]): Problem[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({file, source}) => {
    if (file.kind === 'quiz' && file.mode === 'assessed') return [];
    return file.items.flatMap((item, index) => {
      const other = seen.get(item.id);
      seen.set(item.id, source.file);
      return other && other !== source.file ? [problemAt(source, ['items', index, 'id'], `\`${item.id}\` is used in ${other} as well. Give this question an id of its own.`)] : [];
    });
  });
}

import * as z from 'zod';
import {explainQuestion, isAnswerTo, markQuestion, optionIds, Response, toSendable} from './questions/index.ts';
import type {Marked, PartFeedback} from './question.ts';
import type {PublicQuiz, Quiz} from './quiz.ts';

/**
 * A question as drawn for one attempt. Frozen at the start: marking and resuming read it and never draw again, so that an edited
 * bank, another seed or a reload cannot change an attempt under way (adapt-contrib-assessment #218, #219; openedx-platform #37830).
 */
export const DrawnItem = z.strictObject({
  itemId: z.string().max(100),
  itemVersion: z.string().max(64),
  /** Option ids as shown; empty when the question has none. */
  optionOrder: z.array(z.string().max(10)).max(26),
});
export type DrawnItem = z.infer<typeof DrawnItem>;

/** Item id to answer. A question left open is left out. */
export const Responses = z.record(z.string().max(100), Response);
export type Responses = z.infer<typeof Responses>;

/** Gives a number from 0 up to but not including 1. Core has no dice of its own. */
export type Random = () => number;

function shuffle<T>(values: readonly T[], random: Random): T[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
  }
  return copy;
}

/**
 * Draws the questions of an attempt from the public view, so that service and device draw alike.
 * Questions not seen before come first (adapt_framework #1980).
 */
export function drawItems(quiz: PublicQuiz, random: Random, seen: ReadonlySet<string> = new Set()): DrawnItem[] {
  const taken = new Set<string>();
  for (const rule of quiz.draw) {
    const free = shuffle(rule.from.filter((id) => !taken.has(id)), random);
    const order = [...free.filter((id) => !seen.has(id)), ...free.filter((id) => seen.has(id))];
    for (const id of order.slice(0, rule.take)) taken.add(id);
  }
  const items = quiz.items.filter((item) => taken.has(item.id));
  return (quiz.shuffle.items ? shuffle(items, random) : items).map((item) => {
    const ids = optionIds(item);
    return {itemId: item.id, itemVersion: item.version, optionOrder: quiz.shuffle.options && item.shuffle ? shuffle(ids, random) : ids};
  });
}

/** Fewest questions of a skills check: one for each course of the framework. It ends early when nothing useful is left to ask. */
export const FEWEST_IN_SKILLS_CHECK = 8;

/** Says in a sentence why this cannot be a draw of this quiz, or gives null. A device may draw, but not choose its questions' number or kind. */
export function faultOfDraw(quiz: PublicQuiz, drawn: readonly DrawnItem[]): string | null {
  const left = new Set(drawn.map((item) => item.itemId));
  if (left.size !== drawn.length) return 'A question was drawn twice.';
  for (const {itemId, itemVersion, optionOrder} of drawn) {
    const item = quiz.items.find((each) => each.id === itemId);
    if (!item) return `Question \`${itemId}\` is not in this quiz.`;
    if (item.version !== itemVersion) return `Question \`${itemId}\` was answered in another version than this quiz holds.`;
    if ([...optionOrder].sort().join() !== optionIds(item).sort().join()) return `The options of question \`${itemId}\` are not those of the quiz.`;
  }
  for (const rule of quiz.draw) {
    const mine = rule.from.filter((id) => left.has(id)).slice(0, rule.take);
    const least = quiz.mode === 'skills-check' ? Math.min(FEWEST_IN_SKILLS_CHECK, rule.take) : rule.take;
    if (mine.length < least) return `The quiz asks for ${least} questions of a part from which ${mine.length} were drawn.`;
    for (const id of mine) left.delete(id);
  }
  return left.size > 0 ? 'More questions were drawn than the quiz asks for.' : null;
}

/** Says in a sentence which answer does not fit its question, or gives null. */
export function faultOfResponses(quiz: PublicQuiz, drawn: readonly DrawnItem[], responses: Responses): string | null {
  for (const [itemId, given] of Object.entries(responses)) {
    const item = drawn.some((each) => each.itemId === itemId) ? quiz.items.find((each) => each.id === itemId) : undefined;
    if (!item) return `There is an answer to \`${itemId}\`, which was not asked.`;
    if (!isAnswerTo(item, given)) return `The answer to \`${itemId}\` does not fit the question.`;
    if (toSendable(item, given) !== given) return `The words written for \`${itemId}\` stay on the learner’s device, and were sent.`;
  }
  return null;
}

/** An attempt marked. All figures are whole numbers; `percent` is cut down, so that 79.99 never shows as 80. */
export interface MarkedAttempt {
  got: number;
  of: number;
  percent: number;
  /** Null where the quiz has no pass mark. */
  passed: boolean | null;
  items: (Marked & {itemId: string})[];
}

/** Marks the questions drawn, and only those. Screen and service call this same function. */
export function markAttempt(quiz: Quiz, drawn: readonly DrawnItem[], responses: Responses): MarkedAttempt {
  const items = drawn.flatMap(({itemId}) => {
    const question = quiz.items.find((item) => item.id === itemId);
    return question ? [{itemId, ...markQuestion(question, responses[itemId])}] : [];
  });
  const got = items.reduce((sum, item) => sum + item.got, 0);
  const of = items.reduce((sum, item) => sum + item.of, 0);
  return {
    got, of,
    percent: of === 0 ? 0 : Math.floor((got * 100) / of),
    passed: quiz.pass ? of > 0 && got * 100 >= quiz.pass.percent * of : null,
    items,
  };
}

/** What is told about each question drawn. The key is told only after a pass (freeCodeCamp #58394). */
export function explainAttempt(quiz: Quiz, drawn: readonly DrawnItem[], responses: Responses, withKey: boolean): {itemId: string; parts: PartFeedback[]}[] {
  return drawn.flatMap(({itemId}) => {
    const question = quiz.items.find((item) => item.id === itemId);
    return question ? [{itemId, parts: explainQuestion(question, responses[itemId], withKey)}] : [];
  });
}

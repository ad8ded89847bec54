import * as z from 'zod';
import {firstRepeated, notAnswered, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK, unitsOf} from '../question.ts';
import type {Marked, PartFeedback, PublicBase} from '../question.ts';
import {LONGEST_TYPED, normalise} from './typed.ts';

const Wording = z.string().min(1).max(LONGEST_TYPED);

/** A few words are typed. What counts is listed: nothing is guessed. */
export const schema = QuestionBase.extend({
  type: z.literal('short-text'),
  /** Wordings that count. `credit`: what they earn, in whole percent. The first is shown as the answer. */
  accept: z.array(z.strictObject({text: Wording, credit: z.int().min(1).max(100).default(100)})).min(1),
  why: z.string().min(1),
  /** Wordings that people use by a known slip, each with the slip in words. */
  mistakes: z.array(z.strictObject({text: Wording, why: z.string().min(1)})).max(8).default([]),
}).superRefine((question, context) => {
  if (question.accept[0]?.credit !== 100) context.addIssue({code: 'custom', path: ['accept', 0, 'credit'], message: 'The first wording is shown as the answer, so it must earn everything. Put the best one first.'});
  const repeated = firstRepeated([...question.accept, ...question.mistakes].map(({text}) => normalise(text)));
  if (repeated !== undefined) context.addIssue({code: 'custom', path: ['accept'], message: `“${repeated}” is listed twice (capitals and punctuation at the end make no difference). Keep one.`});
});
export type ShortText = z.infer<typeof schema>;

/** What was typed, as it was typed. */
export const response = Wording.or(z.literal(''));
export type ShortTextResponse = z.infer<typeof response>;

export interface PublicShortText extends PublicBase {
  type: 'short-text';
}

/** What a learner may see before answering. */
export function toPublic(question: ShortText): PublicShortText {
  return {type: 'short-text', ...toPublicBase(question)};
}

const find = <T extends {text: string}>(list: readonly T[], given: string): T | undefined => list.find(({text}) => normalise(text) === normalise(given));

/** What the wording earns by the list. Nothing but spaces is no answer. */
export function mark(question: ShortText, given: ShortTextResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  if (given === undefined || normalise(given) === '') return notAnswered(of);
  return toMarked(unitsOf(of, find(question.accept, given)?.credit ?? 0), of);
}

/** The slip behind the words, if it is a known one; with the key, what was asked for and why. */
export function explain(question: ShortText, given: ShortTextResponse | undefined, withKey: boolean): PartFeedback[] {
  const words = given ?? '';
  const credit = find(question.accept, words)?.credit ?? 0;
  const slip = find(question.mistakes, words);
  const why = [slip?.why, withKey || credit === 100 ? question.why : undefined].filter((text) => text !== undefined).join(' ');
  if (why === '') return [];
  return [{
    id: 'text', text: words, chosen: normalise(words) !== '', right: credit === 100, credit, why,
    ...(withKey && {answer: question.accept[0]?.text ?? ''}),
  }];
}

import * as z from 'zod';
import {notAnswered, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase} from '../question.ts';

/** A statement that is true or false. */
export const schema = QuestionBase.extend({
  type: z.literal('true-false'),
  answer: z.boolean(),
  /** Told to whoever said true, and to whoever said false. */
  why: z.strictObject({true: z.string().min(1), false: z.string().min(1)}),
});
export type TrueFalse = z.infer<typeof schema>;

export const response = z.boolean();
export type TrueFalseResponse = z.infer<typeof response>;

export interface PublicTrueFalse extends PublicBase {
  type: 'true-false';
}

/** What a learner may see before answering. */
export function toPublic(question: TrueFalse): PublicTrueFalse {
  return {type: 'true-false', ...toPublicBase(question)};
}

/** All or nothing. */
export function mark(question: TrueFalse, given: TrueFalseResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  if (given === undefined) return notAnswered(of);
  return toMarked(given === question.answer ? of : 0, of);
}

/** Why the answer given is right or wrong; with the key, why each is. */
export function explain(question: TrueFalse, given: TrueFalseResponse | undefined, withKey: boolean): PartFeedback[] {
  return [true, false]
    .filter((value) => withKey || value === given)
    .map((value) => ({
      id: String(value), text: value ? 'True' : 'False', chosen: value === given, right: value === question.answer,
      why: value ? question.why.true : question.why.false,
    }));
}

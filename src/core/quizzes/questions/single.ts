import * as z from 'zod';
import {firstRepeated, notAnswered, Option, OptionId, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase, PublicOption} from '../question.ts';

/** One choice is right. */
export const schema = QuestionBase.extend({
  type: z.literal('single'),
  options: z.array(Option).min(3).max(5),
  /** False keeps the options in the order written, for instance when they are numbers. */
  shuffle: z.boolean().default(true),
}).superRefine((question, context) => {
  const right = question.options.filter((option) => option.right).length;
  if (right !== 1) {
    context.addIssue({code: 'custom', path: ['options'], message: `A \`single\` question needs exactly one right option, and ${right} are marked. Write \`right: true\` on one.`});
  }
  const repeated = firstRepeated(question.options.map((option) => option.id));
  if (repeated) context.addIssue({code: 'custom', path: ['options'], message: `Option \`${repeated}\` is there twice. Give each option its own letter.`});
});
export type Single = z.infer<typeof schema>;

/** The id of the option chosen. */
export const response = OptionId;
export type SingleResponse = z.infer<typeof response>;

export interface PublicSingle extends PublicBase {
  type: 'single';
  options: PublicOption[];
}

/** What a learner may see before answering. */
export function toPublic(question: Single): PublicSingle {
  return {
    type: 'single', ...toPublicBase(question),
    options: question.options.map(({id, text}) => ({id, text})),
  };
}

/** All or nothing. */
export function mark(question: Single, given: SingleResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  if (given === undefined) return notAnswered(of);
  return toMarked(question.options.some((option) => option.id === given && option.right) ? of : 0, of);
}

/** Why the chosen option is right or wrong; with the key, why each of them is. */
export function explain(question: Single, given: SingleResponse | undefined, withKey: boolean): PartFeedback[] {
  return question.options
    .filter((option) => withKey || option.id === given)
    .map((option) => ({id: option.id, text: option.text, chosen: option.id === given, right: Boolean(option.right), why: option.why}));
}

import * as z from 'zod';
import {QuestionBase, toPublicBase} from '../question.ts';
import type {Marked, PartFeedback, PublicBase} from '../question.ts';

/** Most characters of a reflection. It is written for oneself. */
export const LONGEST_REFLECTION = 4000;

/** Something to think about, and to write down if one likes. Not marked; the words never leave the device. */
export const schema = QuestionBase.extend({
  type: z.literal('reflection'),
  /** What others often say, to compare one's own thoughts with afterwards. */
  points: z.array(z.string().min(1)).min(2).max(5),
});
export type Reflection = z.infer<typeof schema>;

/** What was written. Nothing at all is an answer too: some people only think. */
export const response = z.string().max(LONGEST_REFLECTION);
export type ReflectionResponse = z.infer<typeof response>;

export interface PublicReflection extends PublicBase {
  type: 'reflection';
}

/** What a learner may see before answering. */
export function toPublic(question: Reflection): PublicReflection {
  return {type: 'reflection', ...toPublicBase(question)};
}

/** No marks are to be had, so that nobody writes for them. */
export function mark(_: Reflection, given: ReflectionResponse | undefined): Marked {
  return {got: 0, of: 0, outcome: given === undefined ? 'not-answered' : 'noted'};
}

/** The points to compare with. They are no key, so they are always told. */
export function explain(question: Reflection): PartFeedback[] {
  return question.points.map((point, index) => ({id: String(index + 1), text: point, chosen: false, why: ''}));
}

import * as z from 'zod';
import {firstRepeated, notAnswered, Option, OptionId, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase, PublicOption} from '../question.ts';

/** Things to be put in order. */
export const schema = QuestionBase.extend({
  type: z.literal('order'),
  options: z.array(Option.omit({right: true})).min(3).max(7),
  /** Ids in the right order. It may not be the order written, which anybody can read off the letters. */
  answer: z.array(OptionId).min(3),
  /** `exact`: all or nothing. `pairs`: pairs in the right order less pairs in the wrong one. */
  rule: z.enum(['exact', 'pairs']).default('exact'),
}).superRefine((question, context) => {
  const ids = question.options.map((option) => option.id);
  const repeated = firstRepeated(ids) ?? firstRepeated(question.answer);
  if (repeated) context.addIssue({code: 'custom', path: ['answer'], message: `\`${repeated}\` is there twice. Name each option once.`});
  if ([...ids].sort().join() !== [...question.answer].sort().join()) {
    context.addIssue({code: 'custom', path: ['answer'], message: `The answer must name each option once (${ids.join(', ')}).`});
  } else if (ids.join() === question.answer.join()) {
    context.addIssue({code: 'custom', path: ['answer'], message: 'The options are written in the right order, so their letters give it away. Write them in another order.'});
  }
});
export type Order = z.infer<typeof schema>;

/** Every option id, in the learner's order. */
export const response = z.array(OptionId).max(26).refine((ids) => !firstRepeated(ids), {message: 'An option is there twice.'});
export type OrderResponse = z.infer<typeof response>;

export interface PublicOrder extends PublicBase {
  type: 'order';
  options: PublicOption[];
}

/** What a learner may see before answering. */
export function toPublic(question: Order): PublicOrder {
  return {
    type: 'order', ...toPublicBase(question),
    options: question.options.map(({id, text}) => ({id, text})),
  };
}

/** Marks by the question's rule. An order that does not name every option is no answer. */
export function mark(question: Order, given: OrderResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  if (!given || [...given].sort().join() !== [...question.answer].sort().join()) return notAnswered(of);
  if (question.rule === 'exact') return toMarked(given.join() === question.answer.join() ? of : 0, of);
  const place = new Map(given.map((id, index) => [id, index]));
  let pairs = 0;
  let balance = 0;
  question.answer.forEach((first, index) => {
    for (const second of question.answer.slice(index + 1)) {
      pairs += 1;
      balance += (place.get(first) ?? 0) < (place.get(second) ?? 0) ? 1 : -1;
    }
  });
  return toMarked(Math.floor((of * Math.max(0, balance)) / pairs), of);
}

/** Why each stands where it does, in the right order. Without the key nothing can be said that does not give it away. */
export function explain(question: Order, given: OrderResponse | undefined, withKey: boolean): PartFeedback[] {
  if (!withKey) return [];
  return question.answer.map((id, index) => {
    const option = question.options.find((each) => each.id === id);
    return {id, text: option?.text ?? '', chosen: given !== undefined, right: given?.[index] === id, why: option?.why ?? '', answer: `Place ${index + 1}`};
  });
}

import * as z from 'zod';
import {firstRepeated, notAnswered, Option, OptionId, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase, PublicOption} from '../question.ts';

/** Several choices are right. */
export const schema = QuestionBase.extend({
  type: z.literal('multi'),
  options: z.array(Option).min(4).max(6),
  /** How part of an answer counts. `plus-minus` takes wrong choices off right ones (Betts et al. 2022, EPM 82(1)). */
  rule: z.enum(['plus-minus', 'per-option', 'all-or-nothing']).default('plus-minus'),
  shuffle: z.boolean().default(true),
}).superRefine((question, context) => {
  const right = question.options.filter((option) => option.right).length;
  if (right < 2) {
    context.addIssue({code: 'custom', path: ['options'], message: `A \`multi\` question needs two or more right options, and ${right} are marked. Mark more, or make it \`single\`.`});
  }
  if (right === question.options.length) {
    context.addIssue({code: 'custom', path: ['options'], message: 'Every option is right, so choosing all of them always wins. Add wrong ones.'});
  }
  const repeated = firstRepeated(question.options.map((option) => option.id));
  if (repeated) context.addIssue({code: 'custom', path: ['options'], message: `Option \`${repeated}\` is there twice. Give each option its own letter.`});
});
export type Multi = z.infer<typeof schema>;

/** Ids of the options chosen, each once. An empty list is no answer. */
export const response = z.array(OptionId).max(26).refine((ids) => !firstRepeated(ids), {message: 'An option is there twice.'});
export type MultiResponse = z.infer<typeof response>;

export interface PublicMulti extends PublicBase {
  type: 'multi';
  options: PublicOption[];
}

/** What a learner may see before answering. */
export function toPublic(question: Multi): PublicMulti {
  return {
    type: 'multi', ...toPublicBase(question),
    options: question.options.map(({id, text}) => ({id, text})),
  };
}

/** Marks by the question's rule. Shares are cut down to a whole unit, never rounded up. */
export function mark(question: Multi, given: MultiResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  if (given === undefined || given.length === 0) return notAnswered(of);
  const chosen = new Set(given);
  const right = question.options.filter((option) => option.right).length;
  const hits = question.options.filter((option) => option.right && chosen.has(option.id)).length;
  const misses = question.options.filter((option) => !option.right && chosen.has(option.id)).length;
  const treated = question.options.filter((option) => Boolean(option.right) === chosen.has(option.id)).length;
  const all = treated === question.options.length;
  switch (question.rule) {
    case 'all-or-nothing':
      return toMarked(all ? of : 0, of);
    case 'per-option':
      return toMarked(Math.floor((of * treated) / question.options.length), of);
    case 'plus-minus':
      return toMarked(Math.floor((of * Math.max(0, hits - misses)) / right), of);
  }
}

/** Why each chosen option is right or wrong; with the key, each of them. */
export function explain(question: Multi, given: MultiResponse | undefined, withKey: boolean): PartFeedback[] {
  const chosen = new Set(given);
  return question.options
    .filter((option) => withKey || chosen.has(option.id))
    .map((option) => ({id: option.id, text: option.text, chosen: chosen.has(option.id), right: Boolean(option.right), why: option.why}));
}

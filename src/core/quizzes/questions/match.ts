import * as z from 'zod';
import {firstRepeated, notAnswered, OptionId, PlaceId, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase, PublicOption} from '../question.ts';

/** Rows, each to be given one of the targets. There may be more targets than rows. */
export const schema = QuestionBase.extend({
  type: z.literal('match'),
  rows: z.array(z.strictObject({id: PlaceId, text: z.string().min(1), answer: OptionId, why: z.string().min(1)})).min(2).max(6),
  targets: z.array(z.strictObject({id: OptionId, text: z.string().min(1)})).min(2).max(8),
}).superRefine((question, context) => {
  const targets = question.targets.map((target) => target.id);
  question.rows.forEach((row, index) => {
    if (!targets.includes(row.answer)) {
      context.addIssue({code: 'custom', path: ['rows', index, 'answer'], message: `Answer \`${row.answer}\` is not one of the targets (${targets.join(', ')}). Use one of them.`});
    }
  });
  const repeated = firstRepeated(targets) ?? firstRepeated(question.rows.map((row) => row.id));
  if (repeated) context.addIssue({code: 'custom', path: ['targets'], message: `Id \`${repeated}\` is there twice. Give each row and each target its own.`});
});
export type Match = z.infer<typeof schema>;

/** Row id to target id; a row left open is left out. */
export const response = z.record(PlaceId, OptionId);
export type MatchResponse = z.infer<typeof response>;

export interface PublicMatch extends PublicBase {
  type: 'match';
  rows: PublicOption[];
  targets: PublicOption[];
}

/** What a learner may see before answering. */
export function toPublic(question: Match): PublicMatch {
  return {
    type: 'match', ...toPublicBase(question),
    rows: question.rows.map(({id, text}) => ({id, text})),
    targets: question.targets.map(({id, text}) => ({id, text})),
  };
}

/** Right pairs of all pairs, cut down to a whole unit. */
export function mark(question: Match, given: MatchResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  const filled = question.rows.filter((row) => given?.[row.id] !== undefined);
  if (!given || filled.length === 0) return notAnswered(of);
  const hits = filled.filter((row) => given[row.id] === row.answer).length;
  return toMarked(Math.floor((of * hits) / question.rows.length), of);
}

/** What goes with each row and why. Without the key, only the rows that were filled in rightly are explained. */
export function explain(question: Match, given: MatchResponse | undefined, withKey: boolean): PartFeedback[] {
  return question.rows
    .map((row) => ({row, target: given?.[row.id]}))
    .filter(({row, target}) => withKey || target === row.answer)
    .map(({row, target}) => ({
      id: row.id, text: row.text, chosen: target !== undefined, right: target === row.answer, why: row.why,
      ...(withKey && {answer: question.targets.find((each) => each.id === row.answer)?.text ?? ''}),
    }));
}

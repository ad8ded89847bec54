import * as z from 'zod';
import {RecordId} from '../records/learningRecord.ts';
import {JUDGING_PLACES} from './state.ts';
import {TaskLevel} from './task.ts';
import {LONGEST_COMMENT, LONGEST_NOTE} from './words.ts';

/** What an assessor says of one criterion. */
export const JudgementLine = z.strictObject({
  level: TaskLevel,
  note: z.string().trim().min(1).max(LONGEST_NOTE, 'Use at most 1,000 characters.').nullable(),
});
export type JudgementLine = z.infer<typeof JudgementLine>;

/** A judgement as the assessor's device sends it. The verdict is not in it: it follows from the levels. */
export const NewJudgement = z.strictObject({
  id: RecordId,
  /** What the assessor saw that was wanted of them. If somebody was faster, they must look again. */
  place: z.enum(JUDGING_PLACES),
  /** One for each criterion, in the order of the rubric. */
  lines: z.array(JudgementLine).min(1).max(20),
  /** For the learner. A moderator's is the reason for the decision. */
  comment: z.string().trim().min(1).max(LONGEST_COMMENT, 'Use at most 4,000 characters.').nullable(),
  /** Whether the first assessor wants a second one, whatever the draw said. */
  asksSecond: z.boolean(),
});
export type NewJudgement = z.infer<typeof NewJudgement>;

export interface JudgementFault {
  field: string;
  message: string;
}

/** What is wrong with a judgement of a rubric with so many criteria; nothing when it may be kept. */
export function faultsOfJudgement(criteria: number, {place, lines, comment, asksSecond}: Omit<NewJudgement, 'id'>): JudgementFault[] {
  return [
    ...(lines.length === criteria ? [] : [{field: 'lines', message: `Give a level for each of the ${criteria} criteria.`}]),
    ...(place === 'moderator' && comment === null ? [{field: 'comment', message: 'Say why you decide as you do. The learner and both assessors read it.'}] : []),
    ...(place !== 'first' && asksSecond ? [{field: 'asksSecond', message: 'Only the first assessor can ask for a second one.'}] : []),
  ];
}

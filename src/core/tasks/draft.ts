import * as z from 'zod';
import {RecordId} from '../records/learningRecord.ts';
import type {Evidence} from './evidence.ts';
import type {JudgementLine} from './judgement.ts';
import {TaskLevel} from './task.ts';

/** How the keys begin under which a device keeps a task, or a judgement, that is being written. */
export const TASK_DRAFTS_KEPT_UNDER = 'task-draft/';
export const JUDGEMENT_DRAFTS_KEPT_UNDER = 'judgement-draft/';

/** The id and time under which something was sent. They stay while it is not changed, so that sending again after a lost answer is one act. */
const Sending = z.object({id: RecordId, at: z.string()}).nullable();

/** A task as it stands in the form. `cohortId` is empty for no run, and null until the learner has chosen. */
const TaskDraft = z.object({text: z.string(), link: z.string(), cohortId: z.string().nullable(), sending: Sending});
export type TaskDraft = z.infer<typeof TaskDraft>;
export const EMPTY_TASK: TaskDraft = {text: '', link: '', cohortId: null, sending: null};

/** A judgement as it stands in the form. A line without a level has not been judged yet. */
const JudgementDraft = z.object({lines: z.array(z.object({level: TaskLevel.nullable(), note: z.string()})), comment: z.string(), asksSecond: z.boolean(), sending: Sending});
export type JudgementDraft = z.infer<typeof JudgementDraft>;

/** Takes what a device stored; gives the draft, or null when it is in no form that this version can read. */
export function parseTaskDraft(stored: unknown): TaskDraft | null {
  return TaskDraft.safeParse(stored).data ?? null;
}

/** The same for a judgement. */
export function parseJudgementDraft(stored: unknown): JudgementDraft | null {
  return JudgementDraft.safeParse(stored).data ?? null;
}

/** What a task in the form hands in. */
export function evidenceOf({text, link}: Pick<TaskDraft, 'text' | 'link'>): Evidence {
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {text: orNull(text), link: orNull(link)};
}

/**
 * A judgement to begin with, for so many criteria. Where a moderator has two judgements before them, it begins with the levels on which
 * both agree, so that they decide on the rest.
 */
export function newJudgementDraft(criteria: number, both: readonly (readonly JudgementLine[])[] = []): JudgementDraft {
  const [first, second] = both;
  return {
    lines: Array.from({length: criteria}, (_, index) => {
      const level = first?.[index]?.level;
      return {level: level !== undefined && level === second?.[index]?.level ? level : null, note: ''};
    }),
    comment: '', asksSecond: false, sending: null,
  };
}

import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import {RecordId} from '../records/learningRecord.ts';
import {Evidence} from './evidence.ts';
import {JudgementLine} from './judgement.ts';
import {JUDGING_PLACES, TASK_STATES} from './state.ts';
import {Criterion, Task} from './task.ts';
import {VERDICTS} from './verdict.ts';

const Moment = z.iso.datetime({offset: true});
const Verdict = z.enum(VERDICTS);
const Place = z.enum(JUDGING_PLACES);
const Run = z.object({id: z.string(), title: z.string()});

/** Hands in a task. The id is the device's: the same id and body again is success. */
export const NewSubmission = z.strictObject({
  id: RecordId,
  courseId: Id,
  /** Of the course as the learner saw it, so that nobody is judged by a rubric that they have not read. */
  courseVersion: z.int().min(1),
  taskId: Id,
  /** The run it is handed in for; null: none. */
  cohortId: RecordId.nullable(),
  /** By the device's clock. */
  at: Moment,
  evidence: Evidence,
});
export type NewSubmission = z.infer<typeof NewSubmission>;

/** A judgement as others read it: by place, never by name. */
export const ShownJudgement = z.object({
  place: Place,
  verdict: Verdict,
  lines: z.array(JudgementLine),
  comment: z.string().nullable(),
  /** Whether it is the reader's own. */
  isYours: z.boolean(),
});
export type ShownJudgement = z.infer<typeof ShownJudgement>;

/** A hand-in as its learner sees it. How far the assessors have come is not in it. */
export const MySubmission = z.object({
  id: z.string(), courseId: z.string(), taskId: z.string(), taskTitle: z.string(),
  run: Run.nullable(),
  evidence: Evidence,
  submittedAt: Moment,
  state: z.enum(['with-assessors', 'decided', 'withdrawn']),
  /** Nobody has judged it yet. */
  mayWithdraw: z.boolean(),
  verdict: Verdict.nullable(),
  decidedAt: Moment.nullable(),
  /** As it stood when the task was handed in. */
  rubric: z.array(Criterion),
  /** None until it is decided. */
  judgements: z.array(ShownJudgement),
});
export type MySubmission = z.infer<typeof MySubmission>;

/** What the person signed in has handed in, the newest first, and the runs they may hand in for. */
export const MyTasks = z.object({submissions: z.array(MySubmission), runs: z.array(Run.extend({courseId: z.string()}))});
export type MyTasks = z.infer<typeof MyTasks>;

/** Which part of the queue to show. `mine`: what waits for the reader's own judgement. */
export const QUEUE_PARTS = ['mine', 'waiting-first', 'waiting-second', 'waiting-moderator', 'decided'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];
export const JudgingFilter = z.object({run: RecordId.optional(), show: z.enum(QUEUE_PARTS).optional()});
export type JudgingFilter = z.infer<typeof JudgingFilter>;

/** A hand-in in the list of those who judge. */
export const QueuedSubmission = z.object({
  id: z.string(), courseId: z.string(), taskId: z.string(), taskTitle: z.string(),
  learner: z.string().nullable(),
  run: Run.nullable(),
  submittedAt: Moment,
  state: z.enum(TASK_STATES),
  verdict: Verdict.nullable(),
  /** The judgement that waits for the reader; null: none. */
  yourPlace: Place.nullable(),
});
export type QueuedSubmission = z.infer<typeof QueuedSubmission>;

export const JudgingQueue = z.object({
  submissions: z.array(QueuedSubmission),
  /** How many there are in each part that is open. */
  counts: z.object({mine: z.int(), 'waiting-first': z.int(), 'waiting-second': z.int(), 'waiting-moderator': z.int()}),
  /** How often two assessors gave which verdicts, by task. */
  agreement: z.array(z.object({
    courseId: z.string(), taskId: z.string(), pairs: z.array(z.object({first: Verdict, second: Verdict, count: z.int()})),
  })),
  /** The run that was asked for. */
  run: Run.extend({courseId: z.string()}).nullable(),
  /** There are more than fit into one answer. */
  isCut: z.boolean(),
});
export type JudgingQueue = z.infer<typeof JudgingQueue>;

/** A hand-in as somebody who judges opens it. */
export const SubmissionToJudge = z.object({
  id: z.string(), courseId: z.string(),
  /** As it stood when it was handed in. */
  task: Task,
  learner: z.string().nullable(),
  run: Run.nullable(),
  evidence: Evidence,
  submittedAt: Moment,
  /** Hand-ins of the same person at the same task that were decided before. */
  earlier: z.int(),
  state: z.enum(TASK_STATES),
  verdict: Verdict.nullable(),
  yourPlace: Place.nullable(),
  /** One's own, and those of others once both assessors have judged. */
  judgements: z.array(ShownJudgement),
});
export type SubmissionToJudge = z.infer<typeof SubmissionToJudge>;

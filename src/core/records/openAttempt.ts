import * as z from 'zod';
import {DrawnItem, Responses} from '../quizzes/attempt.ts';
import type {PublicQuiz} from '../quizzes/quiz.ts';
import {RecordId} from './learningRecord.ts';

/** An assessment under way, as one device sends it so that another can go on with it. */
export const OpenAttemptBody = z.strictObject({
  drawnBy: z.enum(['service', 'device']),
  startedAt: z.iso.datetime({offset: true}),
  drawn: z.array(DrawnItem).min(1).max(200),
  responses: Responses,
  /** The question last opened, counted from 0. */
  index: z.int().min(0).max(200),
});
export type OpenAttemptBody = z.infer<typeof OpenAttemptBody>;

/** Keeps an attempt under way. `revision`: the one that this device last saw; 0 when it saw none. */
export const OpenAttemptChange = z.strictObject({
  quizId: z.string().max(100),
  quizVersion: z.string().max(64),
  revision: z.int().min(0),
  body: OpenAttemptBody,
});
export type OpenAttemptChange = z.infer<typeof OpenAttemptChange>;

export const OpenAttemptKept = z.object({id: RecordId, revision: z.int()});
export type OpenAttemptKept = z.infer<typeof OpenAttemptKept>;

/** An attempt under way as the service kept it, with the questions in the version drawn (their public view). */
export const OpenAttempt = z.object({
  id: z.string(),
  quizId: z.string(),
  quizVersion: z.string(),
  revision: z.int(),
  updatedAt: z.iso.datetime({offset: true}),
  body: OpenAttemptBody,
  quiz: z.custom<PublicQuiz>((value) => typeof value === 'object' && value !== null && 'items' in value),
});
export type OpenAttempt = z.infer<typeof OpenAttempt>;
export const OpenAttemptList = z.object({attempts: z.array(OpenAttempt)});
export type OpenAttemptList = z.infer<typeof OpenAttemptList>;

/** What a device last agreed on with the service about an attempt. */
export interface Synced {
  revision: number;
  responses: Responses;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Joins the answers of two devices. Takes what the service holds, what this device holds and what both last agreed on (null: nothing).
 * An answer that changed here since then stands; every other is the service's. An answer that the service does not hold stays.
 */
export function mergeResponses(theirs: Responses, mine: Responses, agreed: Responses | null): Responses {
  const changedHere = Object.entries(mine).filter(([itemId, given]) => theirs[itemId] === undefined || (agreed !== null && !isSame(given, agreed[itemId])));
  return {...theirs, ...Object.fromEntries(changedHere)};
}

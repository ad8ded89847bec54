import * as z from 'zod';
import {DrawnItem, Responses} from '../quizzes/attempt.ts';
import {QuizMode} from '../quizzes/quiz.ts';

/** An id made on the device, before anything is sent: UUID version 7 (RFC 9562, 2024), so that ids sort by time. */
export const RecordId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'An id is a version 7 UUID in small letters.');

const Moment = z.iso.datetime({offset: true});

/** An attempt that the learner has handed in. Its marks are not here: whoever holds the answers marks it. */
export const AttemptBody = z.strictObject({
  mode: QuizMode,
  /** The service draws assessments when it can be reached; the record says when it could not. */
  drawnBy: z.enum(['service', 'device']),
  startedAt: Moment,
  drawn: z.array(DrawnItem).min(1).max(200),
  responses: Responses,
});

/**
 * The one noun that goes over the wire: something that happened, with an id made by the device. The same id and body again is
 * success; the same id with another body is refused. For an attempt the id is the attempt's own, so that handing it in twice,
 * from two tabs or after a lost answer, is one act.
 */
export const LearningRecord = z.strictObject({
  id: RecordId,
  v: z.literal(1),
  type: z.literal('attempt.submitted'),
  /** When it happened, by the device's clock. The service keeps its own time beside it. */
  at: Moment,
  object: z.strictObject({kind: z.literal('quiz'), id: z.string().max(100), version: z.string().max(64)}),
  body: AttemptBody,
});
export type LearningRecord = z.infer<typeof LearningRecord>;

/** Makes a version 7 UUID of a time in milliseconds and ten random bytes (RFC 9562 section 5.7). */
export function makeRecordId(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let time = milliseconds;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

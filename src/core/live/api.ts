import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import {RecordId} from '../records/learningRecord.ts';

/** Questions that a room can answer by tapping. */
export const LIVE_TYPES = ['single', 'multi', 'true-false'] as const;
export type LiveType = (typeof LIVE_TYPES)[number];

/** A letter, or `true` and `false`. */
const LiveOptionId = z.string().regex(/^[a-z]{1,5}$/, 'An option has an id of one to five small letters.');

/** A question as the room sees it: words and options in the order shown. The service never learns which option is right. */
export const LiveQuestion = z.strictObject({
  id: Id.max(100),
  type: z.enum(LIVE_TYPES),
  stem: z.string().min(1).max(2000),
  options: z.array(z.strictObject({id: LiveOptionId, text: z.string().min(1).max(1000)})).min(2).max(6),
}).refine(({options}) => new Set(options.map(({id}) => id)).size === options.length, {path: ['options'], message: 'Each option needs an id of its own.'});
export type LiveQuestion = z.infer<typeof LiveQuestion>;

/** `waiting`: people may join, and no question is shown yet. `results`: answers are closed and the counts are shown. */
export const LiveState = z.enum(['waiting', 'open', 'closed', 'results']);
export type LiveState = z.infer<typeof LiveState>;

/** How many chose each option, by its id, and how many people answered. */
export const LiveResults = z.object({answered: z.int(), counts: z.record(z.string(), z.int())});
export type LiveResults = z.infer<typeof LiveResults>;

/** The trainer's device makes the id, so that starting twice is one act. */
export const NewLive = z.strictObject({id: RecordId, courseId: Id.max(100)});

/** What the trainer last saw. A command under an older number is refused, so that two tabs do not undo each other unseen. */
const Revision = z.int().min(1);
export const ShowQuestion = z.strictObject({revision: Revision, question: LiveQuestion});
export const SetState = z.strictObject({revision: Revision, state: z.enum(['open', 'closed', 'results'])});
export type SettableState = z.infer<typeof SetState>['state'];

/** A live question as its trainer sees it. `results` is null unless they were asked for and enough people have answered. */
export const LiveSession = z.object({
  id: z.string(), code: z.string(), courseId: z.string(), state: LiveState, revision: z.int(),
  question: LiveQuestion.nullable(), answered: z.int(), results: LiveResults.nullable(),
});
export type LiveSession = z.infer<typeof LiveSession>;
/** The one that a trainer runs now, if any. */
export const MyLive = z.object({session: LiveSession.nullable()});

/** The same as people in the room see it. `room` differs from every earlier use of the same code. */
export const LiveRoom = z.object({room: z.string(), revision: z.int(), state: LiveState, question: LiveQuestion.nullable(), results: LiveResults.nullable()});
export type LiveRoom = z.infer<typeof LiveRoom>;

/** An answer of one device. The token is made by chance on the device, for one room. */
export const LiveAnswer = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{32}$/, 'A token is 32 hexadecimal digits.'),
  questionId: Id.max(100),
  chosen: z.array(LiveOptionId).min(1, 'Choose an answer.').max(6),
});
export type LiveAnswer = z.infer<typeof LiveAnswer>;

/** Whether these options can be an answer to this question: each one known and chosen once, and a single one where one is asked for. */
export function isAnswerToLive({type, options}: Pick<LiveQuestion, 'type' | 'options'>, chosen: readonly string[]): boolean {
  const isCount = type === 'multi' ? chosen.length > 0 : chosen.length === 1;
  return isCount && new Set(chosen).size === chosen.length && chosen.every((id) => options.some((option) => option.id === id));
}

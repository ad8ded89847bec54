import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import {RecordId} from '../records/learningRecord.ts';
import {HEADING_ID, PAGE_PATH} from './place.ts';
import {LONGEST_TEXT, LONGEST_TITLE, POINT_KINDS, POINT_STATES} from './words.ts';

const Moment = z.iso.datetime({offset: true});
/** A device's clock may be wrong, but a year that no calendar of ours holds is no time at all. */
const DeviceMoment = Moment.refine((moment) => /^20\d\d/.test(moment), 'Say when this was written.');
const Words = z.string().trim().min(1, 'Write something here.').max(LONGEST_TEXT, 'Use at most 1,000 characters.');

/**
 * Something that a reader noticed, or a lesson of a debrief, as the device sends it. The id is the device's: the same id and body again
 * is success. It says nothing of who sent it unless they want to be asked.
 */
export const NewPoint = z.strictObject({
  id: RecordId,
  kind: z.enum(POINT_KINDS),
  /** When it was written, by the device's clock. */
  at: DeviceMoment,
  /** The page it is about. Null where a lesson of a debrief is about none. */
  path: z.string().max(200).regex(PAGE_PATH, 'Write the address of a page of this site, for instance /methods/focus-group/.').nullable(),
  /** Id of a heading on the page. */
  heading: z.string().max(200).regex(HEADING_ID, 'Choose a heading of the page.').nullable(),
  question: z.strictObject({id: Id.max(100), version: z.string().min(1).max(64).regex(/^[\w.-]+$/)}).nullable(),
  /** Name of the consultation that was talked over. */
  debrief: z.string().trim().min(1).max(LONGEST_TITLE, 'Use at most 120 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.').nullable(),
  text: Words,
  /** What to do next time. Only for lessons. */
  nextTime: Words.nullable(),
  /** Id of the person signed in, who wants to be asked. Null: nobody is named. */
  askId: z.uuid().nullable(),
}).superRefine(({kind, path, question, debrief, nextTime}, context) => {
  const fault = (field: string, message: string): void => context.addIssue({code: 'custom', path: [field], message});
  if (kind === 'lesson') {
    if (debrief === null) fault('debrief', 'Name the consultation.');
    if (nextTime === null) fault('nextTime', 'Write what to do next time.');
    if (question !== null) fault('question', 'A lesson of a debrief is not about a question.');
  } else {
    if (path === null) fault('path', 'Say which page it is about.');
    if (debrief !== null) fault('debrief', 'Only a lesson of a debrief has a consultation.');
    if (nextTime !== null) fault('nextTime', 'Only a lesson of a debrief says what to do next time.');
  }
});
export type NewPoint = z.infer<typeof NewPoint>;

/** What comes back for a point. Sent again, the same comes back again. */
export const PointReceipt = z.object({id: z.string(), outcome: z.enum(['added', 'already-there']), receivedAt: Moment});

/** A change of a point's state, or a note without one. `from` is what the person saw: if it has changed meanwhile, they must look again. */
export const NewPointChange = z.strictObject({
  id: RecordId,
  from: z.enum(POINT_STATES),
  to: z.enum(POINT_STATES),
  note: Words.nullable(),
});
export type NewPointChange = z.infer<typeof NewPointChange>;

const PointChange = z.object({
  id: z.string(), from: z.enum(POINT_STATES), to: z.enum(POINT_STATES), note: z.string().nullable(), at: Moment,
  by: z.object({email: z.string(), displayName: z.string().nullable()}),
});

/** A point as it stands in the queue. */
export const QueuedPoint = z.object({
  id: z.string(), kind: z.enum(POINT_KINDS), path: z.string().nullable(), heading: z.string().nullable(),
  /** Title of the page; null where the site has no such page. */
  pageTitle: z.string().nullable(),
  question: z.object({id: z.string(), version: z.string()}).nullable(),
  debrief: z.string().nullable(), text: z.string(), nextTime: z.string().nullable(),
  at: Moment, receivedAt: Moment,
  /** E-mail address of whoever sent it, if they want to be asked. */
  contact: z.string().nullable(),
  /** The role that keeps the page. */
  owner: z.string(),
  state: z.enum(POINT_STATES),
  /** Oldest first. */
  changes: z.array(PointChange),
});
export type QueuedPoint = z.infer<typeof QueuedPoint>;

/** `owners`: every role that keeps a page. `isCut`: there are more than fit into one answer. */
export const PointQueue = z.object({points: z.array(QueuedPoint), owners: z.array(z.string()), isCut: z.boolean()});
export type PointQueue = z.infer<typeof PointQueue>;

/** What to show of the queue. `open`: new and in hand. */
export const PointFilter = z.object({
  state: z.enum(['open', ...POINT_STATES]).optional(),
  kind: z.enum(POINT_KINDS).optional(),
  owner: z.string().max(200).optional(),
});
export type PointFilter = z.infer<typeof PointFilter>;

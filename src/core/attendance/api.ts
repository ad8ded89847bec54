import * as z from 'zod';
import {ATTENDANCE_MARKS} from '../courses/attendance.ts';
import {RecordId} from '../records/learningRecord.ts';

const Moment = z.iso.datetime({offset: true});
/** A line of text that a person typed: no control characters, which have no place in lists and files. */
const Reason = z.string().trim().min(1, 'Write the reason.').max(200, 'Use at most 200 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.');

/** Marks that a device sends at once. */
export const MOST_MARKS = 200;
/** Marks of one person and session that can stand against each other; far more than a run has trainers. */
const MOST_SETTLED = 20;

/** A mark as the device made it. The service adds who made it: whoever is signed in. */
export const NewMark = z.strictObject({
  id: RecordId,
  sessionId: z.guid(),
  personId: z.guid(),
  mark: z.enum(ATTENDANCE_MARKS),
  /** Minutes there, for somebody who came late or left early. */
  minutes: z.int().min(0).max(1440).nullable(),
  reason: Reason.nullable(),
  /** The mark that counted on the trainer's screen; null: none. */
  sawId: RecordId.nullable(),
  /** Further marks on that screen that stood against it. */
  settles: z.array(RecordId).max(MOST_SETTLED).default([]),
  /** By the device's clock. */
  at: Moment,
});
export type NewMark = z.infer<typeof NewMark>;

export const MarkBatch = z.strictObject({
  /** Id of the person who made them on the device. Given, nobody else's sign-in can send them. */
  by: z.guid().optional(),
  marks: z.array(NewMark).min(1).max(MOST_MARKS),
});

/** A mark as the register holds it. */
export const RegisterMark = z.object({
  id: z.string(), sessionId: z.string(), personId: z.string(), mark: z.enum(ATTENDANCE_MARKS), minutes: z.int().nullable(), reason: z.string().nullable(),
  sawId: z.string().nullable(), settles: z.array(z.string()),
  /** The moment that counts: the device's where it can be true. */
  at: Moment,
  by: z.object({id: z.string(), name: z.string()}),
});
export type RegisterMark = z.infer<typeof RegisterMark>;

/** What became of one mark of a batch. */
export const MarkOutcome = z.discriminatedUnion('outcome', [
  z.object({id: z.string(), outcome: z.enum(['added', 'already-there']), mark: RegisterMark}),
  z.object({id: z.string(), outcome: z.literal('refused'), sentence: z.string()}),
]);
export type MarkOutcome = z.infer<typeof MarkOutcome>;
export const MarkAnswer = z.object({outcomes: z.array(MarkOutcome)});
export type MarkAnswer = z.infer<typeof MarkAnswer>;

const Session = z.object({id: z.string(), title: z.string(), startsAt: Moment, endsAt: Moment, isMandatory: z.boolean(), isCancelled: z.boolean()});
export const Rule = z.object({minPercent: z.number().optional(), minSessions: z.number().optional(), mandatory: z.boolean().optional()});
export const Standing = z.object({
  attended: z.int(), of: z.int(), percent: z.int(), toCome: z.int(), unmarked: z.int(), missedMandatory: z.array(z.string()), metAt: Moment.nullable(), canReach: z.boolean(),
});

const Run = z.object({id: z.string(), title: z.string(), courseId: z.string(), courseTitle: z.string(), startsOn: z.iso.date()});

/** The register of a course run, as its trainers see it. */
export const Register = z.object({
  run: Run,
  /** What the course asks for; null: nothing. */
  rule: Rule.nullable(),
  sessions: z.array(Session),
  people: z.array(z.object({
    id: z.string(),
    /** The name they gave, or their address where they gave none. */
    name: z.string(),
    /** False for somebody who has left the run and was marked before. */
    isMember: z.boolean(),
    standing: Standing,
  })),
  /** Marks that count, and those that stand against one. */
  marks: z.array(RegisterMark),
  readAt: Moment,
});
export type Register = z.infer<typeof Register>;

/** Every mark that was made for one person in one session, the oldest first. */
export const MarkChanges = z.object({changes: z.array(RegisterMark)});
export type MarkChanges = z.infer<typeof MarkChanges>;

/** Somebody's own attendance, run by run, the newest first. */
export const MyAttendance = z.object({
  runs: z.array(z.object({run: Run, rule: Rule.nullable(), sessions: z.array(Session), marks: z.array(RegisterMark), standing: Standing})),
});
export type MyAttendance = z.infer<typeof MyAttendance>;

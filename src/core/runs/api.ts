import * as z from 'zod';
import {Cohort, CohortMember, CodeRequest, Invitation, NewCohort} from '../records/api.ts';
import {RecordId} from '../records/learningRecord.ts';
import {BOOKING_STATES, MOST_PLACES} from './booking.ts';
import {SESSION_MODES} from './session.ts';
import {isTimeZone} from './zone.ts';

const Moment = z.iso.datetime({offset: true});
/** A line of text that a person typed: no control characters, at most 120 letters. */
const Line = NewCohort.shape.title;
/** Text of several lines. Control characters but for the new line have no place in mail or calendar files. */
const text = (most: number): z.ZodString => z.string().trim().min(1, 'Write something here.').max(most, `Use at most ${most.toLocaleString('en-GB')} characters.`).regex(/^(?:\P{Cc}|\n)*$/u, 'Take out tabs and signs that cannot be seen.');
const Reason = text(500);
const Capacity = z.int().min(1, 'A run has at least one place.').max(MOST_PLACES, `A run has at most ${MOST_PLACES} places. Open a second run.`).nullable();
const State = z.enum(BOOKING_STATES);
/** Who made a change that another trainer has not seen counts revisions from 1. */
const Revision = z.int().min(1);

export const NewRun = NewCohort.extend({
  /** Null or left out: no limit of its own. */
  capacity: Capacity.optional(),
  /** A trainer confirms each booking. */
  confirms: z.boolean().optional(),
  /** Anybody signed in may find the run and book it. */
  isListed: z.boolean().optional(),
  timeZone: z.string().max(60).refine(isTimeZone, 'Choose a time zone from the list.').optional(),
});
export type NewRun = z.infer<typeof NewRun>;

export const RunTrainer = z.object({id: z.string(), displayName: z.string().nullable(), email: z.string()});
export type RunTrainer = z.infer<typeof RunTrainer>;

/** A course run as its trainers see it. */
export const Run = Cohort.extend({
  /** Of the course when the run was opened; null for runs that are older than this figure. */
  courseVersion: z.int().nullable(),
  capacity: z.int().nullable(),
  confirms: z.boolean(),
  isListed: z.boolean(),
  timeZone: z.string(),
  revision: z.int(),
  cancelledAt: Moment.nullable(),
  cancelledReason: z.string().nullable(),
  requested: z.int(),
  waiting: z.int(),
  trainers: z.array(RunTrainer),
});
export type Run = z.infer<typeof Run>;
/** `older`: what to ask with, as `before`, for the runs after these; null when these are the last. */
export const RunList = z.object({cohorts: z.array(Run), older: z.string().nullable()});
export type RunList = z.infer<typeof RunList>;
export const RunListQuery = z.strictObject({before: z.string().regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/, 'This address is cut short. Go back to the newest runs.').optional()});

/** A change of a run. Every field is given, so that what is sent is what the trainer saw. */
export const RunChange = z.strictObject({revision: Revision, title: Line, capacity: Capacity, confirms: z.boolean(), isListed: z.boolean()});
export type RunChange = z.infer<typeof RunChange>;
export const Cancellation = z.strictObject({reason: Reason});
export const NewTrainer = z.strictObject({email: CodeRequest.shape.email});

/** A session as trainers and, as far as it is theirs to know, learners see it. */
export const RunSession = z.object({
  id: z.string(), title: z.string(), startsAt: Moment, endsAt: Moment, mode: z.enum(SESSION_MODES), place: z.string(), instructions: z.string().nullable(),
  isMandatory: z.boolean(), cancelledReason: z.string().nullable(), revision: z.int(),
});
export type RunSession = z.infer<typeof RunSession>;
/** `place` and `instructions` are null for people who are not confirmed; a room is shown to all. */
export const OfferedSession = RunSession.omit({revision: true}).extend({place: z.string().nullable()});
export type OfferedSession = z.infer<typeof OfferedSession>;

const sessionFields = {
  title: Line, day: z.iso.date('Write a date as 2026-11-22.'), from: z.string().max(5), to: z.string().max(5), mode: z.enum(SESSION_MODES),
  place: z.string().trim().min(1, 'Say where it is: the room, or the link.').max(300, 'Use at most 300 characters for the place.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.'),
  instructions: text(2000).nullable(), isMandatory: z.boolean(),
  /** Sends mail about it to everybody confirmed, where there is something that they must know. */
  tellEverybody: z.boolean(),
};
export const NewSession = z.strictObject({id: RecordId, ...sessionFields});
export type NewSession = z.infer<typeof NewSession>;
export const SessionChange = z.strictObject({revision: Revision, ...sessionFields});
export type SessionChange = z.infer<typeof SessionChange>;
export const SessionCancellation = z.strictObject({revision: Revision, reason: Reason, tellEverybody: z.boolean()});
/** `note`: a sentence where clocks change over the times. `told`: people who get mail. */
export const SessionReceipt = z.object({session: RunSession, note: z.string().nullable(), told: z.int()});
export type SessionReceipt = z.infer<typeof SessionReceipt>;

/** A member with their id, for acts on their booking. */
export const RunMember = CohortMember.extend({personId: z.string()});
export type RunMember = z.infer<typeof RunMember>;
/** Somebody who asked for a place and is not a member: asked, waiting or cancelled, with the reason that was given last. */
export const RunBooking = z.object({
  personId: z.string(), displayName: z.string().nullable(), email: z.string(), directorate: z.string().nullable(),
  state: State, askedAt: Moment, changedAt: Moment, reason: z.string().nullable(),
  /** For a cancelled one: a trainer cancelled it, and may give the place back. */
  isClosed: z.boolean(),
});
export type RunBooking = z.infer<typeof RunBooking>;
export const RunDetail = z.object({cohort: Run, members: z.array(RunMember), bookings: z.array(RunBooking), sessions: z.array(RunSession)});
export type RunDetail = z.infer<typeof RunDetail>;

/** A trainer's decision on a booking. `from`: what the trainer saw. */
export const BookingDecisionBody = z.strictObject({from: State, to: State.exclude(['requested']), reason: Reason.nullable()});
export type BookingDecisionBody = z.infer<typeof BookingDecisionBody>;

/** What a join link shows: `joined` is true once the place is confirmed. */
export const RunInvitation = Invitation.extend({
  state: State.nullable(),
  /** Place on the waiting list, from 1. */
  place: z.int().nullable(),
  confirms: z.boolean(),
  isFull: z.boolean(),
  timeZone: z.string(),
  sessions: z.array(OfferedSession),
  cancelledReason: z.string().nullable(),
});
export type RunInvitation = z.infer<typeof RunInvitation>;

/** A run in which somebody has a place, asked for one, or had one until lately. */
export const MyBooking = z.object({
  cohortId: z.string(), courseId: z.string(), courseTitle: z.string(), title: z.string(), startsOn: z.iso.date(), timeZone: z.string(), trainers: z.array(z.string()),
  state: State, place: z.int().nullable(),
  /** Why a trainer cancelled the booking; null where nobody did. */
  reason: z.string().nullable(),
  /** Why the whole run was cancelled. */
  cancelledReason: z.string().nullable(),
  sessions: z.array(OfferedSession),
});
export type MyBooking = z.infer<typeof MyBooking>;
/** A run that anybody may book. `free`: places that nobody holds; null where the run has no limit. */
export const OpenRun = MyBooking.pick({cohortId: true, courseId: true, courseTitle: true, title: true, startsOn: true, timeZone: true, trainers: true, sessions: true})
  .extend({free: z.int().nullable(), waiting: z.int(), confirms: z.boolean()});
export type OpenRun = z.infer<typeof OpenRun>;
export const MyBookings = z.object({bookings: z.array(MyBooking), open: z.array(OpenRun)});
export type MyBookings = z.infer<typeof MyBookings>;
export const NewBooking = z.strictObject({cohortId: RecordId});
export const GivenUp = z.strictObject({reason: Reason.nullable()});

/** A message to everybody who is confirmed. */
export const NewMessage = z.strictObject({id: RecordId, subject: Line, text: text(4000), showAddress: z.boolean()});
export type NewMessage = z.infer<typeof NewMessage>;
export const MessageReceipt = z.object({id: z.string(), outcome: z.enum(['added', 'already-there']), recipients: z.int(), left: z.int()});
export type MessageReceipt = z.infer<typeof MessageReceipt>;

/** Messages that may go to one run in 24 hours. Practice judgement: more than anybody reads. */
export const MESSAGES_A_DAY = 10;

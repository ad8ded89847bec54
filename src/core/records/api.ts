import * as z from 'zod';
import {Training} from '../courses/api.ts';
import {DrawnItem} from '../quizzes/attempt.ts';
import {Id, QUESTION_OUTCOMES} from '../quizzes/question.ts';
import {QuizMode} from '../quizzes/quiz.ts';
import {RecordId} from './learningRecord.ts';

/** Who may do what, least first. A lead sees their own directorate; a coordinator sees all. */
export const ROLES = ['learner', 'trainer', 'lead', 'coordinator'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('Write a full e-mail address, for instance name@example.org.'));
/** A line of text that a person typed: no control characters, which have no place in mail headers or files. */
const Line = z.string().trim().min(1, 'Write something here.').max(120, 'Use at most 120 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.');
const Moment = z.iso.datetime({offset: true});

/** Every refusal of the service (RFC 9457, 2023): a sentence that a person can act on. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The fields that were wrong, where there are any. */
  errors: z.array(z.object({field: z.string(), message: z.string()})).optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/** Asks for a sign-in code by e-mail. */
export const CodeRequest = z.strictObject({email: Email});
/** Signs in with the code. */
export const CodeAnswer = z.strictObject({email: Email, code: z.string().trim().regex(/^\d{6}$/, 'The code is six digits.')});

/** The person signed in, as they see themselves. */
export const Person = z.object({
  id: z.string(),
  email: z.string(),
  displayName: z.string().nullable(),
  /** Id of a directorate in askwell.config.ts. */
  directorate: z.string().nullable(),
  /** What they may do now. */
  role: Role,
  /** The role they hold, where they must show a second factor before they may use it. */
  heldRole: Role.optional(),
  needsSecondFactor: z.boolean().optional(),
});
export type Person = z.infer<typeof Person>;
export const Me = z.object({person: Person.nullable()});
export const PersonChange = z.strictObject({displayName: Line.optional(), directorate: Id.optional()});
/** A coordinator gives somebody a role, whether or not they have signed in yet. */
export const RoleChange = z.strictObject({email: Email, role: Role, directorate: Id.optional()});

/** Asks the service to draw an assessment. */
export const AttemptRequest = z.strictObject({
  id: RecordId,
  quizId: Id,
  /** Questions met in earlier attempts on this device; others are drawn first. Only a wish: it decides no mark. */
  seen: z.array(Id).max(500).optional(),
});
export const DrawnAttempt = z.object({id: z.string(), quizId: z.string(), version: z.string(), drawn: z.array(DrawnItem)});
export type DrawnAttempt = z.infer<typeof DrawnAttempt>;

const Part = z.object({
  id: z.string(), text: z.string(), chosen: z.boolean(), right: z.boolean().optional(), credit: z.int().optional(), why: z.string(), answer: z.string().optional(),
});
/** An attempt as the service marked it. */
export const AttemptResult = z.object({
  id: z.string(),
  quizId: z.string(),
  version: z.string(),
  mode: QuizMode,
  drawnBy: z.enum(['service', 'device']),
  at: Moment,
  receivedAt: Moment,
  got: z.int(),
  of: z.int(),
  percent: z.int(),
  passed: z.boolean().nullable(),
  items: z.array(z.object({
    itemId: z.string(), outcome: z.enum(QUESTION_OUTCOMES), got: z.int(), of: z.int(), parts: z.array(Part),
  })),
});
export type AttemptResult = z.infer<typeof AttemptResult>;

export const Completion = z.object({
  courseId: z.string(), courseVersion: z.int(), completedAt: Moment,
  /** When it was last renewed by passing again; null or left out where it never was. Receipts kept by older releases have none. */
  renewedAt: Moment.nullable().optional(),
});
export type Completion = z.infer<typeof Completion>;

/** What comes back for a learning record. Sent again, the same comes back again. */
export const Receipt = z.object({
  id: z.string(),
  outcome: z.enum(['added', 'already-there']),
  receivedAt: Moment,
  result: AttemptResult,
  /** Courses that are complete now for this person, this record counted. */
  completions: z.array(Completion),
  /** A sentence where the device's clock and the service's are more than five minutes apart. */
  clockNote: z.string().nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

/** A lesson that a skills check showed to be known: recognised once, by the first check that showed it. */
export const Recognised = z.object({courseId: z.string(), lessonId: z.string(), attemptId: z.string(), at: Moment});
export type Recognised = z.infer<typeof Recognised>;

/** Everything recorded about the person signed in. */
export const MyRecords = z.object({
  attempts: z.array(AttemptResult.omit({items: true})),
  completions: z.array(Completion),
  /** Left out by services of earlier releases. */
  recognised: z.array(Recognised).optional(),
  /** What trainers and assessors wrote down, for courses that ask for it. Left out by services of earlier releases. */
  training: Training.optional(),
  cohorts: z.array(z.object({id: z.string(), courseId: z.string(), title: z.string(), startsOn: z.iso.date(), joinedAt: Moment})),
});
export type MyRecords = z.infer<typeof MyRecords>;

export const NewCohort = z.strictObject({id: RecordId, courseId: Id, title: Line, startsOn: z.iso.date('Write a date as 2026-11-22.')});
export const Cohort = z.object({
  id: z.string(), courseId: z.string(), title: z.string(), startsOn: z.iso.date(), joinCode: z.string(),
  trainer: z.object({id: z.string(), displayName: z.string().nullable()}),
  joined: z.int(), passed: z.int(), completed: z.int(),
});
export type Cohort = z.infer<typeof Cohort>;
/** A member as the trainer sees them: whether they passed and completed, never their answers. */
export const CohortMember = z.object({
  displayName: z.string().nullable(), email: z.string(), directorate: z.string().nullable(),
  joinedAt: Moment, lessonsDone: z.int(), lessons: z.int(), passedAt: Moment.nullable(), completedAt: Moment.nullable(),
});
export type CohortMember = z.infer<typeof CohortMember>;
export const CohortList = z.object({cohorts: z.array(Cohort)});
export const CohortDetail = z.object({cohort: Cohort, members: z.array(CohortMember)});
export type CohortDetail = z.infer<typeof CohortDetail>;

/** What a join link shows before anybody joins. */
export const Invitation = z.object({
  cohortId: z.string(), courseId: z.string(), courseTitle: z.string(), title: z.string(), startsOn: z.iso.date(),
  trainer: z.string().nullable(), joined: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Completions of one course by directorate. `directorate` null: people who have not said where they work. */
export const DirectorateCount = z.object({directorate: z.string().nullable(), name: z.string(), people: z.int(), started: z.int(), completed: z.int()});
export type DirectorateCount = z.infer<typeof DirectorateCount>;
export const Overview = z.object({courseId: z.string(), courseTitle: z.string(), rows: z.array(DirectorateCount)});
export type Overview = z.infer<typeof Overview>;

/** How a member is told what is due. Nobody is unless they ask. */
export const ReminderSettings = z.object({
  /** E-mail when something is due. */
  email: z.boolean(),
  /** When the address of the calendar feed was made; null without one. The address itself is shown once and not kept. */
  feedSince: Moment.nullable(),
});
export type ReminderSettings = z.infer<typeof ReminderSettings>;
export const ReminderChange = z.strictObject({email: z.boolean()});
/** A new calendar feed: its address, which nobody can look up again. */
export const NewFeed = z.object({address: z.string(), settings: ReminderSettings});
export type NewFeed = z.infer<typeof NewFeed>;

/** The people a coordinator has given a role, or a lead's own. */
export const StaffList = z.object({people: z.array(Person)});
export type StaffList = z.infer<typeof StaffList>;

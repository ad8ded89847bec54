import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import {RecordId} from '../records/learningRecord.ts';
import {OUTLOOKS} from './forecast.ts';

/** Rows of a staff list that go in one request. A longer list goes in parts. */
export const MOST_ROWS = 5_000;
/** Parts of one staff list: 200,000 people. */
export const MOST_PARTS = 40;
/** People reminded by one press. */
export const MOST_REMINDED = 200;

const Line = z.string().trim().min(1, 'Write something here.').max(120, 'Use at most 120 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.');
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('Write a full e-mail address, for instance name@example.org.'));
const Moment = z.iso.datetime({offset: true});
const People = z.int().min(0).max(1_000_000);

/** A member of staff, as the staff list has them. `directorate`: an id of askwell.config.ts. */
export const StaffMember = z.strictObject({email: Email, name: Line.nullable(), directorate: Id, team: Line.nullable(), jobRole: Line.nullable()});
export type StaffMember = z.infer<typeof StaffMember>;

/** One part of a staff list. Every part of a list says the same of the whole. */
export const StaffPart = z.strictObject({
  /** Of the import, made on the device. */
  id: RecordId,
  part: z.int().min(1).max(MOST_PARTS),
  parts: z.int().min(1).max(MOST_PARTS),
  /** The newest import when the list was compared; null: none. */
  after: RecordId.nullable(),
  /** Whether those who are not in the new list leave. */
  removeMissing: z.boolean(),
  rows: z.array(StaffMember).min(1, 'The list is empty.').max(MOST_ROWS),
});
export type StaffPart = z.infer<typeof StaffPart>;

const ImportCounts = z.object({added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int()});
export type ImportCounts = z.infer<typeof ImportCounts>;
/** How an import stands. `waiting`: parts are missing. */
export const StaffImport = z.object({
  id: z.string(), state: z.enum(['waiting', 'applied', 'undone']), received: z.int(), parts: z.int(), counts: ImportCounts.nullable(),
  at: Moment, by: z.string(),
  /** The moment up to which it can be undone; null when it cannot. */
  undoUntil: Moment.nullable(),
});
export type StaffImport = z.infer<typeof StaffImport>;

/** The staff list in short. `state`: the import it stands at, which a new one has to name. */
export const StaffSummary = z.object({
  people: z.int(),
  state: z.string().nullable(),
  directorates: z.array(z.object({directorate: z.string(), name: z.string(), people: z.int()})),
  jobRoles: z.array(z.object({name: z.string(), people: z.int()})),
  newest: StaffImport.nullable(),
});
export type StaffSummary = z.infer<typeof StaffSummary>;

/** Some of the staff list, by address. `next`: where to go on; null at the end. */
export const StaffPage = z.object({members: z.array(StaffMember), next: z.string().nullable()});
export type StaffPage = z.infer<typeof StaffPage>;

/** How many people count where there is no staff list: typed, for everybody together and, where known, by directorate. */
export const Headcount = z.union([
  z.strictObject({from: z.literal('staff-list')}),
  z.strictObject({from: z.literal('typed'), total: People.min(1, 'Write how many people count.'), parts: z.record(Id, People)}),
]);
export type Headcount = z.infer<typeof Headcount>;

export const COUNTS = ['ever', 'current'] as const;

/** What a coordinator sets. */
export const TargetSettings = z.strictObject({
  /** The name under which tranches stand together; null for a target of its own. */
  series: Line.nullable(),
  title: Line,
  /** Completing any one of them counts. */
  courseIds: z.array(Id).min(1, 'Choose a course.').max(20),
  /** Whom it is for; empty: everybody. */
  directorates: z.array(Id).max(200),
  jobRoles: z.array(Line).max(50),
  /** Whether a completion counts for ever, or while it is current. */
  counts: z.enum(COUNTS),
  headcount: Headcount,
  percent: z.int().min(1, 'Write a whole number from 1 to 100.').max(100, 'Write a whole number from 1 to 100.'),
  by: z.iso.date('Write a date as 2026-11-22.'),
  note: z.string().trim().min(1).max(500, 'Use at most 500 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.').nullable(),
});
export type TargetSettings = z.infer<typeof TargetSettings>;
export const NewTarget = TargetSettings.extend({id: RecordId});
/** Changes a target that still stands at this revision. */
export const TargetChange = TargetSettings.extend({revision: z.int().min(1)});

const Forecast = z.object({
  outlook: z.enum(OUTLOOKS),
  missing: z.int(),
  neededPerWeek: z.int().nullable(),
  perWeek: z.number().nullable(),
  month: z.string().nullable(),
});

/** How a target stands for those whom the reader may see. Null headcount: nobody has said how many there are. */
export const TargetFigures = z.object({headcount: z.int().nullable(), needed: z.int().nullable(), trained: z.int(), forecast: Forecast.nullable()});
export type TargetFigures = z.infer<typeof TargetFigures>;

/** A target as its readers see it: nothing in it says how other directorates stand. */
export const TargetStanding = z.object({
  id: z.string(), series: z.string().nullable(), title: z.string(),
  courses: z.array(z.object({id: z.string(), title: z.string()})),
  /** Those of the target that the reader may see. */
  directorates: z.array(z.object({id: z.string(), name: z.string()})),
  jobRoles: z.array(z.string()),
  counts: z.enum(COUNTS),
  basis: z.enum(['staff-list', 'typed']),
  percent: z.int(), by: z.iso.date(), note: z.string().nullable(),
  figures: TargetFigures,
});
export type TargetStanding = z.infer<typeof TargetStanding>;
/** `directorate`: the one that the figures are of; null: all. */
export const TargetList = z.object({directorate: z.string().nullable(), targets: z.array(TargetStanding)});
export type TargetList = z.infer<typeof TargetList>;

export const TargetDetail = z.object({
  directorate: z.string().nullable(),
  target: TargetStanding,
  chart: z.array(z.object({on: z.iso.date(), trained: z.int().nullable(), line: z.number().nullable()})),
  /** By directorate; empty where one alone is shown. */
  parts: z.array(z.object({directorate: z.string(), name: z.string(), headcount: z.int().nullable(), needed: z.int().nullable(), trained: z.int()})),
  /** What a coordinator may change, and the revision that a change has to name; null for leads. */
  settings: TargetSettings.nullable(),
  revision: z.int(),
});
export type TargetDetail = z.infer<typeof TargetDetail>;

/** Somebody still to be trained, as their lead sees them. */
export const ToTrain = z.object({
  email: z.string(), name: z.string().nullable(), team: z.string().nullable(), jobRole: z.string().nullable(),
  hasStarted: z.boolean(),
  /** Of the course of the target in which the fewest are left. */
  lessonsLeft: z.int(),
  /** A course run in which they have a place or asked for one. */
  run: z.object({title: z.string(), startsOn: z.iso.date(), isConfirmed: z.boolean()}).nullable(),
  remindedAt: Moment.nullable(),
});
export type ToTrain = z.infer<typeof ToTrain>;
export const ToTrainList = z.object({directorate: z.string(), people: z.array(ToTrain), total: z.int(), page: z.int(), pages: z.int()});
export type ToTrainList = z.infer<typeof ToTrainList>;

/** Reminds these people, once. */
export const ReminderRequest = z.strictObject({id: RecordId, directorate: Id, people: z.array(Email).min(1, 'Choose whom to remind.').max(MOST_REMINDED)});
/** How many mails go, and why others do not. */
export const ReminderOutcome = z.object({queued: z.int(), recently: z.int(), notOnList: z.int()});
export type ReminderOutcome = z.infer<typeof ReminderOutcome>;

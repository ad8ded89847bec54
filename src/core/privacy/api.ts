import * as z from 'zod';
import {PersonChange, Role} from '../records/api.ts';
import {RecordId} from '../records/learningRecord.ts';

const Moment = z.iso.datetime({offset: true});

/** Rows of one table in which a person stands. Values are as the database has them; ids of other people are replaced by their roles. */
const DataTable = z.object({
  table: z.string(), what: z.string(), why: z.string(), howLong: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())),
  /** Rows about somebody else in which the person acted: ids and times alone. */
  acted: z.array(z.record(z.string(), z.unknown())),
});

/** Everything that the service holds about one person. */
export const MyData = z.object({
  madeAt: Moment,
  groups: z.array(z.object({group: z.string(), title: z.string(), tables: z.array(DataTable)})),
  /** Who looked, the newest first. */
  looks: z.array(z.object({viewer: z.string().nullable(), role: Role, what: z.string(), day: z.iso.date(), times: z.int(), lastAt: Moment})),
  /** What was done with the person's data, the newest first. `by`: `you`, a role, or null for the service and its command line. */
  acts: z.array(z.object({at: Moment, action: z.string(), by: z.string().nullable()})),
});
export type MyData = z.infer<typeof MyData>;
export type DataTable = z.infer<typeof DataTable>;

/** Why a coordinator erases somebody: a choice from a list, so that no story about a person is kept. */
export const ERASURE_REASONS = {
  asked: 'They asked for it',
  left: 'They have left the organisation',
  mistake: 'The account was made by mistake',
} as const;
export const ErasureReason = z.enum(['asked', 'left', 'mistake']);
export type ErasureReason = z.infer<typeof ErasureReason>;

/** Asks to be erased. The id is made on the device. */
export const OwnErasure = z.strictObject({id: RecordId});
const PersonId = z.uuid('Look the person up first.');
/** A coordinator erases somebody. */
export const ErasureByCoordinator = z.strictObject({id: RecordId, personId: PersonId, reason: ErasureReason});
export type ErasureByCoordinator = z.infer<typeof ErasureByCoordinator>;
/** What came of it. */
export const ErasureDone = z.object({id: z.string(), erasedAt: Moment});
export type ErasureDone = z.infer<typeof ErasureDone>;

/** A coordinator takes a copy of what is held about somebody, for a subject access request. */
export const DataExport = z.strictObject({personId: PersonId});
/** A coordinator puts a name right. */
export const NameCorrection = z.strictObject({displayName: PersonChange.shape.displayName.unwrap()});

/** One person as a coordinator finds them by their exact address. */
export const FoundPerson = z.object({
  id: z.string(), email: z.string(), displayName: z.string().nullable(), directorate: z.string().nullable(), role: Role, since: Moment,
});
export type FoundPerson = z.infer<typeof FoundPerson>;

/** Erasures as `askwell erasures --json` writes them and `askwell restore --erasures` reads them. */
export const ErasureList = z.object({erasures: z.array(z.object({id: RecordId, personId: z.uuid(), reason: ErasureReason.nullable(), erasedAt: Moment}))});
export type ErasureList = z.infer<typeof ErasureList>;

import type {CohortMember} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';
import {changeBooking} from './bookings.ts';

export interface CohortRow {
  id: string;
  courseId: string;
  /** Of the course when the run was opened; null for runs that are older than this figure. */
  courseVersion: number | null;
  title: string;
  startsOn: string;
  joinCode: string;
  /** Who opened it. Who teaches it stands in cohort_trainers. */
  trainerId: string;
  trainerName: string | null;
  capacity: number | null;
  confirms: boolean;
  isListed: boolean;
  timeZone: string;
  revision: number;
  /** Who changed it last, and when; null where nobody did. */
  updatedBy: string | null;
  updatedAt: string | null;
  cancelledAt: string | null;
  cancelledReason: string | null;
  bodyHash: string | null;
}

/** Course runs listed at once. */
export const LIST_LIMIT = 100;
/** Runs that one person joined, and members of a run, listed at once. */
const MOST_LISTED = 500;
/** Runs offered to book, listed at once. */
const OFFER_LIMIT = 50;

const COHORT = `c.id::text as id, c.course_id as "courseId", c.course_version as "courseVersion", c.title, c.starts_on as "startsOn", c.join_code as "joinCode",
  c.trainer_id::text as "trainerId", t.display_name as "trainerName", c.capacity, c.confirms, c.is_listed as "isListed", c.time_zone as "timeZone", c.revision,
  coalesce(u.display_name, u.email) as "updatedBy", c.updated_at as "updatedAt", c.cancelled_at as "cancelledAt", c.cancelled_reason as "cancelledReason", c.body_hash as "bodyHash"`;
const FROM = 'from cohorts c join people t on t.id = c.trainer_id left join people u on u.id = c.updated_by';

type NewCohortRow = Pick<CohortRow, 'id' | 'courseId' | 'title' | 'startsOn' | 'joinCode' | 'trainerId'>
  & Partial<Pick<CohortRow, 'courseVersion' | 'capacity' | 'confirms' | 'isListed' | 'timeZone' | 'bodyHash'>>;

/** Adds the cohort with its first trainer, unless its id is there. The join code is made by the caller; true when it was added. */
export async function addCohort(db: Queries, cohort: NewCohortRow, now: Date): Promise<boolean> {
  const rows = await db.query<{id: string}>(
    `insert into cohorts (id, course_id, title, starts_on, join_code, trainer_id, created_at, course_version, capacity, confirms, is_listed, time_zone, body_hash)
     values ($1::uuid, $2, $3, $4::date, $5, $6::uuid, $7::timestamptz, $8::int, $9::int, $10::boolean, $11::boolean, $12, $13) on conflict (id) do nothing returning id::text as id`,
    [
      cohort.id, cohort.courseId, cohort.title, cohort.startsOn, cohort.joinCode, cohort.trainerId, now.toISOString(), cohort.courseVersion ?? null,
      cohort.capacity ?? null, cohort.confirms ?? false, cohort.isListed ?? false, cohort.timeZone ?? 'Europe/London', cohort.bodyHash ?? null,
    ],
  );
  if (rows.length > 0) await addTrainer(db, cohort.id, cohort.trainerId, now);
  return rows.length > 0;
}

export async function findCohort(db: Queries, id: string): Promise<CohortRow | undefined> {
  const rows = await db.query<CohortRow>(`select ${COHORT} ${FROM} where c.id = $1::uuid`, [id]);
  return rows[0];
}

/** Holds a run until the transaction ends, so that bookings and changes of it wait for each other; gives it as it is then. */
export async function lockCohort(db: Queries, id: string): Promise<CohortRow> {
  await db.query('select id from cohorts where id = $1::uuid for update', [id]);
  const row = await findCohort(db, id);
  if (!row) throw new Error('A course run was found and is gone.');
  return row;
}

export async function findByJoinCode(db: Queries, joinCode: string): Promise<CohortRow | undefined> {
  const rows = await db.query<CohortRow>(`select ${COHORT} ${FROM} where c.join_code = $1`, [joinCode]);
  return rows[0];
}

/** Cohorts that a trainer teaches, newest first; everybody's when the trainer is null. `before`: only those after this one in the list. */
export function listCohorts(db: Queries, trainerId: string | null, before: {startsOn: string; id: string} | null = null): Promise<CohortRow[]> {
  // Two plain statements, so that each is served by its own index.
  const mine = trainerId === null ? '' : 'join cohort_trainers m on m.cohort_id = c.id and m.person_id = $3::uuid';
  return db.query<CohortRow>(
    `select ${COHORT} ${FROM} ${mine} where $1::date is null or (c.starts_on, c.id) < ($1::date, $2::uuid) order by c.starts_on desc, c.id desc limit ${LIST_LIMIT}`,
    [before?.startsOn ?? null, before?.id ?? null, ...(trainerId === null ? [] : [trainerId])],
  );
}

export async function listCohortsOf(db: Queries, ids: readonly string[]): Promise<CohortRow[]> {
  return db.query<CohortRow>(`select ${COHORT} ${FROM} where c.id = any($1::uuid[])`, [ids]);
}

/** Runs that anybody may book: listed, not cancelled, and starting on this day or later, or with a session after this moment. The next first. */
export function listOpenCohorts(db: Queries, today: string, now: Date): Promise<CohortRow[]> {
  return db.query<CohortRow>(
    `select ${COHORT} ${FROM} where c.is_listed and c.cancelled_at is null and (c.starts_on >= $1::date
       or exists (select from course_sessions s where s.cohort_id = c.id and s.starts_at > $2::timestamptz and s.cancelled_at is null))
     order by c.starts_on, c.id limit ${OFFER_LIMIT}`,
    [today, now.toISOString()],
  );
}

/** Changes what trainers may change of a run, and raises its revision. It must be locked. */
export async function changeCohort(db: Queries, id: string, {title, capacity, confirms, isListed}: Pick<CohortRow, 'title' | 'capacity' | 'confirms' | 'isListed'>, by: string, now: Date): Promise<void> {
  await db.query(
    `update cohorts set title = $2, capacity = $3::int, confirms = $4::boolean, is_listed = $5::boolean, revision = revision + 1, updated_by = $6::uuid, updated_at = $7::timestamptz where id = $1::uuid`,
    [id, title, capacity, confirms, isListed, by, now.toISOString()],
  );
}

/** Cancels a run. It must be locked. Nothing of it is deleted. */
export async function cancelCohort(db: Queries, id: string, reason: string, by: string, now: Date): Promise<void> {
  await db.query(
    'update cohorts set cancelled_at = $4::timestamptz, cancelled_reason = $2, revision = revision + 1, updated_by = $3::uuid, updated_at = $4::timestamptz where id = $1::uuid',
    [id, reason, by, now.toISOString()],
  );
}

export interface TrainerRow {
  cohortId: string;
  id: string;
  displayName: string | null;
  email: string;
}

/** The trainers of these runs, in the order in which they were added. */
export function listTrainers(db: Queries, cohortIds: readonly string[]): Promise<TrainerRow[]> {
  return db.query<TrainerRow>(
    `select m.cohort_id::text as "cohortId", p.id::text as id, p.display_name as "displayName", p.email
     from cohort_trainers m join people p on p.id = m.person_id where m.cohort_id = any($1::uuid[]) order by m.added_at, p.email`,
    [cohortIds],
  );
}

export async function isTrainerOf(db: Queries, cohortId: string, personId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from cohort_trainers where cohort_id = $1::uuid and person_id = $2::uuid', [cohortId, personId]);
  return rows.length > 0;
}

/** Makes somebody a trainer of the run; false when they are one. */
export async function addTrainer(db: Queries, cohortId: string, personId: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    'insert into cohort_trainers (cohort_id, person_id, added_at) values ($1::uuid, $2::uuid, $3::timestamptz) on conflict do nothing returning 1 as one',
    [cohortId, personId, now.toISOString()],
  );
  return rows.length > 0;
}

export async function removeTrainer(db: Queries, cohortId: string, personId: string): Promise<void> {
  await db.query('delete from cohort_trainers where cohort_id = $1::uuid and person_id = $2::uuid', [cohortId, personId]);
}

/** The person with this address, when their role lets them run courses. */
export async function findWhoTeaches(db: Queries, email: string): Promise<string | undefined> {
  const rows = await db.query<{id: string}>("select id::text as id from people where email = $1 and role in ('trainer', 'lead', 'coordinator')", [email]);
  return rows[0]?.id;
}

export interface CohortCounts {
  id: string;
  joined: number;
  passed: number;
  completed: number;
}

/** How many joined, passed and completed, for cohorts of one course whose assessment is given. */
export function countMembers(db: Queries, cohortIds: readonly string[], assessment: string): Promise<CohortCounts[]> {
  return db.query<CohortCounts>(
    // The lateral join looks up each member by index; left to choose, a database without figures on attempts reads all of one quiz.
    `select m.cohort_id::text as id, count(*)::int as joined, count(a.one)::int as passed, count(k.person_id)::int as completed
     from cohort_members m
     join cohorts c on c.id = m.cohort_id
     left join completions k on k.person_id = m.person_id and k.course_id = c.course_id
     left join lateral (select 1 as one from attempts x where x.person_id = m.person_id and x.quiz_id = $2 and x.passed limit 1) a on true
     where m.cohort_id = any($1::uuid[]) group by m.cohort_id`,
    [cohortIds, assessment],
  );
}

/** The members as their trainer sees them, by name. A lesson counts as done when its practice was answered or it was recognised. */
export function listMembers(db: Queries, cohort: CohortRow, assessment: string, lessons: readonly {id: string; practice: string}[]): Promise<(Omit<CohortMember, 'lessons'> & {personId: string})[]> {
  return db.query<Omit<CohortMember, 'lessons'> & {personId: string}>(
    `select p.id::text as "personId", p.display_name as "displayName", p.email, p.directorate, m.joined_at as "joinedAt",
            (select count(*) from unnest($3::text[], $5::text[]) as l(practice, lesson)
             where exists (select from attempts a where a.person_id = p.id and a.quiz_id = l.practice)
                or exists (select from recognised_lessons r where r.person_id = p.id and r.course_id = $4 and r.lesson_id = l.lesson))::int as "lessonsDone",
            (select min(a.at) from attempts a where a.person_id = p.id and a.quiz_id = $2 and a.passed) as "passedAt",
            k.completed_at as "completedAt"
     from cohort_members m
     join people p on p.id = m.person_id
     left join completions k on k.person_id = p.id and k.course_id = $4
     where m.cohort_id = $1::uuid order by lower(coalesce(p.display_name, p.email)), p.email limit ${MOST_LISTED}`,
    [cohort.id, assessment, lessons.map(({practice}) => practice), cohort.courseId, lessons.map(({id}) => id)],
  );
}

/** Makes somebody a member who booked nothing by themselves: their place is confirmed at once. For sample data. */
export async function addMember(db: Queries, cohortId: string, personId: string, now: Date): Promise<void> {
  await changeBooking(db, cohortId, {personId, from: null, to: 'confirmed', askedAt: now.toISOString()}, {reason: null, changedBy: personId}, now);
}

/** The cohorts that a person joined, newest first. */
export function listJoined(db: Queries, personId: string): Promise<{id: string; courseId: string; title: string; startsOn: string; joinedAt: string}[]> {
  return db.query(
    `select c.id::text as id, c.course_id as "courseId", c.title, c.starts_on as "startsOn", m.joined_at as "joinedAt"
     from cohort_members m join cohorts c on c.id = m.cohort_id where m.person_id = $1::uuid order by m.joined_at desc limit ${MOST_LISTED}`,
    [personId],
  );
}

/** Ids of the members of a run. */
export async function listMemberIds(db: Queries, cohortId: string): Promise<string[]> {
  const rows = await db.query<{id: string}>('select person_id::text as id from cohort_members where cohort_id = $1::uuid order by 1', [cohortId]);
  return rows.map(({id}) => id);
}

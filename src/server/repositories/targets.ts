import type {TargetSettings} from '#core/targets/api.ts';
import type {Queries} from '../database/database.ts';

export interface TargetRow extends TargetSettings {
  id: string;
  revision: number;
  createdBy: string;
  createdAt: string;
  bodyHash: string;
}

interface Kept extends Omit<TargetRow, 'headcount'> {
  total: number | null;
  headParts: Record<string, number>;
}

/** Targets listed at once. */
const LIST_LIMIT = 200;

const TARGET = `id::text as id, series, title, course_ids as "courseIds", directorates, job_roles as "jobRoles", counts, headcount as total, head_parts as "headParts",
  percent, due_on as by, note, revision, created_by::text as "createdBy", created_at as "createdAt", body_hash as "bodyHash"`;

const toRow = ({total, headParts, ...row}: Kept): TargetRow => ({...row, headcount: total === null ? {from: 'staff-list'} : {from: 'typed', total, parts: headParts}});
const toParams = ({series, title, courseIds, directorates, jobRoles, counts, headcount, percent, by, note}: TargetSettings): unknown[] => [
  series, title, courseIds, directorates, jobRoles, counts, headcount.from === 'typed' ? headcount.total : null,
  JSON.stringify(headcount.from === 'typed' ? headcount.parts : {}), percent, by, note,
];

/** Targets by their date; tranches of one series come in that order. With a directorate, those that count it. */
export async function listTargets(db: Queries, directorate: string | null): Promise<TargetRow[]> {
  const rows = await db.query<Kept>(
    `select ${TARGET} from targets where $1::text is null or directorates = '{}' or $1 = any(directorates) order by due_on, percent, id limit ${LIST_LIMIT}`,
    [directorate],
  );
  return rows.map(toRow);
}

export async function findTarget(db: Queries, id: string): Promise<TargetRow | undefined> {
  const [row] = await db.query<Kept>(`select ${TARGET} from targets where id = $1::uuid`, [id]);
  return row && toRow(row);
}

export async function countTargets(db: Queries): Promise<number> {
  const [row] = await db.query<{count: number}>('select count(*)::int as count from targets');
  return row?.count ?? 0;
}

/** Adds the target unless its id is there; true when it was added. */
export async function addTarget(db: Queries, target: TargetSettings & {id: string; createdBy: string; bodyHash: string}, now: Date): Promise<boolean> {
  const rows = await db.query(
    `insert into targets (series, title, course_ids, directorates, job_roles, counts, headcount, head_parts, percent, due_on, note, id, created_by, created_at, body_hash)
     values ($1, $2, $3::text[], $4::text[], $5::text[], $6, $7::int, $8::jsonb, $9::int, $10::date, $11, $12::uuid, $13::uuid, $14::timestamptz, $15)
     on conflict (id) do nothing returning id::text as id`,
    [...toParams(target), target.id, target.createdBy, now.toISOString(), target.bodyHash],
  );
  return rows.length > 0;
}

/** Changes a target that still stands at this revision; false when it does not. */
export async function changeTarget(db: Queries, id: string, revision: number, settings: TargetSettings): Promise<boolean> {
  const rows = await db.query(
    `update targets set series = $1, title = $2, course_ids = $3::text[], directorates = $4::text[], job_roles = $5::text[], counts = $6, headcount = $7::int,
       head_parts = $8::jsonb, percent = $9::int, due_on = $10::date, note = $11, revision = revision + 1
     where id = $12::uuid and revision = $13::int returning id::text as id`,
    [...toParams(settings), id, revision],
  );
  return rows.length > 0;
}

/** True when it was there. */
export async function removeTarget(db: Queries, id: string): Promise<boolean> {
  return (await db.query('delete from targets where id = $1::uuid returning id::text as id', [id])).length > 0;
}

/** A course, and the first moment from which its completions count (null: all do). */
export interface CountedCourse {
  id: string;
  since: string | null;
}

/** Whose directorate counts: that of the staff list, or that of the account. */
export type Basis = 'staff-list' | 'typed';

export interface TrainedRow {
  directorate: string | null;
  /** One of the roles asked for; empty for all others, and on accounts. */
  roleKey: string;
  trained: number;
  recent: number;
  first: string;
}

const PLACE: Readonly<Record<Basis, {directorate: string; role: string; isCounted: string}>> = {
  'staff-list': {directorate: 'k.staff_directorate', role: 'k.staff_role', isCounted: 'k.staff_directorate is not null'},
  typed: {directorate: 'k.directorate', role: "''", isCounted: 'true'},
};

/** When a completion counts from: for those that count while they are current, the last renewal. */
const fromOf = (counts: TargetSettings['counts']): string => (counts === 'ever' ? 'k.completed_at' : 'greatest(k.completed_at, k.renewed_at)');

interface Asked {
  basis: Basis;
  counts: TargetSettings['counts'];
  courses: readonly CountedCourse[];
  /** One directorate alone; null for all. */
  directorate: string | null;
  /** Job roles to tell apart. */
  roleKeys: readonly string[];
}

/**
 * The people who have completed any of the courses, one row each. $1: courses, $2: since, $3: directorate or null, $4: roles that are told
 * apart. Each course is counted off one index, in its order; several are put together by person, course by course, which is quicker than
 * grouping all their rows.
 */
function trainedPeople({basis, counts, courses, roleKeys}: Asked): string {
  const {directorate, role, isCounted} = PLACE[basis];
  const from = fromOf(counts);
  const told = roleKeys.length === 0 ? "''::text" : `case when ${role} = any($4::text[]) then ${role} else '' end`;
  const ofCourse = (place: number): string => `select k.person_id, ${directorate} as directorate, ${told} as role_key, ${from} as at from completions k
    where k.course_id = ($1::text[])[${place}] and ${isCounted} and ($3::text is null or ${directorate} = $3) and $4::text[] is not null
      and (($2::timestamptz[])[${place}] is null or ${from} >= ($2::timestamptz[])[${place}])`;
  return courses.slice(1).reduce((before, _, index) =>
    `select coalesce(a.person_id, b.person_id) as person_id, coalesce(a.directorate, b.directorate) as directorate, coalesce(a.role_key, b.role_key) as role_key, least(a.at, b.at) as at
     from (${before}) a full join (${ofCourse(index + 2)}) b on b.person_id = a.person_id`, ofCourse(1));
}

const paramsOf = ({courses, directorate, roleKeys}: Asked): unknown[] => [courses.map(({id}) => id), courses.map(({since}) => since), directorate, roleKeys];

/** People trained, those among them since a moment, and the first, by directorate and role. */
export function countTrained(db: Queries, asked: Asked, recentSince: string): Promise<TrainedRow[]> {
  return db.query<TrainedRow>(
    `select directorate, role_key as "roleKey", count(*)::int as trained, count(*) filter (where at >= $5::timestamptz)::int as recent, min(at) as first
     from (${trainedPeople(asked)}) t group by directorate, role_key`,
    [...paramsOf(asked), recentSince],
  );
}

/** People trained from the first of these moments on, by directorate, role and stretch of time: 1 from the first moment, 2 from the second, and so forth. */
export function countTrainedByTime(db: Queries, asked: Asked, moments: readonly string[]): Promise<{directorate: string | null; roleKey: string; stretch: number; trained: number}[]> {
  return db.query(
    `select directorate, role_key as "roleKey", width_bucket(at, $5::timestamptz[]) as stretch, count(*)::int as trained
     from (${trainedPeople(asked)}) t where at >= ($5::timestamptz[])[1] group by 1, 2, 3`,
    [...paramsOf(asked), moments],
  );
}

export interface ToTrainRow {
  email: string;
  personId: string | null;
  name: string | null;
  team: string | null;
  jobRole: string | null;
  hasStarted: boolean;
  remindedAt: string | null;
  total: number;
}

const ROSTER: Readonly<Record<Basis, string>> = {
  'staff-list': `select s.email, p.id as person_id, coalesce(s.name, p.display_name) as name, s.team, s.job_role from staff_members s left join people p on p.email = s.email
    where s.directorate = $1 and ($2::text[] = '{}' or s.role_key = any($2::text[]))`,
  typed: `select p.email, p.id as person_id, p.display_name as name, null::text as team, null::text as job_role from people p where p.directorate = $1 and $2::text[] is not null`,
};

export interface ToTrainAsked {
  basis: Basis;
  counts: TargetSettings['counts'];
  courses: readonly CountedCourse[];
  directorate: string;
  roleKeys: readonly string[];
  /** These alone; null for everybody. */
  emails: readonly string[] | null;
}

/** People of one directorate who count and have completed none of the courses, by name. `total`: of all of them. */
export function listToTrain(db: Queries, {basis, counts, courses, directorate, roleKeys, emails}: ToTrainAsked, limit: number, offset: number): Promise<ToTrainRow[]> {
  const from = fromOf(counts);
  return db.query<ToTrainRow>(
    `select r.email, r.person_id::text as "personId", r.name, r.team, r.job_role as "jobRole",
            exists (select from course_starts b where b.person_id = r.person_id and b.course_id = any($3::text[])) as "hasStarted",
            (select max(m.sent_at) from training_reminders m where m.email = r.email and m.course_id = any($3::text[])) as "remindedAt",
            (count(*) over ())::int as total
     from (${ROSTER[basis]}) r
     where ($5::text[] is null or r.email = any($5::text[])) and not exists (
       select from completions k join unnest($3::text[], $4::timestamptz[]) as c(id, since) on c.id = k.course_id
       where k.person_id = r.person_id and (c.since is null or ${from} >= c.since))
     order by lower(coalesce(r.name, r.email)), r.email limit $6::int offset $7::int`,
    [directorate, roleKeys, courses.map(({id}) => id), courses.map(({since}) => since), emails, limit, offset],
  );
}

/** Lessons that these people have done: their practice answered, or recognised. One row for each person and course with any. */
export function countLessonsDone(db: Queries, personIds: readonly string[], lessons: readonly {courseId: string; lessonId: string; practice: string}[]): Promise<{personId: string; courseId: string; done: number}[]> {
  return db.query(
    `select p.id::text as "personId", l.course_id as "courseId", count(*)::int as done
     from unnest($1::uuid[]) as p(id) cross join unnest($2::text[], $3::text[], $4::text[]) as l(course_id, lesson_id, practice)
     where exists (select from attempts a where a.person_id = p.id and a.quiz_id = l.practice)
        or exists (select from recognised_lessons r where r.person_id = p.id and r.course_id = l.course_id and r.lesson_id = l.lesson_id)
     group by p.id, l.course_id`,
    [personIds, lessons.map(({courseId}) => courseId), lessons.map(({lessonId}) => lessonId), lessons.map(({practice}) => practice)],
  );
}

export interface BookedRow {
  personId: string;
  title: string;
  startsOn: string;
  isConfirmed: boolean;
}

/** The course run of any of these courses in which each of these people has a place or asked for one; the last to start. */
export function listBooked(db: Queries, personIds: readonly string[], courseIds: readonly string[]): Promise<BookedRow[]> {
  return db.query<BookedRow>(
    `select distinct on (b.person_id) b.person_id::text as "personId", c.title, c.starts_on as "startsOn", b.state = 'confirmed' as "isConfirmed"
     from bookings b join cohorts c on c.id = b.cohort_id
     where b.person_id = any($1::uuid[]) and c.course_id = any($2::text[]) and b.state <> 'cancelled' and c.cancelled_at is null
     order by b.person_id, c.starts_on desc, c.id desc`,
    [personIds, courseIds],
  );
}

/** Any fixed number will do; it is the name of the lock under which reminders are sent one press after the other. */
const REMINDER_LOCK = 7_225_539;

export async function lockReminders(db: Queries): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1::bigint)::text as lock', [REMINDER_LOCK]);
}

export interface ReminderRequestRow {
  id: string;
  targetId: string;
  sentBy: string;
  bodyHash: string;
  queued: number;
  recently: number;
  notOnList: number;
}

export async function findReminderRequest(db: Queries, id: string): Promise<ReminderRequestRow | undefined> {
  const rows = await db.query<ReminderRequestRow>(
    `select id::text as id, target_id::text as "targetId", sent_by::text as "sentBy", body_hash as "bodyHash", queued, recently, not_on_list as "notOnList"
     from training_reminder_requests where id = $1::uuid`,
    [id],
  );
  return rows[0];
}

/** Writes down a press and whom it reminds of which courses. */
export async function addReminders(db: Queries, request: ReminderRequestRow, emails: readonly string[], courseIds: readonly string[], now: Date): Promise<void> {
  await db.query(
    `insert into training_reminder_requests (id, target_id, sent_by, body_hash, queued, recently, not_on_list, sent_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4, $5::int, $6::int, $7::int, $8::timestamptz)`,
    [request.id, request.targetId, request.sentBy, request.bodyHash, request.queued, request.recently, request.notOnList, now.toISOString()],
  );
  await db.query(
    `insert into training_reminders (email, course_id, sent_at) select e, c, $3::timestamptz from unnest($1::text[]) e cross join unnest($2::text[]) c
     on conflict (email, course_id) do update set sent_at = excluded.sent_at`,
    [emails, courseIds, now.toISOString()],
  );
}

/** Reminders decide nothing after two weeks; they are shown for two months. */
export async function removeOldTrainingReminders(db: Queries, now: Date): Promise<void> {
  await db.query("delete from training_reminders where sent_at < $1::timestamptz - interval '60 days'", [now.toISOString()]);
  await db.query("delete from training_reminder_requests where sent_at < $1::timestamptz - interval '60 days'", [now.toISOString()]);
}

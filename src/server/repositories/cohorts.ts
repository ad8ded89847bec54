import type {CohortMember} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

export interface CohortRow {
  id: string;
  courseId: string;
  title: string;
  startsOn: string;
  joinCode: string;
  trainerId: string;
  trainerName: string | null;
}

/** Course runs listed at once, newest first. */
const LIST_LIMIT = 500;
/** People in one course run. */
export const MOST_MEMBERS = 500;

const COHORT = `c.id::text as id, c.course_id as "courseId", c.title, c.starts_on as "startsOn", c.join_code as "joinCode",
  c.trainer_id::text as "trainerId", t.display_name as "trainerName"`;
const FROM = 'from cohorts c join people t on t.id = c.trainer_id';

/** Adds the cohort unless its id is there. The join code is made by the caller; true when it was added. */
export async function addCohort(db: Queries, cohort: Omit<CohortRow, 'trainerName'>, now: Date): Promise<boolean> {
  const rows = await db.query<{id: string}>(
    `insert into cohorts (id, course_id, title, starts_on, join_code, trainer_id, created_at)
     values ($1::uuid, $2, $3, $4::date, $5, $6::uuid, $7::timestamptz) on conflict (id) do nothing returning id::text as id`,
    [cohort.id, cohort.courseId, cohort.title, cohort.startsOn, cohort.joinCode, cohort.trainerId, now.toISOString()],
  );
  return rows.length > 0;
}

export async function findCohort(db: Queries, id: string): Promise<CohortRow | undefined> {
  const rows = await db.query<CohortRow>(`select ${COHORT} ${FROM} where c.id = $1::uuid`, [id]);
  return rows[0];
}

export async function findByJoinCode(db: Queries, joinCode: string): Promise<CohortRow | undefined> {
  const rows = await db.query<CohortRow>(`select ${COHORT} ${FROM} where c.join_code = $1`, [joinCode]);
  return rows[0];
}

/** The trainer's own cohorts; everybody's when the trainer is null. */
export function listCohorts(db: Queries, trainerId: string | null): Promise<CohortRow[]> {
  return db.query<CohortRow>(
    `select ${COHORT} ${FROM} where $1::uuid is null or c.trainer_id = $1::uuid order by c.starts_on desc, c.id desc limit ${LIST_LIMIT}`,
    [trainerId],
  );
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
    `select m.cohort_id::text as id, count(*)::int as joined,
            count(*) filter (where exists (select from attempts a where a.person_id = m.person_id and a.quiz_id = $2 and a.passed))::int as passed,
            count(k.person_id)::int as completed
     from cohort_members m
     join cohorts c on c.id = m.cohort_id
     left join completions k on k.person_id = m.person_id and k.course_id = c.course_id
     where m.cohort_id = any($1::uuid[]) group by m.cohort_id`,
    [cohortIds, assessment],
  );
}

/** The members as their trainer sees them, by name. A lesson counts as done when its practice was answered or it was recognised. */
export function listMembers(db: Queries, cohort: CohortRow, assessment: string, lessons: readonly {id: string; practice: string}[]): Promise<Omit<CohortMember, 'lessons'>[]> {
  return db.query<Omit<CohortMember, 'lessons'>>(
    `select p.display_name as "displayName", p.email, p.directorate, m.joined_at as "joinedAt",
            (select count(*) from unnest($3::text[], $5::text[]) as l(practice, lesson)
             where exists (select from attempts a where a.person_id = p.id and a.quiz_id = l.practice)
                or exists (select from recognised_lessons r where r.person_id = p.id and r.course_id = $4 and r.lesson_id = l.lesson))::int as "lessonsDone",
            (select min(a.at) from attempts a where a.person_id = p.id and a.quiz_id = $2 and a.passed) as "passedAt",
            k.completed_at as "completedAt"
     from cohort_members m
     join people p on p.id = m.person_id
     left join completions k on k.person_id = p.id and k.course_id = $4
     where m.cohort_id = $1::uuid order by lower(coalesce(p.display_name, p.email)), p.email limit ${MOST_MEMBERS}`,
    [cohort.id, assessment, lessons.map(({practice}) => practice), cohort.courseId, lessons.map(({id}) => id)],
  );
}

/** Makes joins of one cohort wait for each other, so that the limit on its size holds; gives how many are in it. */
export async function lockAndCount(db: Queries, cohortId: string): Promise<number> {
  await db.query('select id from cohorts where id = $1::uuid for update', [cohortId]);
  const rows = await db.query<{count: number}>('select count(*)::int as count from cohort_members where cohort_id = $1::uuid', [cohortId]);
  return rows[0]?.count ?? 0;
}

export async function isMember(db: Queries, cohortId: string, personId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from cohort_members where cohort_id = $1::uuid and person_id = $2::uuid', [cohortId, personId]);
  return rows.length > 0;
}

export async function addMember(db: Queries, cohortId: string, personId: string, now: Date): Promise<void> {
  await db.query('insert into cohort_members (cohort_id, person_id, joined_at) values ($1::uuid, $2::uuid, $3::timestamptz) on conflict do nothing', [cohortId, personId, now.toISOString()]);
}

/** The cohorts that a person joined, newest first. */
export function listJoined(db: Queries, personId: string): Promise<{id: string; courseId: string; title: string; startsOn: string; joinedAt: string}[]> {
  return db.query(
    `select c.id::text as id, c.course_id as "courseId", c.title, c.starts_on as "startsOn", m.joined_at as "joinedAt"
     from cohort_members m join cohorts c on c.id = m.cohort_id where m.person_id = $1::uuid order by m.joined_at desc limit ${LIST_LIMIT}`,
    [personId],
  );
}

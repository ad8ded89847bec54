import type {RegisterMark} from '#core/attendance/api.ts';
import type {SessionFact} from '#core/courses/attendance.ts';
import type {Queries} from '../database/database.ts';

/** Sessions and people of one course run in one answer; a run holds far fewer. */
const MOST_SESSIONS = 200;
const MOST_PEOPLE = 1000;
/** Course runs in somebody's own list, newest first. */
const MOST_RUNS = 100;

const SESSION = `s.id::text as id, s.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.is_mandatory as "isMandatory", s.cancelled_at is not null as "isCancelled"`;
const MARK = `m.id::text as id, m.session_id::text as "sessionId", m.person_id::text as "personId", m.mark, m.minutes, m.reason, m.saw_id::text as "sawId",
  m.settles::text[] as settles, m.marked_at as at, m.body_hash as "bodyHash", b.id::text as "byId", coalesce(b.display_name, b.email) as "byName"`;
const MARKS = `from attendance_marks m join people b on b.id = m.marked_by`;

export type SessionRow = SessionFact & {cohortId: string};

/** A mark with what the service keeps beside it. */
export interface KeptMark extends RegisterMark {
  bodyHash: string;
}
type MarkRow = Omit<KeptMark, 'by'> & {byId: string; byName: string};

const toMark = ({byId, byName, ...row}: MarkRow): KeptMark => ({...row, by: {id: byId, name: byName}});

/** The sessions of these course runs, in order of time. */
export function listSessions(db: Queries, cohortIds: readonly string[]): Promise<SessionRow[]> {
  return db.query<SessionRow>(
    `select ${SESSION}, s.cohort_id::text as "cohortId" from course_sessions s where s.cohort_id = any($1::uuid[])
     order by s.starts_at, s.id limit ${MOST_SESSIONS * MOST_RUNS}`,
    [cohortIds],
  );
}

export interface RegisterPerson {
  id: string;
  name: string;
  isMember: boolean;
}

/** Whoever has a place in a course run, and whoever was marked in it and has left since, by name. */
export function listPeople(db: Queries, cohortId: string): Promise<RegisterPerson[]> {
  return db.query<RegisterPerson>(
    `select p.id::text as id, coalesce(p.display_name, p.email) as name, c.person_id is not null as "isMember"
     from people p left join cohort_members c on c.person_id = p.id and c.cohort_id = $1::uuid
     where p.id in (select person_id from cohort_members where cohort_id = $1::uuid
                    union select m.person_id from attendance_marks m join course_sessions s on s.id = m.session_id where s.cohort_id = $1::uuid)
     order by lower(coalesce(p.display_name, p.email)), p.id limit ${MOST_PEOPLE}`,
    [cohortId],
  );
}

/** Those of these people who have or had a confirmed place in the course run. */
export async function findEverMembers(db: Queries, cohortId: string, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{id: string}>(
    `select person_id::text as id from cohort_members where cohort_id = $1::uuid and person_id = any($2::uuid[])
     union select person_id::text from booking_changes
     where cohort_id = $1::uuid and person_id = any($2::uuid[]) and (to_state = 'confirmed' or from_state = 'confirmed')`,
    [cohortId, personIds],
  );
  return new Set(rows.map(({id}) => id));
}

/** All marks of a course run. */
export async function listRunMarks(db: Queries, cohortId: string): Promise<KeptMark[]> {
  const rows = await db.query<MarkRow>(`select ${MARK} ${MARKS} join course_sessions s on s.id = m.session_id where s.cohort_id = $1::uuid`, [cohortId]);
  return rows.map(toMark);
}

/** All marks of a person, or of a person in one session. */
export async function listPersonMarks(db: Queries, personId: string, sessionId: string | null = null): Promise<KeptMark[]> {
  const rows = await db.query<MarkRow>(`select ${MARK} ${MARKS} where m.person_id = $1::uuid and ($2::uuid is null or m.session_id = $2::uuid)`, [personId, sessionId]);
  return rows.map(toMark);
}

/** The marks with these ids. */
export async function findMarks(db: Queries, ids: readonly string[]): Promise<KeptMark[]> {
  const rows = await db.query<MarkRow>(`select ${MARK} ${MARKS} where m.id = any($1::uuid[])`, [ids]);
  return rows.map(toMark);
}

/** Adds marks whose ids are new, and gives the ids added. */
export async function addMarks(db: Queries, marks: readonly KeptMark[], receivedAt: string): Promise<Set<string>> {
  const rows = await db.query<{id: string}>(
    `insert into attendance_marks (id, session_id, person_id, mark, minutes, reason, saw_id, settles, marked_by, marked_at, received_at, body_hash)
     select id, session_id, person_id, mark, minutes, reason, saw_id, settles, marked_by, marked_at, $2::timestamptz, body_hash
     from jsonb_to_recordset($1::jsonb) as m(id uuid, session_id uuid, person_id uuid, mark text, minutes int, reason text, saw_id uuid, settles uuid[],
                                             marked_by uuid, marked_at timestamptz, body_hash text)
     on conflict (id) do nothing returning id::text as id`,
    [JSON.stringify(marks.map(({id, sessionId, personId, mark, minutes, reason, sawId, settles, at, by, bodyHash}) => ({
      id, session_id: sessionId, person_id: personId, mark, minutes, reason, saw_id: sawId, settles, marked_by: by.id, marked_at: at, body_hash: bodyHash,
    }))), receivedAt],
  );
  return new Set(rows.map(({id}) => id));
}

/** The course runs in which a person has a place or was marked, newest first. */
export function listRunsOf(db: Queries, personId: string): Promise<{id: string; courseId: string; title: string; startsOn: string}[]> {
  return db.query(
    `select c.id::text as id, c.course_id as "courseId", c.title, c.starts_on as "startsOn" from cohorts c
     where c.id in (select cohort_id from cohort_members where person_id = $1::uuid
                    union select s.cohort_id from attendance_marks m join course_sessions s on s.id = m.session_id where m.person_id = $1::uuid)
     order by c.starts_on desc, c.id desc limit ${MOST_RUNS}`,
    [personId],
  );
}

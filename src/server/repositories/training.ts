import type {CertificateFact, RunFact, TaskFact, Training} from '#core/courses/api.ts';
import type {AttendanceMark} from '#core/courses/attendance.ts';
import type {Queries} from '../database/database.ts';

/** Members of a run shown at once; more than a run can hold. */
const MOST_MEMBERS = 500;

interface Row {
  kind: 'run' | 'task' | 'certificate';
  personId: string;
  courseId: string;
  /** Of the run, or of the task; empty for a certificate. */
  id: string;
  isCancelled: boolean | null;
  sessionId: string | null;
  title: string | null;
  startsAt: string | null;
  endsAt: string | null;
  isMandatory: boolean | null;
  addedAt: string | null;
  isOff: boolean | null;
  mark: AttendanceMark | null;
  minutes: number | null;
  at: string | null;
  state: TaskFact['state'] | null;
}

/** A session as the service knows it. */
type KnownSession = RunFact['sessions'][number] & {addedAt: string};
/** Facts of training with, for each session, when it was added to its run. */
export interface KnownTraining extends Training {
  runs: (Omit<RunFact, 'sessions'> & {sessions: KnownSession[]})[];
}

/**
 * What is known of these people besides attempts and completions, by person, in one question. `courseIds`: the courses whose runs and tasks
 * are wanted; `named`: those for which another body's certificate may stand. Somebody's runs are those they have a place in, and those in
 * which they were marked. `asOf`: what was received later is left out; null: nothing is. Sessions are as they are now, since no history of
 * them is kept.
 */
export async function listTraining(
  db: Queries, personIds: readonly string[], {courseIds, named}: {courseIds: readonly string[]; named: readonly string[]}, asOf: string | null = null,
): Promise<Map<string, KnownTraining>> {
  const rows = await db.query<Row>(
    `with mine as (
       select person_id, cohort_id from cohort_members where person_id = any($1::uuid[])
       union select m.person_id, s.cohort_id from attendance_marks m join course_sessions s on s.id = m.session_id where m.person_id = any($1::uuid[])
     )
     select 'run' as kind, mine.person_id::text as "personId", c.course_id as "courseId", c.id::text as id, c.cancelled_at is not null as "isCancelled",
            s.id::text as "sessionId", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.is_mandatory as "isMandatory", s.added_at as "addedAt", s.cancelled_at is not null as "isOff",
            k.mark, k.minutes, k.marked_at as at, null as state
     from mine
     join cohorts c on c.id = mine.cohort_id and c.course_id = any($2::text[])
     left join course_sessions s on s.cohort_id = c.id
     left join lateral (
       select m.mark, m.minutes, m.marked_at from attendance_marks m
       where m.session_id = s.id and m.person_id = mine.person_id and ($3::timestamptz is null or m.received_at <= $3::timestamptz)
       order by m.marked_at desc, m.id desc limit 1
     ) k on true
     union all
     select 'task', person_id::text, course_id, task_id, null, null, null, null, null, null, null, null, null, null, decided_at, verdict
     from task_results where person_id = any($1::uuid[]) and course_id = any($2::text[]) and ($3::timestamptz is null or decided_at <= $3::timestamptz)
     union all
     select 'task', person_id::text, course_id, task_id, null, null, null, null, null, null, null, null, null, null, received_at, 'handed-in'
     from task_submissions where person_id = any($1::uuid[]) and course_id = any($2::text[]) and withdrawn_at is null and ($3::timestamptz is null or received_at <= $3::timestamptz)
     union all
     select 'certificate', person_id::text, course_id, '', null, null, null, valid_from, valid_until, null, null, null, null, null, null, null
     from recognised_credentials where person_id = any($1::uuid[]) and course_id = any($4::text[]) and state = 'recognised'
       and ($3::timestamptz is null or coalesce(decided_at, received_at) <= $3::timestamptz)
     order by "personId", "startsAt"`,
    [personIds, courseIds, asOf, named],
  );
  const people = new Map<string, Known>(personIds.map((id) => [id, {runs: new Map(), tasks: [], certificates: []}]));
  for (const row of rows) {
    const mine = people.get(row.personId);
    const {kind, courseId, id, startsAt, endsAt, state, at} = row;
    if (kind === 'run') addSession(mine?.runs, row);
    else if (kind === 'task' && state !== null && at !== null) mine?.tasks.push({courseId, taskId: id, state, at});
    else if (kind === 'certificate' && startsAt !== null) mine?.certificates.push({courseId, from: startsAt, until: endsAt});
  }
  return new Map([...people].map(([id, {runs, ...rest}]) => [id, {runs: [...runs.values()], ...rest}]));
}

interface Known {
  runs: Map<string, KnownTraining['runs'][number]>;
  tasks: TaskFact[];
  certificates: CertificateFact[];
}

function addSession(runs: Known['runs'] | undefined, row: Row): void {
  const run = runs?.get(row.id) ?? {id: row.id, courseId: row.courseId, isCancelled: row.isCancelled === true, sessions: [], marks: []};
  runs?.set(row.id, run);
  const {sessionId, title, startsAt, endsAt, addedAt, mark, minutes, at} = row;
  if (sessionId === null || title === null || startsAt === null || endsAt === null || addedAt === null) return;
  run.sessions.push({id: sessionId, title, startsAt, endsAt, isMandatory: row.isMandatory === true, isCancelled: row.isOff === true, addedAt});
  if (mark !== null && at !== null) run.marks.push({sessionId, mark, minutes, at});
}

/** A member of a run, and when a completion of its course was last withdrawn from them; null for never. */
export interface MemberRow {
  id: string;
  name: string;
  withdrawnAt: string | null;
}

/** The members of a run by name. `object`: how the audit log names the course. */
export function listMembersWithWithdrawals(db: Queries, cohortId: string, object: string): Promise<MemberRow[]> {
  return db.query<MemberRow>(
    `select p.id::text as id, coalesce(p.display_name, p.email) as name,
            (select max(a.at) from audit_log a where a.subject_id = p.id and a.action = 'completion-withdrawn' and a.object = $2) as "withdrawnAt"
     from cohort_members m join people p on p.id = m.person_id
     where m.cohort_id = $1::uuid order by lower(coalesce(p.display_name, p.email)), p.email limit ${MOST_MEMBERS}`,
    [cohortId, object],
  );
}

/** Makes those who look again at these people's courses wait for each other, so that two marks at once are both counted. */
export async function lockPeople(db: Queries, personIds: readonly string[]): Promise<void> {
  await db.query('select id from people where id = any($1::uuid[]) order by id for no key update', [personIds]);
}

/** A moment at which a mark, a judged task or a recognised certificate came in for somebody's course. */
export interface TrainingMoment {
  at: string;
  courseId: string;
  personId: string;
}

/** The next of these moments after one, in order; from the first when it is null. */
export function listMomentsAfter(db: Queries, after: TrainingMoment | null, limit: number): Promise<TrainingMoment[]> {
  return db.query<TrainingMoment>(
    `select at, course_id as "courseId", person_id::text as "personId" from (
       select m.received_at as at, c.course_id, m.person_id
       from attendance_marks m join course_sessions s on s.id = m.session_id join cohorts c on c.id = s.cohort_id
       union select decided_at, course_id, person_id from task_results
       union select coalesce(decided_at, received_at), course_id, person_id from recognised_credentials where state = 'recognised'
     ) as moments
     where $1::timestamptz is null or (at, course_id, person_id) > ($1::timestamptz, $2::text, $3::uuid)
     order by at, course_id, person_id limit $4::int`,
    [after?.at ?? null, after?.courseId ?? null, after?.personId ?? null, limit],
  );
}

/** Keeps new marks, judgements and certificates out until the transaction ends. */
export async function holdTraining(db: Queries): Promise<void> {
  await db.run('lock table attendance_marks, task_results, recognised_credentials in share row exclusive mode');
}

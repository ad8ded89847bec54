import type {Evidence} from '#core/tasks/evidence.ts';
import type {JudgementLine, NewJudgement} from '#core/tasks/judgement.ts';
import type {JudgingPlace} from '#core/tasks/state.ts';
import type {Task} from '#core/tasks/task.ts';
import type {Verdict} from '#core/tasks/verdict.ts';
import type {Queries} from '../database/database.ts';

export interface SubmissionRow {
  id: string;
  personId: string;
  email: string;
  displayName: string | null;
  courseId: string;
  courseVersion: number;
  taskId: string;
  /** Null for a row of an earlier release. */
  task: Task | null;
  cohortId: string | null;
  cohortTitle: string | null;
  evidence: Evidence;
  needsSecond: boolean;
  submittedAt: string;
  withdrawnAt: string | null;
  decidedAt: string | null;
  bodyHash: string;
}

const SUBMISSION = `s.id::text as id, s.person_id::text as "personId", p.email, p.display_name as "displayName", s.course_id as "courseId",
  s.course_version as "courseVersion", s.task_id as "taskId", s.task, s.cohort_id::text as "cohortId", c.title as "cohortTitle", s.evidence,
  s.needs_second as "needsSecond", s.submitted_at as "submittedAt", s.withdrawn_at as "withdrawnAt", s.decided_at as "decidedAt", s.body_hash as "bodyHash"`;
const FROM = 'from task_submissions s join people p on p.id = s.person_id left join cohorts c on c.id = s.cohort_id';

/** Hand-ins shown to their learner at once. */
const MOST_OWN = 200;
/** Withdrawn hand-ins stay this long, so that their text can be had back. */
const WITHDRAWN_STAYS = '30 days';

export type NewRow = Pick<SubmissionRow, 'id' | 'personId' | 'courseId' | 'courseVersion' | 'taskId' | 'cohortId' | 'evidence' | 'needsSecond' | 'submittedAt' | 'bodyHash'> & {task: Task};

/** Adds a hand-in. Its learner's row must be locked, and its id must be new. */
export async function addSubmission(db: Queries, row: NewRow, receivedAt: Date): Promise<void> {
  await db.query(
    `insert into task_submissions (id, person_id, course_id, course_version, task_id, task, cohort_id, evidence, needs_second, submitted_at, received_at, body_hash)
     values ($1::uuid, $2::uuid, $3, $4::int, $5, $6::jsonb, $7::uuid, $8::jsonb, $9::boolean, $10::timestamptz, $11::timestamptz, $12)`,
    [row.id, row.personId, row.courseId, row.courseVersion, row.taskId, JSON.stringify(row.task), row.cohortId, JSON.stringify(row.evidence), row.needsSecond,
      row.submittedAt, receivedAt.toISOString(), row.bodyHash],
  );
}

export async function findSubmission(db: Queries, id: string): Promise<SubmissionRow | undefined> {
  const rows = await db.query<SubmissionRow>(`select ${SUBMISSION} ${FROM} where s.id = $1::uuid`, [id]);
  return rows[0];
}

/** Makes judgements and the withdrawal of one hand-in wait for each other. */
export async function lockSubmission(db: Queries, id: string): Promise<void> {
  await db.query('select id from task_submissions where id = $1::uuid for update', [id]);
}

/** What a person has handed in, the newest first. */
export function listOwn(db: Queries, personId: string): Promise<SubmissionRow[]> {
  return db.query<SubmissionRow>(`select ${SUBMISSION} ${FROM} where s.person_id = $1::uuid order by s.received_at desc, s.id desc limit ${MOST_OWN}`, [personId]);
}

/** Whether a person has this task with the assessors now, and whether they were ever judged competent at it. */
export async function findStanding(db: Queries, personId: string, courseId: string, taskId: string): Promise<{isOpen: boolean; isCompetent: boolean}> {
  const rows = await db.query<{isOpen: boolean; isCompetent: boolean}>(
    `select exists (select from task_submissions s where s.person_id = $1::uuid and s.course_id = $2 and s.task_id = $3
                    and s.decided_at is null and s.withdrawn_at is null) as "isOpen",
            exists (select from task_results r where r.person_id = $1::uuid and r.course_id = $2 and r.task_id = $3 and r.verdict = 'competent') as "isCompetent"`,
    [personId, courseId, taskId],
  );
  return rows[0] ?? {isOpen: false, isCompetent: false};
}

/** How many of a person's hand-ins at one task were decided before this one came. */
export async function countEarlier(db: Queries, {id, personId, courseId, taskId}: Pick<SubmissionRow, 'id' | 'personId' | 'courseId' | 'taskId'>): Promise<number> {
  const rows = await db.query<{count: number}>(
    `select count(*)::int as count from task_submissions s
     where s.person_id = $2::uuid and s.course_id = $3 and s.task_id = $4 and s.id <> $1::uuid
       and s.decided_at <= (select received_at from task_submissions where id = $1::uuid)`,
    [id, personId, courseId, taskId],
  );
  return rows[0]?.count ?? 0;
}

export async function markWithdrawn(db: Queries, id: string, now: Date): Promise<void> {
  await db.query('update task_submissions set withdrawn_at = $2::timestamptz where id = $1::uuid', [id, now.toISOString()]);
}

export async function markDecided(db: Queries, id: string, now: Date): Promise<void> {
  await db.query('update task_submissions set decided_at = $2::timestamptz where id = $1::uuid', [id, now.toISOString()]);
}

export async function askSecond(db: Queries, id: string): Promise<void> {
  await db.query('update task_submissions set needs_second = true where id = $1::uuid', [id]);
}

export async function removeOldWithdrawn(db: Queries, now: Date): Promise<void> {
  await db.query(`delete from task_submissions where withdrawn_at < $1::timestamptz - interval '${WITHDRAWN_STAYS}'`, [now.toISOString()]);
}

export interface JudgementRow {
  id: string;
  submissionId: string;
  place: JudgingPlace;
  assessorId: string;
  lines: JudgementLine[];
  verdict: Verdict;
  comment: string | null;
  bodyHash: string;
}

const JUDGEMENT = `j.id::text as id, j.submission_id::text as "submissionId", j.place, j.assessor_id::text as "assessorId", j.lines, j.verdict, j.comment,
  j.body_hash as "bodyHash" from task_judgements j`;

/** The judgements of these hand-ins, in the order in which they came. */
export function listJudgements(db: Queries, submissionIds: readonly string[]): Promise<JudgementRow[]> {
  return db.query<JudgementRow>(`select ${JUDGEMENT} where j.submission_id = any($1::uuid[]) order by j.seq`, [submissionIds]);
}

export type VerdictRow = Pick<JudgementRow, 'submissionId' | 'place' | 'assessorId' | 'verdict'>;

/** The same without what was written, for lists. */
export function listVerdicts(db: Queries, submissionIds: readonly string[]): Promise<VerdictRow[]> {
  return db.query<VerdictRow>(
    `select j.submission_id::text as "submissionId", j.place, j.assessor_id::text as "assessorId", j.verdict
     from task_judgements j where j.submission_id = any($1::uuid[]) order by j.seq`,
    [submissionIds],
  );
}

export async function findJudgement(db: Queries, id: string): Promise<JudgementRow | undefined> {
  const rows = await db.query<JudgementRow>(`select ${JUDGEMENT} where j.id = $1::uuid`, [id]);
  return rows[0];
}

/** Writes down a judgement. Its hand-in must be locked. */
export async function addJudgement(db: Queries, submissionId: string, {id, place, lines, comment}: NewJudgement, made: {assessorId: string; verdict: Verdict; bodyHash: string}, now: Date): Promise<void> {
  await db.query(
    `insert into task_judgements (id, submission_id, place, assessor_id, lines, verdict, comment, judged_at, body_hash)
     values ($1::uuid, $2::uuid, $3, $4::uuid, $5::jsonb, $6, $7, $8::timestamptz, $9)`,
    [id, submissionId, place, made.assessorId, JSON.stringify(lines), made.verdict, comment, now.toISOString(), made.bodyHash],
  );
}

/** Puts down how a task stands for a person. A later "competent" replaces "not yet", and nothing replaces "competent". */
export async function keepResult(db: Queries, {id, personId, courseId, taskId}: Pick<SubmissionRow, 'id' | 'personId' | 'courseId' | 'taskId'>, verdict: Verdict, now: Date): Promise<void> {
  await db.query(
    `insert into task_results (person_id, course_id, task_id, verdict, submission_id, decided_at) values ($1::uuid, $2, $3, $4, $5::uuid, $6::timestamptz)
     on conflict (person_id, course_id, task_id) do update
     set verdict = excluded.verdict, submission_id = excluded.submission_id, decided_at = excluded.decided_at where task_results.verdict <> 'competent'`,
    [personId, courseId, taskId, verdict, id, now.toISOString()],
  );
}

/** Whose list it is. */
export interface Reader {
  id: string;
  isCoordinator: boolean;
  isTrainer: boolean;
}

// $1 reader, $2 coordinator, $3 trainer, $4 run. An open hand-in with a second judgement waits for a moderator, who may be any trainer.
const MAY_SEE = `s.person_id <> $1::uuid and s.withdrawn_at is null and ($4::uuid is null or s.cohort_id = $4::uuid) and (
    $2::boolean or ($3::boolean and s.cohort_id is null)
    or exists (select from cohort_trainers t where t.cohort_id = s.cohort_id and t.person_id = $1::uuid)
    or exists (select from task_judgements j where j.submission_id = s.id and j.assessor_id = $1::uuid)
    or ($3::boolean and s.decided_at is null and exists (select from task_judgements j where j.submission_id = s.id and j.place = 'second')))`;

const paramsOf = ({id, isCoordinator, isTrainer}: Reader, run: string | null): readonly unknown[] => [id, isCoordinator, isTrainer, run];

export type QueuedRow = Omit<SubmissionRow, 'evidence' | 'email' | 'bodyHash'> & {teachesRun: boolean};

const QUEUED = `s.id::text as id, s.person_id::text as "personId", p.display_name as "displayName", s.course_id as "courseId", s.course_version as "courseVersion",
  s.task_id as "taskId", s.task, s.cohort_id::text as "cohortId", c.title as "cohortTitle", s.needs_second as "needsSecond", s.submitted_at as "submittedAt",
  s.withdrawn_at as "withdrawnAt", s.decided_at as "decidedAt",
  exists (select from cohort_trainers t where t.cohort_id = s.cohort_id and t.person_id = $1::uuid) as "teachesRun"`;

/** Hand-ins that wait for somebody and that the reader may see, the oldest first. `run` null: of every run and of none. */
export function listOpen(db: Queries, reader: Reader, run: string | null, limit: number): Promise<QueuedRow[]> {
  return db.query<QueuedRow>(
    `select ${QUEUED} ${FROM} where s.decided_at is null and ${MAY_SEE} order by s.received_at, s.id limit $5::int`,
    [...paramsOf(reader, run), limit],
  );
}

/** Hand-ins that are decided and that the reader may see, the newest decision first. */
export function listDecided(db: Queries, reader: Reader, run: string | null, limit: number): Promise<QueuedRow[]> {
  return db.query<QueuedRow>(
    `select ${QUEUED} ${FROM} where s.decided_at is not null and ${MAY_SEE} order by s.decided_at desc, s.id limit $5::int`,
    [...paramsOf(reader, run), limit],
  );
}

export interface PairRow {
  courseId: string;
  taskId: string;
  first: Verdict;
  second: Verdict;
  count: number;
}

/** How often first and second assessors gave which verdicts, by task, over what the reader may see. */
export function countPairs(db: Queries, reader: Reader, run: string | null): Promise<PairRow[]> {
  return db.query<PairRow>(
    `select s.course_id as "courseId", s.task_id as "taskId", a.verdict as first, b.verdict as second, count(*)::int as count
     from task_judgements b
     join task_judgements a on a.submission_id = b.submission_id and a.place = 'first'
     join task_submissions s on s.id = b.submission_id
     where b.place = 'second' and ${MAY_SEE}
     group by s.course_id, s.task_id, a.verdict, b.verdict order by s.course_id, s.task_id, a.verdict, b.verdict limit 400`,
    paramsOf(reader, run),
  );
}

export async function isTrainerOf(db: Queries, cohortId: string, personId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from cohort_trainers where cohort_id = $1::uuid and person_id = $2::uuid', [cohortId, personId]);
  return rows.length > 0;
}

/** A course run's name and course. */
export async function findRun(db: Queries, cohortId: string): Promise<{id: string; title: string; courseId: string} | undefined> {
  const rows = await db.query<{id: string; title: string; courseId: string}>('select id::text as id, title, course_id as "courseId" from cohorts where id = $1::uuid', [cohortId]);
  return rows[0];
}

/** The course runs that a person is in, the newest first, for handing a task in. */
export function listRunsOf(db: Queries, personId: string): Promise<{id: string; title: string; courseId: string}[]> {
  return db.query(
    `select c.id::text as id, c.title, c.course_id as "courseId" from cohort_members m join cohorts c on c.id = m.cohort_id
     where m.person_id = $1::uuid order by m.joined_at desc, c.id limit ${MOST_OWN}`,
    [personId],
  );
}

import type {AttemptFact} from '#core/courses/completion.ts';
import {SKILLS_CHECK} from '#core/courses/derivedQuizzes.ts';
import type {EarlierAttempt} from '#core/quizzes/attemptRule.ts';
import type {AttemptResult, Completion} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

export type AttemptRow = Omit<AttemptResult, 'items'>;

/** Attempts shown to their owner at once, newest first. */
const LIST_LIMIT = 1000;

/** Adds an attempt that was handed in, and takes away the copy of it that was under way. */
export async function addAttempt(db: Queries, personId: string, attempt: AttemptRow): Promise<void> {
  await db.query(
    `with closed as (delete from open_attempts where id = $1::uuid)
     insert into attempts (id, person_id, quiz_id, quiz_version, mode, drawn_by, at, received_at, got, of, percent, passed)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz, $9::int, $10::int, $11::int, $12::boolean)`,
    [attempt.id, personId, attempt.quizId, attempt.version, attempt.mode, attempt.drawnBy, attempt.at, attempt.receivedAt,
      attempt.got, attempt.of, attempt.percent, attempt.passed],
  );
}

export function listAttempts(db: Queries, personId: string): Promise<AttemptRow[]> {
  return db.query<AttemptRow>(
    `select id::text as id, quiz_id as "quizId", quiz_version as version, mode, drawn_by as "drawnBy", at, received_at as "receivedAt", got, of, percent, passed
     from attempts where person_id = $1::uuid order by at desc, id desc limit ${LIST_LIMIT}`,
    [personId],
  );
}

/** A person's attempts at one assessment, for the rule on tries. */
export function listTries(db: Queries, personId: string, quizId: string): Promise<EarlierAttempt[]> {
  return db.query<EarlierAttempt>('select at, passed from attempts where person_id = $1::uuid and quiz_id = $2', [personId, quizId]);
}

/** What completion and renewal need of a person for one course. */
export interface CourseFacts {
  /** The first attempt at each quiz and the first that passed, and the lessons recognised. */
  first: AttemptFact[];
  /** The last attempt at each quiz, and the last that passed. */
  last: AttemptFact[];
  /** When the course was completed; null when it was not. */
  completedAt: string | null;
}

/** Reads all that decides about one course in one question to the database: a hall of people hands in at the same minute. */
export async function findCourseFacts(db: Queries, personId: string, courseId: string, quizIds: readonly string[]): Promise<CourseFacts> {
  const rows = await db.query<{kind: 'attempt' | 'known' | 'completion'; id: string; first: string; last: string; passed: boolean | null}>(
    `select 'attempt' as kind, quiz_id as id, min(at) as first, max(at) as last, passed from attempts
     where person_id = $1::uuid and quiz_id = any($3::text[]) group by quiz_id, passed
     union all select 'known', lesson_id, at, at, null from recognised_lessons where person_id = $1::uuid and course_id = $2
     union all select 'completion', course_id, completed_at, completed_at, null from completions where person_id = $1::uuid and course_id = $2`,
    [personId, courseId, quizIds],
  );
  const attempts = rows.filter(({kind}) => kind === 'attempt');
  const known = rows.filter(({kind}) => kind === 'known').map(({id, first}): AttemptFact => ({quizId: SKILLS_CHECK, at: first, passed: null, knows: [{courseId, lessonId: id}]}));
  return {
    first: [...attempts.map(({id, first, passed}) => ({quizId: id, at: first, passed})), ...known],
    last: attempts.map(({id, last, passed}) => ({quizId: id, at: last, passed})),
    completedAt: rows.find(({kind}) => kind === 'completion')?.first ?? null,
  };
}

/** Adds the completion, or moves it earlier. It never moves later, and the course version that was first completed stays. */
export async function addCompletion(db: Queries, personId: string, {courseId, courseVersion, completedAt}: Completion): Promise<void> {
  await db.query(
    `insert into completions (person_id, course_id, course_version, completed_at) values ($1::uuid, $2, $3::int, $4::timestamptz)
     on conflict (person_id, course_id) do update set completed_at = least(completions.completed_at, excluded.completed_at)`,
    [personId, courseId, courseVersion, completedAt],
  );
}

/**
 * Renews a completion that is older than this moment, whatever the course asks for by now. Does nothing where there is none, and never
 * moves a renewal earlier.
 */
export async function renewCompletion(db: Queries, personId: string, courseId: string, renewedAt: string): Promise<void> {
  await db.query(
    `update completions set renewed_at = greatest(renewed_at, $3::timestamptz)
     where person_id = $1::uuid and course_id = $2 and completed_at < $3::timestamptz`,
    [personId, courseId, renewedAt],
  );
}

export function listCompletions(db: Queries, personId: string): Promise<Completion[]> {
  return db.query<Completion>(
    `select course_id as "courseId", course_version as "courseVersion", completed_at as "completedAt", renewed_at as "renewedAt"
     from completions where person_id = $1::uuid order by completed_at, course_id`,
    [personId],
  );
}

/** Empties what is made from the events. */
export async function emptyReadTables(db: Queries): Promise<void> {
  await db.run('delete from completions; delete from attempts;');
}

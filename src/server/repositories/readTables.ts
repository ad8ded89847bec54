import type {AttemptFact} from '#core/courses/completion.ts';
import type {EarlierAttempt} from '#core/quizzes/attemptRule.ts';
import type {AttemptResult, Completion} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

export type AttemptRow = Omit<AttemptResult, 'items'>;

/** Attempts shown to their owner at once, newest first. */
const LIST_LIMIT = 1000;

export async function addAttempt(db: Queries, personId: string, attempt: AttemptRow): Promise<void> {
  await db.query(
    `insert into attempts (id, person_id, quiz_id, quiz_version, mode, drawn_by, at, received_at, got, of, percent, passed)
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

/** What completion needs of a person's attempts at these quizzes: the first attempt at each, and the first that passed. */
export function listFirstAttempts(db: Queries, personId: string, quizIds: readonly string[]): Promise<AttemptFact[]> {
  return db.query<AttemptFact>(
    `select quiz_id as "quizId", min(at) as at, passed from attempts
     where person_id = $1::uuid and quiz_id = any($2::text[]) group by quiz_id, passed`,
    [personId, quizIds],
  );
}

/** What renewal needs of a person's attempts at these quizzes: the last attempt at each, and the last that passed. */
export function listLastAttempts(db: Queries, personId: string, quizIds: readonly string[]): Promise<AttemptFact[]> {
  return db.query<AttemptFact>(
    `select quiz_id as "quizId", max(at) as at, passed from attempts
     where person_id = $1::uuid and quiz_id = any($2::text[]) group by quiz_id, passed`,
    [personId, quizIds],
  );
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

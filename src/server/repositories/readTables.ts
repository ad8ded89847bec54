import type {AttemptFact, CompletionFact} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {SKILLS_CHECK} from '#core/courses/derivedQuizzes.ts';
import {asksForMore, coursesIn} from '#core/courses/rule.ts';
import type {EarlierAttempt} from '#core/quizzes/attemptRule.ts';
import type {AttemptResult, Completion} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';
import {listTraining} from './training.ts';
import type {KnownTraining} from './training.ts';

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
  /** Runs, tasks and completions of other courses, as far as the course asks for them. */
  training: KnownTraining & {completions: CompletionFact[]};
  /** The completion on record; null where there is none. */
  held: Completion | null;
}

interface FactRow {
  personId: string;
  kind: 'attempt' | 'known' | 'completion';
  id: string;
  first: string;
  last: string | null;
  passed: boolean | null;
  version: number | null;
}

/**
 * Reads all that decides about one course for these people, by person, in one question to the database: a hall of people hands in at the
 * same minute. A course that asks for more than lessons and an assessment takes one question more. `asOf`: see `listTraining`.
 */
export async function findCourseFacts(
  db: Queries, personIds: readonly string[], course: Pick<Course, 'id' | 'rule'>, quizIds: readonly string[], asOf: string | null = null,
): Promise<Map<string, CourseFacts>> {
  const rows = await db.query<FactRow>(
    `select person_id::text as "personId", 'attempt' as kind, quiz_id as id, min(at) as first, max(at) as last, passed, null::int as version from attempts
     where person_id = any($1::uuid[]) and quiz_id = any($3::text[]) group by person_id, quiz_id, passed
     union all select person_id::text, 'known', lesson_id, at, at, null, null from recognised_lessons where person_id = any($1::uuid[]) and course_id = $2
     union all select person_id::text, 'completion', course_id, completed_at, renewed_at, null, course_version from completions
     where person_id = any($1::uuid[]) and course_id = any($4::text[])`,
    [personIds, course.id, quizIds, [course.id, ...coursesIn(course.rule)]],
  );
  const training = asksForMore(course.rule) ? await listTraining(db, personIds, {courseIds: [course.id], named: coursesIn(course.rule)}, asOf) : null;
  const byPerson = new Map<string, FactRow[]>(personIds.map((personId) => [personId, []]));
  for (const row of rows) byPerson.get(row.personId)?.push(row);
  return new Map([...byPerson].map(([personId, mine]) => [personId, toFacts(course.id, mine, training?.get(personId) ?? {runs: [], tasks: [], certificates: []})]));
}

function toFacts(courseId: string, rows: readonly FactRow[], training: KnownTraining): CourseFacts {
  const attempts = rows.filter(({kind}) => kind === 'attempt');
  const known = rows.filter(({kind}) => kind === 'known').map(({id, first}): AttemptFact => ({quizId: SKILLS_CHECK, at: first, passed: null, knows: [{courseId, lessonId: id}]}));
  const completions = rows.filter(({kind}) => kind === 'completion').map(({id, version, first, last}): Completion => ({courseId: id, courseVersion: version ?? 1, completedAt: first, renewedAt: last}));
  return {
    first: [...attempts.map(({id, first, passed}) => ({quizId: id, at: first, passed})), ...known],
    last: attempts.map(({id, first, last, passed}) => ({quizId: id, at: last ?? first, passed})),
    training: {...training, completions: completions.filter((each) => each.courseId !== courseId)},
    held: completions.find((each) => each.courseId === courseId) ?? null,
  };
}

/** Adds the completion, or moves it earlier; says whether it did. It never moves later, and the course version that was first completed stays. */
export async function addCompletion(db: Queries, personId: string, {courseId, courseVersion, completedAt}: Completion): Promise<boolean> {
  const rows = await db.query(
    `insert into completions (person_id, course_id, course_version, completed_at) values ($1::uuid, $2, $3::int, $4::timestamptz)
     on conflict (person_id, course_id) do update set completed_at = excluded.completed_at
     where excluded.completed_at < completions.completed_at returning 1 as changed`,
    [personId, courseId, courseVersion, completedAt],
  );
  return rows.length > 0;
}

/**
 * Renews a completion that is older than this moment, whatever the course asks for by now; says whether it did. Does nothing where there
 * is none, and never moves a renewal earlier.
 */
export async function renewCompletion(db: Queries, personId: string, courseId: string, renewedAt: string): Promise<boolean> {
  const rows = await db.query(
    `update completions set renewed_at = $3::timestamptz
     where person_id = $1::uuid and course_id = $2 and completed_at < $3::timestamptz and (renewed_at is null or renewed_at < $3::timestamptz) returning 1 as changed`,
    [personId, courseId, renewedAt],
  );
  return rows.length > 0;
}

/** Puts a renewal right after a correction. `renewedAt` null: what renewed the completion no longer stands. */
export async function correctRenewal(db: Queries, personId: string, courseId: string, renewedAt: string | null): Promise<void> {
  await db.query('update completions set renewed_at = $3::timestamptz where person_id = $1::uuid and course_id = $2', [personId, courseId, renewedAt]);
}

/** Takes a completion away after a correction. */
export async function removeCompletion(db: Queries, personId: string, courseId: string): Promise<void> {
  await db.query('delete from completions where person_id = $1::uuid and course_id = $2', [personId, courseId]);
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

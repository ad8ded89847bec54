import type {Course} from '#core/courses/course.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {Queries} from '../database/database.ts';

/** Keeps this version of a quiz, once. */
export async function keepQuiz(db: Queries, quiz: Quiz, now: Date): Promise<void> {
  await db.query(
    'insert into quiz_versions (quiz_id, version, body, first_served_at) values ($1, $2, $3::jsonb, $4::timestamptz) on conflict do nothing',
    [quiz.id, quiz.version, JSON.stringify(quiz), now.toISOString()],
  );
}

/** Ids and versions of all quizzes kept. */
export function listQuizVersions(db: Queries): Promise<{quizId: string; version: string}[]> {
  return db.query('select quiz_id as "quizId", version from quiz_versions');
}

export async function findQuiz(db: Queries, quizId: string, version: string): Promise<Quiz | undefined> {
  const rows = await db.query<{body: Quiz}>('select body from quiz_versions where quiz_id = $1 and version = $2', [quizId, version]);
  return rows[0]?.body;
}

export interface CourseServed {
  courseId: string;
  hash: string;
  body: Course;
  servedFrom: string;
}

/** Writes down that from now on this is the course, unless it was the course already. */
export async function keepCourse(db: Queries, course: Course, hash: string, now: Date): Promise<void> {
  await db.query(
    `insert into courses_served (course_id, hash, body, served_from)
     select $1, $2, $3::jsonb, $4::timestamptz
     where $2 is distinct from (select hash from courses_served where course_id = $1 order by seq desc limit 1)`,
    [course.id, hash, JSON.stringify(course), now.toISOString()],
  );
}

/** Every state that any course was served in, oldest first. */
export function listCoursesServed(db: Queries): Promise<CourseServed[]> {
  return db.query<CourseServed>('select course_id as "courseId", hash, body, served_from as "servedFrom" from courses_served order by seq');
}

import type {Recognised} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

/** Adds the recognition of a lesson, or moves it to an earlier check. It never moves later. */
export async function addRecognised(db: Queries, personId: string, {courseId, lessonId, attemptId, at}: Recognised): Promise<void> {
  await db.query(
    `insert into recognised_lessons (person_id, course_id, lesson_id, attempt_id, at) values ($1::uuid, $2, $3, $4::uuid, $5::timestamptz)
     on conflict (person_id, course_id, lesson_id) do update set attempt_id = excluded.attempt_id, at = excluded.at
     where excluded.at < recognised_lessons.at`,
    [personId, courseId, lessonId, attemptId, at],
  );
}

/** The lessons recognised for a person, the earliest first. */
export function listRecognised(db: Queries, personId: string): Promise<Recognised[]> {
  return db.query<Recognised>(
    `select course_id as "courseId", lesson_id as "lessonId", attempt_id::text as "attemptId", at
     from recognised_lessons where person_id = $1::uuid order by at, course_id, lesson_id`,
    [personId],
  );
}

/**
 * Which of these questions stood in which of these quizzes, in any version served by a moment: a question keeps its id and its meaning
 * for ever, and a later edition may have moved or retired it.
 */
export function listQuestionPlaces(db: Queries, quizIds: readonly string[], questionIds: readonly string[], by: string): Promise<{quizId: string; questionId: string}[]> {
  return db.query<{quizId: string; questionId: string}>(
    `select distinct v.quiz_id as "quizId", i.item ->> 'id' as "questionId"
     from quiz_versions v cross join lateral jsonb_array_elements(v.body -> 'items') as i(item)
     where v.quiz_id = any($1::text[]) and i.item ->> 'id' = any($2::text[]) and v.first_served_at <= $3::timestamptz`,
    [quizIds, questionIds, by],
  );
}

/** Empties what is made from the events. */
export async function emptyRecognised(db: Queries): Promise<void> {
  await db.run('delete from recognised_lessons;');
}

import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import type {Queries} from '../database/database.ts';

/** First attempts that one analysis reads, the latest of them: far more than limits of a few points need. They take about 25 MB while it runs. */
export const MOST_FIRST_ATTEMPTS = 5_000;

/** What an analysis needs of a record: nothing in it says whose it is. */
export interface AnswersGiven {
  version: string;
  drawn: DrawnItem[];
  responses: Responses;
}

/** Ids of the first attempt of each person at a quiz (the earliest by its time, then by id), the latest of these first. */
export async function listFirstAttemptIds(db: Queries, quizId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{id: string}>(
    `select f.id::text as id
     from (select distinct on (person_id) id, at from attempts where quiz_id = $1 order by person_id, at, id) f
     order by f.at desc, f.id desc limit $2::int`,
    [quizId, limit],
  );
  return rows.map(({id}) => id);
}

/** The answers given in these attempts, and the quiz version that each is of. Those whose answers have had their time are left out. */
export function listAnswersGiven(db: Queries, ids: readonly string[]): Promise<AnswersGiven[]> {
  return db.query<AnswersGiven>(
    `select body -> 'object' ->> 'version' as version, body -> 'body' -> 'drawn' as drawn, body -> 'body' -> 'responses' as responses
     from learning_records where id = any($1::uuid[]) and not jsonb_exists(body -> 'body', 'emptied')`,
    [ids],
  );
}

/** How many people have handed in each of these quizzes. A quiz that nobody has handed in has no row. */
export function countPeopleByQuiz(db: Queries, quizIds: readonly string[]): Promise<{quizId: string; people: number}[]> {
  return db.query<{quizId: string; people: number}>(
    'select quiz_id as "quizId", count(distinct person_id)::int as people from attempts where quiz_id = any($1::text[]) group by quiz_id',
    [quizIds],
  );
}

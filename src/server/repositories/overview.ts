import type {Queries} from '../database/database.ts';

export interface DirectorateRow {
  directorate: string | null;
  people: number;
  started: number;
  completed: number;
}

/**
 * People known, people who tried any quiz of the course, and people who completed it, by directorate. With a directorate, that one alone.
 * Each is counted off an index that holds the directorate, so that no table is joined to another.
 */
export function countByDirectorate(db: Queries, courseId: string, directorate: string | null): Promise<DirectorateRow[]> {
  return db.query<DirectorateRow>(
    `select directorate, sum(people)::int as people, sum(started)::int as started, sum(completed)::int as completed
     from (
       select directorate, count(*) as people, 0 as started, 0 as completed from people where $2::text is null or directorate = $2 group by directorate
       union all
       select directorate, 0, count(*), 0 from course_starts where course_id = $1 and ($2::text is null or directorate = $2) group by directorate
       union all
       select directorate, 0, 0, count(*) from completions where course_id = $1 and ($2::text is null or directorate = $2) group by directorate
     ) counted group by directorate`,
    [courseId, directorate],
  );
}

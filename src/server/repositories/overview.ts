import type {Queries} from '../database/database.ts';

export interface DirectorateRow {
  directorate: string | null;
  people: number;
  started: number;
  completed: number;
}

/**
 * People known, people with an attempt at any of these quizzes, and people who completed the course, by directorate.
 * With a directorate, that one alone.
 */
export function countByDirectorate(db: Queries, courseId: string, quizIds: readonly string[], directorate: string | null): Promise<DirectorateRow[]> {
  return db.query<DirectorateRow>(
    `select p.directorate, count(*)::int as people, count(s.person_id)::int as started, count(k.person_id)::int as completed
     from people p
     left join (select distinct person_id from attempts where quiz_id = any($2::text[])) s on s.person_id = p.id
     left join completions k on k.person_id = p.id and k.course_id = $1
     where $3::text is null or p.directorate = $3
     group by p.directorate`,
    [courseId, quizIds, directorate],
  );
}

import type {OpenAttempt} from '#core/records/openAttempt.ts';
import type {Queries} from '../database/database.ts';

export type OpenAttemptRow = Omit<OpenAttempt, 'quiz'> & {personId: string};

const OPEN = 'id::text as id, person_id::text as "personId", quiz_id as "quizId", quiz_version as "quizVersion", body, revision, updated_at as "updatedAt"';
/** Assessments that one person can have open at a time; more than there are courses. */
const MOST_OPEN = 50;

export async function findOpenAttempt(db: Queries, id: string): Promise<OpenAttemptRow | undefined> {
  return (await db.query<OpenAttemptRow>(`select ${OPEN} from open_attempts where id = $1::uuid`, [id]))[0];
}

/** A person's attempts under way, the one last changed first. */
export function listOpenAttempts(db: Queries, personId: string, quizId: string | null): Promise<OpenAttemptRow[]> {
  return db.query<OpenAttemptRow>(
    `select ${OPEN} from open_attempts where person_id = $1::uuid and ($2::text is null or quiz_id = $2) order by updated_at desc, id desc limit ${MOST_OPEN}`,
    [personId, quizId],
  );
}

/** Keeps an attempt under way if nobody changed it since `revision`; gives the new revision, or null when somebody did. */
export async function keepOpenAttempt(db: Queries, row: Omit<OpenAttemptRow, 'updatedAt'>, now: Date): Promise<number | null> {
  const values = [row.id, row.personId, row.quizId, row.quizVersion, JSON.stringify(row.body), now.toISOString()];
  const rows = row.revision === 0
    ? await db.query<{revision: number}>(
      `insert into open_attempts (id, person_id, quiz_id, quiz_version, body, revision, updated_at)
       values ($1::uuid, $2::uuid, $3, $4, $5::jsonb, 1, $6::timestamptz) on conflict (id) do nothing returning revision`, values,
    )
    : await db.query<{revision: number}>(
      `update open_attempts set body = $5::jsonb, revision = revision + 1, updated_at = $6::timestamptz
       where id = $1::uuid and person_id = $2::uuid and quiz_id = $3 and quiz_version = $4 and revision = $7::int returning revision`, [...values, row.revision],
    );
  return rows[0]?.revision ?? null;
}

/** Takes away what nobody went on with. */
export async function removeOldOpenAttempts(db: Queries, now: Date): Promise<void> {
  await db.query("delete from open_attempts where updated_at < $1::timestamptz - interval '120 days'", [now.toISOString()]);
}

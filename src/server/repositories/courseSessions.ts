import type {RunSession} from '#core/runs/api.ts';
import type {Queries} from '../database/database.ts';

export interface SessionRow extends RunSession {
  cohortId: string;
  updatedAt: string;
  /** Who changed it last; null where nobody wrote it down. */
  updatedBy: string | null;
  bodyHash: string | null;
}

/** Sessions listed at once, of one run or of several. */
const LIST_LIMIT = 2000;

const SESSION = `s.id::text as id, s.cohort_id::text as "cohortId", s.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.mode, s.place, s.instructions,
  s.is_mandatory as "isMandatory", s.cancelled_reason as "cancelledReason", s.revision, s.updated_at as "updatedAt", coalesce(p.display_name, p.email) as "updatedBy", s.body_hash as "bodyHash"`;
const FROM = 'from course_sessions s left join people p on p.id = s.updated_by';

/** The sessions of these runs, first to last, those cancelled among them. */
export function listSessions(db: Queries, cohortIds: readonly string[]): Promise<SessionRow[]> {
  return db.query<SessionRow>(`select ${SESSION} ${FROM} where s.cohort_id = any($1::uuid[]) order by s.starts_at, s.id limit ${LIST_LIMIT}`, [cohortIds]);
}

export async function findSession(db: Queries, id: string): Promise<SessionRow | undefined> {
  const rows = await db.query<SessionRow>(`select ${SESSION} ${FROM} where s.id = $1::uuid`, [id]);
  return rows[0];
}

/** Holds a session until the transaction ends, so that changes of it wait for each other. */
export async function lockSession(db: Queries, id: string): Promise<void> {
  await db.query('select id from course_sessions where id = $1::uuid for update', [id]);
}

export async function countSessions(db: Queries, cohortId: string): Promise<number> {
  const rows = await db.query<{count: number}>('select count(*)::int as count from course_sessions where cohort_id = $1::uuid', [cohortId]);
  return rows[0]?.count ?? 0;
}

type Written = Pick<RunSession, 'id' | 'title' | 'startsAt' | 'endsAt' | 'mode' | 'place' | 'instructions' | 'isMandatory'>;

/** Adds the session unless its id is there. */
export async function addSession(db: Queries, cohortId: string, session: Written, {bodyHash, by}: {bodyHash: string; by: string}, now: Date): Promise<void> {
  await db.query(
    `insert into course_sessions (id, cohort_id, title, starts_at, ends_at, mode, place, instructions, is_mandatory, updated_by, updated_at, body_hash)
     values ($1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz, $6, $7, $8, $9::boolean, $10::uuid, $11::timestamptz, $12) on conflict (id) do nothing`,
    [session.id, cohortId, session.title, session.startsAt, session.endsAt, session.mode, session.place, session.instructions, session.isMandatory, by, now.toISOString(), bodyHash],
  );
}

/** Writes a session anew and raises its revision. It must be locked. */
export async function changeSession(db: Queries, session: Written, by: string, now: Date): Promise<void> {
  await db.query(
    `update course_sessions set title = $2, starts_at = $3::timestamptz, ends_at = $4::timestamptz, mode = $5, place = $6, instructions = $7, is_mandatory = $8::boolean,
       revision = revision + 1, updated_by = $9::uuid, updated_at = $10::timestamptz where id = $1::uuid`,
    [session.id, session.title, session.startsAt, session.endsAt, session.mode, session.place, session.instructions, session.isMandatory, by, now.toISOString()],
  );
}

/** Cancels a session and raises its revision. It must be locked. */
export async function cancelSession(db: Queries, id: string, reason: string, by: string, now: Date): Promise<void> {
  await db.query(
    `update course_sessions set cancelled_at = $4::timestamptz, cancelled_reason = $2, revision = revision + 1, updated_by = $3::uuid, updated_at = $4::timestamptz where id = $1::uuid`,
    [id, reason, by, now.toISOString()],
  );
}

import type {LiveQuestion, LiveState} from '#core/live/api.ts';
import type {Queries} from '../database/database.ts';

export interface LiveRow {
  id: string;
  trainerId: string;
  courseId: string;
  code: string;
  state: LiveState;
  revision: number;
  question: LiveQuestion | null;
}

/** Devices that may answer one question. It keeps a flood of made-up tokens from filling the table. */
export const MOST_DEVICES = 1000;

const ROW = 'id::text as id, trainer_id::text as "trainerId", course_id as "courseId", code, state, revision, question';
/** One that is older counts as gone, also before the hourly chore takes it away. */
const IN_TIME = "created_at > $2::timestamptz - interval '12 hours'";

/** Adds a live question that shows nothing yet, unless its id or code is taken or the trainer runs one. True when it was added. */
export async function addLive(db: Queries, {id, trainerId, courseId, code}: Pick<LiveRow, 'id' | 'trainerId' | 'courseId' | 'code'>, now: Date): Promise<boolean> {
  const rows = await db.query<{id: string}>(
    `insert into live_sessions (id, trainer_id, course_id, code, created_at) values ($1::uuid, $2::uuid, $3, $4, $5::timestamptz)
     on conflict do nothing returning id::text as id`,
    [id, trainerId, courseId, code, now.toISOString()],
  );
  return rows.length > 0;
}

/** The one that this trainer runs now. */
export async function findLiveOf(db: Queries, trainerId: string, now: Date): Promise<LiveRow | undefined> {
  const rows = await db.query<LiveRow>(`select ${ROW} from live_sessions where trainer_id = $1::uuid and ${IN_TIME}`, [trainerId, now.toISOString()]);
  return rows[0];
}

export async function findLiveByCode(db: Queries, code: string, now: Date): Promise<LiveRow | undefined> {
  const rows = await db.query<LiveRow>(`select ${ROW} from live_sessions where code = $1 and ${IN_TIME}`, [code, now.toISOString()]);
  return rows[0];
}

/** Sets state and question when nothing changed since the revision given. True when it did. */
export async function changeLive(db: Queries, {id, trainerId}: Pick<LiveRow, 'id' | 'trainerId'>, revision: number, state: LiveState, question: LiveQuestion | null): Promise<boolean> {
  const rows = await db.query<{id: string}>(
    `update live_sessions set state = $4, question_id = $5, question = $6::jsonb, revision = revision + 1
     where id = $1::uuid and trainer_id = $2::uuid and revision = $3::int returning id::text as id`,
    [id, trainerId, revision, state, question?.id ?? null, question && JSON.stringify(question)],
  );
  return rows.length > 0;
}

/** Ends a live question of this trainer; its answers go with it. */
export async function removeLive(db: Queries, id: string, trainerId: string): Promise<void> {
  await db.query('delete from live_sessions where id = $1::uuid and trainer_id = $2::uuid', [id, trainerId]);
}

/** Takes away live questions that are older than 12 hours, with their answers. */
export async function removeOldLive(db: Queries, now: Date): Promise<void> {
  await db.query("delete from live_sessions where created_at <= $1::timestamptz - interval '12 hours'", [now.toISOString()]);
}

/**
 * Keeps the answer of a device, or changes it, while the question is open. True when it is kept. The room's row is held meanwhile, so
 * that nothing is added after the trainer has closed answers.
 */
export async function putLiveAnswer(db: Queries, sessionId: string, questionId: string, tokenHash: string, chosen: readonly string[]): Promise<boolean> {
  const rows = await db.query<{one: number}>(
    `with room as (select id from live_sessions where id = $1::uuid and state = 'open' and question_id = $2::text for share)
     insert into live_answers (session_id, question_id, token_hash, chosen)
     select room.id, $2::text, $3::text, $4::text[] from room
     where exists (select from live_answers a where a.session_id = room.id and a.question_id = $2::text and a.token_hash = $3::text)
        or (select count(*) from live_answers a where a.session_id = room.id and a.question_id = $2::text) < ${MOST_DEVICES}
     on conflict (session_id, question_id, token_hash) do update set chosen = excluded.chosen returning 1 as one`,
    [sessionId, questionId, tokenHash, [...chosen].sort()],
  );
  return rows.length > 0;
}

/** Whether this very answer is kept already. */
export async function hasLiveAnswer(db: Queries, sessionId: string, questionId: string, tokenHash: string, chosen: readonly string[]): Promise<boolean> {
  const rows = await db.query(
    'select 1 as one from live_answers where session_id = $1::uuid and question_id = $2 and token_hash = $3 and chosen = $4::text[]',
    [sessionId, questionId, tokenHash, [...chosen].sort()],
  );
  return rows.length > 0;
}

/** How many devices have answered the question shown. */
export async function countAnswered(db: Queries, {id, question}: Pick<LiveRow, 'id' | 'question'>): Promise<number> {
  if (!question) return 0;
  const rows = await db.query<{count: number}>('select count(*)::int as count from live_answers where session_id = $1::uuid and question_id = $2', [id, question.id]);
  return rows[0]?.count ?? 0;
}

/** How many devices chose each option of the question shown; every option is there. */
export async function countChosen(db: Queries, {id, question}: Pick<LiveRow, 'id' | 'question'>): Promise<Record<string, number>> {
  const rows = await db.query<{option: string; count: number}>(
    `select o.id as option, count(*)::int as count from live_answers a cross join unnest(a.chosen) as o (id)
     where a.session_id = $1::uuid and a.question_id = $2 group by o.id`,
    [id, question?.id ?? ''],
  );
  return Object.fromEntries((question?.options ?? []).map((option) => [option.id, rows.find((row) => row.option === option.id)?.count ?? 0]));
}

import type {NewPoint, NewPointChange, QueuedPoint} from '#core/points/point.ts';
import type {PointKind, PointState} from '#core/points/words.ts';
import type {Queries} from '../database/database.ts';

/** A point with what the service adds. */
export interface KeptPoint {
  point: NewPoint;
  receivedAt: string;
  bodyHash: string;
}

/** Adds the point unless its id is there, and says which; either way gives when the one under the id came, and its hash. */
export async function addPoint(db: Queries, {point, receivedAt, bodyHash}: KeptPoint): Promise<{added: boolean; receivedAt: string; bodyHash: string}> {
  const rows = await db.query<{id: string}>(
    `insert into learning_points (id, kind, path, heading, question_id, question_version, debrief, noticed, next_time, ask_id, written_at, received_at, body_hash)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10::uuid, $11::timestamptz, $12::timestamptz, $13)
     on conflict (id) do nothing returning id::text as id`,
    [
      point.id, point.kind, point.path, point.heading, point.question?.id ?? null, point.question?.version ?? null, point.debrief, point.text, point.nextTime,
      point.askId, point.at, receivedAt, bodyHash,
    ],
  );
  if (rows.length > 0) return {added: true, receivedAt, bodyHash};
  const [there] = await db.query<{receivedAt: string; bodyHash: string}>('select received_at as "receivedAt", body_hash as "bodyHash" from learning_points where id = $1::uuid', [point.id]);
  if (!there) throw new Error('A point was in the way and is not there.');
  return {added: false, ...there};
}

/** A point as the tables hold it: without its page's title and owner, which stand in the pages themselves. */
export type PointRow = Omit<QueuedPoint, 'pageTitle' | 'owner' | 'question' | 'changes'> & {questionId: string | null; questionVersion: string | null};

const STATE = "coalesce(c.to_state, 'new')";
const POINT = `p.id::text as id, p.kind, p.path, p.heading, p.question_id as "questionId", p.question_version as "questionVersion", p.debrief, p.noticed as text,
  p.next_time as "nextTime", p.written_at as at, p.received_at as "receivedAt", a.email as contact, ${STATE} as state`;
const FROM = `from learning_points p
  left join people a on a.id = p.ask_id
  left join lateral (select x.to_state from learning_point_changes x where x.point_id = p.id order by x.seq desc limit 1) c on true`;

/** Points in these states and of this kind (null: of any), new ones first, then those in hand; the oldest first among them. */
export function listPoints(db: Queries, states: readonly PointState[], kind: PointKind | null, limit: number): Promise<PointRow[]> {
  return db.query<PointRow>(
    `select ${POINT} ${FROM} where ${STATE} = any($1::text[]) and ($2::text is null or p.kind = $2::text)
     order by case ${STATE} when 'new' then 0 when 'in-hand' then 1 else 2 end, p.received_at, p.id limit $3::int`,
    [states, kind, limit],
  );
}

export async function findPoint(db: Queries, id: string): Promise<PointRow | undefined> {
  const rows = await db.query<PointRow>(`select ${POINT} ${FROM} where p.id = $1::uuid`, [id]);
  return rows[0];
}

/** Makes changes of one point wait for each other. */
export async function lockPoint(db: Queries, id: string): Promise<void> {
  await db.query('select id from learning_points where id = $1::uuid for update', [id]);
}

export interface ChangeRow {
  id: string;
  pointId: string;
  from: PointState;
  to: PointState;
  note: string | null;
  at: string;
  byId: string;
  email: string;
  displayName: string | null;
}

const CHANGE = `x.id::text as id, x.point_id::text as "pointId", x.from_state as "from", x.to_state as "to", x.note, x.changed_at as at, x.changed_by::text as "byId",
  b.email, b.display_name as "displayName" from learning_point_changes x join people b on b.id = x.changed_by`;

/** The changes of these points, oldest first. */
export function listChanges(db: Queries, pointIds: readonly string[]): Promise<ChangeRow[]> {
  return db.query<ChangeRow>(`select ${CHANGE} where x.point_id = any($1::uuid[]) order by x.seq`, [pointIds]);
}

export async function findChange(db: Queries, id: string): Promise<ChangeRow | undefined> {
  const rows = await db.query<ChangeRow>(`select ${CHANGE} where x.id = $1::uuid`, [id]);
  return rows[0];
}

/** Writes down a change. Its point must be locked. */
export async function addChange(db: Queries, pointId: string, {id, from, to, note}: NewPointChange, personId: string, now: Date): Promise<void> {
  await db.query(
    `insert into learning_point_changes (id, point_id, from_state, to_state, note, changed_by, changed_at)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::timestamptz)`,
    [id, pointId, from, to, note, personId, now.toISOString()],
  );
}

import type {AuditDetail, AuditRow} from '#core/records/audit.ts';
import type {Queries} from '../database/database.ts';

/** Any fixed number will do; it is the name of the lock under which entries join the chain one by one. */
const LOCK = 7_225_537;

const ROW = `seq, at, actor_id::text as "actorId", action, subject_id::text as "subjectId", object, detail,
  previous_hash as "previousHash", hash`;

/** Holds the end of the chain until the transaction ends, and gives its last entry. */
export async function lockLastEntry(db: Queries): Promise<Pick<AuditRow, 'seq' | 'hash'> | undefined> {
  await db.query('select pg_advisory_xact_lock($1::bigint)::text as lock', [LOCK]);
  const rows = await db.query<Pick<AuditRow, 'seq' | 'hash'>>('select seq, hash from audit_log order by seq desc limit 1');
  return rows[0];
}

export async function addEntry(db: Queries, row: AuditRow): Promise<void> {
  await db.query(
    `insert into audit_log (seq, at, actor_id, action, subject_id, object, detail, previous_hash, hash)
     values ($1::bigint, $2::timestamptz, $3::uuid, $4, $5::uuid, $6, $7::jsonb, $8, $9)`,
    [row.seq, row.at, row.actorId, row.action, row.subjectId, row.object, JSON.stringify(row.detail), row.previousHash, row.hash],
  );
}

/** Entries after a place in the chain, in order. */
export function listEntriesAfter(db: Queries, seq: number, limit: number): Promise<AuditRow[]> {
  return db.query<AuditRow>(`select ${ROW} from audit_log where seq > $1::bigint order by seq limit $2::int`, [seq, limit]);
}

/** The newest entries that touch a person or were made by them, with the name of whoever acted. */
export function listEntriesAbout(db: Queries, personId: string, limit: number): Promise<(AuditRow & {actorName: string | null})[]> {
  return db.query<AuditRow & {actorName: string | null; detail: AuditDetail}>(
    `select a.seq, a.at, a.actor_id::text as "actorId", a.action, a.subject_id::text as "subjectId", a.object, a.detail,
            a.previous_hash as "previousHash", a.hash, coalesce(p.display_name, p.email) as "actorName"
     from audit_log a left join people p on p.id = a.actor_id
     where a.subject_id = $1::uuid or a.actor_id = $1::uuid order by a.seq desc limit $2::int`,
    [personId, limit],
  );
}

/** Writes down that somebody looked at the data of these people. Looking again within ten minutes counts as the same look. */
export async function addLooks(db: Queries, viewerId: string, subjectIds: readonly string[], what: string, day: string, now: Date): Promise<void> {
  await db.query(
    `insert into looks (viewer_id, subject_id, what, day, last_at)
     select $1::uuid, s.id, $3, $4::date, $5::timestamptz from unnest($2::uuid[]) as s(id) where s.id <> $1::uuid
     on conflict (subject_id, day, viewer_id, what) do update set times = looks.times + 1, last_at = excluded.last_at
     where looks.last_at < excluded.last_at - interval '10 minutes'`,
    [viewerId, subjectIds, what, day, now.toISOString()],
  );
}

/** A look at a person's data: by whom, at what, how often on that day. */
export interface LookRow {
  viewerId: string;
  viewerName: string | null;
  viewerRole: string;
  what: string;
  day: string;
  times: number;
  lastAt: string;
}

export function listLooksAt(db: Queries, personId: string, limit: number): Promise<LookRow[]> {
  return db.query<LookRow>(
    `select l.viewer_id::text as "viewerId", coalesce(p.display_name, p.email) as "viewerName", p.role as "viewerRole", l.what, l.day, l.times, l.last_at as "lastAt"
     from looks l join people p on p.id = l.viewer_id where l.subject_id = $1::uuid order by l.last_at desc limit $2::int`,
    [personId, limit],
  );
}

import type {LearningRecord} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';

/** A learning record with what the service adds: whose it is, when it came and from when it counts. */
export interface KeptRecord {
  id: string;
  personId: string;
  /** The moment the record counts from. The device's own time stays in `record.at`. */
  at: string;
  receivedAt: string;
  /** Device minus service. */
  clockSkewSeconds: number;
  record: LearningRecord;
  bodyHash: string;
}

const KEPT = `id::text as id, person_id::text as "personId", at, received_at as "receivedAt", clock_skew_seconds as "clockSkewSeconds", body as record, body_hash as "bodyHash"`;

/** Adds the record unless its id is there, and says which; either way gives what is kept under the id. */
export async function addOnce(db: Queries, kept: KeptRecord): Promise<{added: boolean; kept: KeptRecord}> {
  const rows = await db.query<{id: string}>(
    `insert into learning_records (id, person_id, type, at, received_at, clock_skew_seconds, body, body_hash)
     values ($1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz, $6::bigint, $7::jsonb, $8)
     on conflict (id) do nothing returning id::text as id`,
    [kept.id, kept.personId, kept.record.type, kept.at, kept.receivedAt, kept.clockSkewSeconds, JSON.stringify(kept.record), kept.bodyHash],
  );
  if (rows.length > 0) return {added: true, kept};
  const there = await findRecord(db, kept.id);
  if (!there) throw new Error('A record was in the way and is not there.');
  return {added: false, kept: there};
}

export async function findRecord(db: Queries, id: string): Promise<KeptRecord | undefined> {
  const rows = await db.query<KeptRecord>(`select ${KEPT} from learning_records where id = $1::uuid`, [id]);
  return rows[0];
}

/** The next records after a place in the order they came, oldest first. */
export function listRecordsAfter(db: Queries, seq: number, limit: number): Promise<(KeptRecord & {seq: number})[]> {
  return db.query(`select seq, ${KEPT} from learning_records where seq > $1::bigint order by seq limit $2::int`, [seq, limit]);
}

/** Keeps new records out until the transaction ends. */
export async function holdRecords(db: Queries): Promise<void> {
  await db.run('lock table learning_records in share row exclusive mode');
}

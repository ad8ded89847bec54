import type {DrawnAttempt} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

const DRAWN = 'id::text as id, quiz_id as "quizId", quiz_version as version, drawn';

/** Keeps the draw unless one is kept under its id, and gives the one that is kept. */
export async function keepDraw(db: Queries, draw: DrawnAttempt, now: Date): Promise<{added: boolean; draw: DrawnAttempt}> {
  const rows = await db.query<{id: string}>(
    `insert into drawn_attempts (id, quiz_id, quiz_version, drawn, created_at) values ($1::uuid, $2, $3, $4::jsonb, $5::timestamptz)
     on conflict (id) do nothing returning id::text as id`,
    [draw.id, draw.quizId, draw.version, JSON.stringify(draw.drawn), now.toISOString()],
  );
  if (rows.length > 0) return {added: true, draw};
  const there = await findDraw(db, draw.id);
  if (!there) throw new Error('A draw was in the way and is not there.');
  return {added: false, draw: there};
}

export async function findDraw(db: Queries, id: string): Promise<DrawnAttempt | undefined> {
  const rows = await db.query<DrawnAttempt>(`select ${DRAWN} from drawn_attempts where id = $1::uuid`, [id]);
  return rows[0];
}

/** Makes records of one person wait for each other, and gives the draw that is kept under a record's id. */
export async function lockAndFindDraw(db: Queries, personId: string, id: string): Promise<DrawnAttempt | undefined> {
  const rows = await db.query<{[K in keyof DrawnAttempt]: DrawnAttempt[K] | null}>(
    `select d.id::text as id, d.quiz_id as "quizId", d.quiz_version as version, d.drawn
     from people p left join drawn_attempts d on d.id = $2::uuid where p.id = $1::uuid for update of p`,
    [personId, id],
  );
  const row = rows[0];
  return row === undefined || row.id === null ? undefined : row as DrawnAttempt;
}

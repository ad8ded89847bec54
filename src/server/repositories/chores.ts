import type {Queries} from '../database/database.ts';
import {removeOldLooks} from './audit.ts';
import {removeOldLive} from './live.ts';
import {removeOldOpenAttempts} from './openAttempts.ts';

/** Makes one commit that writes to the write-ahead log and changes nothing, so that start-up can see whether it was flushed. */
export async function makeDurable(db: Queries): Promise<void> {
  await db.query("select pg_logical_emit_message(true, 'askwell', 'start')::text as place");
}

/** Clears dead rows and moves the write-ahead log into the tables. For the embedded database, which does neither by itself. */
export async function tidyUp(db: Queries): Promise<void> {
  await db.run('vacuum (analyze)');
  await db.run('checkpoint');
}

/**
 * Takes away what has had its time: sign-in codes after a day (their count limits guessing until then), sessions at their end,
 * draws that were never handed in after 400 days, looks after a year, live questions after 12 hours, assessments under way after 120 days, and mail that nobody could deliver.
 */
export async function removeExpired(db: Queries, now: Date): Promise<void> {
  await db.query("delete from sign_in_codes where created_at < $1::timestamptz - interval '1 day'", [now.toISOString()]);
  await db.query("delete from sessions where expires_at < $1::timestamptz or last_seen_at < $1::timestamptz - interval '2 hours'", [now.toISOString()]);
  await db.query("delete from drawn_attempts where created_at < $1::timestamptz - interval '400 days'", [now.toISOString()]);
  await removeOldLooks(db, now);
  await removeOldLive(db, now);
  await removeOldOpenAttempts(db, now);
  await db.query('delete from mail_outbox where expires_at < $1::timestamptz', [now.toISOString()]);
}

/** True when the database answers. */
export async function isAnswering(db: Queries): Promise<boolean> {
  const rows = await db.query<{one: number}>('select 1 as one');
  return rows[0]?.one === 1;
}

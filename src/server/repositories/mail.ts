import type {Queries} from '../database/database.ts';

export interface WaitingMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  tries: number;
}

/** Puts a mail in the outbox, in the transaction of what it tells about. */
export async function addMail(db: Queries, mail: Omit<WaitingMail, 'tries'>, now: Date, expiresAt: Date): Promise<void> {
  await db.query(
    `insert into mail_outbox (id, recipient, subject, body, created_at, expires_at, next_try_at)
     values ($1::uuid, $2, $3, $4, $5::timestamptz, $6::timestamptz, $5::timestamptz)`,
    [mail.id, mail.recipient, mail.subject, mail.body, now.toISOString(), expiresAt.toISOString()],
  );
}

/** Takes up to ten mails that are due, under a lease: until then no other instance takes them. */
export function leaseMail(db: Queries, now: Date, leaseUntil: Date): Promise<WaitingMail[]> {
  return db.query<WaitingMail>(
    `update mail_outbox set next_try_at = $2::timestamptz, tries = tries + 1
     where id in (select id from mail_outbox where next_try_at <= $1::timestamptz and expires_at > $1::timestamptz
                  order by next_try_at limit 10 for update skip locked)
     returning id::text as id, recipient, subject, body, tries`,
    [now.toISOString(), leaseUntil.toISOString()],
  );
}

/** The mail is away: its text, which may hold a code, goes with it. */
export async function removeMail(db: Queries, id: string): Promise<void> {
  await db.query('delete from mail_outbox where id = $1::uuid', [id]);
}

export async function postponeMail(db: Queries, id: string, until: Date): Promise<void> {
  await db.query('update mail_outbox set next_try_at = $2::timestamptz where id = $1::uuid', [id, until.toISOString()]);
}

/** How many mails wait to leave. */
export async function countMail(db: Queries): Promise<number> {
  const rows = await db.query<{count: number}>('select count(*)::int as count from mail_outbox');
  return rows[0]?.count ?? 0;
}

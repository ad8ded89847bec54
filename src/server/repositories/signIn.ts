import type {Person} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

export interface NewCode {
  id: string;
  email: string;
  codeHmac: string;
  browserHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Makes requests for the same address wait for each other until the transaction ends, so that limits hold. */
export async function lockAddress(db: Queries, email: string): Promise<void> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 7))::text as lock', [email]);
}

/** Codes asked for an address since a moment, and wrong tries at its codes in the last day. */
export async function countUse(db: Queries, email: string, since: Date, now: Date): Promise<{codes: number; tries: number}> {
  const rows = await db.query<{codes: number; tries: number}>(
    `select count(*) filter (where created_at > $2::timestamptz)::int as codes,
            coalesce(sum(tries) filter (where used_at is null), 0)::int as tries
     from sign_in_codes where email = $1 and created_at > $3::timestamptz - interval '1 day'`,
    [email, since.toISOString(), now.toISOString()],
  );
  return rows[0] ?? {codes: 0, tries: 0};
}

export async function addCode(db: Queries, code: NewCode): Promise<void> {
  await db.query(
    'insert into sign_in_codes (id, email, code_hmac, browser_hash, created_at, expires_at) values ($1::uuid, $2, $3, $4, $5::timestamptz, $6::timestamptz)',
    [code.id, code.email, code.codeHmac, code.browserHash, code.createdAt.toISOString(), code.expiresAt.toISOString()],
  );
}

/**
 * Counts a try at every live code of this address and browser, and gives those that had a try left. Counting and reading are one
 * statement, made before anything is compared, so that guesses sent at the same moment cannot share a try.
 */
export function takeTry(db: Queries, email: string, browserHash: string, mostTries: number, now: Date): Promise<{id: string; codeHmac: string}[]> {
  return db.query<{id: string; codeHmac: string}>(
    `update sign_in_codes set tries = tries + 1
     where email = $1 and browser_hash = $2 and used_at is null and expires_at > $3::timestamptz and tries < $4::int
     returning id::text as id, code_hmac as "codeHmac"`,
    [email, browserHash, now.toISOString(), mostTries],
  );
}

/** Uses the code up, with every other code of its address and browser. False when it was used already. */
export async function useCode(db: Queries, id: string, now: Date): Promise<boolean> {
  const rows = await db.query<{email: string; browser_hash: string}>(
    'update sign_in_codes set used_at = $2::timestamptz where id = $1::uuid and used_at is null returning email, browser_hash',
    [id, now.toISOString()],
  );
  const used = rows[0];
  if (!used) return false;
  await db.query('update sign_in_codes set used_at = $3::timestamptz where email = $1 and browser_hash = $2 and used_at is null', [used.email, used.browser_hash, now.toISOString()]);
  return true;
}

export async function addSession(db: Queries, tokenHash: string, personId: string, now: Date, expiresAt: Date): Promise<void> {
  await db.query(
    'insert into sessions (token_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2::uuid, $3::timestamptz, $3::timestamptz, $4::timestamptz)',
    [tokenHash, personId, now.toISOString(), expiresAt.toISOString()],
  );
}

/** The person of a live session, with the role they have now. */
export async function findBySession(db: Queries, tokenHash: string, idleSince: Date, now: Date): Promise<(Person & {lastSeenAt: string}) | undefined> {
  const rows = await db.query<Person & {lastSeenAt: string}>(
    `select p.id::text as id, p.email, p.display_name as "displayName", p.directorate, p.role, s.last_seen_at as "lastSeenAt"
     from sessions s join people p on p.id = s.person_id
     where s.token_hash = $1 and s.expires_at > $2::timestamptz and s.last_seen_at > $3::timestamptz`,
    [tokenHash, now.toISOString(), idleSince.toISOString()],
  );
  return rows[0];
}

export async function touchSession(db: Queries, tokenHash: string, now: Date): Promise<void> {
  await db.query('update sessions set last_seen_at = $2::timestamptz where token_hash = $1', [tokenHash, now.toISOString()]);
}

export async function removeSession(db: Queries, tokenHash: string): Promise<void> {
  await db.query('delete from sessions where token_hash = $1', [tokenHash]);
}

import type {Person} from '#core/records/api.ts';
import type {WayIn} from '#core/signIn/api.ts';
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

export interface NewSession {
  tokenHash: string;
  personId: string;
  how: WayIn;
  /** When two factors were shown; null for one. */
  strongAt: Date | null;
  device: string;
}

/** Opens a session and gives its id. */
export async function addSession(db: Queries, session: NewSession, now: Date, expiresAt: Date): Promise<string> {
  const rows = await db.query<{id: string}>(
    `insert into sessions (token_hash, person_id, how, strong_at, device, created_at, last_seen_at, expires_at)
     values ($1, $2::uuid, $3, $4::timestamptz, $5, $6::timestamptz, $6::timestamptz, $7::timestamptz) returning id::text as id`,
    [session.tokenHash, session.personId, session.how, session.strongAt?.toISOString() ?? null, session.device, now.toISOString(), expiresAt.toISOString()],
  );
  if (!rows[0]) throw new Error('A session was opened and has no id.');
  return rows[0].id;
}

/** Ends the oldest sessions of a person beyond the newest `most`. */
export async function removeOldestSessions(db: Queries, personId: string, most: number): Promise<void> {
  await db.query(
    'delete from sessions where id in (select id from sessions where person_id = $1::uuid order by last_seen_at desc, id offset $2::int)',
    [personId, most],
  );
}

export interface SessionRow {
  id: string;
  how: WayIn;
  strongAt: string | null;
  device: string;
  startedAt: string;
  lastSeenAt: string;
}

const SESSION = 's.id::text as id, s.how, s.strong_at as "strongAt", s.device, s.created_at as "startedAt", s.last_seen_at as "lastSeenAt"';

/** The person of a live session, with the role they have now, and the session. */
export async function findBySession(db: Queries, tokenHash: string, idleSince: Date, now: Date): Promise<{person: Person; session: SessionRow} | undefined> {
  const rows = await db.query<SessionRow & Omit<Person, 'id'> & {personId: string}>(
    `select p.id::text as "personId", p.email, p.display_name as "displayName", p.directorate, p.role, ${SESSION}
     from sessions s join people p on p.id = s.person_id
     where s.token_hash = $1 and s.expires_at > $2::timestamptz and s.last_seen_at > $3::timestamptz`,
    [tokenHash, now.toISOString(), idleSince.toISOString()],
  );
  const row = rows[0];
  if (!row) return undefined;
  const {personId, email, displayName, directorate, role, ...session} = row;
  return {person: {id: personId, email, displayName, directorate, role}, session};
}

/** A person's live sessions, the one used last first. */
export function listSessions(db: Queries, personId: string, idleSince: Date, now: Date): Promise<SessionRow[]> {
  return db.query<SessionRow>(
    `select ${SESSION} from sessions s where s.person_id = $1::uuid and s.expires_at > $2::timestamptz and s.last_seen_at > $3::timestamptz
     order by s.last_seen_at desc, s.id limit 100`,
    [personId, now.toISOString(), idleSince.toISOString()],
  );
}

export async function touchSession(db: Queries, tokenHash: string, now: Date): Promise<void> {
  await db.query('update sessions set last_seen_at = $2::timestamptz where token_hash = $1', [tokenHash, now.toISOString()]);
}

/** Ends a session by its token. Gives whose and which it was; undefined for none. */
export async function removeSession(db: Queries, tokenHash: string): Promise<{id: string; personId: string} | undefined> {
  const rows = await db.query<{id: string; personId: string}>('delete from sessions where token_hash = $1 returning id::text as id, person_id::text as "personId"', [tokenHash]);
  return rows[0];
}

/** Ends one session of a person. False when they have none of that id. */
export async function removeSessionOf(db: Queries, personId: string, id: string): Promise<boolean> {
  const rows = await db.query('delete from sessions where person_id = $1::uuid and id = $2::uuid returning id', [personId, id]);
  return rows.length > 0;
}

/** Ends a person's sessions but one; all of them when `except` is null. Gives how many. */
export async function removeSessionsOf(db: Queries, personId: string, except: string | null): Promise<number> {
  const rows = await db.query('delete from sessions where person_id = $1::uuid and ($2::uuid is null or id <> $2::uuid) returning id', [personId, except]);
  return rows.length;
}

/** The person with this address; undefined for none. */
export async function findByEmail(db: Queries, email: string): Promise<Person | undefined> {
  const rows = await db.query<Person>('select id::text as id, email, display_name as "displayName", directorate, role from people where email = $1', [email]);
  return rows[0];
}

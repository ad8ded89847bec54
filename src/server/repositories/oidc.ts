import type {Person} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

/** A sign-in under way at the organisation. */
export interface OidcState {
  nonce: string;
  codeVerifier: string;
  nextPage: string;
  /** Whether the provider was told to ask the person anew. */
  asksAnew: boolean;
}

export async function addState(db: Queries, stateHash: string, browserHash: string, state: OidcState, expiresAt: Date): Promise<void> {
  await db.query(
    `insert into oidc_states (state_hash, browser_hash, nonce, code_verifier, next_page, asks_anew, expires_at)
     values ($1, $2, $3, $4, $5, $6::boolean, $7::timestamptz)`,
    [stateHash, browserHash, state.nonce, state.codeVerifier, state.nextPage, state.asksAnew, expiresAt.toISOString()],
  );
}

/** Takes the state of this browser away and gives it, once; undefined when there is none that is live. */
export async function takeState(db: Queries, stateHash: string, browserHash: string, now: Date): Promise<OidcState | undefined> {
  const rows = await db.query<OidcState>(
    `delete from oidc_states where state_hash = $1 and browser_hash = $2 and expires_at > $3::timestamptz
     returning nonce, code_verifier as "codeVerifier", next_page as "nextPage", asks_anew as "asksAnew"`,
    [stateHash, browserHash, now.toISOString()],
  );
  return rows[0];
}

export async function removeOldStates(db: Queries, now: Date): Promise<void> {
  await db.query('delete from oidc_states where expires_at < $1::timestamptz', [now.toISOString()]);
}

/** Makes sign-ins of one account wait for each other until the transaction ends, so that the first one joins it and the next one finds it. */
export async function lockIdentity(db: Queries, issuer: string, subject: string): Promise<void> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 14))::text as lock', [JSON.stringify([issuer, subject])]);
}

/** The person whose account at the organisation this is. */
export async function findByIdentity(db: Queries, issuer: string, subject: string): Promise<Person | undefined> {
  const rows = await db.query<Person>(
    `select p.id::text as id, p.email, p.display_name as "displayName", p.directorate, p.role
     from identities i join people p on p.id = i.person_id where i.issuer = $1 and i.subject = $2`,
    [issuer, subject],
  );
  return rows[0];
}

/** Joins an account to a person. False when the person has another account at that issuer already. */
export async function addIdentity(db: Queries, issuer: string, subject: string, personId: string, now: Date): Promise<boolean> {
  const rows = await db.query(
    `insert into identities (issuer, subject, person_id, added_at, last_used_at)
     values ($1, $2, $3::uuid, $4::timestamptz, $4::timestamptz) on conflict do nothing returning issuer`,
    [issuer, subject, personId, now.toISOString()],
  );
  return rows.length > 0;
}

export async function touchIdentity(db: Queries, issuer: string, subject: string, isStrong: boolean, now: Date): Promise<void> {
  await db.query(
    `update identities set last_used_at = $3::timestamptz, last_strong_at = case when $4::boolean then $3::timestamptz else last_strong_at end
     where issuer = $1 and subject = $2`,
    [issuer, subject, now.toISOString(), isStrong],
  );
}

/** Whether the organisation's sign-in has ever said of this person that it asked for two factors. */
export async function hasStrongIdentity(db: Queries, personId: string): Promise<boolean> {
  const rows = await db.query('select 1 as one from identities where person_id = $1::uuid and last_strong_at is not null', [personId]);
  return rows.length > 0;
}

export async function removeIdentities(db: Queries, personId: string): Promise<void> {
  await db.query('delete from identities where person_id = $1::uuid', [personId]);
}

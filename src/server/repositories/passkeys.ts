import type {Person} from '#core/records/api.ts';
import type {Passkey} from '#core/signIn/api.ts';
import type {Queries} from '../database/database.ts';

const PASSKEY = 'id::text as id, name, added_at as "addedAt", last_used_at as "lastUsedAt"';

export type Purpose = 'add' | 'use';

export interface NewChallenge {
  challengeHash: string;
  /** Of the session's token, or of the cookie of a browser in which nobody is signed in. */
  browserHash: string;
  purpose: Purpose;
  personId: string | null;
}

export async function addChallenge(db: Queries, challenge: NewChallenge, now: Date, expiresAt: Date): Promise<void> {
  await db.query(
    `insert into passkey_challenges (challenge_hash, browser_hash, purpose, person_id, created_at, expires_at)
     values ($1, $2, $3, $4::uuid, $5::timestamptz, $6::timestamptz)`,
    [challenge.challengeHash, challenge.browserHash, challenge.purpose, challenge.personId, now.toISOString(), expiresAt.toISOString()],
  );
}

/** How often a person was asked to use or add a passkey since a moment. */
export async function countChallenges(db: Queries, personId: string, since: Date): Promise<number> {
  const rows = await db.query<{count: number}>('select count(*)::int as count from passkey_challenges where person_id = $1::uuid and created_at > $2::timestamptz', [personId, since.toISOString()]);
  return rows[0]?.count ?? 0;
}

/** Uses a challenge up. Gives whom it was for, or undefined when there is none that is live and of this browser. */
export async function useChallenge(db: Queries, {challengeHash, browserHash, purpose}: Omit<NewChallenge, 'personId'>, now: Date): Promise<{personId: string | null} | undefined> {
  const rows = await db.query<{personId: string | null}>(
    `update passkey_challenges set used_at = $4::timestamptz
     where challenge_hash = $1 and browser_hash = $2 and purpose = $3 and used_at is null and expires_at > $4::timestamptz
     returning person_id::text as "personId"`,
    [challengeHash, browserHash, purpose, now.toISOString()],
  );
  return rows[0];
}

export async function removeOldChallenges(db: Queries, now: Date): Promise<void> {
  await db.query("delete from passkey_challenges where created_at < $1::timestamptz - interval '1 hour'", [now.toISOString()]);
}

export interface NewPasskeyRow {
  personId: string;
  credentialId: string;
  /** COSE key as base64url. */
  publicKey: string;
  uses: number;
  transports: readonly string[];
  name: string;
}

/** Adds a passkey; undefined when the authenticator's id is known already. */
export async function addPasskey(db: Queries, passkey: NewPasskeyRow, now: Date): Promise<Passkey | undefined> {
  const rows = await db.query<Passkey>(
    `insert into passkeys (person_id, credential_id, public_key, uses, transports, name, added_at)
     values ($1::uuid, $2, $3, $4::bigint, $5::text[], $6, $7::timestamptz) on conflict (credential_id) do nothing returning ${PASSKEY}`,
    [passkey.personId, passkey.credentialId, passkey.publicKey, passkey.uses, passkey.transports, passkey.name, now.toISOString()],
  );
  return rows[0];
}

export function listPasskeys(db: Queries, personId: string): Promise<Passkey[]> {
  return db.query<Passkey>(`select ${PASSKEY} from passkeys where person_id = $1::uuid order by added_at, id`, [personId]);
}

/** The authenticators' own ids, for browsers. */
export function listCredentials(db: Queries, personId: string): Promise<{id: string; transports: string[]}[]> {
  return db.query('select credential_id as id, transports from passkeys where person_id = $1::uuid order by added_at', [personId]);
}

export interface KnownPasskey {
  id: string;
  credentialId: string;
  publicKey: string;
  uses: number;
  person: Person;
}

/** A passkey by its authenticator's id, with its person. Held until the transaction ends, so that its counter cannot be read twice. */
export async function lockByCredential(db: Queries, credentialId: string): Promise<KnownPasskey | undefined> {
  const rows = await db.query<Omit<KnownPasskey, 'person'> & Person & {personId: string}>(
    `select k.id::text as id, k.credential_id as "credentialId", k.public_key as "publicKey", k.uses, p.id::text as "personId", p.email,
            p.display_name as "displayName", p.directorate, p.role
     from passkeys k join people p on p.id = k.person_id where k.credential_id = $1 for update of k`,
    [credentialId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const {id, publicKey, uses, personId, email, displayName, directorate, role} = row;
  return {id, credentialId, publicKey, uses, person: {id: personId, email, displayName, directorate, role}};
}

export async function touchPasskey(db: Queries, id: string, uses: number, now: Date): Promise<void> {
  await db.query('update passkeys set uses = $2::bigint, last_used_at = $3::timestamptz where id = $1::uuid', [id, uses, now.toISOString()]);
}

/** Removes one passkey of a person. False when they have none of that id. */
export async function removePasskey(db: Queries, personId: string, id: string): Promise<boolean> {
  const rows = await db.query('delete from passkeys where id = $2::uuid and person_id = $1::uuid returning id', [personId, id]);
  return rows.length > 0;
}

/** Removes every passkey of a person. Gives how many there were. */
export async function removePasskeys(db: Queries, personId: string): Promise<number> {
  const rows = await db.query('delete from passkeys where person_id = $1::uuid returning id', [personId]);
  return rows.length;
}

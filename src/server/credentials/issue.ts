import {createHash, randomUUID} from 'node:crypto';
import type {Course} from '#core/courses/course.ts';
import {decodeBase64url} from '#core/credentials/base64url.ts';
import type {CredentialKind} from '#core/credentials/kinds.ts';
import {kindsOf} from '#core/credentials/kinds.ts';
import {STATUS_LIST_BITS} from '#core/credentials/statusList.ts';
import {rewriteCredential, writeCredential} from '#core/credentials/writeCredential.ts';
import type {CredentialIdentity} from '#core/credentials/writeCredential.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {addCredential, countPlaces, listOfPerson, lockCredential, revokeCredential, setReplacement, takePlace} from '../repositories/credentials.ts';
import type {CredentialRow} from '../repositories/credentials.ts';
import {lockPerson} from '../repositories/people.ts';
import {certificateFor, earnStanding, TAKEN_AWAY} from './earned.ts';
import {issuerFacts, listFor} from './issuer.ts';
import {holdSigner} from './keys.ts';

/** What is to be issued, to whom and by whom. */
export interface Wanted {
  personId: string;
  /** Whoever asks: the person themselves, or a trainer of the run. */
  actorId: string;
  course: Course;
  kind: CredentialKind;
  cohortId: string | null;
  /** The name for it; null when none is known. */
  name: string | null;
  /** The address to put into it, scrambled; null to leave it out. */
  email: string | null;
}

/** The reason that stands on a certificate which another one took the place of. */
export const REPLACED = 'replaced';

/** How Open Badges scrambles an address: SHA-256 of the address with a salt after it. */
export function hashEmail(email: string, salt: string): string {
  return `sha256$${createHash('sha256').update(email.toLowerCase() + salt).digest('hex')}`;
}

/** A number below 131,072 by chance: 17 bits. */
function drawPlace(randomBytes: Services['randomBytes']): number {
  return Buffer.from(randomBytes(4)).readUInt32BE(0) % STATUS_LIST_BITS;
}

/** Takes a free place by chance, so that its number tells neither when the certificate was issued nor how many there are. */
async function takeFreePlace(tx: Queries, {randomBytes}: Services): Promise<{list: number; place: number}> {
  const list = listFor(await countPlaces(tx));
  for (let tries = 0; tries < 100; tries += 1) {
    const place = drawPlace(randomBytes);
    if (await takePlace(tx, list, place)) return {list, place};
  }
  throw new Error(`No free place was found in status list ${list}.`);
}

async function newIdentity(tx: Queries, services: Services, holder: string, email: CredentialIdentity['email']): Promise<CredentialIdentity> {
  const {randomBytes, clock} = services;
  return {
    id: Buffer.from(randomBytes(16)).toString('hex'), subjectId: `urn:uuid:${randomUUID()}`, holder, email,
    status: await takeFreePlace(tx, services), issuedAt: Math.floor(clock().getTime() / 1000),
  };
}

/** Signs a payload, keeps it as it was signed, and writes down who issued it. */
async function keep(tx: Queries, services: Services, payload: Record<string, unknown>, identity: CredentialIdentity, about: Pick<CredentialRow, 'personId' | 'courseId' | 'courseVersion' | 'kind' | 'cohortId' | 'basisAt' | 'validUntil'>, actorId: string): Promise<CredentialRow> {
  const signer = await holdSigner(tx, services);
  const row = {...about, id: identity.id, name: identity.holder, validFrom: new Date(identity.issuedAt * 1000).toISOString(), jwt: await signer.sign(payload, 'JWT')};
  await addCredential(tx, {...row, kid: signer.kid, status: identity.status, issuedBy: actorId});
  return {...row, revokedAt: null, revokedReason: null, replacedBy: null};
}

/**
 * Issues a certificate once: asked for again, the same one comes back. Throws a 403 when it is not earned, a 409 when it was revoked, and a 422
 * when there is no name to put on it. `added` says whether it was made now.
 */
export async function issueCredential(services: Services, {personId, actorId, course, kind, cohortId, name, email}: Wanted): Promise<{row: CredentialRow; added: boolean}> {
  const {database, clock, randomBytes} = services;
  if (!kindsOf(course).includes(kind)) throw new Refusal(422, 'no-such-certificate', 'This course gives no certificate of this kind. Reload the page and choose one from the list.');
  return database.transaction(async (tx) => {
    await lockPerson(tx, personId);
    const now = clock();
    const earned = await earnStanding(tx, {personId, course, kind, cohortId, now: now.toISOString()});
    const {held, takenAway} = certificateFor(await listOfPerson(tx, personId), {course, kind, cohortId, basisAt: earned.state === 'earned' ? earned.basisAt : now.toISOString()});
    if (held) return {row: held, added: false};
    if (earned.state !== 'earned') throw new Refusal(403, 'not-earned', earned.why);
    if (takenAway) throw new Refusal(409, 'revoked-before', TAKEN_AWAY);
    if (name === null) throw new Refusal(422, 'no-name', 'There is no name to put on the certificate. Give it first.', [{field: 'name', message: 'Write your name as it should stand on the certificate.'}]);
    const salt = Buffer.from(randomBytes(16)).toString('hex');
    const identity = await newIdentity(tx, services, name, email === null ? null : {hash: hashEmail(email, salt), salt});
    const payload = writeCredential(issuerFacts(services), course, kind, earned, identity);
    const row = await keep(tx, services, payload, identity, {personId, courseId: course.id, courseVersion: course.version, kind, cohortId, basisAt: earned.basisAt, validUntil: earned.validUntil}, actorId);
    await addAudit(tx, {actorId, action: 'certificate-issued', subjectId: personId, object: `credential:${row.id}`, detail: {course: course.id, kind}}, now);
    return {row, added: true};
  });
}

/** Refuses, and writes down, that somebody acts on their own certificate. Throws a 403. */
export async function refuseOwn({database, clock}: Services, personId: string, object: string): Promise<never> {
  await database.transaction((tx) => addAudit(tx, {actorId: personId, action: 'certificate-refused', subjectId: personId, object, detail: {why: 'own'}}, clock()));
  throw new Refusal(403, 'own-certificate', 'This is your own certificate, so somebody else must do this: another trainer of the run, or a coordinator. That you tried was written down.');
}

/** Revokes a certificate, once. Throws a 409 when it is revoked already. */
export async function revoke({database, clock}: Services, id: string, actorId: string, reason: string): Promise<void> {
  await database.transaction(async (tx) => {
    const row = await lockLive(tx, id);
    await revokeCredential(tx, id, actorId, reason, clock());
    await addAudit(tx, {actorId, action: 'certificate-revoked', subjectId: row.personId, object: `credential:${id}`, detail: {course: row.courseId, kind: row.kind}}, clock());
  });
}

async function lockLive(tx: Queries, id: string): Promise<CredentialRow> {
  const row = await lockCredential(tx, id);
  if (!row) throw new Error('A certificate was found and is gone.');
  if (row.revokedAt !== null) throw new Refusal(409, 'revoked-already', 'This certificate is revoked already. Reload the page to see it as it is.');
  return row;
}

/** Issues a certificate again with another name, and revokes the one before. What it says else stays as it was signed. Gives the new one. */
export async function replace(services: Services, id: string, actorId: string, name: string): Promise<CredentialRow> {
  const {database, clock} = services;
  return database.transaction(async (tx) => {
    const old = await lockLive(tx, id);
    const payload = payloadOf(old.jwt);
    await revokeCredential(tx, id, actorId, REPLACED, clock());
    const identity = await newIdentity(tx, services, name, emailIn(payload));
    const row = await keep(tx, services, rewriteCredential(issuerFacts(services), payload, identity), identity, old, actorId);
    await setReplacement(tx, id, row.id);
    await addAudit(tx, {actorId, action: 'certificate-revoked', subjectId: old.personId, object: `credential:${id}`, detail: {why: REPLACED}}, clock());
    await addAudit(tx, {actorId, action: 'certificate-issued', subjectId: old.personId, object: `credential:${row.id}`, detail: {course: old.courseId, kind: old.kind, replaces: id}}, clock());
    return row;
  });
}

/** The payload of a certificate that this service signed and kept. */
function payloadOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(decodeBase64url(jwt.split('.')[1] ?? '') ?? []).toString('utf8')) as Record<string, unknown>;
}

function emailIn(payload: Record<string, unknown>): CredentialIdentity['email'] {
  const {identifier} = payload['credentialSubject'] as {identifier: {identityType: string; identityHash: string; salt?: string}[]};
  const found = identifier.find(({identityType}) => identityType === 'emailAddress');
  return found?.salt === undefined ? null : {hash: found.identityHash, salt: found.salt};
}

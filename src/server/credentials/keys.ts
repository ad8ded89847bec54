import {createCipheriv, createDecipheriv, hkdfSync} from 'node:crypto';
import {calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT} from 'jose';
import type {JWK} from 'jose';
import {keysAddressOf} from '#core/credentials/writeCredential.ts';
import type {PublicKey} from '#core/credentials/signature.ts';
import type {Database, Queries} from '../database/database.ts';
import type {Parts} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {addKey, findKeyInUse, holdKeyInUse, listKeys, lockKeyInUse, lockKeyMaking, retireKey} from '../repositories/credentials.ts';
import type {KeyRow} from '../repositories/credentials.ts';

/** What signing needs of the service. */
export type SigningParts = Pick<Parts, 'secret' | 'randomBytes' | 'clock' | 'organisation' | 'config'>;

/** A key that can sign. */
export interface Signer {
  kid: string;
  /** Signs a payload as a compact text with this `typ`. */
  sign: (payload: Record<string, unknown>, typ: string) => Promise<string>;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key for keys, made of the service's secret. The words keep it apart from whatever else the secret is used for. */
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'askwell certificate signing keys', 32));
}

/** Encrypts a private key; the key's own id goes into the seal, so that rows cannot be swapped. */
function seal(secret: string, kid: string, jwk: JWK, randomBytes: Parts['randomBytes']): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), iv).setAAD(Buffer.from(kid));
  const text = Buffer.concat([cipher.update(JSON.stringify(jwk), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** Throws a 503 when the secret is not the one that the key was sealed with. */
function open(secret: string, kid: string, sealed: string): JWK {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(kid)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')) as JWK;
  } catch {
    throw new Refusal(503, 'key-sealed', 'The service cannot open its signing key, so nothing can be signed. Whoever runs it should put the old ASKWELL_SECRET back, or run `npm run -s askwell -- keys rotate`.');
  }
}

async function toSigner({secret, config}: SigningParts, {kid, algorithm, sealed}: KeyRow): Promise<Signer> {
  const key = await importJWK(open(secret, kid, sealed ?? ''), algorithm);
  return {kid, sign: (payload, typ) => new SignJWT(payload).setProtectedHeader({alg: algorithm, kid: `${keysAddressOf(config.publicUrl)}#${kid}`, typ}).sign(key)};
}

async function makeKey(tx: Queries, {secret, randomBytes, clock, organisation}: SigningParts): Promise<KeyRow> {
  const algorithm = organisation.certificateAlgorithm;
  const {publicKey, privateKey} = await generateKeyPair(algorithm, {extractable: true, modulusLength: 3072});
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const row = {kid, algorithm, publicJwk: {...jwk, kid, alg: algorithm, use: 'sig'} as PublicKey, sealed: seal(secret, kid, await exportJWK(privateKey), randomBytes), createdAt: clock().toISOString(), retiredAt: null};
  await addKey(tx, row);
  await addAudit(tx, {actorId: null, action: 'key-made', subjectId: null, object: `key:${kid}`, detail: {algorithm}}, clock());
  return row;
}

/**
 * The key to sign with inside this transaction, which holds it until its end. Made now where there is none: of several instances that start
 * together one makes it, and the others wait and use that one.
 */
export async function holdSigner(tx: Queries, parts: SigningParts): Promise<Signer> {
  const found = await holdKeyInUse(tx);
  if (found) return toSigner(parts, found);
  await lockKeyMaking(tx);
  return toSigner(parts, await holdKeyInUse(tx) ?? await makeKey(tx, parts));
}

/** The key to sign lists with, outside a transaction. */
export async function findSigner(database: Database, parts: SigningParts): Promise<Signer> {
  const found = await findKeyInUse(database);
  return found ? toSigner(parts, found) : database.transaction((tx) => holdSigner(tx, parts));
}

const secondsOf = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

/** Every public key, old ones too, as published: with when it was made and, once it is, when it was retired. */
export async function publicKeys(db: Queries): Promise<PublicKey[]> {
  // A second that has begun counts whole, for certificates are dated in whole seconds.
  return (await listKeys(db)).map(({publicJwk, createdAt, retiredAt}) => ({...publicJwk, iat: secondsOf(createdAt), ...(retiredAt !== null && {exp: secondsOf(retiredAt) + 1})}));
}

/** Retires the key in use and erases its private half; the next certificate is signed with a new one. Gives the id of the key; undefined when none was in use. */
export async function rotateKey({database, clock}: Pick<Parts, 'database' | 'clock'>): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const kid = await lockKeyInUse(tx);
    if (kid === undefined) return undefined;
    await retireKey(tx, kid, clock());
    await addAudit(tx, {actorId: null, action: 'key-retired', subjectId: null, object: `key:${kid}`}, clock());
    return kid;
  });
}

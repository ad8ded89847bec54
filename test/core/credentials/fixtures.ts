import {webcrypto} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import {calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT} from 'jose';
import type {Algorithm} from '#core/credentials/jwt.ts';
import {makeSignatureCheck} from '#core/credentials/signature.ts';
import type {Issuer, PublicKey} from '#core/credentials/signature.ts';
import {readStatusList, STATUS_LIST_TYP, statusListPayload, writeBits} from '#core/credentials/statusList.ts';
import type {StatusList} from '#core/credentials/statusList.ts';
import {issuerIdOf, statusListAddressOf, writeCredential} from '#core/credentials/writeCredential.ts';
import type {Materials} from '#core/credentials/verify.ts';
import {COURSE} from '../../support/smallContent.ts';

export const SITE = 'https://consult.example.org';
export const NOW = '2026-11-22T09:00:00.000Z';
export const seconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000);
export const checkSignature = makeSignatureCheck(webcrypto.subtle as SubtleCrypto);

export interface Signing {
  issuer: Issuer;
  key: PublicKey;
  sign: (payload: Record<string, unknown>, header?: Record<string, unknown>) => Promise<string>;
}

/** An issuer with one key, and the way to sign with it. */
export async function makeIssuer(algorithm: Algorithm = 'ES256', site = SITE, name = 'Sample Council'): Promise<Signing> {
  const {publicKey, privateKey} = await generateKeyPair(algorithm, {extractable: true});
  const jwk = await exportJWK(publicKey);
  const key: PublicKey = {...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm};
  return {
    key, issuer: {id: issuerIdOf(site), name, keys: [key]},
    sign: (payload, header = {}) => new SignJWT(payload).setProtectedHeader({alg: algorithm, kid: `${site}/api/credentials/jwks.json#${key.kid}`, typ: 'JWT', ...header}).sign(privateKey),
  };
}

/** The payload of a certificate that is in date. */
export function makePayload(changes: {issuedAt?: string; validUntil?: string | null; place?: number; site?: string; holder?: string} = {}): Record<string, unknown> {
  return writeCredential({publicUrl: changes.site ?? SITE, name: 'Sample Council'}, COURSE, 'competence', {validUntil: changes.validUntil === undefined ? '2028-11-22T23:59:59.000Z' : changes.validUntil, evidence: 'Completed.'}, {
    id: '0123456789abcdef0123456789abcdef', subjectId: 'urn:uuid:7b5c1c4e-8f0a-4b0e-9d6f-0a1b2c3d4e5f', holder: changes.holder ?? 'Sample Learner', email: null,
    status: {list: 1, place: changes.place ?? 70_000}, issuedAt: seconds(changes.issuedAt ?? '2026-11-20T09:00:00Z'),
  });
}

/** An issuer's signed status list with these places revoked, as a verifier reads it. */
export async function makeStatusList({issuer, sign}: Signing, revoked: readonly number[] = [], at = NOW, site = SITE): Promise<StatusList> {
  const text = await sign(statusListPayload({id: statusListAddressOf(site, 1), issuerId: issuer.id, packed: gzipSync(writeBits(revoked)), seconds: seconds(at)}), {typ: STATUS_LIST_TYP});
  const list = await readStatusList(text, issuer, checkSignature);
  if (!list) throw new Error('The status list of the tests cannot be read.');
  return list;
}

/** What a certificate of this issuer is checked against. */
export async function makeMaterials(signing: Signing, changes: Partial<Materials> = {}): Promise<Materials> {
  return {issuers: [signing.issuer], statusLists: [await makeStatusList(signing)], now: NOW, checkSignature, ...changes};
}

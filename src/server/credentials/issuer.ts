import {webcrypto} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import type {IssuerProfile} from '#core/credentials/api.ts';
import {makeSignatureCheck} from '#core/credentials/signature.ts';
import type {Issuer, PublicKey} from '#core/credentials/signature.ts';
import {STATUS_LIST_TYP, statusListPayload, writeBits} from '#core/credentials/statusList.ts';
import {TRUST_LIST_TYP, trustListPayload} from '#core/credentials/trustedIssuers.ts';
import {issuerIdOf, keysAddressOf, statusListAddressOf} from '#core/credentials/writeCredential.ts';
import type {IssuerFacts} from '#core/credentials/writeCredential.ts';
import type {Services} from '../parts.ts';
import {countPlaces, findRevoked} from '../repositories/credentials.ts';
import {findSigner, publicKeys} from './keys.ts';

/** Places of a list that are taken before the next list is begun: a place drawn by chance is then free every second time at least. */
const MOST_TAKEN = 65_536;

export const checkSignature = makeSignatureCheck(webcrypto.subtle as SubtleCrypto);

/** What this installation signs as. */
export function issuerFacts({config, organisation}: Pick<Services, 'config' | 'organisation'>): IssuerFacts {
  return {publicUrl: config.publicUrl, name: organisation.name};
}

/** This installation as an issuer to check against. */
export async function ownIssuer(services: Services): Promise<Issuer> {
  return {id: issuerIdOf(services.config.publicUrl), name: services.organisation.name, keys: await publicKeys(services.database)};
}

/** The issuer's profile, with its keys as verification methods. */
export async function profileOf({config, organisation, database}: Services): Promise<IssuerProfile> {
  const id = issuerIdOf(config.publicUrl);
  const methods = (await publicKeys(database)).map((key: PublicKey) => (
    {id: `${keysAddressOf(config.publicUrl)}#${key.kid}`, type: 'JsonWebKey' as const, controller: id, publicKeyJwk: {...key}}));
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://www.w3.org/ns/cid/v1'],
    id, type: ['Profile'], name: organisation.name, url: config.publicUrl, email: organisation.contact.email,
    verificationMethod: methods, assertionMethod: methods.map((method) => method.id),
  };
}

/** Which list the next certificate goes into, when so many places are taken. */
export function listFor(taken: number): number {
  return Math.floor(taken / MOST_TAKEN) + 1;
}

/** How many lists are published. There is always one, so that a verifier can be handed out before the first certificate. */
export async function countLists(services: Services): Promise<number> {
  return listFor(Math.max(0, await countPlaces(services.database) - 1));
}

/** A signed list of what is revoked, as of now; undefined for a list that is not there. */
export async function signStatusList(services: Services, list: number): Promise<string | undefined> {
  const {database, clock, config} = services;
  const revoked = await findRevoked(database, list) ?? (list === 1 ? [] : undefined);
  if (!revoked) return undefined;
  const signer = await findSigner(database, services);
  const packed = gzipSync(writeBits(revoked), {level: 9});
  return signer.sign(statusListPayload({id: statusListAddressOf(config.publicUrl, list), issuerId: issuerIdOf(config.publicUrl), packed, seconds: Math.floor(clock().getTime() / 1000)}), STATUS_LIST_TYP);
}

/** The list of trusted issuers, signed. */
export async function signTrustList(services: Services): Promise<string> {
  const {database, clock, config, organisation} = services;
  const signer = await findSigner(database, services);
  return signer.sign(trustListPayload(issuerIdOf(config.publicUrl), organisation.trustedIssuers, Math.floor(clock().getTime() / 1000)), TRUST_LIST_TYP);
}

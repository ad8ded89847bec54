import type {Issuer, PublicKey} from './signature.ts';
import {readSigned} from './signature.ts';
import type {CheckSignature} from './signature.ts';
import {isObject} from './strictJson.ts';

/** Another body whose certificates are believed, as `askwell.config.ts` lists it. */
export interface TrustedIssuer {
  /** Shown to readers. */
  name: string;
  /** As its certificates name it (`iss`): an https address. */
  id: string;
  /** Its public keys (JWK, RFC 7517), all that it has ever signed with, copied by hand from an address that you trust. */
  keys: readonly PublicKey[];
  /** Which of its achievements stand for which of our courses: its achievement id to our course id. */
  courses: Readonly<Record<string, string>>;
}

/** The `typ` of the signed list of trusted issuers, so that it can be mistaken for nothing else. */
export const TRUST_LIST_TYP = 'askwell-trusted-issuers+jwt';

/** Members of a JWK that only a private key has. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** What is wrong with the list in `askwell.config.ts`, a sentence each. Takes the list and the ids of our courses. */
export function faultsOfTrusted(list: readonly TrustedIssuer[], courseIds: readonly string[]): string[] {
  return list.flatMap(({name, id, keys, courses}, index) => {
    const at = `askwell.config.ts trustedIssuers.${index} (${name})`;
    return [
      ...(/^https:\/\/[^\s]+$/.test(id) ? [] : [`${at}: \`id\` is \`${id}\`. Write the https address that its certificates name.`]),
      ...(list.findIndex((each) => each.id === id) === index ? [] : [`${at}: \`id\` stands in the list twice. Join the two entries.`]),
      ...(keys.length > 0 ? [] : [`${at}: there is no key. Copy its public keys.`]),
      ...keys.flatMap((key, place) => {
        const isPrivate = PRIVATE_MEMBERS.some((member) => Object.hasOwn(key, member));
        return isPrivate ? [`${at}: key ${place} holds a private part. Take the key out, tell its owner, and copy the public one.`] : key.kid ? [] : [`${at}: key ${place} has no \`kid\`. Copy it whole.`];
      }),
      ...Object.values(courses).filter((course) => !courseIds.includes(course)).map((course) => `${at}: there is no course \`${course}\`. Use one of: ${courseIds.join(', ')}.`),
    ];
  });
}

/** The payload of the published list. `seconds`: now, since 1970. */
export function trustListPayload(issuerId: string, list: readonly TrustedIssuer[], seconds: number): Record<string, unknown> {
  return {iss: issuerId, iat: seconds, issuers: list.map(({id, name, keys}) => ({id, name, keys}))};
}

/** Reads the list that an issuer published and signed. Null when it is not theirs. */
export async function readTrustList(text: string, issuer: Issuer, checkSignature: CheckSignature): Promise<Issuer[] | null> {
  const payload = await readSigned(text, TRUST_LIST_TYP, issuer, checkSignature);
  if (!payload || !Array.isArray(payload['issuers'])) return null;
  return payload['issuers'].filter(isObject).flatMap(({id, name, keys}) =>
    (typeof id === 'string' && typeof name === 'string' && Array.isArray(keys) ? [{id, name, keys: keys.filter(isObject).filter(({kid}) => typeof kid === 'string') as unknown as PublicKey[]}] : []));
}

import {decodeBase64url, encodeBase64url} from './base64url.ts';
import {readSigned} from './signature.ts';
import type {CheckSignature, Issuer} from './signature.ts';
import {isObject} from './strictJson.ts';

/** Bits of one list: the least that Bitstring Status List v1.0 (W3C, 2025) allows, 16 KB, so that one certificate hides among many. */
export const STATUS_LIST_BITS = 131_072;
/** Longest list of another issuer that is read, in bytes once unpacked. Practice judgement. */
export const MOST_STATUS_BYTES = 1024 * 1024;
/** The `typ` of a signed status list (Securing Verifiable Credentials using JOSE and COSE, W3C 2025). */
export const STATUS_LIST_TYP = 'vc+jwt';
/** How long a copy may be used before a new one is asked for, in milliseconds: what the standard takes when a list says nothing. */
const TTL_MS = 300_000;

/** Which certificates of a list are revoked, at a moment. */
export interface StatusList {
  /** The address of the list, which certificates name. */
  id: string;
  issuerId: string;
  /** When the issuer signed it, in ISO 8601. */
  asOf: string;
  bits: Uint8Array;
}

/** Sets the bits at these places, each from 0 to below 131,072. The first place is the left-most bit, as the standard says. */
export function writeBits(places: readonly number[]): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(STATUS_LIST_BITS / 8);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return bits;
}

/** Whether the bit at a place is set; null for a place that the list does not have. */
export function isSet(bits: Uint8Array, place: number): boolean | null {
  const byte = bits[place >> 3];
  return byte === undefined || place < 0 || !Number.isInteger(place) ? null : (byte & (0x80 >> (place & 7))) !== 0;
}

/** The payload of a status list credential. `packed`: the bits as gzip; `seconds`: now, since 1970. */
export function statusListPayload({id, issuerId, packed, seconds}: {id: string; issuerId: string; packed: Uint8Array; seconds: number}): Record<string, unknown> {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: issuerId, validFrom: new Date(seconds * 1000).toISOString(),
    // `u` says that base64url without padding follows (Multibase).
    credentialSubject: {id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: `u${encodeBase64url(packed)}`, ttl: TTL_MS},
    iss: issuerId, sub: `${id}#list`, jti: id, nbf: seconds,
  };
}

/** Unpacks gzip. Null for what is none, and for more than `MOST_STATUS_BYTES`: a small text can unpack to more than a machine holds. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > MOST_STATUS_BYTES) {
        await reader.cancel();
        return null;
      }
    }
  } catch {
    return null;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads a signed status list of an issuer. Gives null when the list is not the issuer's, was changed, or is too short. */
export async function readStatusList(text: string, issuer: Issuer, checkSignature: CheckSignature): Promise<StatusList | null> {
  const payload = await readSigned(text, STATUS_LIST_TYP, issuer, checkSignature);
  const subject = payload?.['credentialSubject'];
  if (!payload || !isObject(subject) || !Array.isArray(payload['type']) || !payload['type'].includes('BitstringStatusListCredential')) return null;
  const {id, nbf} = payload;
  const {encodedList, statusPurpose, type} = subject;
  if (typeof id !== 'string' || typeof nbf !== 'number' || type !== 'BitstringStatusList' || statusPurpose !== 'revocation' || typeof encodedList !== 'string' || !encodedList.startsWith('u')) return null;
  const packed = decodeBase64url(encodedList.slice(1));
  const bits = packed && await unpack(packed);
  return bits && bits.length * 8 >= STATUS_LIST_BITS ? {id, issuerId: issuer.id, asOf: new Date(nbf * 1000).toISOString(), bits} : null;
}

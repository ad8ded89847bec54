import {decodeBase64url} from './base64url.ts';
import {readStrictObject} from './strictJson.ts';

/** Longest signed text that is read, in characters. A certificate of ours has about 3,000, a status list at most 24,000. Practice judgement. */
export const LONGEST_JWT = 65_536;

/** How a certificate may be signed. No algorithm with a shared secret is among them: whoever can check could then also sign. */
export const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A signed text (compact JWS, RFC 7515), taken apart. */
export interface Jwt {
  algorithm: Algorithm;
  /** Which key signed it, as the text says. Only a hint among keys that are trusted already. */
  kid: string | null;
  /** What kind of signed text it is; null when it does not say. */
  typ: string | null;
  payload: Record<string, unknown>;
  /** The bytes that were signed. */
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

export type JwtRead = {ok: true; jwt: Jwt} | {ok: false; sentence: string};

/**
 * The header of Open Badges 3.0 section 8.2 (1EdTech, 2024) has these four members and no other. A key in the header (`jwk`) is passed over: it
 * says who could have signed, and not who may. An address of a key (`jku`, `x5u`) is not among the four, so nothing is ever fetched.
 */
const HEADER_MEMBERS = ['alg', 'kid', 'jwk', 'typ'];

/** Takes a signed text apart, without checking the signature. Gives a sentence when it is none, or one that could mean two things. Never throws. */
export function readJwt(text: string): JwtRead {
  if (text.length > LONGEST_JWT) return fault(`It is longer than ${LONGEST_JWT.toLocaleString('en-GB')} characters, which no certificate needs.`);
  const parts = text.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  const bytes = [header, payload, signature].map(decodeBase64url);
  const [headerBytes, payloadBytes, signatureBytes] = bytes;
  if (parts.length !== 3 || !headerBytes || !payloadBytes || !signatureBytes || signatureBytes.length === 0) return fault('It is not a signed certificate: three parts of letters and figures with full stops between them.');
  const [headerText, payloadText] = [readText(headerBytes), readText(payloadBytes)];
  const [head, body] = [headerText === null ? undefined : readStrictObject(headerText), payloadText === null ? undefined : readStrictObject(payloadText)];
  if (!head || !body) return fault('What it says cannot be read, or says one thing twice.');
  const extra = Object.keys(head).filter((name) => !HEADER_MEMBERS.includes(name));
  if (extra.length > 0) return fault('Its header asks for something that certificates of this kind may not ask for.');
  const algorithm = ALGORITHMS.find((each) => each === head['alg']);
  if (algorithm === undefined) return fault(`It is not signed in a way that we accept. We accept ${ALGORITHMS.join(', ')}.`);
  const [kid, typ] = [head['kid'] ?? null, head['typ'] ?? null];
  if ((kid !== null && typeof kid !== 'string') || (typ !== null && typeof typ !== 'string')) return fault('Its header is not written as the standard asks.');
  return {ok: true, jwt: {algorithm, kid, typ, payload: body, signed: new TextEncoder().encode(`${header}.${payload}`), signature: signatureBytes}};
}

function fault(sentence: string): JwtRead {
  return {ok: false, sentence};
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return null;
  }
}

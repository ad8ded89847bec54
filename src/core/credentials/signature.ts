import {readJwt} from './jwt.ts';
import type {Algorithm, Jwt} from './jwt.ts';

/** A public key as its issuer publishes it (JWK, RFC 7517). */
export interface PublicKey extends JsonWebKey {
  kid: string;
  /** When the key was made, in seconds since 1970. */
  iat?: number | undefined;
  /** When the issuer stopped using the key, in seconds since 1970. What is dated later was not signed by the issuer. */
  exp?: number | undefined;
}

/** A body whose certificates are believed, with every key that it has ever signed with. */
export interface Issuer {
  /** As its certificates name it: an address. */
  id: string;
  name: string;
  keys: readonly PublicKey[];
}

/** Says whether a signature over some bytes was made with the private half of a key. Rejects where the machine cannot do this kind. */
export type CheckSignature = (algorithm: Algorithm, key: PublicKey, signed: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

const PARAMETERS = {
  ES256: {name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256'},
  RS256: {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'},
  EdDSA: {name: 'Ed25519'},
} as const;

/** Base64url characters of 2,048 bits: shorter RSA keys can be broken (NIST SP 800-131A). */
const LEAST_RSA_CHARACTERS = 342;

/** The public members of a key of the right kind for an algorithm; null for another kind, so that no key is used for what it was not made for. */
function publicPartFor(algorithm: Algorithm, {kty, crv, x, y, n, e, alg, use}: PublicKey): JsonWebKey | null {
  if ((use !== undefined && use !== 'sig') || (alg !== undefined && alg !== algorithm && !(algorithm === 'EdDSA' && alg === 'Ed25519'))) return null;
  switch (algorithm) {
    case 'ES256': return kty === 'EC' && crv === 'P-256' && x && y ? {kty, crv, x, y} : null;
    case 'RS256': return kty === 'RSA' && n && e && n.length >= LEAST_RSA_CHARACTERS ? {kty, n, e} : null;
    case 'EdDSA': return kty === 'OKP' && crv === 'Ed25519' && x ? {kty, crv, x} : null;
  }
}

/** Makes the check of signatures from a browser's, or Node's, own cryptography (the Web Cryptography API). */
export function makeSignatureCheck(subtle: SubtleCrypto): CheckSignature {
  return async (algorithm, key, signed, signature) => {
    const jwk = publicPartFor(algorithm, key);
    if (jwk === null) return false;
    const parameters = PARAMETERS[algorithm];
    try {
      return await subtle.verify(parameters, await subtle.importKey('jwk', jwk, parameters, false, ['verify']), signature, signed);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotSupportedError') throw error;
      return false;
    }
  };
}

/** Whether a key is the one that a `kid` names: by its whole address, or by the part after `#`. */
function isNamed(key: PublicKey, kid: string): boolean {
  return kid === key.kid || kid.endsWith(`#${key.kid}`) || key.kid.endsWith(`#${kid}`);
}

/** The issuer's key that made the signature; null when none did. Rejects as `CheckSignature` does. */
export async function findSigner({algorithm, kid, signed, signature}: Pick<Jwt, 'algorithm' | 'kid' | 'signed' | 'signature'>, {keys}: Issuer, checkSignature: CheckSignature): Promise<PublicKey | null> {
  for (const key of kid === null ? keys : keys.filter((each) => isNamed(each, kid))) {
    if (await checkSignature(algorithm, key, signed, signature)) return key;
  }
  return null;
}

/** Whether a key was still in use at a moment (seconds since 1970). */
export function wasInUse({exp}: PublicKey, seconds: number): boolean {
  return exp === undefined || seconds <= exp;
}

/**
 * Reads a signed text of a certain kind (`typ`) from one issuer. Gives what it says; null when it is of another kind, of another issuer, dated
 * after its key was retired, or changed.
 */
export async function readSigned(text: string, typ: string, issuer: Issuer, checkSignature: CheckSignature): Promise<Record<string, unknown> | null> {
  const read = readJwt(text);
  if (!read.ok || read.jwt.typ !== typ || read.jwt.payload['iss'] !== issuer.id) return null;
  const at = read.jwt.payload['nbf'] ?? read.jwt.payload['iat'];
  const key = await findSigner(read.jwt, issuer, checkSignature);
  return key !== null && typeof at === 'number' && wasInUse(key, at) ? read.jwt.payload : null;
}

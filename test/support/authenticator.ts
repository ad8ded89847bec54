import {createHash, generateKeyPairSync, randomBytes, sign} from 'node:crypto';
import type {KeyObject} from 'node:crypto';
import type {Assertion, Registration} from '#core/signIn/api.ts';

/** What a test may have the authenticator do wrong. */
interface Changes {
  origin?: string;
  rpId?: string;
  /** Signs another challenge than the one asked. */
  challenge?: string;
  /** The counter that it claims. */
  uses?: number;
  /** Does not check its owner. */
  isUnverified?: boolean;
  type?: string;
}

interface Asked {
  challenge: string;
  rp?: {id?: string};
  rpId?: string;
  user?: {id: string};
}

/** A passkey in software: P-256, with a counter (WebAuthn level 3, 6). */
export interface Authenticator {
  id: string;
  /** Answers the options for adding a passkey. */
  make(options: Asked, origin: string, changes?: Changes): Registration;
  /** Answers the options for using it. */
  use(options: Asked, origin: string, changes?: Changes): Assertion;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

export function makeAuthenticator(): Authenticator {
  const credentialId = randomBytes(32);
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
  const id = credentialId.toString('base64url');
  let uses = 0;
  let owner: string | undefined;
  const dataFor = (rpId: string, {uses: claimed, isUnverified}: Changes, more = Buffer.alloc(0)): Buffer => {
    uses = claimed ?? uses + 1;
    const flags = USER_PRESENT | (isUnverified ? 0 : USER_VERIFIED) | (more.length > 0 ? HAS_KEY : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(uses);
    return Buffer.concat([hash(rpId), Buffer.from([flags]), counter, more]);
  };
  return {
    id,
    make: (options, origin, changes = {}) => {
      owner = options.user?.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const authData = dataFor(changes.rpId ?? options.rp?.id ?? '', changes, Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]));
      return {
        id, rawId: id, type: 'public-key',
        response: {
          clientDataJSON: clientData(changes.type ?? 'webauthn.create', changes.challenge ?? options.challenge, changes.origin ?? origin).toString('base64url'),
          attestationObject: cborMap([[cborText('fmt'), cborText('none')], [cborText('attStmt'), cborMap([])], [cborText('authData'), cborBytes(authData)]]).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    use: (options, origin, changes = {}) => {
      const authenticatorData = dataFor(changes.rpId ?? options.rpId ?? '', changes);
      const data = clientData(changes.type ?? 'webauthn.get', changes.challenge ?? options.challenge, changes.origin ?? origin);
      return {
        id, rawId: id, type: 'public-key',
        response: {
          clientDataJSON: data.toString('base64url'), authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', Buffer.concat([authenticatorData, hash(data)]), privateKey).toString('base64url'),
          ...(owner !== undefined && {userHandle: owner}),
        },
      };
    },
  };
}

function hash(value: string | Buffer): Buffer {
  return createHash('sha256').update(value).digest();
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({type, challenge, origin, crossOrigin: false}));
}

/** The public key as COSE writes it (RFC 9052): type EC2, ES256, P-256, x and y. */
function coseKey(key: KeyObject): Buffer {
  const {x = '', y = ''} = key.export({format: 'jwk'});
  return cborMap([
    [cborInt(1), cborInt(2)], [cborInt(3), cborInt(-7)], [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))], [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ]);
}

/** The head of a CBOR item: its kind, and a length or number below 65,536 (RFC 8949, 3). */
function cborHead(kind: number, value: number): Buffer {
  const major = kind << 5;
  if (value < 24) return Buffer.from([major | value]);
  if (value < 256) return Buffer.from([major | 24, value]);
  return Buffer.from([major | 25, value >> 8, value & 0xff]);
}

const cborInt = (value: number): Buffer => (value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value));
const cborBytes = (value: Buffer): Buffer => Buffer.concat([cborHead(2, value.length), value]);
const cborText = (value: string): Buffer => Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
const cborMap = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer => Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);

import {isObject} from './strictJson.ts';

/** What a certificate says, once its form is known to be sane. */
export interface CredentialFacts {
  /** Its own address or number, which its issuer gave it. */
  id: string;
  issuerId: string;
  /** The name of whoever it was given to; null when it gives none. */
  holder: string | null;
  /** The holder's e-mail address, as it is or scrambled with a salt. */
  emails: readonly EmailIdentity[];
  achievement: {id: string; name: string; description: string; criteria: string};
  /** Moments in ISO 8601. */
  validFrom: string;
  validUntil: string | null;
  /** Where the issuer says whether it is revoked. Null: nowhere. */
  status: StatusPlace | 'unknown-kind' | null;
}

export interface EmailIdentity {
  isHashed: boolean;
  value: string;
  salt: string;
}

export interface StatusPlace {
  list: string;
  place: number;
}

export type CredentialRead = {ok: true; facts: CredentialFacts} | {ok: false; sentence: string};

const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
const OB_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-3\.\d+\.\d+)?\.json$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** Longest text that is taken from a certificate, in characters. */
const LONGEST_TEXT = 10_000;

const asText = (value: unknown): string => (typeof value === 'string' && value.length <= LONGEST_TEXT ? value.trim() : '');
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const secondsOf = (moment: string): number => Math.floor(Date.parse(moment) / 1000);

function readMoment(value: unknown): string | null {
  return typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** The one object that a member holds, by itself or in a list of one. */
function only(value: unknown): Record<string, unknown> | null {
  const all = asList(value);
  return all.length === 1 && isObject(all[0]) ? all[0] : null;
}

function readStatus(value: unknown): CredentialFacts['status'] {
  const entries = asList(value);
  if (entries.length === 0) return null;
  const entry = entries.filter(isObject).find(({type, statusPurpose}) => type === 'BitstringStatusListEntry' && statusPurpose === 'revocation');
  const {statusListCredential: list, statusListIndex: index} = entry ?? {};
  return typeof list === 'string' && typeof index === 'string' && /^\d{1,9}$/.test(index) ? {list, place: Number(index)} : 'unknown-kind';
}

/**
 * Reads the payload of a signed certificate: an OpenBadgeCredential of Open Badges 3.0 (1EdTech, 2024), whose members stand at the top beside the
 * claims of the signed text. Gives what it says, or a sentence on why it is none. The two ways of saying one thing must agree.
 */
export function readCredential(payload: Record<string, unknown>): CredentialRead {
  const fault = (sentence: string): CredentialRead => ({ok: false, sentence});
  const contexts = asList(payload['@context']);
  const types = asList(payload['type']);
  if (contexts[0] !== VC_CONTEXT || !contexts.some((each) => typeof each === 'string' && OB_CONTEXT.test(each))
    || !types.includes('VerifiableCredential') || !(types.includes('OpenBadgeCredential') || types.includes('AchievementCredential'))) {
    return fault('It is not a certificate by Open Badges 3.0.');
  }
  const issuerId = asText(isObject(payload['issuer']) ? payload['issuer']['id'] : payload['issuer']);
  const id = asText(payload['id']);
  const subject = only(payload['credentialSubject']);
  const achievement = only(subject?.['achievement']);
  const validFrom = readMoment(payload['validFrom']);
  const validUntil = payload['validUntil'] === undefined ? null : readMoment(payload['validUntil']);
  if (!id || !issuerId || !subject || !achievement || !asText(achievement['id']) || !asText(achievement['name'])) return fault('It leaves out who issued it, or what it is for.');
  if (validFrom === null || (validUntil === null && payload['validUntil'] !== undefined)) return fault('Its dates cannot be read.');
  const agrees = payload['iss'] === issuerId && payload['jti'] === id && (subject['id'] === undefined || payload['sub'] === subject['id'])
    && payload['nbf'] === secondsOf(validFrom) && payload['exp'] === (validUntil === null ? undefined : secondsOf(validUntil));
  if (!agrees) return fault('It says one thing in two places, and the two differ.');
  const identities = asList(subject['identifier']).filter(isObject);
  return {
    ok: true,
    facts: {
      id, issuerId, validFrom, validUntil,
      holder: asText(identities.find(({identityType, hashed}) => identityType === 'name' && hashed === false)?.['identityHash']) || null,
      emails: identities.filter(({identityType}) => identityType === 'emailAddress').map(({hashed, identityHash, salt}) => ({isHashed: hashed === true, value: asText(identityHash), salt: asText(salt)})),
      achievement: {
        id: asText(achievement['id']), name: asText(achievement['name']), description: asText(achievement['description']),
        criteria: asText(isObject(achievement['criteria']) ? achievement['criteria']['narrative'] : ''),
      },
      status: readStatus(payload['credentialStatus']),
    },
  };
}

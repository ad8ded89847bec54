import {writeDayOf, writeTimeOf} from '../records/londonDay.ts';
import {readJwt} from './jwt.ts';
import type {Jwt} from './jwt.ts';
import {readCredential} from './readCredential.ts';
import type {CredentialFacts} from './readCredential.ts';
import {findSigner, wasInUse} from './signature.ts';
import type {CheckSignature, Issuer, PublicKey} from './signature.ts';
import {isSet} from './statusList.ts';
import type {StatusList} from './statusList.ts';

/** What a certificate is checked against. Everything comes in from outside: nothing that the certificate points to is fetched. */
export interface Materials {
  /** Whose certificates are believed. */
  issuers: readonly Issuer[];
  statusLists: readonly StatusList[];
  /** ISO 8601. */
  now: string;
  checkSignature: CheckSignature;
}

export const CHECK_NAMES = {
  form: 'Form', issuer: 'Issuer', signature: 'Signature', key: 'Key', content: 'Contents', start: 'Start', end: 'End', revocation: 'Revoked or not',
} as const;

/** One check, with a sentence on what was found. */
export interface Check {
  id: keyof typeof CHECK_NAMES;
  state: 'ok' | 'failed' | 'could-not-check';
  sentence: string;
}

/**
 * `valid`: every check passed. `unconfirmed`: genuine and in date, and it could not be seen whether it was revoked. `unknown`: nothing is wrong
 * with it, and its issuer is not one whose keys are held, or this machine cannot check. `invalid`: a check failed.
 */
export type Verdict = 'valid' | 'unconfirmed' | 'unknown' | 'invalid';

export interface Verification {
  verdict: Verdict;
  checks: Check[];
  /** What it says. Null unless it is genuine and in date, so that no name is shown of a certificate that does not hold. */
  credential: (CredentialFacts & {issuerName: string}) | null;
}

/** In words, what a verdict means to whoever was handed the certificate. */
export const VERDICT_WORDS: Readonly<Record<Verdict, {title: string; meaning: string}>> = {
  valid: {title: 'This certificate is genuine', meaning: 'It was issued as it stands, it is in date, and it has not been revoked.'},
  unconfirmed: {title: 'Genuine, but check that it still holds', meaning: 'It was issued as it stands and is in date. We could not see whether the issuer has revoked it since: ask them.'},
  unknown: {title: 'We cannot tell', meaning: 'We cannot say whether it is genuine. Ask whoever issued it.'},
  invalid: {title: 'Do not rely on this certificate', meaning: 'At least one check failed. The list says which.'},
};

/** A clock may be this far behind that of the issuer, in seconds. Practice judgement. */
const CLOCK_LEEWAY = 300;

const writeMoment = (moment: string): string => `${writeDayOf(moment)}, ${writeTimeOf(moment)}`;
const check = (id: Check['id'], state: Check['state'], sentence: string): Check => ({id, state, sentence});

/** Checks a signed certificate. Takes its text and what to check it against; gives each check with a sentence. Never throws. */
export async function verifyCredential(text: string, materials: Materials): Promise<Verification> {
  const read = readJwt(text.trim());
  if (!read.ok) return conclude([check('form', 'failed', read.sentence)]);
  const {jwt} = read;
  if (jwt.typ !== null && !['JWT', 'VC+JWT'].includes(jwt.typ.toUpperCase())) return conclude([check('form', 'failed', 'It is a signed text of another kind.')]);
  const checks = [check('form', 'ok', 'It is written as a signed certificate.')];
  const issuer = materials.issuers.find(({id}) => id === jwt.payload['iss']);
  if (!issuer) return conclude([...checks, check('issuer', 'could-not-check', 'Its issuer is not on our list, so we have no key to check it with.')]);
  checks.push(check('issuer', 'ok', `It names ${issuer.name} as its issuer.`));
  const signer = await signerOf(jwt, issuer, materials.checkSignature);
  if ('sentence' in signer) return conclude([...checks, signer]);
  checks.push(check('signature', 'ok', `${issuer.name} signed it, and nothing in it has changed since.`));
  const content = readCredential(jwt.payload);
  if (!content.ok) return conclude([...checks, check('content', 'failed', content.sentence)]);
  const {facts} = content;
  checks.push(
    keyCheck(facts, signer),
    check('content', 'ok', 'It says all that a certificate by Open Badges 3.0 must say.'),
    ...dateChecks(facts, materials.now),
    revocationCheck(facts, materials.statusLists),
  );
  return conclude(checks, {...facts, issuerName: issuer.name});
}

async function signerOf(jwt: Jwt, issuer: Issuer, checkSignature: CheckSignature): Promise<PublicKey | Check> {
  try {
    return await findSigner(jwt, issuer, checkSignature)
      ?? check('signature', 'failed', `${issuer.name} did not sign this. It was changed after signing, or signed by somebody else.`);
  } catch {
    return check('signature', 'could-not-check', 'This browser cannot check signatures of this kind. Try a newer one.');
  }
}

function keyCheck({validFrom}: CredentialFacts, key: PublicKey): Check {
  return wasInUse(key, Math.floor(Date.parse(validFrom) / 1000))
    ? check('key', 'ok', 'The issuer used this key when the certificate was issued.')
    : check('key', 'failed', 'It is dated after the issuer stopped using the key that signed it.');
}

function dateChecks({validFrom, validUntil}: CredentialFacts, now: string): Check[] {
  const isStarted = Date.parse(validFrom) <= Date.parse(now) + CLOCK_LEEWAY * 1000;
  const isOver = validUntil !== null && Date.parse(validUntil) < Date.parse(now);
  return [
    isStarted ? check('start', 'ok', `It has held since ${writeDayOf(validFrom)}.`) : check('start', 'failed', `It holds only from ${writeDayOf(validFrom)} on.`),
    isOver ? check('end', 'failed', `It ended on ${writeDayOf(validUntil)}.`) : check('end', 'ok', validUntil === null ? 'It has no end date.' : `It holds until the end of ${writeDayOf(validUntil)}.`),
  ];
}

function revocationCheck({status, issuerId}: CredentialFacts, lists: readonly StatusList[]): Check {
  if (status === null) return check('revocation', 'ok', 'Its issuer has no list of revoked certificates for it.');
  const list = status === 'unknown-kind' ? undefined : lists.find((each) => each.id === status.list && each.issuerId === issuerId);
  const isRevoked = list && status !== 'unknown-kind' ? isSet(list.bits, status.place) : null;
  if (!list || isRevoked === null) return check('revocation', 'could-not-check', 'We do not have its issuer’s list of revoked certificates.');
  return isRevoked
    ? check('revocation', 'failed', `Its issuer has revoked it. The list is of ${writeMoment(list.asOf)}.`)
    : check('revocation', 'ok', `It was not revoked by ${writeMoment(list.asOf)}, the time of the issuer’s list.`);
}

function conclude(checks: Check[], facts: Verification['credential'] = null): Verification {
  const open = checks.filter(({state}) => state === 'could-not-check');
  const verdict: Verdict = checks.some(({state}) => state === 'failed') ? 'invalid'
    : open.length === 0 ? 'valid' : open.every(({id}) => id === 'revocation') ? 'unconfirmed' : 'unknown';
  return {verdict, checks, credential: verdict === 'valid' || verdict === 'unconfirmed' ? facts : null};
}

import type {Person} from '#core/records/api.ts';
import type {Recognition, RecognitionCase, RecognitionDecision} from '#core/credentials/api.ts';
import {findJwt} from '#core/credentials/findJwt.ts';
import type {CredentialFacts} from '#core/credentials/readCredential.ts';
import {verifyCredential} from '#core/credentials/verify.ts';
import {issuerIdOf} from '#core/credentials/writeCredential.ts';
import {readJwt} from '#core/credentials/jwt.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {applyRecognition} from '../records/applyTraining.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {addRecognition, decideRecognition, findCase, findRecognition, lockRecognition} from '../repositories/recognisedCredentials.ts';
import type {RecognisedCase, RecognisedRow} from '../repositories/recognisedCredentials.ts';
import {hashEmail} from './issue.ts';
import {checkSignature} from './issuer.ts';

/** Whether the certificate was given to this address; null when it names none. */
function isSameEmail({emails}: CredentialFacts, email: string): boolean | null {
  if (emails.length === 0) return null;
  return emails.some(({isHashed, value, salt}) => (isHashed ? value.toLowerCase() === hashEmail(email, salt) : value.toLowerCase() === email));
}

/**
 * Checks another body's certificate against the keys in `askwell.config.ts`. Nothing is asked of any other site. Throws a 422 with what is wrong.
 */
async function checkOther({organisation, config, clock}: Services, text: string): Promise<{jwt: string; facts: CredentialFacts & {issuerName: string}}> {
  const wrong = (sentence: string): Refusal => new Refusal(422, 'not-recognised', sentence, [{field: 'text', message: sentence}]);
  const jwt = findJwt(text);
  if (jwt === null) throw wrong('There is no signed certificate in this. Paste the whole text that its issuer gave you, or choose its file.');
  const read = readJwt(jwt);
  if (read.ok && read.jwt.payload['iss'] === issuerIdOf(config.publicUrl)) throw wrong('This certificate is from this site, so it is on your record already.');
  const {credential, checks} = await verifyCredential(jwt, {issuers: organisation.trustedIssuers, statusLists: [], now: clock().toISOString(), checkSignature});
  if (!credential) throw wrong(checks.find(({state}) => state !== 'ok' )?.sentence ?? 'It could not be checked.');
  return {jwt, facts: credential};
}

/**
 * Keeps another body's certificate once. It is recognised at once when it stands for a course of ours and its address is that of the account; else it
 * waits for a coordinator. Throws a 409 when the certificate was handed in before, or something else has this id.
 */
export async function recognise(services: Services, person: Person, request: {id: string; text: string}): Promise<{row: RecognisedRow; added: boolean}> {
  const {database, organisation, shelf, clock} = services;
  const bodyHash = canonicalHash(request);
  const before = await findRecognition(database, request.id);
  if (before) return {row: sameOrRefuse(before, person.id, bodyHash), added: false};
  const {jwt, facts} = await checkOther(services, request.text);
  const mapped = organisation.trustedIssuers.find(({id}) => id === facts.issuerId)?.courses[facts.achievement.id];
  const courseId = mapped !== undefined && shelf.course(mapped) ? mapped : null;
  const same = isSameEmail(facts, person.email);
  const row: RecognisedRow = {
    id: request.id, personId: person.id, issuerId: facts.issuerId, issuerName: facts.issuerName, credentialId: facts.id,
    achievementId: facts.achievement.id, achievementName: facts.achievement.name, holderName: facts.holder, isSameEmail: same, courseId,
    validFrom: new Date(facts.validFrom).toISOString(), validUntil: facts.validUntil === null ? null : new Date(facts.validUntil).toISOString(),
    jwt, bodyHash, receivedAt: clock().toISOString(), state: courseId !== null && same === true ? 'recognised' : 'waiting', reason: null,
  };
  const added = await database.transaction(async (tx) => {
    const isNew = await addRecognition(tx, row);
    if (isNew && row.state === 'recognised' && courseId !== null) {
      await applyRecognition(tx, person.id, courseId, shelf.courses, clock());
      await addAudit(tx, {actorId: person.id, action: 'certificate-recognised', subjectId: person.id, object: `recognition:${row.id}`, detail: {course: courseId, by: 'address'}}, clock());
    }
    return isNew;
  });
  if (added) return {row, added};
  const raced = await findRecognition(database, request.id);
  if (raced) return {row: sameOrRefuse(raced, person.id, bodyHash), added: false};
  throw new Refusal(409, 'handed-in-before', 'This certificate was handed in before. If it was not by you, tell the team that runs this site.');
}

function sameOrRefuse(row: RecognisedRow, personId: string, bodyHash: string): RecognisedRow {
  if (row.personId !== personId || row.bodyHash !== bodyHash) throw new Refusal(409, 'other-recognition', 'Something else was handed in under this id. Reload the page and try again.');
  return row;
}

/** A coordinator recognises a certificate for a course, or refuses it, also one that was recognised before. Throws a 403 for their own, and a 409 once it is refused. */
export async function decide(services: Services, id: string, actorId: string, decision: RecognitionDecision): Promise<RecognisedCase> {
  const {database, shelf, clock} = services;
  if (decision.outcome === 'recognised' && !shelf.course(decision.courseId)) throw new Refusal(422, 'unknown-course', 'There is no such course. Choose one from the list.', [{field: 'courseId', message: 'Choose a course from the list.'}]);
  await database.transaction(async (tx) => {
    const row = await lockRecognition(tx, id);
    if (!row) throw new Refusal(404, 'no-such-recognition', 'No certificate was handed in under this number. Look at the list.');
    if (row.state === 'refused') throw new Refusal(409, 'decided-already', 'This was refused already. Its holder may hand it in again.');
    const courseId = decision.outcome === 'recognised' ? decision.courseId : row.courseId;
    await decideRecognition(tx, id, {state: decision.outcome, courseId, reason: decision.outcome === 'refused' ? decision.reason : null}, actorId, clock());
    for (const each of new Set([row.courseId, courseId])) if (each !== null) await applyRecognition(tx, row.personId, each, shelf.courses, clock());
    await addAudit(tx, {actorId, action: 'certificate-recognised', subjectId: row.personId, object: `recognition:${id}`, detail: {outcome: decision.outcome, course: courseId}}, clock());
  });
  const found = await findCase(database, id);
  if (!found) throw new Error('A case was decided and is gone.');
  return found;
}

/** A case as its holder sees it. */
export function toRecognition({id, issuerName, achievementName, holderName, courseId, validFrom, validUntil, state, reason, receivedAt}: RecognisedRow): Recognition {
  return {id, issuer: issuerName, achievement: achievementName, holder: holderName, courseId, validFrom, validUntil, state, reason, receivedAt};
}

/** A case as a coordinator sees it. */
export function toCase(row: RecognisedCase): RecognitionCase {
  return {...toRecognition(row), person: {name: row.personName, email: row.email}, isSameEmail: row.isSameEmail, decidedBy: row.decidedBy};
}

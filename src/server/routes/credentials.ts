import * as z from 'zod';
import {CredentialRecord, CredentialRequest, HeldCredential, MyCredentials, PublicCredential, Replacement, Revocation} from '#core/credentials/api.ts';
import {kindsOf} from '#core/credentials/kinds.ts';
import {verifyAddressOf} from '#core/credentials/writeCredential.ts';
import type {Person} from '#core/records/api.ts';
import {certificateFor, earnStanding, TAKEN_AWAY} from '../credentials/earned.ts';
import {issueCredential, refuseOwn, replace, revoke} from '../credentials/issue.ts';
import {toRecognition} from '../credentials/recognise.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {noteLooks} from '../records/audit.ts';
import {isTrainerOf} from '../repositories/cohorts.ts';
import {findCredential, listCompletionFacts, listOfPerson, listRunsOf} from '../repositories/credentials.ts';
import type {CredentialRow} from '../repositories/credentials.ts';
import {changePerson} from '../repositories/people.ts';
import {isForgottenCredential} from '../repositories/privacy.ts';
import {listRecognitionsOf} from '../repositories/recognisedCredentials.ts';
import {answers} from './answers.ts';

const params = z.object({id: z.string()});
/** An employer may check many certificates from one address. A number of 128 bits cannot be guessed at any rate. */
const CHECK_LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};
/** Nobody asks for certificates, or changes them, more often by hand. */
const ASK_LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};

const NUMBER = /^[0-9a-f]{32}$/;
/** Looked for in place of what cannot be a number, so that the answer takes as long. */
const NO_NUMBER = '0'.repeat(32);

/** Certificates: a learner's own, and anybody's by number. */
export function credentialRoutes(app: App, services: Services): void {
  ownRoutes(app, services);
  numberRoutes(app, services);
}

function ownRoutes(app: App, services: Services): void {
  const {database, shelf, config} = services;
  const toHeld = (row: CredentialRow): HeldCredential => {
    const {id, courseId, kind, cohortId, name, validFrom, validUntil, revokedAt, revokedReason, jwt} = row;
    return {id, courseId, kind, cohortId, name, validFrom, validUntil, revoked: revokedAt === null ? null : {at: revokedAt, reason: revokedReason ?? ''}, address: verifyAddressOf(config.publicUrl, id), jwt};
  };

  app.get('/api/credentials', {schema: {summary: 'Your certificates, and those that you can have', response: answers({200: MyCredentials})}}, async (request) => {
    const {id, displayName} = personOf(request);
    const [rows, recognised] = await Promise.all([listOfPerson(database, id), listRecognitionsOf(database, id)]);
    return {displayName, held: rows.map(toHeld), available: await availableTo(services, id, rows), recognised: recognised.map(toRecognition)};
  });

  app.post('/api/credentials', {
    config: ASK_LIMIT,
    schema: {summary: 'Get your certificate, once', body: CredentialRequest, response: answers({200: HeldCredential, 201: HeldCredential})},
  }, async (request, reply) => {
    const person = personOf(request);
    const {courseId, kind, name, withEmail} = request.body;
    const cohortId = kind === 'attendance' ? request.body.cohortId : null;
    const course = shelf.course(courseId);
    if (!course) throw new Refusal(422, 'unknown-course', `There is no course \`${courseId}\`. Choose one from the list.`);
    if (kind === 'attendance') await checkRun(services, person, cohortId, courseId);
    const {row, added} = await issueCredential(services, {
      personId: person.id, actorId: person.id, course, kind, cohortId, name: person.displayName ?? name ?? null, email: withEmail ? person.email : null,
    });
    if (added && person.displayName === null) await changePerson(database, person.id, {displayName: row.name});
    return reply.code(added ? 201 : 200).send(toHeld(row));
  });
}

/** Throws the same 403 for a run that the person has no place in as for none, and refuses whoever teaches the run. */
async function checkRun(services: Services, person: Person, cohortId: string | null, courseId: string): Promise<void> {
  const runs = await listRunsOf(services.database, person.id);
  if (cohortId === null || !runs.some((run) => run.id === cohortId && run.courseId === courseId)) {
    throw new Refusal(403, 'not-in-run', 'You have no place in a run of this course with this id. Join it with the code from your trainer.');
  }
  if (await isTrainerOf(services.database, cohortId, person.id)) await refuseOwn(services, person.id, `cohort:${cohortId}`);
}

/** What a person could have and does not have: competence for courses completed, attendance for the runs that they have a place in. */
async function availableTo({database, shelf, clock}: Services, personId: string, rows: readonly CredentialRow[]): Promise<MyCredentials['available']> {
  const now = clock().toISOString();
  const [completions, runs] = await Promise.all([listCompletionFacts(database, personId, null), listRunsOf(database, personId)]);
  const candidates = [
    ...completions.map(({courseId}) => ({courseId, kind: 'competence' as const, run: null})),
    ...runs.map((run) => ({courseId: run.courseId, kind: 'attendance' as const, run})),
  ];
  const found = await Promise.all(candidates.map(async ({courseId, kind, run}) => {
    const course = shelf.course(courseId);
    if (!course || !kindsOf(course).includes(kind)) return [];
    const cohortId = run?.id ?? null;
    const earned = await earnStanding(database, {personId, course, kind, cohortId, now});
    const {held, takenAway} = certificateFor(rows, {course, kind, cohortId, basisAt: earned.state === 'earned' ? earned.basisAt : now});
    if (held) return [];
    return [{courseId, kind, cohortId, runTitle: run?.title ?? null, why: earned.state === 'earned' ? (takenAway ? TAKEN_AWAY : null) : earned.why}];
  }));
  return found.flat();
}

function numberRoutes(app: App, services: Services): void {
  const {database, clock} = services;
  const none = (): Refusal => new Refusal(404, 'no-such-certificate', 'No certificate has this number. Check it with whoever gave it to you: it has 32 figures and letters from a to f.');
  const forgotten = (): Refusal => new Refusal(404, 'holder-forgotten', 'Whether this certificate is valid cannot be said: its holder asked to be forgotten, so we keep nothing of it. Ask them for the signed text, which can be checked without us.');

  app.get('/api/credentials/:id', {config: CHECK_LIMIT, schema: {summary: 'A certificate by its number, to be checked', params, response: answers({200: PublicCredential})}}, async (request) => {
    const {id} = request.params;
    const row = await findCredential(database, NUMBER.test(id) ? id : NO_NUMBER);
    if (!row) throw await isForgottenCredential(database, id) ? forgotten() : none();
    if (row.revokedAt !== null) return {jwt: null, ended: {why: 'revoked' as const, at: row.revokedAt}};
    if (row.validUntil !== null && Date.parse(row.validUntil) < clock().getTime()) return {jwt: null, ended: {why: 'expired' as const, at: row.validUntil}};
    return {jwt: row.jwt, ended: null};
  });

  /** A certificate that this person may revoke: any for a coordinator, and for a trainer those of the runs they teach. The same 404 for others' as for none. */
  const forStaff = async (person: Person, id: string): Promise<CredentialRow> => {
    const row = await findCredential(database, NUMBER.test(id) ? id : NO_NUMBER);
    const mayRevoke = row && (person.role === 'coordinator' || (row.cohortId !== null && await isTrainerOf(database, row.cohortId, person.id)));
    if (!mayRevoke) throw new Refusal(404, 'no-such-certificate', 'You may change no certificate with this number. Trainers see those of their own runs, and coordinators all.');
    return row;
  };
  const toRecord = ({id, courseId, kind, name, validFrom, validUntil, revokedAt, revokedReason, replacedBy}: CredentialRow): CredentialRecord => (
    {id, courseId, kind, name, validFrom, validUntil, revoked: revokedAt === null ? null : {at: revokedAt, reason: revokedReason ?? '', replacedBy}});
  const recordOf = async (id: string): Promise<CredentialRecord> => {
    const row = await findCredential(database, id);
    if (!row) throw new Error('A certificate was changed and is gone.');
    return toRecord(row);
  };

  app.get('/api/credentials/:id/record', {schema: {summary: 'A certificate, for whoever may revoke it', params, response: answers({200: CredentialRecord})}}, async (request) => {
    const person = personOf(request);
    const row = await forStaff(person, request.params.id);
    await noteLooks(database, person.id, [row.personId], 'Certificate', clock());
    return toRecord(row);
  });

  app.post('/api/credentials/:id/revocation', {config: ASK_LIMIT, schema: {summary: 'Revoke a certificate', params, body: Revocation, response: answers({200: CredentialRecord})}}, async (request) => {
    const person = personOf(request);
    const row = await forStaff(person, request.params.id);
    if (row.personId === person.id) await refuseOwn(services, person.id, `credential:${row.id}`);
    await revoke(services, row.id, person.id, request.body.reason);
    return recordOf(row.id);
  });

  app.post('/api/credentials/:id/replacement', {config: ASK_LIMIT, schema: {summary: 'Issue a certificate again with a corrected name, and revoke the one before', params, body: Replacement, response: answers({201: CredentialRecord})}}, async (request, reply) => {
    const person = personOf(request);
    const row = await forStaff(person, request.params.id);
    if (row.personId === person.id) await refuseOwn(services, person.id, `credential:${row.id}`);
    return reply.code(201).send(await recordOf((await replace(services, row.id, person.id, request.body.name)).id));
  });
}

import * as z from 'zod';
import {Recognition, RecognitionCase, RecognitionDecision, RecognitionList, RecognitionRequest} from '#core/credentials/api.ts';
import {LONGEST_JWT} from '#core/credentials/jwt.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {refuseOwn} from '../credentials/issue.ts';
import {decide, recognise, toCase, toRecognition} from '../credentials/recognise.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {noteLooks} from '../records/audit.ts';
import {findRecognition, listCases} from '../repositories/recognisedCredentials.ts';
import {answers} from './answers.ts';

const HAND_IN_LIMIT = {rateLimit: {max: 20, timeWindow: 15 * 60_000}};
const DECIDE_LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};
/** The longest certificate, with room for its id. */
const LARGEST_HAND_IN = LONGEST_JWT + 1024;

/** Certificates of other bodies: handed in by their holders, decided by coordinators. */
export function recognisedCredentialRoutes(app: App, services: Services): void {
  const {database, clock} = services;

  app.post('/api/recognised-credentials', {
    config: HAND_IN_LIMIT,
    bodyLimit: LARGEST_HAND_IN,
    schema: {summary: 'Hand in another body’s certificate, once', body: RecognitionRequest, response: answers({200: Recognition, 201: Recognition})},
  }, async (request, reply) => {
    const {row, added} = await recognise(services, personOf(request), request.body);
    return reply.code(added ? 201 : 200).send(toRecognition(row));
  });

  app.get('/api/recognised-credentials', {schema: {summary: 'Other bodies’ certificates that were handed in', response: answers({200: RecognitionList})}}, async (request) => {
    const cases = await listCases(database);
    await noteLooks(database, personOf(request).id, [...new Set(cases.map(({personId}) => personId))], 'Certificates of other bodies', clock());
    return {cases: cases.map(toCase)};
  });

  app.post('/api/recognised-credentials/:id/decision', {config: DECIDE_LIMIT, schema: {summary: 'Recognise or refuse another body’s certificate', params: z.object({id: z.string()}), body: RecognitionDecision, response: answers({200: RecognitionCase})}}, async (request) => {
    const person = personOf(request);
    const {id} = request.params;
    const row = RecordId.safeParse(id).success ? await findRecognition(database, id) : undefined;
    if (!row) throw new Refusal(404, 'no-such-recognition', 'No certificate was handed in under this number. Look at the list.');
    if (row.personId === person.id) await refuseOwn(services, person.id, `recognition:${id}`);
    return toCase(await decide(services, id, person.id, request.body));
  });
}

import * as z from 'zod';
import {NewSession, SessionCancellation, SessionChange, SessionReceipt} from '#core/runs/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {cohortFor} from '../records/cohorts.ts';
import {editSession, endSession, openSession} from '../runs/sessions.ts';
import {answers} from './answers.ts';

const params = z.object({id: z.string()});
const ofSession = z.object({id: z.string(), sessionId: z.string()});
/** A change may send mail to a whole run, so nobody needs more of them than this. */
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};
/** The instructions have 2,000 characters, each at most six letters long in JSON. */
const LARGEST = 32 * 1024;

/** Dates and places of a course run. */
export function courseSessionRoutes(app: App, services: Services): void {
  app.post('/api/cohorts/:id/sessions', {
    config: LIMIT, bodyLimit: LARGEST,
    schema: {summary: 'Add a session to a course run, once', params, body: NewSession, response: answers({200: SessionReceipt, 201: SessionReceipt})},
  }, async (request, reply) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    const {added, receipt} = await openSession(services, id, request.body, person.id);
    return reply.code(added ? 201 : 200).send(receipt);
  });

  app.put('/api/cohorts/:id/sessions/:sessionId', {
    config: LIMIT, bodyLimit: LARGEST,
    schema: {summary: 'Change a session', params: ofSession, body: SessionChange, response: answers({200: SessionReceipt})},
  }, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    return editSession(services, id, request.params.sessionId, request.body, person.id);
  });

  app.post('/api/cohorts/:id/sessions/:sessionId/cancellation', {
    config: LIMIT, bodyLimit: LARGEST,
    schema: {summary: 'Cancel a session', params: ofSession, body: SessionCancellation, response: answers({200: SessionReceipt})},
  }, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    return endSession(services, id, request.params.sessionId, request.body, person.id);
  });
}

import * as z from 'zod';
import {MessageReceipt, NewMessage} from '#core/runs/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {cohortFor} from '../records/cohorts.ts';
import {sendMessage} from '../runs/messages.ts';
import {answers} from './answers.ts';

const LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};
/** 4,000 characters, each at most six letters long in JSON, and the subject. */
const LARGEST = 32 * 1024;

/** Messages of a trainer to everybody who is confirmed. */
export function messageRoutes(app: App, services: Services): void {
  app.post('/api/cohorts/:id/messages', {
    config: LIMIT, bodyLimit: LARGEST,
    schema: {summary: 'Send a message to everybody confirmed, once', params: z.object({id: z.string()}), body: NewMessage, response: answers({200: MessageReceipt, 201: MessageReceipt})},
  }, async (request, reply) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    const receipt = await sendMessage(services, id, request.body, person);
    return reply.code(receipt.outcome === 'added' ? 201 : 200).send(receipt);
  });
}

import * as z from 'zod';
import type {App, Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {isAnswering} from '../repositories/chores.ts';
import {hashToken, isSameText} from '../signIn/secrets.ts';
import {answers} from './answers.ts';

const Health = z.object({ok: z.literal(true), database: z.enum(['embedded', 'postgres']), time: z.string()});
const Live = z.object({ok: z.literal(true)});

/** Whether the service runs, can be asked and how it does: for people, balancers and monitoring. */
export function healthRoutes(app: App, {database, clock, config, isStopping, metrics}: Services): void {
  const refuseWhenStopping = (): void => {
    if (isStopping?.()) throw new Refusal(503, 'stopping', 'This instance is stopping. Ask another one, or try again in a minute.');
  };

  app.get('/api/health', {schema: {summary: 'Say whether the service and its database answer', response: answers({200: Health})}}, async () => {
    await isAnswering(database);
    return {ok: true as const, database: database.kind, time: clock().toISOString()};
  });

  app.get('/api/health/live', {schema: {summary: 'Say that the process runs, whatever its database does', response: answers({200: Live})}}, async () => ({ok: true as const}));

  app.get('/api/health/ready', {schema: {summary: 'Say whether to send people here: the database answers, and the instance is not stopping', response: answers({200: Live})}}, async () => {
    refuseWhenStopping();
    await isAnswering(database);
    return {ok: true as const};
  });

  app.get('/api/openapi.json', {schema: {hide: true}}, async (_request, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())));

  const token = config.metricsToken ?? null;
  app.get('/api/metrics', {schema: {summary: 'Figures of this instance for Prometheus'}}, async (request, reply) => {
    const shown = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    // Hashes have one length, so that comparing tells nothing.
    if (!metrics || token === null || !isSameText(hashToken(shown), hashToken(token))) throw new Refusal(404, 'no-such-address', 'The service has nothing at this address. Look at /api/openapi.json for what there is.');
    return reply.type('text/plain; version=0.0.4; charset=utf-8').serializer(String).send(await metrics.text());
  });
}

import * as z from 'zod';
import type {App, Services} from '../parts.ts';
import {isAnswering} from '../repositories/chores.ts';
import {answers} from './answers.ts';

const Health = z.object({ok: z.literal(true), database: z.enum(['embedded', 'postgres']), time: z.string()});

/** Whether the service and its database answer, and what the service can do. */
export function healthRoutes(app: App, {database, clock}: Services): void {
  app.get('/api/health', {schema: {summary: 'Say whether the service and its database answer', response: answers({200: Health})}}, async () => {
    await isAnswering(database);
    return {ok: true as const, database: database.kind, time: clock().toISOString()};
  });

  app.get('/api/openapi.json', {schema: {hide: true}}, async (_request, reply) => reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())));
}

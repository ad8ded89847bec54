import * as fc from 'fast-check';
import type {LightMyRequestResponse} from 'fastify';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {ProblemDetails} from '#core/records/api.ts';
import {ACCESS} from '#server/access.ts';
import {newId, ORIGIN} from '../support/app.ts';
import {readOperations, requestsTo} from '../support/openapi.ts';
import type {MadeRequest, OpenApi, Operation, Pool, Schema} from '../support/openapi.ts';
import {CANARY, examplesOf, makeWorld, poolOf, WHO} from './world.ts';
import type {Who, World} from './world.ts';

const IS_LONG = process.env['ASKWELL_SOAK'] === '1';
/** Requests in all, spread over the routes. */
const REQUESTS = IS_LONG ? 20_000 : 1_500;
const SEED = IS_LONG ? Date.now() % 2 ** 31 : 20_261_122;

/** Signing out, or erasing oneself, would make the rest of the run the run of nobody. */
const LEFT_OUT = new Set(['DELETE /api/sign-in/session', 'POST /api/my-data/erasure']);
/** Routes that may say that something is not there on this service. */
const MAY_BE_AWAY = new Set(['GET /api/credentials/verifier.html']);
/** What a body must hold before anybody may see the canaries' data in the answer. A coordinator may see all. */
const MAY_SEE: Record<string, readonly Who[]> = {
  // A certificate is public to whoever has its number, and a feed to whoever has its address.
  'GET /api/credentials/:id': WHO,
  'GET /api/calendar/:file': WHO,
};

/** Zod reads patterns without the flag that classes of letters need; those were checked on the way in. */
function readerOf(schema: Schema): z.ZodType {
  const plain = JSON.parse(JSON.stringify(schema, (name, value: unknown) => (name === 'pattern' && /\\p\{/i.test(String(value)) ? undefined : value))) as Parameters<typeof z.fromJSONSchema>[0];
  return z.fromJSONSchema(plain);
}

describe('requests made by chance from the description of the service', () => {
  let world: World;
  let operations: Operation[];
  let pool: Pool;
  let addresses = 0;
  const answers = new Map<string, z.ZodType>();
  const seen = new Map<string, Set<number>>();

  beforeAll(async () => {
    world = await makeWorld();
    operations = readOperations((await world.service.browser().send('GET', '/api/openapi.json')).json<OpenApi>());
    pool = poolOf(world);
  });
  afterAll(() => world.close());

  // What ends a thing comes late, so that the others find it alive; what can show a run to everybody comes last of all.
  const rankOf = (route: string): number => (route === 'PATCH /api/cohorts/:id' ? 2 : /^DELETE|cancellation|withdrawal|revocation|undo|decision|erasure/.test(route) ? 1 : 0);
  const routes = Object.keys(ACCESS).filter((route) => !/openapi|\/dev\//.test(route) && !LEFT_OUT.has(route)).sort((a, b) => rankOf(a) - rankOf(b));
  /** Half of the requests come from those whom the table lets in, so that they get further than its refusal. */
  const callersOf = (route: string): fc.Arbitrary<Who> => {
    const access = ACCESS[route] ?? [];
    return fc.oneof(fc.constantFrom(...WHO), fc.constantFrom(...WHO.filter((who) => (typeof access === 'string' ? access === 'anybody' || who !== 'nobody' : access.some((role) => role === who)))));
  };

  /** Each request comes from a network of its own, so that limits on floods stop none of them. */
  const send = (who: Who, {method, url, body}: MadeRequest): Promise<LightMyRequestResponse> => {
    addresses += 1;
    const session = world.callers[who].cookies.get('session');
    return world.service.app.inject({
      method, url, remoteAddress: `172.${16 + Math.floor(addresses / 65_536)}.${Math.floor(addresses / 256) % 256}.${addresses % 256}`,
      headers: {host: 'localhost:3000', ...(method !== 'GET' && {origin: ORIGIN}), ...(session && {cookie: `session=${session}`}), ...(body !== null && {'content-type': 'application/json'})},
      ...(body !== null && {payload: body}),
    });
  };

  const check = (operation: Operation, who: Who, {statusCode, headers, body}: LightMyRequestResponse): void => {
    const route = `${operation.method} ${operation.pattern}`;
    if (!(statusCode === 503 && MAY_BE_AWAY.has(route))) expect(statusCode).toBeLessThan(500);
    if (statusCode >= 400) {
      expect(headers['content-type']).toContain('application/problem+json');
      const problem = ProblemDetails.parse(JSON.parse(body));
      expect(problem.status).toBe(statusCode);
      expect(problem.detail).toMatch(/^\S.{8,}/su);
    } else {
      if (statusCode >= 300) expect(headers.location).toMatch(/^\/(?![\\/])/);
      if (who === 'nobody') expect(ACCESS[route]).toBe('anybody');
      const schema = operation.answers[String(statusCode)];
      if (schema && String(headers['content-type']).includes('json')) {
        const name = `${route} ${statusCode}`;
        const reader = answers.get(name) ?? readerOf(schema);
        answers.set(name, reader);
        expect(reader.safeParse(JSON.parse(body)).error?.issues).toBeUndefined();
      }
    }
    if (who !== 'coordinator' && !MAY_SEE[route]?.includes(who)) expect(body.replaceAll(/"(?:instance|field)":"[^"]*"/g, '')).not.toContain(CANARY);
  };

  test.each(routes)('%s: no fault, no data of others, and every refusal is a sentence', {timeout: IS_LONG ? 120_000 : 30_000}, async (route) => {
    const operation = operations.find(({method, pattern}) => `${method} ${pattern}` === route);
    if (!operation) throw new Error('The description leaves this route out.');
    const statuses = new Set<number>();
    await fc.assert(fc.asyncProperty(callersOf(route), requestsTo(operation, pool, examplesOf(world)[route]), async (who, request) => {
      const answer = await send(who, request);
      statuses.add(answer.statusCode);
      check(operation, who, answer);
    }), {numRuns: Math.ceil(REQUESTS / routes.length), seed: SEED, endOnFailure: true});
    seen.set(route, statuses);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });

  // Both have the right form; the first is before any year that the database knows, and was a fault of the service once.
  test.each(['0000-01-01', '9999-12-31'])('the day %s and its moment are taken or refused with a sentence, never a fault', async (day) => {
    const {trainer, coordinator, learner, nobody} = world.callers;
    const examples = examplesOf(world);
    const moment = `${day}T00:00:00Z`;
    const send = async (browser: typeof trainer, route: string, changes: object, url = route.split(' ')[1] ?? ''): Promise<void> => {
      const answer = await browser.send('POST', url, {...(examples[route]?.() as object | undefined), ...changes});
      expect(answer.statusCode, `${route}: ${answer.body}`).toBeLessThan(500);
    };
    await send(trainer, 'POST /api/cohorts', {id: newId(), courseId: 'planning', title: 'Example run', startsOn: day});
    await send(trainer, 'POST /api/cohorts/:id/sessions', {day}, `/api/cohorts/${world.own['cohorts']}/sessions`);
    await send(coordinator, 'POST /api/targets', {by: day});
    await send(learner, 'POST /api/records', {at: moment});
    await send(learner, 'POST /api/tasks', {at: moment});
    await send(nobody, 'POST /api/points', {at: moment});
  });

  test('most routes were passed and not only refused, so that the checks above mean something', () => {
    const passed = [...seen].filter(([, statuses]) => [...statuses].some((status) => status < 400));
    expect(passed.length / seen.size).toBeGreaterThan(0.6);
  });
});

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ACCESS} from '#server/access.ts';
import {newId} from '../support/app.ts';
import {nounOf} from '../support/openapi.ts';
import {CANARY, examplesOf, makeWorld, WHO} from './world.ts';
import type {Things, Who, World} from './world.ts';

/**
 * Every route with something named in its address, asked for what belongs to somebody else: another person, another trainer's run, another
 * directorate. The statuses stand for nobody, learner, trainer, lead, coordinator. A line without a reason lets nobody but the coordinator in.
 */
const OTHERS: [route: string, statuses: number[], why?: string][] = [
  ['DELETE /api/passkeys/:id', [401, 404, 404, 404, 404]],
  ['DELETE /api/sessions/:id', [401, 404, 404, 404, 404]],
  ['PUT /api/open-attempts/:id', [401, 409, 409, 409, 409]],
  ['GET /api/records/:id', [401, 404, 404, 404, 404]],
  ['GET /api/cohorts/:id', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/members.csv', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/register', [401, 403, 404, 404, 200]],
  ['POST /api/cohorts/:id/register/marks', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/register/changes', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/register.csv', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/standings', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/standings.csv', [401, 403, 404, 404, 200]],
  ['PATCH /api/cohorts/:id', [401, 403, 404, 404, 200]],
  ['POST /api/cohorts/:id/trainers', [401, 403, 404, 404, 200]],
  ['DELETE /api/cohorts/:id/trainers/:personId', [401, 403, 404, 404, 204]],
  ['POST /api/cohorts/:id/sessions', [401, 403, 404, 404, 201]],
  ['PUT /api/cohorts/:id/sessions/:sessionId', [401, 403, 404, 404, 200]],
  ['PUT /api/cohorts/:id/bookings/:personId', [401, 403, 404, 404, 200]],
  ['POST /api/cohorts/:id/messages', [401, 403, 404, 404, 201]],
  ['GET /api/cohorts/:id/calendar.ics', [401, 404, 404, 404, 200]],
  ['POST /api/bookings/:id/cancellation', [401, 404, 404, 404, 404]],
  ['PUT /api/live/:id/question', [401, 403, 404, 404, 404]],
  ['PUT /api/live/:id/state', [401, 403, 404, 404, 404]],
  ['DELETE /api/live/:id', [401, 403, 204, 204, 204], 'what is not there is gone already; the test below holds that it stays'],
  ['GET /api/item-analysis/:quizId', [401, 403, 200, 403, 200], 'figures about questions, of no person'],
  ['GET /api/targets/:id', [401, 403, 403, 404, 200]],
  ['PUT /api/targets/:id', [401, 403, 403, 403, 200]],
  ['GET /api/targets/:id/people', [401, 403, 403, 404, 200]],
  ['GET /api/targets/:id/people.csv', [401, 403, 403, 404, 200]],
  ['POST /api/targets/:id/reminders', [401, 403, 403, 403, 200]],
  ['GET /api/credentials/:id', [200, 200, 200, 200, 200], 'whoever has the number of a certificate may check it'],
  ['GET /api/credentials/:id/record', [401, 403, 404, 404, 200]],
  ['GET /api/cohorts/:id/credentials', [401, 403, 404, 404, 200]],
  ['POST /api/cohorts/:id/credentials', [401, 403, 404, 404, 200]],
  ['POST /api/points/:id/changes', [401, 403, 200, 409, 409], 'the queue is for everybody who teaches or leads; the second to decide is told'],
  ['GET /api/judging/:id', [401, 403, 404, 404, 200]],
  ['POST /api/judging/:id/judgements', [401, 403, 404, 404, 201]],
  ['GET /api/network/people/:id', [401, 403, 403, 200, 200], 'leads and coordinators may ask the register; others join it first'],
  ['GET /api/network/messages/:id', [401, 404, 404, 404, 404]],
  ['PUT /api/network/blocks/:id', [401, 403, 403, 403, 403]],
  ['DELETE /api/network/blocks/:id', [401, 200, 200, 200, 200], 'a list of one’s own'],
  ['POST /api/recognised-credentials/:id/decision', [401, 403, 403, 403, 200]],
  ['POST /api/staff-lists/:id/undo', [401, 403, 403, 403, 200]],
  ['POST /api/tasks/:id/withdrawal', [401, 404, 404, 404, 404]],
  ['POST /api/credentials/:id/replacement', [401, 403, 404, 404, 201]],
  ['POST /api/credentials/:id/revocation', [401, 403, 404, 404, 409]],
  ['POST /api/cohorts/:id/sessions/:sessionId/cancellation', [401, 403, 404, 404, 200]],
  ['POST /api/cohorts/:id/cancellation', [401, 403, 404, 404, 200]],
  ['PATCH /api/people/:id', [401, 403, 403, 403, 200]],
  ['DELETE /api/targets/:id', [401, 403, 403, 403, 204]],
];

/** Routes whose address is itself the secret, or names a thing of nobody. */
const BY_SECRET = ['GET /api/join/:code', 'POST /api/join/:code', 'GET /api/live/rooms/:code', 'POST /api/live/rooms/:code/answers', 'GET /api/calendar/:file', 'GET /api/credentials/status/:list'];

/** Tables in which a refused request leaves its mark, or that change with time alone. */
const MAY_CHANGE = new Set(['sessions', 'audit_log', 'looks', 'mail_outbox', 'network_blocks', 'points', 'point_changes', 'learning_points', 'learning_point_changes', 'passkey_challenges']);

describe('7 cross-directorate reads, and what belongs to somebody else', () => {
  let world: World;
  let before: Record<string, string>;
  beforeAll(async () => {
    world = await makeWorld();
    before = await tables();
  });
  afterAll(() => world.close());

  const tables = async (): Promise<Record<string, string>> => {
    const {database} = world.store;
    const names = await database.query<{name: string}>("select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1");
    const found = await Promise.all(names.filter(({name}) => !MAY_CHANGE.has(name)).map(async ({name}) => {
      const [row] = await database.query<{sum: string}>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`);
      return [name, row?.sum ?? ''] as const;
    }));
    return Object.fromEntries(found);
  };

  const bodies: Record<string, () => unknown> = {
    'POST /api/cohorts/:id/cancellation': () => ({reason: 'Example reason'}),
    'POST /api/cohorts/:id/trainers': () => ({email: `${CANARY}.trainer@example.org`}),
    'POST /api/cohorts/:id/register/marks': () => ({marks: [{id: newId(), sessionId: world.things.sessionId, personId: world.things.personId, mark: 'absent', minutes: null, reason: null, sawId: null, at: world.service.now().toISOString()}]}),
    'PUT /api/cohorts/:id/bookings/:personId': () => ({from: 'confirmed', to: 'confirmed', reason: null}),
    'POST /api/cohorts/:id/sessions/:sessionId/cancellation': () => ({revision: 2, reason: 'Example reason', tellEverybody: false}),
    'POST /api/bookings/:id/cancellation': () => ({reason: null}),
    'PATCH /api/people/:id': () => ({displayName: 'Other name'}),
    'PUT /api/live/:id/state': () => ({revision: 1, state: 'closed'}),
    'POST /api/targets/:id/reminders': () => ({id: newId(), directorate: 'adults-and-health', people: [`${CANARY}.learner@example.org`]}),
    'POST /api/credentials/:id/revocation': () => ({reason: 'Example reason'}),
    'POST /api/credentials/:id/replacement': () => ({name: 'Other name'}),
    'POST /api/cohorts/:id/credentials': () => ({kind: 'competence', personIds: [world.things.personId]}),
    'POST /api/recognised-credentials/:id/decision': () => ({outcome: 'refused', reason: 'Example reason'}),
  };
  const queries: Record<string, () => string> = {
    'GET /api/cohorts/:id/register/changes': () => `?person=${world.things.personId}&session=${world.things.sessionId}`,
    'GET /api/targets/:id/people': () => '?directorate=adults-and-health',
    'GET /api/targets/:id/people.csv': () => '?directorate=adults-and-health',
  };
  const things: Record<string, keyof Things> = {bookings: 'cohorts', judging: 'tasks', people: 'member', blocks: 'member', 'recognised-credentials': 'recognised'};

  const ask = async (route: string, who: Who) => {
    const [method = '', pattern = ''] = route.split(' ');
    const noun = nounOf(pattern);
    const id = world.things[things[noun] ?? (noun as keyof Things)];
    const url = pattern.replace(':id', id).replace(':sessionId', world.things.sessionId).replace(':personId', world.things.personId).replace(':quizId', 'planning-assessment');
    // A lead who names the other directorate is refused for that; without it, for the target. Both are asked.
    const query = who === 'lead' && pattern.includes('/targets/') ? '' : queries[route]?.() ?? '';
    return world.callers[who].send(method, url + query, (bodies[route] ?? examplesOf(world)[route])?.());
  };

  test('every route with something named in its address has a line here', () => {
    const named = Object.keys(ACCESS).filter((route) => route.includes(':'));
    expect([...OTHERS.map(([route]) => route), ...BY_SECRET].sort()).toEqual(named.sort());
  });

  const cases = WHO.flatMap((who, index) => OTHERS.map(([route, statuses]) => ({who, route, status: statuses[index] ?? 0})));
  const ofOthers = cases.filter(({who}) => who !== 'coordinator');

  test.each(ofOthers)('$route, of somebody else, answers $who with $status', async ({route, who, status}) => {
    const answer = await ask(route, who);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(status);
    if (!/^GET \/api\/(credentials\/:id|network\/people\/:id)$/.test(route)) expect(answer.body).not.toContain(CANARY);
  });

  test('no refused request changed anything', async () => {
    expect(await tables()).toEqual(before);
  });

  test.each(cases.filter(({who}) => who === 'coordinator'))('$route, of somebody else, answers a coordinator with $status', async ({route, who, status}) => {
    const answer = await ask(route, who);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(status);
  });
});

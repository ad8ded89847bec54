import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ACCESS} from '#server/access.ts';
import {buildApp} from '#server/app.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const WHO = ['nobody', 'learner', 'trainer', 'lead', 'coordinator'] as const;
type Who = (typeof WHO)[number];

/** Route, then the status that each gets: nobody, learner, trainer, lead, coordinator. Written out, to hold the table in the service. */
const MATRIX: [string, number[]][] = [
  ['GET /api/health', [200, 200, 200, 200, 200]],
  ['GET /api/openapi.json', [200, 200, 200, 200, 200]],
  ['POST /api/sign-in/codes', [202, 202, 202, 202, 202]],
  ['POST /api/sign-in/sessions', [401, 401, 401, 401, 401]],
  ['GET /api/me', [200, 200, 200, 200, 200]],
  ['PATCH /api/me', [401, 200, 200, 200, 200]],
  ['POST /api/attempts', [201, 201, 201, 201, 201]],
  ['GET /api/open-attempts', [401, 200, 200, 200, 200]],
  ['PUT /api/open-attempts/:id', [401, 200, 200, 200, 200]],
  ['GET /api/records', [401, 200, 200, 200, 200]],
  ['POST /api/records', [401, 201, 201, 201, 201]],
  ['GET /api/records/:id', [401, 404, 404, 404, 404]],
  ['GET /api/cohorts', [401, 403, 200, 200, 200]],
  ['POST /api/cohorts', [401, 403, 201, 201, 201]],
  ['GET /api/cohorts/:id', [401, 403, 404, 404, 404]],
  ['GET /api/cohorts/:id/members.csv', [401, 403, 404, 404, 404]],
  ['GET /api/join/:code', [404, 404, 404, 404, 404]],
  ['POST /api/join/:code', [401, 404, 404, 404, 404]],
  ['GET /api/live', [401, 403, 200, 200, 200]],
  ['POST /api/live', [401, 403, 201, 201, 201]],
  ['PUT /api/live/:id/question', [401, 403, 404, 404, 404]],
  ['PUT /api/live/:id/state', [401, 403, 404, 404, 404]],
  ['DELETE /api/live/:id', [401, 403, 204, 204, 204]],
  ['GET /api/live/rooms/:code', [404, 404, 404, 404, 404]],
  ['POST /api/live/rooms/:code/answers', [404, 404, 404, 404, 404]],
  ['GET /api/item-analysis', [401, 403, 200, 403, 200]],
  ['GET /api/item-analysis/:quizId', [401, 403, 404, 403, 404]],
  ['GET /api/overview', [401, 403, 403, 200, 200]],
  ['GET /api/overview.csv', [401, 403, 403, 200, 200]],
  ['GET /api/people', [401, 403, 403, 403, 200]],
  ['PUT /api/people/role', [401, 403, 403, 403, 200]],
  ['POST /api/points', [201, 201, 201, 201, 201]],
  ['GET /api/points', [401, 403, 200, 200, 200]],
  ['GET /api/points.csv', [401, 403, 200, 200, 200]],
  ['POST /api/points/:id/changes', [401, 403, 404, 404, 404]],
  ['GET /api/reminders', [401, 200, 200, 200, 200]],
  ['PUT /api/reminders', [401, 200, 200, 200, 200]],
  ['POST /api/reminders/feed', [401, 201, 201, 201, 201]],
  ['DELETE /api/reminders/feed', [401, 200, 200, 200, 200]],
  ['GET /api/calendar/:file', [404, 404, 404, 404, 404]],
  ['GET /dev/mail', [200, 200, 200, 200, 200]],
  ['DELETE /api/sign-in/session', [204, 204, 204, 204, 204]],
];

describe('who may call what', () => {
  let store: TestDatabase;
  let service: TestApp;
  const browsers = new Map<Who, Browser>();
  beforeAll(async () => {
    store = await makeDatabase('postgres');
    service = await makeApp(store.database);
    for (const who of WHO) {
      browsers.set(who, who === 'nobody' ? service.browser() : await service.signIn(`${who}@example.org`, who === 'learner' ? undefined : who, who === 'lead' ? 'place' : undefined));
    }
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const bodies: Record<string, (who: Who) => unknown> = {
    'POST /api/sign-in/codes': (who) => ({email: `other.${who}@example.org`}),
    'POST /api/sign-in/sessions': () => ({email: 'other@example.org', code: '123456'}),
    'PATCH /api/me': () => ({displayName: 'Example person'}),
    'POST /api/attempts': () => ({id: newId(), quizId: 'planning-assessment'}),
    'POST /api/records': () => makeRecord(quizOf(service.content, 'practice-purpose')),
    'PUT /api/open-attempts/:id': () => {
      const {object, body} = makeRecord(quizOf(service.content, 'planning-assessment'));
      return {quizId: object.id, quizVersion: object.version, revision: 0, body: {drawnBy: 'device', startedAt: body.startedAt, drawn: body.drawn, responses: {}, index: 0}};
    },
    'POST /api/cohorts': () => ({id: newId(), courseId: 'planning', title: 'Example run', startsOn: '2026-12-01'}),
    'POST /api/points': () => ({id: newId(), kind: 'unclear', at: '2026-11-22T09:00:00Z', path: '/methods/', heading: null, question: null, debrief: null, text: 'Example point', nextTime: null, askId: null}),
    'POST /api/points/:id/changes': () => ({id: newId(), from: 'new', to: 'in-hand', note: null}),
    'PUT /api/people/role': () => ({email: 'new@example.org', role: 'trainer'}),
    'PUT /api/reminders': () => ({email: false}),
    'POST /api/live': () => ({id: newId(), courseId: 'planning'}),
    'PUT /api/live/:id/question': () => ({revision: 1, question: {id: 'q', type: 'true-false', stem: 'Example statement', options: [{id: 'true', text: 'True'}, {id: 'false', text: 'False'}]}}),
    'PUT /api/live/:id/state': () => ({revision: 1, state: 'closed'}),
    'POST /api/live/rooms/:code/answers': () => ({token: '0'.repeat(32), questionId: 'q', chosen: ['true']}),
  };

  test('has a line here for every line of the service’s table', () => {
    expect(MATRIX.map(([route]) => route).sort()).toEqual(Object.keys(ACCESS).sort());
  });

  test.each(MATRIX.flatMap(([route, statuses]) => WHO.map((who, index) => ({route, who, status: statuses[index] ?? 0}))))('$route answers $who with $status', async ({route, who, status}) => {
    const [method = '', pattern = ''] = route.split(' ');
    const url = pattern.replace(':id', newId()).replace(':code', 'ABCDEFGH') + (pattern.startsWith('/api/overview') ? '?course=planning' : '');
    const answer = await browsers.get(who)?.send(method, url, bodies[route]?.(who), {host: 'localhost:3000'});
    expect(answer?.statusCode, answer?.body.slice(0, 300)).toBe(status);
  });

  test('stops at start-up when a route has no line in the table', async () => {
    const app = buildApp(service.parts);
    expect(() => app.get('/api/forgotten', () => 'x')).toThrow(/GET \/api\/forgotten has no line in src\/server\/access\.ts/);
    await app.close();
  });
});

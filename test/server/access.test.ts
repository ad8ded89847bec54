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
  ['GET /api/health/live', [200, 200, 200, 200, 200]],
  ['GET /api/health/ready', [200, 200, 200, 200, 200]],
  ['GET /api/metrics', [404, 404, 404, 404, 404]],
  ['GET /api/openapi.json', [200, 200, 200, 200, 200]],
  ['POST /api/sign-in/codes', [202, 202, 202, 202, 202]],
  ['POST /api/sign-in/sessions', [401, 401, 401, 401, 401]],
  ['GET /api/sign-in/options', [200, 200, 200, 200, 200]],
  ['GET /api/sign-in/oidc/start', [404, 404, 404, 404, 404]],
  ['GET /api/sign-in/oidc/callback', [404, 404, 404, 404, 404]],
  ['POST /api/sign-in/passkey-options', [200, 200, 200, 200, 200]],
  ['POST /api/sign-in/passkey', [401, 401, 401, 401, 401]],
  ['GET /api/passkeys', [401, 200, 200, 200, 200]],
  ['POST /api/passkeys/options', [401, 200, 200, 200, 200]],
  ['POST /api/passkeys', [401, 422, 422, 422, 422]],
  ['DELETE /api/passkeys/:id', [401, 404, 404, 404, 404]],
  ['GET /api/sessions', [401, 200, 200, 200, 200]],
  ['DELETE /api/sessions', [401, 200, 200, 200, 200]],
  ['DELETE /api/sessions/:id', [401, 404, 404, 404, 404]],
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
  ['GET /api/cohorts/:id/standings', [401, 403, 404, 404, 404]],
  ['GET /api/cohorts/:id/standings.csv', [401, 403, 404, 404, 404]],
  ['GET /api/cohorts/:id/register', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/register/marks', [401, 403, 404, 404, 404]],
  ['GET /api/cohorts/:id/register/changes', [401, 403, 422, 422, 422]],
  ['GET /api/cohorts/:id/register.csv', [401, 403, 404, 404, 404]],
  ['GET /api/my-attendance', [401, 200, 200, 200, 200]],
  ['PATCH /api/cohorts/:id', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/cancellation', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/trainers', [401, 403, 404, 404, 404]],
  ['DELETE /api/cohorts/:id/trainers/:personId', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/sessions', [401, 403, 404, 404, 404]],
  ['PUT /api/cohorts/:id/sessions/:sessionId', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/sessions/:sessionId/cancellation', [401, 403, 404, 404, 404]],
  ['PUT /api/cohorts/:id/bookings/:personId', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/messages', [401, 403, 404, 404, 404]],
  ['GET /api/cohorts/:id/calendar.ics', [401, 404, 404, 404, 404]],
  ['GET /api/bookings', [401, 200, 200, 200, 200]],
  ['POST /api/bookings', [401, 404, 404, 404, 404]],
  ['POST /api/bookings/:id/cancellation', [401, 404, 404, 404, 404]],
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
  ['GET /api/targets', [401, 403, 403, 200, 200]],
  ['POST /api/targets', [401, 403, 403, 403, 201]],
  ['GET /api/targets/:id', [401, 403, 403, 404, 404]],
  ['PUT /api/targets/:id', [401, 403, 403, 403, 404]],
  ['DELETE /api/targets/:id', [401, 403, 403, 403, 204]],
  ['GET /api/targets/:id/people', [401, 403, 403, 404, 422]],
  ['GET /api/targets/:id/people.csv', [401, 403, 403, 404, 422]],
  ['POST /api/targets/:id/reminders', [401, 403, 403, 404, 404]],
  ['GET /api/staff-lists', [401, 403, 403, 403, 200]],
  ['GET /api/staff-lists/members', [401, 403, 403, 403, 200]],
  ['POST /api/staff-lists', [401, 403, 403, 403, 201]],
  ['POST /api/staff-lists/:id/undo', [401, 403, 403, 403, 404]],
  ['GET /api/measures', [401, 403, 403, 200, 200]],
  ['GET /api/measures.csv', [401, 403, 403, 200, 200]],
  ['GET /api/people', [401, 403, 403, 403, 200]],
  ['PUT /api/people/role', [401, 403, 403, 403, 200]],
  ['POST /api/people/passkey-resets', [401, 403, 403, 403, 404]],
  ['POST /api/people/session-ends', [401, 403, 403, 403, 404]],
  ['POST /api/people/search', [401, 403, 403, 403, 404]],
  ['POST /api/people/data-exports', [401, 403, 403, 403, 404]],
  ['POST /api/people/erasures', [401, 403, 403, 403, 404]],
  ['PATCH /api/people/:id', [401, 403, 403, 403, 404]],
  ['GET /api/my-data', [401, 200, 200, 200, 200]],
  ['GET /api/credentials', [401, 200, 200, 200, 200]],
  ['POST /api/credentials', [401, 403, 403, 403, 403]],
  ['GET /api/credentials/:id', [404, 404, 404, 404, 404]],
  ['GET /api/credentials/:id/record', [401, 403, 404, 404, 404]],
  ['POST /api/credentials/:id/revocation', [401, 403, 404, 404, 404]],
  ['POST /api/credentials/:id/replacement', [401, 403, 404, 404, 404]],
  ['GET /api/cohorts/:id/credentials', [401, 403, 404, 404, 404]],
  ['POST /api/cohorts/:id/credentials', [401, 403, 404, 404, 404]],
  ['GET /api/credentials/issuer', [200, 200, 200, 200, 200]],
  ['GET /api/credentials/jwks.json', [200, 200, 200, 200, 200]],
  ['GET /api/credentials/status/:list', [404, 404, 404, 404, 404]],
  ['GET /api/credentials/trusted-issuers.json', [200, 200, 200, 200, 200]],
  ['GET /api/credentials/verifier.html', [503, 503, 503, 503, 503]],
  ['POST /api/recognised-credentials', [401, 422, 422, 422, 422]],
  ['GET /api/recognised-credentials', [401, 403, 403, 403, 200]],
  ['POST /api/recognised-credentials/:id/decision', [401, 403, 403, 403, 404]],
  ['POST /api/points', [201, 201, 201, 201, 201]],
  ['GET /api/points', [401, 403, 200, 200, 200]],
  ['GET /api/points.csv', [401, 403, 200, 200, 200]],
  ['POST /api/points/:id/changes', [401, 403, 404, 404, 404]],
  ['GET /api/tasks', [401, 200, 200, 200, 200]],
  ['POST /api/tasks', [401, 422, 422, 422, 422]],
  ['POST /api/tasks/:id/withdrawal', [401, 404, 404, 404, 404]],
  ['GET /api/judging', [401, 403, 200, 200, 200]],
  ['GET /api/judging/:id', [401, 403, 404, 404, 404]],
  ['POST /api/judging/:id/judgements', [401, 403, 404, 404, 404]],
  ['GET /api/reminders', [401, 200, 200, 200, 200]],
  ['PUT /api/reminders', [401, 200, 200, 200, 200]],
  ['POST /api/reminders/feed', [401, 201, 201, 201, 201]],
  ['DELETE /api/reminders/feed', [401, 200, 200, 200, 200]],
  ['GET /api/calendar/:file', [404, 404, 404, 404, 404]],
  ['GET /api/network/people', [401, 403, 403, 200, 200]],
  ['GET /api/network/people/:id', [401, 403, 403, 404, 404]],
  ['POST /api/network/messages', [401, 403, 403, 404, 404]],
  ['GET /api/network/messages/:id', [401, 404, 404, 404, 404]],
  ['POST /api/network/profile/confirm', [401, 404, 404, 404, 404]],
  ['GET /api/network/profile', [401, 200, 200, 200, 200]],
  ['PUT /api/network/profile', [401, 200, 200, 200, 200]],
  ['GET /api/network/blocks', [401, 200, 200, 200, 200]],
  ['PUT /api/network/blocks/:id', [401, 404, 404, 404, 404]],
  ['DELETE /api/network/blocks/:id', [401, 200, 200, 200, 200]],
  ['DELETE /api/network/profile', [401, 200, 200, 200, 200]],
  // The learner is gone after this; trainer and lead have opened runs, and the coordinator is the last.
  ['POST /api/my-data/erasure', [401, 200, 409, 409, 409]],
  ['GET /dev/mail', [200, 200, 200, 200, 200]],
  ['DELETE /api/sign-in/session', [204, 204, 204, 204, 204]],
];

const TARGET = {
  series: null, title: 'Example target', courseIds: ['planning'], directorates: [], jobRoles: [], counts: 'ever', headcount: {from: 'staff-list'}, percent: 25, by: '2027-04-01', note: null,
};

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
    'POST /api/sign-in/passkey': () => ({response: {id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA'}}}),
    'POST /api/passkeys': () => ({name: 'Example key', response: {id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {clientDataJSON: 'e30', attestationObject: 'AAAA'}}}),
    'POST /api/people/passkey-resets': () => ({email: 'unknown@example.org'}),
    'POST /api/people/session-ends': () => ({email: 'unknown@example.org'}),
    'POST /api/people/search': () => ({email: 'unknown@example.org'}),
    'POST /api/people/data-exports': () => ({personId: newId()}),
    'POST /api/people/erasures': () => ({id: newId(), personId: newId(), reason: 'asked'}),
    'PATCH /api/people/:id': () => ({displayName: 'Example person'}),
    'POST /api/my-data/erasure': () => ({id: newId()}),
    'PATCH /api/me': () => ({displayName: 'Example person'}),
    'POST /api/attempts': () => ({id: newId(), quizId: 'planning-assessment'}),
    'POST /api/records': () => makeRecord(quizOf(service.content, 'practice-purpose')),
    'PUT /api/open-attempts/:id': () => {
      const {object, body} = makeRecord(quizOf(service.content, 'planning-assessment'));
      return {quizId: object.id, quizVersion: object.version, revision: 0, body: {drawnBy: 'device', startedAt: body.startedAt, drawn: body.drawn, responses: {}, index: 0}};
    },
    'POST /api/cohorts': () => ({id: newId(), courseId: 'planning', title: 'Example run', startsOn: '2026-12-01'}),
    'POST /api/cohorts/:id/register/marks': () => ({marks: [{id: newId(), sessionId: newId(), personId: newId(), mark: 'present', minutes: null, reason: null, sawId: null, at: '2026-11-22T09:00:00Z'}]}),
    'PATCH /api/cohorts/:id': () => ({revision: 1, title: 'Example run', capacity: null, confirms: false, isListed: false}),
    'POST /api/cohorts/:id/cancellation': () => ({reason: 'Example reason'}),
    'POST /api/cohorts/:id/trainers': () => ({email: 'other@example.org'}),
    'POST /api/cohorts/:id/sessions': () => ({id: newId(), title: 'Example session', day: '2026-12-01', from: '09:30', to: '12:30', mode: 'room', place: 'Room 1', instructions: null, isMandatory: false, tellEverybody: false}),
    'PUT /api/cohorts/:id/sessions/:sessionId': () => ({revision: 1, title: 'Example session', day: '2026-12-01', from: '09:30', to: '12:30', mode: 'room', place: 'Room 1', instructions: null, isMandatory: false, tellEverybody: false}),
    'POST /api/cohorts/:id/sessions/:sessionId/cancellation': () => ({revision: 1, reason: 'Example reason', tellEverybody: false}),
    'PUT /api/cohorts/:id/bookings/:personId': () => ({from: 'requested', to: 'confirmed', reason: null}),
    'POST /api/cohorts/:id/messages': () => ({id: newId(), subject: 'Example subject', text: 'Example text', showAddress: false}),
    'POST /api/bookings': () => ({cohortId: newId()}),
    'POST /api/bookings/:id/cancellation': () => ({reason: null}),
    'POST /api/points': () => ({id: newId(), kind: 'unclear', at: '2026-11-22T09:00:00Z', path: '/methods/', heading: null, question: null, debrief: null, text: 'Example point', nextTime: null, askId: null}),
    'POST /api/points/:id/changes': () => ({id: newId(), from: 'new', to: 'in-hand', note: null}),
    'POST /api/credentials': () => ({courseId: 'planning', kind: 'competence', cohortId: null, name: 'Example person', withEmail: false}),
    'POST /api/credentials/:id/revocation': () => ({reason: 'Example reason'}),
    'POST /api/credentials/:id/replacement': () => ({name: 'Example person'}),
    'POST /api/cohorts/:id/credentials': () => ({kind: 'competence', personIds: [newId()]}),
    'POST /api/recognised-credentials': () => ({id: newId(), text: 'no certificate'}),
    'POST /api/recognised-credentials/:id/decision': () => ({outcome: 'refused', reason: 'Example reason'}),
    'POST /api/targets': () => ({id: newId(), ...TARGET}),
    'PUT /api/targets/:id': () => ({...TARGET, revision: 1}),
    'POST /api/targets/:id/reminders': () => ({id: newId(), directorate: 'place', people: ['somebody@example.org']}),
    'POST /api/staff-lists': () => ({id: newId(), part: 1, parts: 1, after: null, removeMissing: false, rows: [{email: 'somebody@example.org', name: null, directorate: 'place', team: null, jobRole: null}]}),
    'PUT /api/people/role': () => ({email: 'new@example.org', role: 'trainer'}),
    'POST /api/tasks': () => ({id: newId(), courseId: 'planning', courseVersion: 1, taskId: 'no-such-task', cohortId: null, at: '2026-11-22T09:00:00Z', evidence: {text: 'Example text', link: null}}),
    'POST /api/judging/:id/judgements': () => ({id: newId(), place: 'first', lines: [{level: 'competent', note: null}], comment: null, asksSecond: false}),
    'PUT /api/reminders': () => ({email: false}),
    'PUT /api/network/profile': () => ({
      revision: 0, team: null, jobRole: null, interests: [], offers: [], wants: [], languages: [], courses: [], takesQuestions: true,
      visibility: {directorate: 'nobody', team: 'nobody', jobRole: 'nobody', interests: 'nobody', wants: 'nobody', languages: 'nobody', courses: 'nobody'},
    }),
    'POST /api/network/messages': () => ({id: newId(), to: newId(), inReplyTo: null, subject: 'Example', text: 'Example', sharesAddress: false}),
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
    const url = pattern.replace(':id', newId()).replace(':code', 'ABCDEFGH') + (pattern.startsWith('/api/overview') ? '?course=planning' : '') + (pattern === '/api/network/people' ? '?q=survey' : '');
    const answer = await browsers.get(who)?.send(method, url, bodies[route]?.(who), {host: 'localhost:3000'});
    expect(answer?.statusCode, answer?.body.slice(0, 300)).toBe(status);
  });

  test('stops at start-up when a route has no line in the table', async () => {
    const app = buildApp(service.parts);
    expect(() => app.get('/api/forgotten', () => 'x')).toThrow(/GET \/api\/forgotten has no line in src\/server\/access\.ts/);
    await app.close();
  });
});

import organisation from '#config';
import {NOBODY} from '#core/network/fields.ts';
import type {Role} from '#core/records/api.ts';
import {achievementIdOf} from '#core/credentials/writeCredential.ts';
import {makeIssuer, makePayload} from '../core/credentials/fixtures.ts';
import {makeTask} from '../core/tasks/anyTask.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import type {Pool} from '../support/openapi.ts';
import {COURSE, makeContent} from '../support/smallContent.ts';

export const WHO = ['nobody', 'learner', 'trainer', 'lead', 'coordinator'] as const;
export type Who = (typeof WHO)[number];

/** Stands in every name, address and text of the people whose data nobody else may see. */
export const CANARY = 'canary';
/** The directorate of the lead who calls, and the one where the canaries work. */
export const OWN_PLACE = 'place';
export const OTHER_PLACE = 'adults-and-health';
const OTHER_BODY = 'https://other.example.org';

/** Things that belong to others: by the noun of the address, or by the name of the field. */
export interface Things {
  cohorts: string;
  sessionId: string;
  personId: string;
  joinCode: string;
  records: string;
  'open-attempts': string;
  credentials: string;
  tasks: string;
  live: string;
  roomCode: string;
  points: string;
  targets: string;
  'staff-lists': string;
  sessions: string;
  passkeys: string;
  messages: string;
  member: string;
  recognised: string;
  feed: string;
}

export interface World {
  store: TestDatabase;
  service: TestApp;
  callers: Record<Who, Browser>;
  /** Browsers of those who own the things. */
  owner: Browser;
  ownerTrainer: Browser;
  coordinator: Browser;
  things: Things;
  /** The callers' own, by the same nouns: a run of the trainer with the learner in it, and what the learner did. */
  own: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The service with something of every kind in it, all of it belonging to others than those who call. */
export async function makeWorld(): Promise<World> {
  const store = await makeDatabase('postgres');
  const other = await makeIssuer('ES256', OTHER_BODY, 'Other Council');
  const content = makeContent();
  const tasks = [makeTask({words: {least: 1, most: 200}})];
  const service = await makeApp(store.database, {
    content: {...content, courses: [{...COURSE, tasks, certificates: {competence: true, attendance: true}}]},
    organisation: {...organisation, trustedIssuers: [{...other.issuer, courses: {[achievementIdOf(OTHER_BODY, 'planning', 'competence')]: 'planning'}}]},
  });
  const person = async (name: string, role?: Role, directorate?: string): Promise<{browser: Browser; id: string}> => {
    const browser = await service.signIn(`${name}@example.org`, role, role === 'lead' ? directorate : undefined);
    const answer = await browser.send('PATCH', '/api/me', {displayName: `${name} Example`, ...(role !== 'lead' && directorate && {directorate})});
    return {browser, id: answer.json<{person: {id: string}}>().person.id};
  };
  const owner = await person(`${CANARY}.learner`, undefined, OTHER_PLACE);
  const ownerTrainer = await person(`${CANARY}.trainer`, 'trainer', OTHER_PLACE);
  const {browser: coordinator} = await person('maker', 'coordinator');
  const member = await person('member');
  const second = await person('second');

  const cohort = await made<{id: string; joinCode: string}>(ownerTrainer.browser, 'POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: `${CANARY} run`, startsOn: '2026-12-01'});
  const sessionId = newId();
  await made(ownerTrainer.browser, 'POST', `/api/cohorts/${cohort.id}/sessions`, {id: sessionId, title: `${CANARY} session`, day: '2026-12-01', from: '09:30', to: '12:30', mode: 'room', place: `${CANARY} hall`, instructions: `${CANARY} link`, isMandatory: true, tellEverybody: false});
  await made(owner.browser, 'POST', `/api/join/${cohort.joinCode}`);
  await made(ownerTrainer.browser, 'POST', `/api/cohorts/${cohort.id}/register/marks`, {marks: [{id: newId(), sessionId, personId: owner.id, mark: 'late', minutes: null, reason: `${CANARY} reason`, sawId: null, at: service.now().toISOString()}]});

  const records = ['practice-purpose', 'practice-people', 'planning-assessment'].map((id) => makeRecord(quizOf(service.content, id)));
  for (const record of records) await made(owner.browser, 'POST', '/api/records', record);
  const credential = await made<{id: string}>(owner.browser, 'POST', '/api/credentials', {courseId: 'planning', kind: 'competence', cohortId: null, withEmail: false});
  const {object, body} = makeRecord(quizOf(service.content, 'planning-assessment'));
  const openId = newId();
  await made(owner.browser, 'PUT', `/api/open-attempts/${openId}`, {quizId: object.id, quizVersion: object.version, revision: 0, body: {drawnBy: 'device', startedAt: body.startedAt, drawn: body.drawn, responses: {}, index: 0}});
  const taskId = newId();
  await made(owner.browser, 'POST', '/api/tasks', {id: taskId, courseId: 'planning', courseVersion: 1, taskId: 'example-plan', cohortId: cohort.id, at: service.now().toISOString(), evidence: {text: `${CANARY} evidence`, link: null}});

  const live = await made<{id: string; code: string}>(ownerTrainer.browser, 'POST', '/api/live', {id: newId(), courseId: 'planning'});
  const pointId = newId();
  await made(service.browser(), 'POST', '/api/points', {id: pointId, kind: 'unclear', at: service.now().toISOString(), path: '/methods/', heading: null, question: null, debrief: null, text: 'Example point', nextTime: null, askId: null});
  const list = newId();
  await made(coordinator, 'POST', '/api/staff-lists', {id: list, part: 1, parts: 1, after: null, removeMissing: false, rows: [{email: `${CANARY}.learner@example.org`, name: `${CANARY} name`, directorate: OTHER_PLACE, team: `${CANARY} team`, jobRole: null}]});
  const target = newId();
  await made(coordinator, 'POST', '/api/targets', {id: target, series: null, title: `${CANARY} target`, courseIds: ['planning'], directorates: [OTHER_PLACE], jobRoles: [], counts: 'ever', headcount: {from: 'staff-list'}, percent: 25, by: '2027-04-01', note: null});

  const profile = {revision: 0, team: null, jobRole: null, interests: [], offers: [], wants: [], languages: [], courses: [], visibility: NOBODY, takesQuestions: true};
  for (const {browser} of [member, second]) await made(browser, 'PUT', '/api/network/profile', profile);
  const messageId = newId();
  await made(member.browser, 'POST', '/api/network/messages', {id: messageId, to: second.id, inReplyTo: null, subject: 'Example', text: `${CANARY} question`, sharesAddress: false});
  const recognised = newId();
  const jwt = await other.sign(makePayload({site: OTHER_BODY, holder: `${CANARY} holder`, issuedAt: '2026-11-20T09:00:00Z'}));
  await made(owner.browser, 'POST', '/api/recognised-credentials', {id: recognised, text: jwt});
  const feed = await made<{address: string}>(owner.browser, 'POST', '/api/reminders/feed');
  const [passkey] = await store.database.query<{id: string}>(
    "insert into passkeys (person_id, credential_id, public_key, name, added_at) values ($1::uuid, 'canary-key', 'no key', $2, $3::timestamptz) returning id::text as id", [owner.id, `${CANARY} key`, service.now().toISOString()]);
  const {sessions} = (await owner.browser.send('GET', '/api/sessions')).json<{sessions: {id: string}[]}>();

  const callers = {
    nobody: service.browser(), learner: await service.signIn('caller.learner@example.org'), trainer: await service.signIn('caller.trainer@example.org', 'trainer'),
    lead: await service.signIn('caller.lead@example.org', 'lead', OWN_PLACE), coordinator: await service.signIn('caller.coordinator@example.org', 'coordinator'),
  };
  return {
    store, service, owner: owner.browser, ownerTrainer: ownerTrainer.browser, coordinator, callers, own: await makeOwn(service, callers),
    things: {
      cohorts: cohort.id, sessionId, personId: owner.id, joinCode: cohort.joinCode, records: records[0]?.id ?? '', 'open-attempts': openId, credentials: credential.id, tasks: taskId, live: live.id, roomCode: live.code,
      points: pointId, targets: target, 'staff-lists': list, sessions: sessions[0]?.id ?? '', passkeys: passkey?.id ?? '', messages: messageId, member: member.id, recognised, feed: feed.address.split('/').at(-1) ?? '',
    },
    close: async () => {
      await service.close();
      await store.remove();
    },
  };
}

async function makeOwn(service: TestApp, {learner, trainer, coordinator}: World['callers']): Promise<World['own']> {
  const me = (await learner.send('PATCH', '/api/me', {displayName: 'Caller Example'})).json<{person: {id: string}}>().person.id;
  const at = service.now().toISOString();
  const cohort = await made<{id: string; joinCode: string}>(trainer, 'POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Own run', startsOn: '2026-12-01', isListed: true});
  const sessionId = newId();
  await made(trainer, 'POST', `/api/cohorts/${cohort.id}/sessions`, {id: sessionId, title: 'Own session', day: '2026-12-01', from: '09:30', to: '12:30', mode: 'room', place: 'Room 1', instructions: null, isMandatory: false, tellEverybody: false});
  await made(learner, 'POST', `/api/join/${cohort.joinCode}`);
  const record = makeRecord(quizOf(service.content, 'practice-purpose'));
  await made(learner, 'POST', '/api/records', record);
  const tasks = newId();
  await made(learner, 'POST', '/api/tasks', {id: tasks, courseId: 'planning', courseVersion: 1, taskId: 'example-plan', cohortId: cohort.id, at, evidence: {text: 'Own evidence', link: null}});
  const live = await made<{id: string; code: string}>(trainer, 'POST', '/api/live', {id: newId(), courseId: 'planning'});
  const targets = newId();
  await made(coordinator, 'POST', '/api/targets', {id: targets, series: null, title: 'Own target', courseIds: ['planning'], directorates: [OWN_PLACE], jobRoles: [], counts: 'ever', headcount: {from: 'staff-list'}, percent: 25, by: '2027-04-01', note: null});
  return {cohorts: cohort.id, joinCode: cohort.joinCode, sessionId, personId: me, records: record.id, tasks, live: live.id, roomCode: live.code, targets};
}

async function made<T>(browser: Browser, method: 'POST' | 'PUT', url: string, body?: unknown): Promise<T> {
  const answer = await browser.send(method, url, body);
  if (answer.statusCode >= 300) throw new Error(`${method} ${url} gave ${answer.statusCode}: ${answer.body}`);
  return answer.json<T>();
}

/** What requests made by chance may name, so that they get past the look-ups. */
export function poolOf({things, own}: World): Pool {
  const {feed, member} = things;
  const both = (name: keyof Things): string[] => [own[name], things[name]].filter((each) => each !== undefined);
  const [cohorts, sessionId, personId, code] = [both('cohorts'), both('sessionId'), both('personId'), [own['joinCode'] ?? '', ...both('roomCode')]];
  return {
    ...Object.fromEntries((Object.keys(things) as (keyof Things)[]).map((name) => [name, both(name)])),
    judging: both('tasks'), bookings: cohorts, people: [member, ...personId], blocks: [member, ...personId], 'recognised-credentials': [things.recognised],
    cohortId: cohorts, run: cohorts, session: sessionId, person: [...personId, member], to: [member, ...personId, 'in-hand', '10:00', 'confirmed'], inReplyTo: [things.messages],
    code: [...code, '123456'], file: [feed, feed.replace('.ics', '')], list: ['1', '2'], before: [`2026-12-01_${own['cohorts'] ?? ''}`],
    courseId: ['planning', 'planning', 'no-such-course'], course: ['planning'], quizId: ['planning-assessment', 'practice-purpose'], quizVersion: ['assessment-v1', 'practice-purpose-v1'], itemId: ['q1', 'q2', 'practice-purpose-q'], itemVersion: ['v1'],
    optionOrder: ['a', 'b', 'c'], version: ['assessment-v1', 'practice-purpose-v1'], directorate: [OWN_PLACE, OTHER_PLACE], taskId: ['example-plan'], skill: ['citizens-jury'], q: ['survey', 'citizens jury'],
    email: ['somebody@example.org', 'else@example.org'], at: ['2026-11-22T09:00:00Z', '2026-11-21T09:00:00.000Z'], startedAt: ['2026-11-22T08:59:00Z'], day: ['2026-12-01'], from: ['09:30', 'requested', 'new'],
    path: ['/methods/', '/learn/'], token: ['0'.repeat(32)],
  };
}

/** Bodies that the service takes, for routes whose fields must agree with each other. */
export function examplesOf({service, own}: World): Record<string, () => unknown> {
  const at = (): string => service.now().toISOString();
  const record = (id: string) => makeRecord(quizOf(service.content, id), {at: at()});
  const session = {title: 'Example session', day: '2026-12-01', from: '09:30', to: '12:30', mode: 'room', place: 'Room 1', instructions: null, isMandatory: false, tellEverybody: true};
  const target = {series: null, title: 'Example target', courseIds: ['planning'], directorates: [], jobRoles: [], counts: 'ever', headcount: {from: 'staff-list'}, percent: 25, by: '2027-04-01', note: null};
  return {
    'POST /api/records': () => record('practice-people'),
    'PUT /api/open-attempts/:id': () => {
      const {object, body} = record('planning-assessment');
      return {quizId: object.id, quizVersion: object.version, revision: 0, body: {drawnBy: 'device', startedAt: body.startedAt, drawn: body.drawn, responses: {}, index: 0}};
    },
    'POST /api/cohorts/:id/sessions': () => ({id: newId(), ...session}),
    'PUT /api/cohorts/:id/sessions/:sessionId': () => ({revision: 1, ...session}),
    'PATCH /api/cohorts/:id': () => ({revision: 1, title: 'Example run', capacity: 5, confirms: true, isListed: true}),
    'POST /api/cohorts/:id/register/marks': () => ({marks: [{id: newId(), sessionId: own['sessionId'], personId: own['personId'], mark: 'present', minutes: null, reason: 'Example reason', sawId: null, at: at()}]}),
    'PUT /api/cohorts/:id/bookings/:personId': () => ({from: 'confirmed', to: 'waiting', reason: null}),
    'POST /api/cohorts/:id/messages': () => ({id: newId(), subject: 'Example subject', text: 'Example text', showAddress: false}),
    'PUT /api/live/:id/question': () => ({revision: 1, question: {id: 'q', type: 'true-false', stem: 'Example statement', options: [{id: 'true', text: 'True'}, {id: 'false', text: 'False'}]}}),
    'POST /api/live/rooms/:code/answers': () => ({token: '0'.repeat(32), questionId: 'q', chosen: ['true']}),
    'POST /api/targets': () => ({id: newId(), ...target}),
    'PUT /api/targets/:id': () => ({revision: 1, ...target}),
    'POST /api/targets/:id/reminders': () => ({id: newId(), directorate: OWN_PLACE, people: ['somebody@example.org']}),
    'POST /api/staff-lists': () => ({id: newId(), part: 1, parts: 2, after: null, removeMissing: false, rows: [{email: 'somebody@example.org', name: 'Example', directorate: OWN_PLACE, team: null, jobRole: null}]}),
    'POST /api/points': () => ({id: newId(), kind: 'unclear', at: at(), path: '/methods/', heading: null, question: null, debrief: null, text: 'Example point', nextTime: null, askId: null}),
    'POST /api/points/:id/changes': () => ({id: newId(), from: 'new', to: 'in-hand', note: null}),
    'POST /api/tasks': () => ({id: newId(), courseId: 'planning', courseVersion: 1, taskId: 'example-plan', cohortId: null, at: at(), evidence: {text: 'Example text', link: null}}),
    'POST /api/judging/:id/judgements': () => ({id: newId(), place: 'first', lines: [{level: 'competent', note: null}, {level: 'strong', note: null}], comment: null, asksSecond: true}),
    'PUT /api/network/profile': () => ({revision: 0, team: 'Example', jobRole: null, interests: [], offers: [], wants: [], languages: [], courses: [], takesQuestions: true, visibility: NOBODY}),
    'POST /api/sign-in/codes': () => ({email: `chance.${newId()}@example.org`}),
  };
}

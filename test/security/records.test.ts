import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {HeldCredential} from '#core/credentials/api.ts';
import type {DrawnAttempt, MyRecords, Receipt} from '#core/records/api.ts';
import {ACCESS} from '#server/access.ts';
import {checkChain} from '#server/records/audit.ts';
import {makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KEY_MARK} from '../support/smallContent.ts';
import {CANARY, examplesOf, makeWorld} from './world.ts';
import type {World} from './world.ts';

let world: World;
let service: TestApp;
let learner: Browser;
beforeAll(async () => {
  world = await makeWorld();
  ({service} = world);
  ({learner} = world.callers);
});
afterAll(() => world.close());

const practice = (changes: object = {}) => ({...makeRecord(quizOf(service.content, 'practice-people')), ...changes});
const mine = async (browser: Browser): Promise<MyRecords> => (await browser.send('GET', '/api/records')).json<MyRecords>();
let count = 0;
const someone = (): Promise<Browser> => service.signIn(`someone.${count += 1}@example.org`);

describe('1 forged completions', () => {
  const FORGED = ['score', 'percent', 'passed', 'result', 'got', 'personId', 'person_id', 'userId', 'completedAt', 'completions', 'receivedAt', 'verified', 'actor', 'owner', 'role'];

  test.each(FORGED)('a record that says its own %s is refused whole', async (field) => {
    const browser = await someone();
    for (const record of [practice({[field]: 100}), {...practice(), body: {...practice().body, [field]: 100}}, {...practice(), object: {...practice().object, [field]: 100}}]) {
      expect((await browser.send('POST', '/api/records', record)).statusCode).toBe(422);
    }
    expect((await mine(browser)).attempts).toEqual([]);
  });

  test('wrong answers to everything complete nothing, whatever the rest says', async () => {
    const browser = await someone();
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, id), {answers: 'wrong'}));
    const {attempts, completions} = await mine(browser);
    expect(attempts).toHaveLength(3);
    expect(completions).toEqual([]);
    expect((await browser.send('POST', '/api/credentials', {courseId: 'planning', kind: 'competence', cohortId: null, name: 'Sample', withEmail: false})).statusCode).toBe(403);
  });

  test('a time that is still to come counts from when it was received', async () => {
    const browser = await someone();
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, id), {at: '2099-01-01T00:00:00Z'}));
    expect((await mine(browser)).completions.map(({completedAt}) => completedAt)).toEqual([service.now().toISOString()]);
  });

  test.each([['another course', {object: {kind: 'quiz', id: 'no-such-quiz', version: 'x'}}], ['an unknown version', {object: {kind: 'quiz', id: 'practice-people', version: 'x'}}], ['another type', {type: 'course.completed'}], ['another form', {v: 2}]])('a record of %s is refused', async (_title, changes) => {
    const browser = await someone();
    expect((await browser.send('POST', '/api/records', practice(changes))).statusCode).toBe(422);
    expect((await mine(browser)).attempts).toEqual([]);
  });

  test('nobody gives themselves a role, a directorate as a lead, or a verdict', async () => {
    expect((await learner.send('PATCH', '/api/me', {role: 'coordinator'})).statusCode).toBe(422);
    expect((await world.callers.lead.send('PATCH', '/api/me', {directorate: 'adults-and-health'})).statusCode).toBe(403);
    const task = {...(examplesOf(world)['POST /api/tasks']?.() as object), verdict: 'competent', state: 'decided'};
    expect((await (await someone()).send('POST', '/api/tasks', task)).statusCode).toBe(422);
  });
});

describe('2 the key of an assessment', () => {
  test('is in nothing that the service says before a pass, to anybody', async () => {
    const fresh = await someone();
    const drawn = (await fresh.send('POST', '/api/attempts', {id: newId(), quizId: 'planning-assessment'})).json<DrawnAttempt>();
    const record = makeRecord(quizOf(service.content, 'planning-assessment'), {id: drawn.id, drawn: drawn.drawn, drawnBy: 'service', answers: 'wrong'});
    const texts = [JSON.stringify(drawn), (await fresh.send('POST', '/api/records', record)).body, (await fresh.send('GET', `/api/records/${drawn.id}`)).body];
    for (const route of Object.keys(ACCESS).filter((each) => each.startsWith('GET') && !each.includes(':'))) {
      for (const browser of [fresh, world.callers.nobody]) texts.push((await browser.send('GET', route.split(' ')[1] ?? '')).body);
    }
    for (const text of texts) expect(text).not.toContain(KEY_MARK);
    expect(texts.some((text) => text.includes('q1') || text.includes('q2') || text.includes('q3'))).toBe(true);
  });

  test('is in no refusal of answers that do not fit', async () => {
    const record = makeRecord(quizOf(service.content, 'planning-assessment'));
    for (const responses of [{}, {q1: 'zz'}, {q1: true}, {q1: ['b']}, {nothing: 'b'}]) {
      expect((await (await someone()).send('POST', '/api/records', {...record, id: newId(), body: {...record.body, responses}})).body).not.toContain(KEY_MARK);
    }
  });

  test('marks of right and wrong answers have one and the same shape after a fail', async () => {
    const shapes = [];
    for (const first of ['a', 'b']) {
      const record = makeRecord(quizOf(service.content, 'planning-assessment'), {answers: 'wrong'});
      const [item] = record.body.drawn;
      if (item) record.body.responses[item.itemId] = first;
      const {result} = (await (await someone()).send('POST', '/api/records', record)).json<Receipt>();
      shapes.push({passed: result.passed, fields: result.items.map((each) => Object.keys(each).sort()), parts: result.items.map(({parts}) => parts.length)});
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });
});

describe('3 replay, and the same id with a changed body', () => {
  /** Route, who sends, the body, and what to change in it. */
  const CASES: [string, keyof World['callers'], () => object, object][] = [
    ['POST /api/records', 'learner', () => practice(), {at: '2026-11-01T00:00:00Z'}],
    ['POST /api/points', 'nobody', () => examplesOf(world)['POST /api/points']?.() as object, {text: 'Changed'}],
    ['POST /api/cohorts', 'trainer', () => ({id: newId(), courseId: 'planning', title: 'Example run', startsOn: '2026-12-01'}), {title: 'Changed'}],
    ['POST /api/cohorts/:own/sessions', 'trainer', () => examplesOf(world)['POST /api/cohorts/:id/sessions']?.() as object, {place: 'Changed'}],
    ['POST /api/cohorts/:own/messages', 'trainer', () => examplesOf(world)['POST /api/cohorts/:id/messages']?.() as object, {text: 'Changed'}],
    ['POST /api/targets', 'coordinator', () => examplesOf(world)['POST /api/targets']?.() as object, {percent: 99}],
    ['POST /api/staff-lists', 'coordinator', () => ({...(examplesOf(world)['POST /api/staff-lists']?.() as object), after: world.things['staff-lists']}), {rows: [{email: 'changed@example.org', name: null, directorate: 'place', team: null, jobRole: null}]}],
  ];

  test.each(CASES)('%s by %s is one act, and another body under its id is refused', async (route, who, make, change) => {
    const browser = world.callers[who];
    const url = (route.split(' ')[1] ?? '').replace(':own', world.own['cohorts'] ?? '');
    const body = make();
    expect((await browser.send('POST', url, body)).statusCode).toBe(201);
    for (let turn = 0; turn < 3; turn += 1) expect((await browser.send('POST', url, body)).statusCode).toBe(200);
    const changed = await browser.send('POST', url, {...body, ...change});
    expect(changed.statusCode, changed.body).toBe(409);
    expect((await browser.send('POST', url, body)).statusCode).toBe(200);
  });

  test('a record sent a hundred times at once is one', async () => {
    const browser = await someone();
    const record = practice();
    const statuses = await Promise.all(Array.from({length: 100}, async () => (await browser.send('POST', '/api/records', record)).statusCode));
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set([200, 201]));
    expect((await mine(browser)).attempts).toHaveLength(1);
  });

  test('a record that somebody else sends again is refused in the words of any taken id, and tells nothing of the first', async () => {
    const record = practice();
    const first = await someone();
    await first.send('POST', '/api/records', record);
    const again = await (await someone()).send('POST', '/api/records', record);
    const changed = await first.send('POST', '/api/records', {...record, at: '2026-11-01T00:00:00Z'});
    expect([again.statusCode, again.json<{type: string}>().type]).toEqual([409, changed.json<{type: string}>().type]);
    expect(again.body).not.toMatch(/receivedAt|someone/);
  });
});

describe('4 skipped steps', () => {
  test('no certificate comes before the course is complete, for a course that is not there, or for a run without a place in it', async () => {
    const browser = await someone();
    for (const changes of [{}, {courseId: 'no-such-course'}, {kind: 'attendance', cohortId: world.things.cohorts}, {kind: 'attendance', cohortId: newId()}, {kind: 'attendance', cohortId: null}]) {
      const answer = await browser.send('POST', '/api/credentials', {courseId: 'planning', kind: 'competence', cohortId: null, name: 'Sample', withEmail: false, ...changes});
      expect([403, 422], answer.body).toContain(answer.statusCode);
    }
    expect((await browser.send('GET', '/api/credentials')).json<{held: unknown[]}>().held).toEqual([]);
  });

  test('a task for a run without a place in it, an unlisted run without its code and somebody else’s draw are refused', async () => {
    const browser = await someone();
    const task = {...(examplesOf(world)['POST /api/tasks']?.() as object), cohortId: world.things.cohorts};
    expect((await browser.send('POST', '/api/tasks', task)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await browser.send('POST', '/api/bookings', {cohortId: world.things.cohorts})).statusCode).toBe(404);
    const drawn = (await world.owner.send('POST', '/api/attempts', {id: newId(), quizId: 'planning-assessment'})).json<DrawnAttempt>();
    const other = drawn.drawn.map((item) => ({...item, optionOrder: [...item.optionOrder].reverse()}));
    expect((await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, 'planning-assessment'), {id: drawn.id, drawn: other, drawnBy: 'service'}))).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('5 tampered certificates', () => {
  test('a certificate handed in with any one sign changed is refused, and nothing is kept of it', async () => {
    const {held} = (await world.owner.send('GET', '/api/credentials')).json<{held: HeldCredential[]}>();
    const jwt = held[0]?.jwt ?? '';
    expect(jwt.length).toBeGreaterThan(500);
    const browser = await service.signIn('handing.in@example.org');
    for (let turn = 0; turn < 15; turn += 1) {
      const at = Math.floor((jwt.length / 15) * turn);
      const changed = `${jwt.slice(0, at)}${jwt[at] === 'A' ? 'B' : 'A'}${jwt.slice(at + 1)}`;
      const answer = await browser.send('POST', '/api/recognised-credentials', {id: newId(), text: changed});
      expect(answer.statusCode, answer.body).toBe(422);
    }
    expect((await browser.send('GET', '/api/credentials')).json<{recognised: unknown[]}>().recognised).toEqual([]);
  });

  test('numbers next to a real one are nobody’s', async () => {
    const id = world.things.credentials;
    for (let at = 0; at < id.length; at += 4) {
      const other = `${id.slice(0, at)}${id[at] === '0' ? '1' : '0'}${id.slice(at + 1)}`;
      expect((await service.browser().send('GET', `/api/credentials/${other}`)).statusCode).toBe(404);
    }
  });
});

/** Two calls, taken in turns so that a busy machine slows both alike. Gives the medians in milliseconds. */
async function medians(tries: number, calls: readonly [() => Promise<unknown>, () => Promise<unknown>]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < tries; turn += 1) {
    const order = turn % 2 === 0 ? [0, 1] as const : [1, 0] as const;
    for (const which of order) {
      const start = performance.now();
      await calls[which]();
      times[which].push(performance.now() - start);
    }
  }
  const middle = (of: number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
  return [middle(times[0]), middle(times[1])];
}

describe('6 finding out who is known', () => {
  const known = `${CANARY}.learner@example.org`;

  test.each([
    ['POST', '/api/sign-in/codes', (email: string) => ({email})], ['POST', '/api/sign-in/sessions', (email: string) => ({email, code: '000000'})],
  ] as const)('%s %s answers alike for an address that is known and one that is not', async (method, url, body) => {
    const answers = [];
    for (const email of [known, 'unknown.at.all@example.org']) answers.push(await service.browser().send(method, url, body(email)));
    expect(answers.map(({statusCode}) => statusCode)).toEqual([answers[0]?.statusCode, answers[0]?.statusCode]);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(Object.keys(answers[0]?.headers ?? {})).toEqual(Object.keys(answers[1]?.headers ?? {}));
  });

  test('no route without a role says whether an address, an id or a number is somebody’s', async () => {
    const pairs: [string, string][] = [
      [`/api/records/${world.things.records}`, `/api/records/${newId()}`], [`/api/network/messages/${world.things.messages}`, `/api/network/messages/${newId()}`],
      [`/api/cohorts/${world.things.cohorts}/calendar.ics`, `/api/cohorts/${newId()}/calendar.ics`], [`/api/network/people/${world.things.member}`, `/api/network/people/${world.things.personId}`],
    ];
    for (const [theirs, none] of pairs) {
      const answers = [await learner.send('GET', theirs), await learner.send('GET', none)];
      expect([answers[0]?.statusCode, answers[0]?.body]).toEqual([answers[1]?.statusCode, answers[1]?.body]);
    }
  });

  test('what opens something by itself cannot be guessed', () => {
    expect(world.things.credentials).toMatch(/^[0-9a-f]{32}$/);
    expect(world.things.feed.replace(/\.ics$/, '')).toMatch(/^[\w-]{43,}$/);
    expect(world.things.joinCode).toHaveLength(8);
  });
});

describe('17 timing', () => {
  const within = ([a, b]: [number, number]): void => expect(Math.abs(a - b)).toBeLessThan(Math.max(5, Math.min(a, b)));

  test('asking for a code takes as long for an address that is known', async () => {
    // Each address is asked for once, since a sixth code for one is refused early.
    await world.store.database.query("insert into people (email, created_at) select 'timed.' || n || '@example.org', now() from generate_series(1, 60) as n");
    let [known, unknown] = [0, 0];
    const ask = (email: string) => service.browser().send('POST', '/api/sign-in/codes', {email});
    within(await medians(60, [() => ask(`timed.${known += 1}@example.org`), () => ask(`untimed.${unknown += 1}@example.org`)]));
  });

  test('a wrong code takes as long when its first digits are right', async () => {
    const browser = service.browser();
    const email = 'digits@example.org';
    await browser.send('POST', '/api/sign-in/codes', {email});
    const code = await service.codeFor(email);
    const [near, far] = [`${code.slice(0, 5)}${(Number(code[5]) + 1) % 10}`, [...code].map((digit) => (Number(digit) + 1) % 10).join('')];
    within(await medians(60, [() => browser.send('POST', '/api/sign-in/sessions', {email, code: near}), () => browser.send('POST', '/api/sign-in/sessions', {email, code: far})]));
  });

  test('looking up a certificate takes as long for what is no number', async () => {
    within(await medians(60, [() => service.browser().send('GET', `/api/credentials/${'f'.repeat(32)}`), () => service.browser().send('GET', '/api/credentials/no-number')]));
  });
});

describe('26 people who act on their own behalf', () => {
  test('a trainer marks nobody present who is themselves, nor lets themselves be', async () => {
    const trainer = await service.signIn('self.trainer@example.org', 'trainer');
    const {id} = (await trainer.send('GET', '/api/me')).json<{person: {id: string}}>().person;
    const run = (await trainer.send('POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Own run', startsOn: '2026-12-01'})).json<{id: string; joinCode: string}>();
    const sessionId = newId();
    await trainer.send('POST', `/api/cohorts/${run.id}/sessions`, {...(examplesOf(world)['POST /api/cohorts/:id/sessions']?.() as object), id: sessionId});
    await trainer.send('POST', `/api/join/${run.joinCode}`);
    await trainer.send('POST', `/api/cohorts/${run.id}/register/marks`, {marks: [{id: newId(), sessionId, personId: id, mark: 'present', minutes: null, reason: null, sawId: null, at: service.now().toISOString()}]});
    expect(await world.store.database.query('select 1 as one from attendance_marks where person_id = $1::uuid', [id])).toEqual([]);
    expect((await trainer.send('POST', `/api/cohorts/${run.id}/credentials`, {kind: 'attendance', personIds: [id]})).statusCode).toBe(403);
  });

  test('no coordinator decides on their own certificate, task or place as the last one', async () => {
    const [{count: coordinators} = {count: 0}] = await world.store.database.query<{count: number}>("select count(*)::int as count from people where role = 'coordinator'");
    expect(coordinators).toBe(2);
    expect((await world.coordinator.send('PUT', '/api/people/role', {email: 'caller.coordinator@example.org', role: 'learner'})).statusCode).toBe(200);
    const last = await world.coordinator.send('PUT', '/api/people/role', {email: 'maker@example.org', role: 'learner'});
    expect([last.statusCode, last.json<{type: string}>().type]).toEqual([409, 'urn:askwell:problem:last-coordinator']);
    expect((await world.coordinator.send('PUT', '/api/people/role', {email: 'caller.coordinator@example.org', role: 'coordinator'})).statusCode).toBe(200);
    const {id} = (await world.coordinator.send('GET', '/api/me')).json<{person: {id: string}}>().person;
    expect((await world.coordinator.send('POST', '/api/people/erasures', {id: newId(), personId: id, reason: 'asked'})).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('27 what waits on a shared device', () => {
  test('is taken only under the person who made it, where it names one', async () => {
    const {personId} = world.things;
    const marks = {by: personId, marks: [{id: newId(), sessionId: world.own['sessionId'], personId: world.own['personId'], mark: 'present', minutes: null, reason: null, sawId: null, at: service.now().toISOString()}]};
    expect((await world.callers.trainer.send('POST', `/api/cohorts/${world.own['cohorts']}/register/marks`, marks)).statusCode).toBe(409);
    const point = {...(examplesOf(world)['POST /api/points']?.() as object), askId: personId};
    expect((await learner.send('POST', '/api/points', point)).statusCode).toBe(403);
    expect((await world.callers.nobody.send('POST', '/api/points', point)).statusCode).toBe(401);
  });
});

describe('23 tampering with the audit log', () => {
  test.each(['update audit_log set action = action', 'delete from audit_log', 'truncate audit_log cascade', 'update audit_log set seq = seq + 1000 where seq = 1', 'delete from audit_log where seq = (select max(seq) from audit_log)'])('the service’s own connection cannot: %s', async (sql) => {
    await expect(world.store.database.query(sql)).rejects.toThrow();
  });

  test('no route writes, changes or removes an entry by asking, and the chain is whole after everything above', async () => {
    expect(Object.keys(ACCESS).filter((route) => /audit|log/.test(route) && !route.startsWith('GET'))).toEqual([]);
    const chain = await checkChain(world.store.database);
    expect(chain.fault).toBeNull();
    expect(chain.entries).toBeGreaterThan(20);
  });

  test('entries hold nobody’s name, address or words', async () => {
    const rows = await world.store.database.query<{entry: string}>('select object || detail::text as entry from audit_log where object is not null');
    for (const {entry} of rows) expect(entry).not.toMatch(/canary|@example|Example/i);

  });
});

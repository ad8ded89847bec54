import {randomBytes} from 'node:crypto';
import {copyFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import organisation from '#config';
import {deriveQuizzes, refresherIdOf} from '#core/courses/derivedQuizzes.ts';
import type {Completion, NewFeed, ReminderSettings} from '#core/records/api.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {migrate} from '#server/migrations/migrate.ts';
import {makeReminders, remind} from '#server/reminders/chore.ts';
import {makeShelf} from '#server/records/quizShelf.ts';
import {rebuild} from '#server/tasks/rebuild.ts';
import {makeApp, makeRecord, ORIGIN, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase, makeFolder, makePostgresUrl} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {makeContent} from '../support/smallContent.ts';
import type {TestContent} from '../support/smallContent.ts';

/** The small course with an end and refreshers, and its refresher. */
function makeCourse(): TestContent {
  const content = makeContent();
  const courses = content.courses.map((course) => ({...course, validFor: 'P24M', refreshEvery: 'P6M'}));
  return {courses, quizzes: [...content.quizzes, ...deriveQuizzes(courses, content.quizzes, () => 'refresher-v1').filter(({mode}) => mode === 'refresher')]};
}

describe.each(KINDS)('reminders on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    // A Sunday in winter: London is at UTC. Completed at nine.
    service = await makeApp(store.database, {content: makeCourse()});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const send = (browser: Browser, quizId: string) => browser.send('POST', '/api/records', makeRecord(quizOf(service.content, quizId)));
  const complete = async (email: string): Promise<Browser> => {
    const browser = await service.signIn(email);
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) expect((await send(browser, id)).statusCode).toBe(201);
    return browser;
  };
  /** The service's own work, as instances with this clock would do it. */
  const remindAt = async (now: string, instances = 1): Promise<number> => {
    const parts = {...service.parts, shelf: makeShelf(service.content), clock: () => new Date(now)};
    const mails = await Promise.all(Array.from({length: instances}, () => remind(parts)));
    return mails.reduce((sum, each) => sum + each, 0);
  };
  const mailsTo = (email: string) => store.database.query<{subject: string; body: string}>('select subject, body from mail_outbox where recipient = $1 order by created_at', [email]);
  const settingsOf = async (browser: Browser): Promise<ReminderSettings> => (await browser.send('GET', '/api/reminders')).json<ReminderSettings>();

  test('mails nobody who has not asked, and says that it is off', async () => {
    const ann = await complete(`ann.${kind}@example.org`);
    expect(await settingsOf(ann)).toEqual({email: false, feedSince: null});
    expect(await remindAt('2027-01-10T09:01:00Z', 2)).toBe(0);
    expect(await mailsTo(`ann.${kind}@example.org`)).toEqual([]);
  });

  test('mails once for each due date, whatever the number of instances, from nine in London', async () => {
    const email = `ben.${kind}@example.org`;
    const ben = await complete(email);
    expect((await ben.send('PUT', '/api/reminders', {email: true})).json()).toEqual({email: true, feedSince: null});
    // More than one batch of people, each of whom completed the course when Ben did.
    await store.database.query(`insert into people (email, created_at) select 'many.' || n || '.${kind}@example.org', now() from generate_series(1, 25) n`);
    const many = "select id from people where email like 'many.%'";
    await store.database.query(`insert into completions (person_id, course_id, course_version, completed_at) select id, 'planning', 1, '2026-11-22T09:00:00Z' from (${many}) m`);
    await store.database.query(`insert into reminder_settings (person_id, email, looked_on) select id, true, '2026-11-22' from (${many}) m`);

    expect(await remindAt('2026-12-19T09:00:00Z')).toBe(0);
    expect(await remindAt('2026-12-20T08:59:00Z', 4)).toBe(0);
    expect(await remindAt('2026-12-20T09:00:00Z', 4)).toBe(26);
    expect(await remindAt('2026-12-20T09:05:00Z', 4)).toBe(0);
    expect(await remindAt('2026-12-21T09:00:00Z', 4)).toBe(0);
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail).toEqual({
      subject: 'Refresher due: Planning a consultation',
      body: expect.stringContaining(`${ORIGIN}/learn/planning/refresher/`) as string,
    });
    expect(mail?.body).toContain(`${ORIGIN}/my-record/#reminders`);

    // Missed, and then done a week before the next date, whatever the score: that date is settled.
    for (const table of ['reminder_settings', 'completions']) await store.database.query(`delete from ${table} where person_id in (${many})`);
    const later = await makeApp(store.database, {content: service.content, start: new Date('2027-05-15T09:00:00Z')});
    const done = await (await later.signIn(email)).send('POST', '/api/records', makeRecord(quizOf(service.content, refresherIdOf('planning')), {at: '2027-05-15T08:00:00Z', answers: 'wrong'}));
    expect(done.statusCode, done.body).toBe(201);
    await later.close();
    expect(await remindAt('2027-05-24T08:30:00Z', 3)).toBe(0);
    // The service was away on the day itself.
    expect(await remindAt('2027-11-24T09:30:00Z', 3)).toBe(1);
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Refresher due: Planning a consultation');

    expect(await remindAt('2028-09-23T08:30:00Z', 3)).toBe(1);
    expect(await remindAt('2028-11-22T09:30:00Z', 3)).toBe(0);
    expect(await remindAt('2028-11-23T09:30:00Z', 3)).toBe(1);
    expect(await remindAt('2031-11-23T09:30:00Z', 3)).toBe(0);
    expect((await mailsTo(email)).at(-1)?.subject).toBe('Completion lapsed: Planning a consultation');
  });

  test('loses no date when the mail cannot be put in the outbox', async () => {
    const cat = await complete(`cat.${kind}@example.org`);
    await cat.send('PUT', '/api/reminders', {email: true});
    const parts = {...service.parts, shelf: makeShelf(service.content), clock: () => new Date('2026-12-20T10:00:00Z')};
    await expect(remind({...parts, randomBytes: () => { throw new Error('no chance left'); }})).rejects.toThrow('no chance left');
    expect(await remind(parts)).toBe(1);
  });

  test('stops when it is switched off, and mails nothing on the day it is switched on', async () => {
    const gil = await complete(`gil.${kind}@example.org`);
    await gil.send('PUT', '/api/reminders', {email: true});
    expect((await gil.send('PUT', '/api/reminders', {email: false})).json()).toEqual({email: false, feedSince: null});
    expect(await settingsOf(gil)).toEqual({email: false, feedSince: null});
    await remindAt('2026-12-20T10:00:00Z');
    expect(await mailsTo(`gil.${kind}@example.org`)).toEqual([]);
    const early = await makeApp(store.database, {content: service.content, start: new Date('2027-01-10T07:00:00Z')});
    const again = await early.signIn(`gil.${kind}@example.org`);
    await again.send('PUT', '/api/reminders', {email: true});
    await early.close();
    await remindAt('2027-01-10T10:00:00Z');
    expect(await mailsTo(`gil.${kind}@example.org`)).toEqual([]);
    await remindAt('2027-01-11T10:00:00Z');
    expect(await mailsTo(`gil.${kind}@example.org`)).toHaveLength(1);
  });

  test('gives a feed that is shown once, names nobody, and ends when it is replaced or taken away', async () => {
    const email = `dan.${kind}@example.org`;
    const dan = await complete(email);
    await dan.send('PATCH', '/api/me', {displayName: 'Dan Example'});
    const made = await dan.send('POST', '/api/reminders/feed');
    expect(made.statusCode, made.body).toBe(201);
    const {address, settings} = made.json<NewFeed>();
    expect(address).toMatch(/^http:\/\/localhost:3000\/api\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
    expect(settings).toEqual({email: false, feedSince: service.now().toISOString()});
    const token = address.split('/').at(-1)?.replace('.ics', '') ?? '';
    const kept = await store.database.query('select * from calendar_feeds');
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await dan.send('GET', '/api/reminders')).body).not.toContain(token);

    const path = new URL(address).pathname;
    const feed = await service.browser().send('GET', path);
    expect(feed.statusCode).toBe(200);
    expect(feed.headers).toMatchObject({'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=3600'});
    expect(feed.body.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect([...feed.body.matchAll(/^DTSTART;VALUE=DATE:(\d+)/gm)].map((match) => match[1])).toEqual(['20261220', '20270522', '20271122', '20280522', '20281122']);
    expect(feed.body).not.toMatch(/dan|example\.org|Example/i);

    const second = (await dan.send('POST', '/api/reminders/feed')).json<NewFeed>().address;
    expect((await service.browser().send('GET', path)).statusCode).toBe(404);
    expect((await service.browser().send('GET', new URL(second).pathname)).statusCode).toBe(200);
    expect((await dan.send('DELETE', '/api/reminders/feed')).json()).toEqual({email: false, feedSince: null});
    const gone = await service.browser().send('GET', new URL(second).pathname);
    expect(gone.statusCode).toBe(404);
    expect(gone.headers['cache-control']).toBe('no-store');
    for (const file of ['x.ics', `${'a'.repeat(43)}.ics`, 'a'.repeat(43), '%00.ics', "'; drop table people; --.ics"]) {
      const none = await service.browser().send('GET', `/api/calendar/${encodeURIComponent(file)}`);
      expect([none.statusCode, none.body === gone.body], file).toEqual([404, true]);
    }
  });

  test('stops a flood of requests for feeds from one address', async () => {
    const browser = service.browser();
    const path = `/api/calendar/${'b'.repeat(43)}.ics`;
    let last = 0;
    for (let turn = 0; turn <= 600; turn += 1) last = (await browser.send('GET', path)).statusCode;
    expect(last).toBe(429);
  });

  test('renews a completion by a later pass, also one that a newer course would not grant, and makes it the same again from the events', async () => {
    const eve = await complete(`eve.${kind}@example.org`);
    const mine = async (): Promise<Completion[]> => (await eve.send('GET', '/api/records')).json<{completions: Completion[]}>().completions;
    const completedAt = '2026-11-22T09:00:00.000Z';
    expect(await mine()).toEqual([{courseId: 'planning', courseVersion: 1, completedAt, renewedAt: null}]);

    const content = makeCourse();
    content.courses = content.courses.map((course) => ({...course, version: 2, lessons: [...course.lessons, {id: 'feedback', title: 'Feedback', description: 'How', minutes: 5, outcomes: ['plan'], practice: 'practice-feedback'}]}));
    const later = await makeApp(store.database, {content, start: new Date(Date.parse('2028-10-03T09:00:00Z'))});
    const again = await later.signIn(`eve.${kind}@example.org`);
    const pass = (at: string, answers: 'right' | 'wrong' = 'right') => again.send('POST', '/api/records', makeRecord(quizOf(content, 'planning-assessment'), {at, answers}));
    expect((await pass('2028-10-01T09:00:00Z')).json()).toMatchObject({completions: [{completedAt, renewedAt: '2028-10-01T09:00:00.000Z'}]});
    // Neither a try that fails nor a pass that comes late moves it.
    await pass('2028-10-02T09:00:00Z', 'wrong');
    expect((await pass('2028-09-01T09:00:00Z')).json()).toMatchObject({completions: [{completedAt, renewedAt: '2028-10-01T09:00:00.000Z'}]});
    const feed = (await again.send('POST', '/api/reminders/feed')).json<NewFeed>().address;
    expect((await later.browser().send('GET', new URL(feed).pathname)).body).toMatch(/DTSTART;VALUE=DATE:20281029[\s\S]*DTSTART;VALUE=DATE:20300401/);

    const all = () => store.database.query('select * from completions order by person_id, course_id');
    const before = await all();
    expect((await rebuild({database: store.database, content, organisation, clock: () => later.now(), randomBytes})).ok).toBe(true);
    expect(await all()).toEqual(before);
    await later.close();
  });

  test('looks by itself whether the morning has come, and stops when it is told to', async () => {
    const email = `fay.${kind}@example.org`;
    await (await complete(email)).send('PUT', '/api/reminders', {email: true});
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    try {
      const warnings: string[] = [];
      const outbox = {kick: vi.fn(), settled: async () => undefined, start: () => undefined, stop: async () => undefined};
      const reminders = makeReminders({...service.parts, outbox, shelf: makeShelf(service.content), clock: () => new Date('2026-12-20T09:30:00Z')}, (message) => void warnings.push(message));
      reminders.start();
      vi.advanceTimersByTime(5 * 60_000);
      await reminders.stop();
      vi.advanceTimersByTime(60 * 60_000);
      expect([outbox.kick.mock.calls.length, warnings]).toEqual([1, []]);
      expect(await mailsTo(email)).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('gives completions of earlier releases the renewals that they had, when the tables are brought up to date', async () => {
  const {folder, remove} = makeFolder();
  const migrations = path.resolve(__dirname, '../../src/server/migrations');
  for (const name of readdirSync(migrations).filter((each) => /^00[1-3].*\.sql$/.test(each))) copyFileSync(path.join(migrations, name), path.join(folder, name));
  const database = await openPostgres(await makePostgresUrl());
  await migrate(database, folder);
  await database.run(`
    insert into people (id, email, created_at) values ('00000000-0000-0000-0000-000000000001', 'old@example.org', now());
    insert into courses_served (course_id, hash, body, served_from) values ('planning', 'h', '{"assessment": "planning-assessment"}', now()), ('planning', 'i', '{"assessment": "planning-assessment", "version": 2}', now());
    insert into completions (person_id, course_id, course_version, completed_at) values ('00000000-0000-0000-0000-000000000001', 'planning', 1, '2026-01-01T09:00:00Z'), ('00000000-0000-0000-0000-000000000001', 'other', 1, '2026-01-01T09:00:00Z');`);
  for (const [id, at, passed] of [['2', '2026-01-01T09:00:00Z', true], ['3', '2026-05-01T09:00:00Z', true], ['4', '2026-04-01T09:00:00Z', true], ['5', '2026-06-01T09:00:00Z', false]] as const) {
    const uuid = `00000000-0000-7000-8000-00000000000${id}`;
    await database.query("insert into learning_records (id, person_id, type, at, received_at, clock_skew_seconds, body, body_hash) values ($1::uuid, '00000000-0000-0000-0000-000000000001', 'x', $2::timestamptz, $2::timestamptz, 0, '{}', 'h')", [uuid, at]);
    await database.query(
      `insert into attempts (id, person_id, quiz_id, quiz_version, mode, drawn_by, at, received_at, got, of, percent, passed)
       values ($1::uuid, '00000000-0000-0000-0000-000000000001', 'planning-assessment', 'v', 'assessed', 'device', $2::timestamptz, $2::timestamptz, 1, 1, 100, $3::boolean)`, [uuid, at, passed]);
  }
  expect(await migrate(database)).toContain('004-reminders.sql');
  expect(await database.query('select course_id as course, renewed_at as renewed from completions order by course_id')).toEqual([{course: 'other', renewed: null}, {course: 'planning', renewed: '2026-05-01T09:00:00.000Z'}]);
  await database.close();
  remove();
});

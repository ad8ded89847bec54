import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Measures} from '#core/measures/api.ts';
import type {Quarterly} from '#core/measures/definitions.ts';
import {writeShown} from '#core/measures/protect.ts';
import {countIfOlder} from '#server/measures/count.ts';
import {makeShelf} from '#server/records/quizShelf.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const HOUR = 3_600_000;

describe.each(KINDS)('measures on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let boss: Browser;
  let lead: Browser;
  const people: Browser[] = [];
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    boss = await service.signIn('boss@example.org', 'coordinator');
    lead = await service.signIn('lead@example.org', 'lead', 'place');
    // Ten people of Place: all start, eight pass at the first try, one at the second. Six of another directorate start.
    for (let number = 0; number < 16; number += 1) {
      const browser = await service.signIn(`p${number}@example.org`);
      people.push(browser);
      await browser.send('PATCH', '/api/me', {directorate: number < 10 ? 'place' : 'adults-and-health'});
      for (const id of ['practice-purpose', 'practice-people']) await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, id)));
      if (number >= 10) continue;
      const assessment = quizOf(service.content, 'planning-assessment');
      await browser.send('POST', '/api/records', makeRecord(assessment, {answers: number < 8 ? 'right' : 'wrong'}));
      if (number === 8) await browser.send('POST', '/api/records', makeRecord(assessment, {at: new Date(service.now().getTime() + 1000).toISOString()}));
    }
    await addSession();
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  /** A run with ten confirmed places and one session held: five present, one late for too long, four without a mark. */
  async function addSession(): Promise<void> {
    const [run, session] = [newId(), newId()];
    const {database} = store;
    const [trainer] = await database.query<{id: string}>("select id::text as id from people where email = 'boss@example.org'");
    await database.query("insert into cohorts (id, course_id, title, starts_on, join_code, trainer_id, created_at) values ($1::uuid, 'planning', 'Run', '2026-11-01', $3, $2::uuid, now())", [run, trainer?.id, run.slice(-8).toUpperCase()]);
    await database.query("insert into course_sessions (id, cohort_id, title, starts_at, ends_at, mode, place, updated_at) values ($1::uuid, $2::uuid, 'First', '2026-11-10T09:00:00Z', '2026-11-10T11:00:00Z', 'room', 'Room 1', now())", [session, run]);
    await database.query("insert into bookings (cohort_id, person_id, state, asked_at, changed_at) select $1::uuid, id, 'confirmed', now(), now() from people where directorate = 'place' and email like 'p%'", [run]);
    const mark = (number: number, word: string, minutes: number | null): Promise<object[]> => database.query(
      `insert into attendance_marks (id, session_id, person_id, mark, minutes, marked_by, marked_at, received_at, body_hash)
       select $1::uuid, $2::uuid, id, $3, $4::int, $5::uuid, now(), now(), 'x' from people where email = $6`, [newId(), session, word, minutes, trainer?.id, `p${number}@example.org`]);
    for (const number of [0, 1, 2, 3]) await mark(number, 'present', null);
    await mark(4, 'late', 90);
    await mark(5, 'late', 89);
  }

  const ask = async (browser: Browser, query = ''): Promise<Measures> => (await browser.send('GET', `/api/measures${query}`)).json<Measures>();
  const nowOf = ({quarterly}: Measures, measure: Quarterly): string => {
    const shown = quarterly.find((each) => each.measure === measure)?.quarters.at(-1)?.shown;
    return shown ? writeShown(shown) : '';
  };

  test('counts the quarter under way, and hides what would point to fewer than five people', async () => {
    const measures = await ask(boss);
    expect(measures.quarterly.map(({quarters}) => quarters.length)).toEqual([8, 8, 8, 8, 8]);
    expect(measures.quarterly[0]?.quarters.at(-1)?.first).toBe('2026-10-01');
    expect(nowOf(measures, 'completed-of-started')).toBe('9 of 16 (56%)');
    expect(nowOf(measures, 'first-try')).toBe('All but fewer than 5 of 10');
    expect(nowOf(measures, 'attendance')).toBe('5 of 10 (50%)');
    expect(nowOf(measures, 'no-shows')).toBe('0 of 10 (0%)');
    expect(measures.currency.map(({measure, shown}) => [measure, writeShown(shown)])).toEqual([['current', '9 of 9 (100%)'], ['due-soon', '0 of 9 (0%)'], ['lapsed', '0 of 9 (0%)']]);
  });

  test('shows a lead their own directorate alone, without the measure of pages', async () => {
    const own = await ask(lead);
    expect(own).toMatchObject({directorate: 'place', directorateName: 'Place'});
    expect(nowOf(own, 'completed-of-started')).toBe('All but fewer than 5 of 10');
    expect(own.quarterly.map(({measure}) => measure)).not.toContain('points-closed');
    expect(own).toEqual(await ask(boss, '?directorate=place'));
    expect(nowOf(await ask(boss, '?directorate=adults-and-health'), 'completed-of-started')).toBe('0 of 6 (0%)');
    expect((await boss.send('GET', '/api/measures?directorate=mars')).statusCode).toBe(422);
  });

  test('exports the same as a file, with small numbers hidden and no cell that could run as a formula', async () => {
    await boss.send('POST', '/api/targets', {
      id: newId(), series: null, title: '=HYPERLINK("https://example.org")', courseIds: ['planning'], directorates: [], jobRoles: [], counts: 'ever', headcount: {from: 'typed', total: 10, parts: {}}, percent: 100, by: '2027-04-01', note: null,
    });
    const csv = await boss.send('GET', '/api/measures.csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="training-measures.csv"');
    expect(csv.body).toContain('All but fewer than 5 of 10');
    expect(csv.body).not.toMatch(/(^|,)"[=+@-]/m);
  });

  test('counts learning points with the median days to close one', async () => {
    const point = async (): Promise<string> => {
      const id = newId();
      await boss.send('POST', '/api/points', {id, kind: 'unclear', at: service.now().toISOString(), path: '/methods/', heading: null, question: null, debrief: null, text: 'Example point', nextTime: null, askId: null});
      return id;
    };
    const ids = [await point(), await point(), await point()];
    service.pass(2 * 24 * HOUR);
    boss = await service.signIn('boss@example.org');
    for (const id of ids.slice(1)) await boss.send('POST', `/api/points/${id}/changes`, {id: newId(), from: 'new', to: 'done', note: 'Put right.'});
    const {quarterly} = await ask(boss);
    expect(quarterly.find(({measure}) => measure === 'points-closed')?.quarters.at(-1)).toEqual({first: '2026-10-01', shown: {kind: 'exact', count: 2, of: 3, percent: 67}, days: 2});
  });

  test('counts again after an hour and not before, by one instance at a time', async () => {
    const parts = {...service.parts, shelf: makeShelf(service.content)};
    const counted = await countIfOlder(parts, HOUR);
    service.pass(HOUR - 1);
    expect(await countIfOlder(parts, HOUR)).toBe(counted);
    service.pass(1);
    const again = await Promise.all([countIfOlder(parts, HOUR), countIfOlder(parts, HOUR), countIfOlder(parts, HOUR)]);
    expect(again).toContain(service.now().toISOString());
    expect(await countIfOlder(parts, HOUR)).toBe(service.now().toISOString());
    const rows = await store.database.query<{rows: number}>('select count(*)::int as rows from measure_counts');
    expect(rows).toEqual([{rows: 1}]);
  });
});

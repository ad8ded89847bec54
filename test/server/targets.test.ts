import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {ReminderOutcome, TargetDetail, TargetList, ToTrainList} from '#core/targets/api.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const DAY = 86_400_000;
const staff = (name: string, directorate: string, jobRole: string) => ({email: `${name}@example.org`, name: `${name} Example`, directorate, team: name === 'eve' ? '=cmd|x' : 'Team', jobRole});
const PLACE = ['ann', 'bea', 'col', 'dot', 'eve'].map((name) => staff(name, 'place', name === 'ann' || name === 'bea' ? 'Planner' : 'Ranger'));
const ADULTS = ['fay', 'gus', 'han'].map((name) => staff(name, 'adults-and-health', 'Planner'));

describe.each(KINDS)('targets on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let boss: Browser;
  let lead: Browser;
  let otherLead: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    boss = await service.signIn('boss@example.org', 'coordinator');
    lead = await service.signIn('lead@example.org', 'lead', 'place');
    otherLead = await service.signIn('adults@example.org', 'lead', 'adults-and-health');
    const imported = await boss.send('POST', '/api/staff-lists', {id: newId(), part: 1, parts: 1, after: null, removeMissing: false, rows: [...PLACE, ...ADULTS]});
    if (imported.statusCode !== 201) throw new Error(imported.body);
    await complete(await service.signIn('ann@example.org'));
    await complete(await service.signIn('fay@example.org'));
    await (await service.signIn('col@example.org')).send('POST', '/api/records', makeRecord(quizOf(service.content, 'practice-people')));
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const complete = async (browser: Browser): Promise<void> => {
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, id), {at: service.now().toISOString()}));
  };
  const wanted = (changes: object = {}) => ({
    id: newId(), series: 'Everybody trained', title: 'A quarter by April', courseIds: ['planning'], directorates: [] as string[], jobRoles: [] as string[], counts: 'ever',
    headcount: {from: 'staff-list'}, percent: 25, by: '2027-04-01', note: null, ...changes,
  });
  const set = async (changes: object = {}): Promise<TargetDetail> => (await boss.send('POST', '/api/targets', wanted(changes))).json<TargetDetail>();
  const look = async (browser: Browser, id: string, query = ''): Promise<TargetDetail> => (await browser.send('GET', `/api/targets/${id}${query}`)).json<TargetDetail>();
  const toTrain = async (browser: Browser, id: string, query = ''): Promise<ToTrainList> => (await browser.send('GET', `/api/targets/${id}/people${query}`)).json<ToTrainList>();

  test('counts those on the staff list who completed the course, and rounds up what is needed', async () => {
    const {target, parts} = await set();
    // A quarter of 8 people.
    expect(target.figures).toMatchObject({headcount: 8, needed: 2, trained: 2, forecast: {outlook: 'reached', missing: 0}});
    expect(parts.filter(({headcount}) => headcount !== 0)).toEqual([
      {directorate: 'adults-and-health', name: 'Adults and health', headcount: 3, needed: 1, trained: 1},
      {directorate: 'place', name: 'Place', headcount: 5, needed: 2, trained: 1},
    ]);
    expect((await set({percent: 50})).target.figures).toMatchObject({needed: 4, trained: 2, forecast: {outlook: 'too-early', missing: 2}});
  });

  test('counts job roles and directorates alone where the target says so, whatever their capitals', async () => {
    expect((await set({jobRoles: ['PLANNER'], percent: 100})).target.figures).toMatchObject({headcount: 5, needed: 5, trained: 2});
    expect((await set({directorates: ['place'], jobRoles: ['Ranger'], percent: 100})).target.figures).toMatchObject({headcount: 3, trained: 0});
  });

  test('counts typed headcounts by the directorates of accounts, and says nothing where a lead’s part is not known', async () => {
    const typed = await set({headcount: {from: 'typed', total: 400, parts: {place: 120}}});
    expect(typed.target.figures).toMatchObject({headcount: 400, needed: 100});
    expect((await look(lead, typed.target.id)).target.figures).toMatchObject({headcount: 120, needed: 30});
    const unknown = (await look(otherLead, typed.target.id)).target.figures;
    expect(unknown).toMatchObject({headcount: null, needed: null, forecast: null});
  });

  test('follows an account to another directorate in the overview, while the staff list decides for the target', async () => {
    const {target} = await set({percent: 100});
    const move = async (directorate: string): Promise<void> => void await store.database.query('update people set directorate = $1 where email = $2', [directorate, 'ann@example.org']);
    const started = async (): Promise<{directorate: string; started: number; completed: number}[]> => (await boss.send('GET', '/api/overview?course=planning')).json<{rows: {directorate: string; started: number; completed: number}[]}>().rows;
    await move('place');
    expect((await started()).find(({directorate}) => directorate === 'place')).toMatchObject({started: 1, completed: 1});
    await move('chief-executive');
    expect((await started()).find(({directorate}) => directorate === 'place')).toMatchObject({started: 0, completed: 0});
    // The staff list has not moved her.
    expect((await look(lead, target.id)).target.figures.trained).toBe(1);
  });

  test('sets a target once when it is sent twice, and refuses another under its id', async () => {
    const body = wanted({title: 'Once'});
    expect((await boss.send('POST', '/api/targets', body)).statusCode).toBe(201);
    expect((await boss.send('POST', '/api/targets', body)).statusCode).toBe(200);
    expect((await boss.send('POST', '/api/targets', {...body, percent: 30})).statusCode).toBe(409);
    const titles = (await boss.send('GET', '/api/targets')).json<TargetList>().targets.filter(({title}) => title === 'Once');
    expect(titles).toHaveLength(1);
  });

  test.each([
    [{courseIds: ['no-such-course']}, 'courseIds'], [{directorates: ['mars']}, 'directorates'], [{percent: 0}, 'percent'], [{percent: 101}, 'percent'], [{by: '2027-02-30'}, 'by'], [{title: ' '}, 'title'],
    [{title: 'a\r\nBcc: x'}, 'title'], [{note: 'x'.repeat(501)}, 'note'], [{headcount: {from: 'typed', total: 5, parts: {place: 6}}}, 'headcount'], [{headcount: {from: 'typed', total: 5, parts: {mars: 1}}}, 'headcount'],
    [{headcount: {from: 'typed', total: 5, parts: {}}, jobRoles: ['Planner']}, 'headcount'],
  ])('refuses %o and names the field', async (change, field) => {
    const answer = await boss.send('POST', '/api/targets', wanted(change));
    expect(answer.statusCode, answer.body).toBe(422);
    expect(answer.json<{errors: {field: string}[]}>().errors[0]?.field.split('.')[0]).toBe(field);
  });

  test('changes a target for one coordinator at a time, and removes it', async () => {
    const {target, settings, revision} = await set({title: 'To change'});
    const change = {...settings, percent: 40, revision};
    expect((await boss.send('PUT', `/api/targets/${target.id}`, change)).json<TargetDetail>()).toMatchObject({revision: 2, settings: {percent: 40}});
    expect((await boss.send('PUT', `/api/targets/${target.id}`, change)).statusCode).toBe(200);
    const late = await boss.send('PUT', `/api/targets/${target.id}`, {...change, percent: 60});
    expect([late.statusCode, late.json<{detail: string}>().detail]).toEqual([409, expect.stringContaining('Somebody has changed this target')]);
    expect((await boss.send('DELETE', `/api/targets/${target.id}`)).statusCode).toBe(204);
    expect((await boss.send('DELETE', `/api/targets/${target.id}`)).statusCode).toBe(204);
    expect((await boss.send('GET', `/api/targets/${target.id}`)).statusCode).toBe(404);
    const entries = await store.database.query<{detail: {what: string}}>('select detail from audit_log where object = $1 order by seq', [`target:${target.id}`]);
    expect(entries.map(({detail}) => detail.what)).toEqual(['made', 'changed', 'removed']);
  });

  test('shows tranches with their line and the same figures in list and detail', async () => {
    const half = await set({title: 'Half by July', percent: 50, by: '2027-07-01'});
    const inList = (await boss.send('GET', '/api/targets')).json<TargetList>().targets.find(({id}) => id === half.target.id);
    expect(inList).toEqual(half.target);
    expect(half.chart.at(-1)).toEqual({on: '2027-07-01', trained: null, line: 4});
    expect(half.chart.at(-2)).toMatchObject({on: '2026-11-22', trained: 2});
  });

  test('counts somebody once who completed two of the courses, and stops counting what has lapsed only where the target says so', async () => {
    const own = await makeDatabase(kind);
    // Both courses ask for the same, so completing one completes the other; the second never lapses.
    const content = {...service.content, courses: service.content.courses.flatMap((course) => [{...course, validFor: 'P12M'}, {...course, id: 'second'}])};
    const other = await makeApp(own.database, {content});
    const coordinator = await other.signIn('boss@example.org', 'coordinator');
    await coordinator.send('POST', '/api/staff-lists', {id: newId(), part: 1, parts: 1, after: null, removeMissing: false, rows: PLACE});
    const ann = await other.signIn('ann@example.org');
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await ann.send('POST', '/api/records', makeRecord(quizOf(content, id)));
    const ids = await Promise.all([['ever', ['planning']], ['current', ['planning']], ['ever', ['planning', 'second']], ['current', ['planning', 'second']]].map(async ([counts, courseIds]) =>
      (await coordinator.send('POST', '/api/targets', wanted({counts, courseIds}))).json<TargetDetail>().target.id));
    const trained = async (): Promise<number[]> => {
      const again = await other.signIn('boss@example.org');
      return Promise.all(ids.map(async (id) => (await look(again, id)).target.figures.trained));
    };
    other.pass(365 * DAY);
    expect(await trained()).toEqual([1, 1, 1, 1]);
    other.pass(DAY);
    expect(await trained()).toEqual([1, 0, 1, 1]);
    await other.close();
    await own.remove();
  });

  test('lists those of a directorate who are still to be trained, with how far each has come', async () => {
    const {target} = await set({percent: 100});
    const run = newId();
    await store.database.query("insert into cohorts (id, course_id, title, starts_on, join_code, trainer_id, created_at) select $1::uuid, 'planning', 'Winter run', '2026-12-01', 'WWWWWWWW', id, now() from people where email = 'boss@example.org'", [run]);
    await store.database.query("insert into bookings (cohort_id, person_id, state, asked_at, changed_at) select $1::uuid, id, 'waiting', now(), now() from people where email = 'col@example.org'", [run]);
    const list = await toTrain(lead, target.id);
    expect(list.people.map(({run: booked}) => booked)).toEqual([null, {title: 'Winter run', startsOn: '2026-12-01', isConfirmed: false}, null, null]);
    expect(list).toMatchObject({directorate: 'place', total: 4, page: 1, pages: 1});
    expect(list.people.map(({name, hasStarted, lessonsLeft}) => [name, hasStarted, lessonsLeft])).toEqual([['bea Example', false, 2], ['col Example', true, 1], ['dot Example', false, 2], ['eve Example', false, 2]]);
    expect((await boss.send('GET', `/api/targets/${target.id}/people`)).statusCode).toBe(422);
    expect((await toTrain(boss, target.id, '?directorate=adults-and-health')).people.map(({email}) => email)).toEqual(['gus@example.org', 'han@example.org']);
    const looks = await store.database.query('select l.times from looks l join people s on s.id = l.subject_id join people v on v.id = l.viewer_id where s.email = $1 and v.email = $2', ['col@example.org', 'lead@example.org']);
    expect(looks).toHaveLength(1);
  });

  test('reminds each person of a course once a fortnight, whoever asks, and once for a press sent twice', async () => {
    const {target} = await set({percent: 100, title: 'To remind'});
    const mails = async (): Promise<string[]> => (await store.database.query<{recipient: string}>("select recipient from mail_outbox where subject like 'Please finish%'")).map(({recipient}) => recipient);
    const sent = (): string[] => (service.parts.mailer.recent() ?? []).filter(({subject}) => subject.startsWith('Please finish')).map(({to}) => to);
    const body = {id: newId(), directorate: 'place', people: ['bea@example.org', 'BEA@example.org', 'ann@example.org', 'gus@example.org', 'nobody@example.org']};
    const first = await lead.send('POST', `/api/targets/${target.id}/reminders`, body);
    // ann is trained, gus is of another directorate and nobody is not there: all three are answered alike.
    expect(first.json<ReminderOutcome>()).toEqual({queued: 1, recently: 0, notOnList: 3});
    expect((await lead.send('POST', `/api/targets/${target.id}/reminders`, body)).json()).toEqual(first.json());
    expect((await lead.send('POST', `/api/targets/${target.id}/reminders`, {...body, people: ['dot@example.org']})).statusCode).toBe(409);
    expect((await boss.send('POST', `/api/targets/${target.id}/reminders`, {...body, id: newId(), people: ['bea@example.org', 'dot@example.org']})).json<ReminderOutcome>()).toEqual({queued: 1, recently: 1, notOnList: 0});
    for (let turn = 0; turn < 250 && (await mails()).length > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent().sort()).toEqual(['bea@example.org', 'dot@example.org']);
    expect((await toTrain(lead, target.id)).people.find(({email}) => email === 'bea@example.org')?.remindedAt).toBe(service.now().toISOString());
    const [entry] = await store.database.query<{detail: object}>("select detail from audit_log where action = 'training-reminded' order by seq limit 1");
    expect(entry?.detail).toEqual({queued: 1, recently: 0, notOnList: 3});
    expect(JSON.stringify(await store.database.query("select detail, object from audit_log where action in ('training-reminded', 'list-downloaded')"))).not.toContain('@');
  });

  test('exports the list so that no cell can run as a formula', async () => {
    const {target} = await set({percent: 100, title: 'To export'});
    const csv = await lead.send('GET', `/api/targets/${target.id}/people.csv`);
    expect(csv.headers).toMatchObject({'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="people-to-be-trained.csv"'});
    expect(csv.body).toContain('bea@example.org');
    expect(csv.body).toContain(`"'=cmd|x"`);
    expect(csv.body).not.toMatch(/(^|,)"[=+@-]/m);
    expect(csv.body).not.toContain('gus@example.org');
  });

  describe('a lead of Place', () => {
    let all: TargetDetail;
    let adultsOnly: TargetDetail;
    beforeAll(async () => {
      all = await set({title: 'All of us', percent: 100});
      adultsOnly = await set({title: 'Only adults and health', directorates: ['adults-and-health'], series: 'Hidden series'});
    });

    test('is told nothing of other directorates by any route, whatever the id asked for', async () => {
      const routes: [string, string][] = [
        ['GET', '/api/targets'], ['GET', `/api/targets/${all.target.id}`], ['GET', `/api/targets/${all.target.id}/people`], ['GET', `/api/targets/${all.target.id}/people.csv`],
        ['GET', '/api/measures'], ['GET', '/api/measures.csv'],
      ];
      for (const [method, url] of routes) {
        const own = await lead.send(method, url);
        expect(own.statusCode, url).toBe(200);
        expect(own.body, url).not.toMatch(/adults|Adults|fay|gus|han@|Hidden series|children/);
        expect((await lead.send(method as 'GET', `${url}?directorate=place`)).statusCode, url).toBe(200);
        const [theirs, none] = [await lead.send(method, `${url}?directorate=adults-and-health`), await lead.send(method, `${url}?directorate=mars`)];
        expect([theirs.statusCode, theirs.body], url).toEqual([403, none.body]);
      }
      expect((await look(lead, all.target.id)).target.figures).toMatchObject({headcount: 5, needed: 5, trained: 1});
      expect(await look(lead, all.target.id)).toMatchObject({parts: [], settings: null, target: {directorates: [{id: 'place', name: 'Place'}]}});
      // A total from which the rest could be worked out stands nowhere: 8 people, 2 of them trained.
      const {figures} = (await lead.send('GET', '/api/targets')).json<TargetList>().targets.find(({id}) => id === all.target.id) ?? {};
      expect(figures).toEqual((await look(lead, all.target.id)).target.figures);
    });

    test('finds a target of another directorate as little as one that does not exist', async () => {
      for (const [method, tail, body] of [['GET', '', undefined], ['GET', '/people', undefined], ['GET', '/people.csv', undefined], ['POST', '/reminders', {id: newId(), directorate: 'place', people: ['gus@example.org']}]] as const) {
        const theirs = await lead.send(method, `/api/targets/${adultsOnly.target.id}${tail}`, body);
        const none = await lead.send(method, `/api/targets/${newId()}${tail}`, body);
        expect([theirs.statusCode, theirs.body], tail).toEqual([404, none.body]);
      }
    });

    test('sends no reminder to another directorate', async () => {
      const body = {id: newId(), directorate: 'adults-and-health', people: ['gus@example.org']};
      expect((await lead.send('POST', `/api/targets/${all.target.id}/reminders`, body)).statusCode).toBe(403);
      expect((await lead.send('POST', `/api/targets/${all.target.id}/reminders`, {...body, id: newId(), directorate: 'place'})).json<ReminderOutcome>()).toEqual({queued: 0, recently: 0, notOnList: 1});
    });

    test('sets and changes nothing', async () => {
      expect((await lead.send('POST', '/api/targets', wanted())).statusCode).toBe(403);
      expect((await lead.send('PUT', `/api/targets/${all.target.id}`, {...all.settings, revision: 1})).statusCode).toBe(403);
      expect((await lead.send('DELETE', `/api/targets/${all.target.id}`)).statusCode).toBe(403);
      for (const [method, url] of [['GET', '/api/staff-lists'], ['GET', '/api/staff-lists/members'], ['POST', '/api/staff-lists'], ['POST', `/api/staff-lists/${newId()}/undo`]] as const) {
        expect((await lead.send(method, url, method === 'POST' && !url.endsWith('undo') ? {} : undefined)).statusCode, url).toBe(403);
      }
    });
  });
});

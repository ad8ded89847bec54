import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

interface CohortBody {
  id: string;
  joinCode: string;
  title: string;
  joined: number;
  passed: number;
  completed: number;
}
interface Row {
  directorate: string | null;
  name: string;
  people: number;
  started: number;
  completed: number;
}

describe.each(KINDS)('course runs and figures on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  let tom: Browser;
  let boss: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    boss = await service.signIn('boss@example.org', 'coordinator');
    tess = await service.signIn('tess@example.org', 'trainer');
    tom = await service.signIn('tom@example.org', 'trainer');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const wanted = () => ({id: newId(), courseId: 'planning', title: 'Autumn run', startsOn: '2026-12-01'});
  const open = async (trainer: Browser, changes: object = {}): Promise<CohortBody> => (await trainer.send('POST', '/api/cohorts', {...wanted(), ...changes})).json<CohortBody>();
  const complete = async (browser: Browser): Promise<void> => {
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, id)));
  };

  test('opens a course run once when it is sent twice, and refuses another under its id', async () => {
    const body = wanted();
    const first = await tess.send('POST', '/api/cohorts', body);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json<CohortBody>().joinCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    const second = await tess.send('POST', '/api/cohorts', body);
    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
    expect((await tess.send('POST', '/api/cohorts', {...body, title: 'Other'})).statusCode).toBe(409);
    expect((await tom.send('POST', '/api/cohorts', body)).statusCode).toBe(409);
    expect((await tess.send('POST', '/api/cohorts', {...wanted(), courseId: 'no-such-course'})).statusCode).toBe(422);
    expect((await tess.send('POST', '/api/cohorts', {...wanted(), startsOn: '2026-02-30'})).statusCode).toBe(422);
  });

  test('shows what a code leads to, and lets a person join once', async () => {
    const cohort = await open(tess);
    const ann = await service.signIn(`ann.${kind}@example.org`);
    const shown = {cohortId: cohort.id, courseId: 'planning', courseTitle: 'Planning a consultation', title: 'Autumn run', startsOn: '2026-12-01', trainer: null};
    expect((await service.browser().send('GET', `/api/join/${cohort.joinCode}`)).json()).toMatchObject({...shown, joined: false, state: null, sessions: []});
    const typed = `${cohort.joinCode.slice(0, 4)}-${cohort.joinCode.slice(4)}`.toLowerCase();
    expect((await ann.send('POST', `/api/join/${typed}`)).json()).toMatchObject({...shown, joined: true, state: 'confirmed'});
    expect((await ann.send('POST', `/api/join/${cohort.joinCode}`)).statusCode).toBe(200);
    expect((await ann.send('GET', `/api/join/${cohort.joinCode}`)).json()).toMatchObject({...shown, joined: true, state: 'confirmed'});
    expect((await tess.send('GET', `/api/cohorts/${cohort.id}`)).json<{members: unknown[]}>().members).toHaveLength(1);
    expect((await ann.send('GET', '/api/records')).json<{cohorts: unknown[]}>().cohorts).toEqual([
      {id: cohort.id, courseId: 'planning', title: 'Autumn run', startsOn: '2026-12-01', joinedAt: service.now().toISOString()},
    ]);
    for (const code of ['ABCDEFGH', 'x', '%00', "'; drop table people; --"]) expect((await ann.send('POST', `/api/join/${encodeURIComponent(code)}`)).statusCode, code).toBe(404);
  });

  test('shows a trainer who passed and completed, and never an answer', async () => {
    const cohort = await open(tess);
    const [bea, col] = [await service.signIn(`bea.${kind}@example.org`), await service.signIn(`col.${kind}@example.org`)];
    for (const each of [bea, col]) await each.send('POST', `/api/join/${cohort.joinCode}`);
    await bea.send('PATCH', '/api/me', {displayName: 'Bea Example', directorate: 'place'});
    await complete(bea);
    await col.send('POST', '/api/records', makeRecord(quizOf(service.content, 'practice-people')));
    const detail = await tess.send('GET', `/api/cohorts/${cohort.id}`);
    expect(detail.json()).toMatchObject({
      cohort: {joined: 2, passed: 1, completed: 1},
      members: [
        {displayName: 'Bea Example', directorate: 'place', lessonsDone: 2, lessons: 2, passedAt: '2026-11-22T09:00:00.000Z', completedAt: '2026-11-22T09:00:00.000Z'},
        {displayName: null, email: `col.${kind}@example.org`, lessonsDone: 1, passedAt: null, completedAt: null},
      ],
    });
    expect(detail.body).not.toMatch(/responses|percent|"got"/);
    expect((await tess.send('GET', '/api/cohorts')).json<{cohorts: CohortBody[]}>().cohorts.find(({id}) => id === cohort.id)).toMatchObject({joined: 2, passed: 1, completed: 1});
  });

  test('keeps trainers out of each other’s course runs, and shows a coordinator all', async () => {
    const cohort = await open(tess, {title: 'Only for Tess'});
    for (const url of [`/api/cohorts/${cohort.id}`, `/api/cohorts/${cohort.id}/members.csv`]) {
      const other = await tom.send('GET', url);
      const none = await tom.send('GET', url.replace(cohort.id, newId()));
      expect(other.statusCode).toBe(404);
      expect(other.body).toBe(none.body);
      expect((await boss.send('GET', url)).statusCode).toBe(200);
    }
    const titles = async (browser: Browser): Promise<string[]> => (await browser.send('GET', '/api/cohorts')).json<{cohorts: CohortBody[]}>().cohorts.map(({title}) => title);
    expect(await titles(tom)).not.toContain('Only for Tess');
    expect(await titles(boss)).toContain('Only for Tess');
  });

  test('exports members so that no cell can run as a formula', async () => {
    const cohort = await open(tess);
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', 'Jo "the pen" Example, BA', '|calc', '  =2+2'];
    for (const [index, displayName] of names.entries()) {
      const person = await service.signIn(`csv.${index}.${kind}@example.org`);
      await person.send('PATCH', '/api/me', {displayName});
      await person.send('POST', `/api/join/${cohort.joinCode}`);
    }
    const answer = await tess.send('GET', `/api/cohorts/${cohort.id}/members.csv`);
    expect(answer.headers).toMatchObject({'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="course-run-members.csv"', 'cache-control': 'no-store'});
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const cells = answer.body.slice(1).split('\r\n').filter(Boolean).slice(1).flatMap((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => (match[1] ?? match[2] ?? '').replaceAll('""', '"')));
    expect(cells.filter((cell) => /^\s*[=+\-@|＝＋－＠]/.test(cell))).toEqual([]);
    // What was typed stays readable behind the apostrophe.
    for (const name of names) expect(cells.some((cell) => cell.endsWith(name.trim())), name).toBe(true);
  });

  test('shows a coordinator every directorate, and a lead their own alone', async () => {
    const lead = await service.signIn(`lead.${kind}@example.org`, 'lead', 'place');
    const done = await service.signIn(`done.${kind}@example.org`);
    await done.send('PATCH', '/api/me', {directorate: 'adults-and-health'});
    await complete(done);
    const rows = async (browser: Browser): Promise<Row[]> => (await browser.send('GET', '/api/overview?course=planning')).json<{rows: Row[]}>().rows;
    const all = await rows(boss);
    expect(all.map(({directorate}) => directorate)).toEqual(['adults-and-health', 'children-and-families', 'place', 'corporate-services', 'chief-executive', null]);
    expect(all.find(({directorate}) => directorate === 'adults-and-health')).toEqual({directorate: 'adults-and-health', name: 'Adults and health', people: 1, started: 1, completed: 1});
    const own = await rows(lead);
    expect(own.map(({directorate}) => directorate)).toEqual(['place']);
    expect(own).toEqual(all.filter(({directorate}) => directorate === 'place'));
    for (const url of ['/api/overview?course=planning&format=csv', '/api/overview.csv?course=planning']) {
      const csv = await lead.send('GET', url);
      expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(csv.body).toContain('"Place"');
      expect(csv.body).not.toContain('Adults');
    }
    expect((await boss.send('GET', '/api/overview?course=no-such-course')).statusCode).toBe(404);
    expect((await boss.send('GET', '/api/overview')).statusCode).toBe(422);
  });

  test('does not let a lead move to another directorate by themselves', async () => {
    const lead = await service.signIn(`lead.two.${kind}@example.org`, 'lead', 'place');
    expect((await lead.send('PATCH', '/api/me', {directorate: 'adults-and-health'})).statusCode).toBe(403);
    expect((await lead.send('PATCH', '/api/me', {displayName: 'Lead Example', directorate: 'place'})).statusCode).toBe(200);
  });

  test('gives roles to people who have not signed in yet, and writes down who did so', async () => {
    const email = `later.${kind}@example.org`;
    expect((await boss.send('PUT', '/api/people/role', {email, role: 'lead'})).statusCode).toBe(422);
    const answer = await boss.send('PUT', '/api/people/role', {email, role: 'lead', directorate: 'place'});
    expect(answer.json()).toMatchObject({email, role: 'lead', directorate: 'place'});
    expect((await boss.send('GET', '/api/people')).json<{people: {email: string}[]}>().people.map((person) => person.email)).toContain(email);
    const [change] = await store.database.query('select from_role, to_role, b.email as by from role_changes c join people p on p.id = c.person_id join people b on b.id = c.changed_by where p.email = $1', [email]);
    expect(change).toEqual({from_role: 'learner', to_role: 'lead', by: 'boss@example.org'});
  });

  test('never takes the role from the last coordinator, also when two go at the same moment', async () => {
    const refused = await boss.send('PUT', '/api/people/role', {email: 'boss@example.org', role: 'learner'});
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{detail: string}>().detail).toMatch(/last coordinator.*somebody else/);
    const second = await service.signIn(`second.${kind}@example.org`, 'coordinator');
    const answers = await Promise.all([
      boss.send('PUT', '/api/people/role', {email: `second.${kind}@example.org`, role: 'learner'}),
      second.send('PUT', '/api/people/role', {email: 'boss@example.org', role: 'learner'}),
    ]);
    expect(answers.filter(({statusCode}) => statusCode === 200)).toHaveLength(1);
    const left = await store.database.query("select email from people where role = 'coordinator'");
    expect(left).toHaveLength(1);
  });
});

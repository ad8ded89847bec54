import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import organisation from '#config';
import type {RunStandings} from '#core/courses/api.ts';
import type {AttendanceMark} from '#core/courses/attendance.ts';
import type {Course} from '#core/courses/course.ts';
import type {MyRecords} from '#core/records/api.ts';
import {applyRecognition, applyTraining} from '#server/records/applyTraining.ts';
import {checkChain} from '#server/records/audit.ts';
import {rebuild} from '#server/tasks/rebuild.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {COURSE, makeContent} from '../support/smallContent.ts';

const PROGRAMME: Course = {
  ...COURSE, id: 'programme', title: 'Programme', version: 3, lessons: COURSE.lessons.slice(0, 1), validFor: 'P36M',
  tasks: [{id: 'plan', title: 'Plan', brief: 'Hand in a plan. Say what you did.', evidence: ['text'], rubric: [], assessors: 1, sample: 20}],
  rule: {all: [{lessons: 'all'}, {attendance: {minPercent: 75, mandatory: true}}, {task: 'plan', judged: 'competent'}, {current: 'planning'}]},
  others: [{id: 'planning', title: COURSE.title, validFor: 'P24M'}],
};
const {assessment: _none, ...component} = COURSE;
/** Waits for the programme. */
const CROWN: Course = {...component, id: 'crown', title: 'Crown', lessons: COURSE.lessons.slice(0, 1), rule: {all: [{completed: 'programme'}]}, others: [{id: 'programme', title: 'Programme', validFor: 'P36M'}]};
const DAY = 86_400_000;
const START = Date.parse('2026-11-22T09:00:00Z');

describe.each(KINDS)('standings on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  let boss: Browser;
  const content = {...makeContent(), courses: [COURSE, PROGRAMME, CROWN]};
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database, {content});
    tess = await service.signIn('tess@example.org', 'trainer');
    boss = await service.signIn('boss@example.org', 'coordinator');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const query = <T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> => store.database.query<T>(sql, params);
  const iso = (days: number): string => new Date(START + days * DAY).toISOString();

  interface Run {id: string; joinCode: string; sessions: string[]}
  const addSession = async (runId: string, day: number, isMandatory: boolean): Promise<string> => {
    const session = newId();
    await query(
      `insert into course_sessions (id, cohort_id, title, starts_at, ends_at, mode, place, is_mandatory, updated_at)
       values ($1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz, 'room', 'Hall', $6::boolean, $7::timestamptz)`,
      [session, runId, `Session ${day}`, iso(day), iso(day + 0.1), isMandatory, service.now().toISOString()],
    );
    return session;
  };
  /** A run with a session on each of these days from the start of the tests; the first is mandatory. */
  const open = async (days: number[], trainer = tess): Promise<Run> => {
    const {id, joinCode} = (await trainer.send('POST', '/api/cohorts', {id: newId(), courseId: 'programme', title: '<b>=Autumn</b>', startsOn: '2026-12-01'})).json<{id: string; joinCode: string}>();
    const sessions: string[] = [];
    for (const [index, day] of days.entries()) sessions.push(await addSession(id, day, index === 0));
    return {id, joinCode, sessions};
  };
  const enrol = async (name: string, run: Run): Promise<{id: string; browser: Browser}> => {
    const email = `${name.toLowerCase()}.${kind}@example.org`;
    const browser = await service.signIn(email);
    await browser.send('PATCH', '/api/me', {displayName: name});
    expect((await browser.send('POST', `/api/join/${run.joinCode}`)).statusCode).toBe(200);
    const [row] = await query<{id: string}>('select id::text as id from people where email = $1', [email]);
    return {id: row?.id ?? '', browser};
  };
  const apply = (personIds: string | string[], course = 'programme'): Promise<void> => store.database.transaction((tx) => applyTraining(tx, personIds, course, content.courses, service.now()));
  const mark = async (personId: string, sessionId: string | undefined, what: AttendanceMark): Promise<void> => {
    service.pass(60_000);
    await query(
      `insert into attendance_marks (id, session_id, person_id, mark, marked_by, marked_at, received_at, body_hash)
       values ($1::uuid, $2::uuid, $3::uuid, $4, (select id from people where email = 'tess@example.org'), $5::timestamptz, $5::timestamptz, '')`,
      [newId(), sessionId ?? null, personId, what, service.now().toISOString()],
    );
    await apply(personId);
  };
  const judge = async (personId: string, verdict: 'competent' | 'not-yet'): Promise<void> => {
    service.pass(60_000);
    const submission = newId();
    await query(
      `insert into task_submissions (id, person_id, course_id, course_version, task_id, evidence, needs_second, submitted_at, received_at, body_hash)
       values ($1::uuid, $2::uuid, 'programme', 3, 'plan', '{}'::jsonb, false, $3::timestamptz, $3::timestamptz, '')`,
      [submission, personId, service.now().toISOString()],
    );
    service.pass(60_000);
    await query(
      `insert into task_results (person_id, course_id, task_id, verdict, submission_id, decided_at) values ($1::uuid, 'programme', 'plan', $2, $3::uuid, $4::timestamptz)
       on conflict (person_id, course_id, task_id) do update set verdict = excluded.verdict, decided_at = excluded.decided_at`,
      [personId, verdict, submission, service.now().toISOString()],
    );
    await apply(personId);
  };
  const hand = async (browser: Browser, quizId: string): Promise<void> => {
    service.pass(60_000);
    expect((await browser.send('POST', '/api/records', makeRecord(quizOf(content, quizId), {at: service.now().toISOString()}))).statusCode).toBe(201);
  };
  const passPlanning = async (browser: Browser): Promise<void> => {
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await hand(browser, id);
  };
  const completed = async (personId: string): Promise<string[]> => (await query<{course_id: string}>('select course_id from completions where person_id = $1::uuid order by course_id', [personId])).map((row) => row.course_id);
  const standings = async (run: Run, browser = tess): Promise<RunStandings> => {
    const answer = await browser.send('GET', `/api/cohorts/${run.id}/standings`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<RunStandings>();
  };
  const statesOf = async (run: Run, name: string): Promise<string[]> => (await standings(run)).people.find((each) => each.name === name)?.states.map(({state}) => state) ?? [];

  test('complete a course from lessons, sessions, a judged task and another course, whichever comes last', async () => {
    const run = await open([1, 2, 3, 4]);
    const [first = '', second, third] = run.sessions;
    const marks = async (id: string): Promise<void> => {
      for (const session of [first, second, third]) await mark(id, session, 'present');
    };
    const steps: Record<string, (each: {id: string; browser: Browser}) => Promise<void>> = {
      lessons: ({browser}) => passPlanning(browser), marks: ({id}) => marks(id), task: ({id}) => judge(id, 'competent'),
    };
    for (const [index, last] of Object.keys(steps).entries()) {
      const person = await enrol(`Last${index}`, run);
      for (const step of [...Object.keys(steps).filter((each) => each !== last), last]) {
        expect(await completed(person.id), `${last} before ${step}`).not.toContain('programme');
        await steps[step]?.(person);
      }
      expect(await completed(person.id), last).toEqual(['crown', 'planning', 'programme']);
      const [row] = await query<{course_version: number; completed_at: string}>("select course_version, completed_at from completions where person_id = $1::uuid and course_id = 'programme'", [person.id]);
      expect(row, last).toEqual({course_version: 3, completed_at: service.now().toISOString()});
    }
  });

  test('tell each trainer of a run, in words, what each person has done, still needs or can no longer reach', async () => {
    const run = await open([1, 20, 21, 22]);
    const ann = await enrol('Ann', run);
    const ben = await enrol('Ben', run);
    await passPlanning(ann.browser);
    await judge(ann.id, 'not-yet');
    await mark(ann.id, run.sessions[0], 'present');
    await mark(ben.id, run.sessions[0], 'absent');
    const shown = await standings(run);
    expect(shown.conditions).toEqual(['All lessons', 'Attendance: 75% of all sessions, each mandatory session', 'Task judged competent: “Plan”', '“Planning a consultation”, completed and not lapsed']);
    expect(shown.people.map(({name, completedAt, states}) => [name, completedAt, states.map(({state, sentences}) => sentences[0] ?? state)])).toEqual([
      ['Ann', null, ['met', '2 more sessions (has 1 of 4, 75% of all are asked for)', '“Plan” was judged “not yet” and is to be handed in again', 'met']],
      ['Ben', null, ['Lesson to do: “Purpose”', 'Missed “Session 1”, which is mandatory', '“Plan” is to be handed in', '“Planning a consultation” is to be completed']],
    ]);
    expect(await statesOf(run, 'Ben')).toEqual(['missing', 'cannot', 'missing', 'missing']);
    expect((await tess.send('GET', `/api/cohorts/${run.id}/standings`)).body).not.toMatch(/@example|percent"|"got"/);
  });

  test('keep a run’s standings from trainers of other runs, and note down who looked', async () => {
    const run = await open([1]);
    const cat = await enrol('Cat', run);
    const tom = await service.signIn(`tom.${kind}@example.org`, 'trainer');
    for (const path of ['standings', 'standings.csv']) {
      const other = await tom.send('GET', `/api/cohorts/${run.id}/${path}`);
      expect([other.statusCode, other.body]).toEqual([404, (await tom.send('GET', `/api/cohorts/${newId()}/${path}`)).body]);
      expect((await boss.send('GET', `/api/cohorts/${run.id}/${path}`)).statusCode).toBe(200);
      expect((await cat.browser.send('GET', `/api/cohorts/${run.id}/${path}`)).statusCode).toBe(403);
    }
    expect(await query('select what, p.email from looks l join people p on p.id = l.viewer_id where subject_id = $1::uuid', [cat.id])).toEqual([{what: 'Standings of a course run', email: 'boss@example.org'}]);
    expect(await query("select detail from audit_log where action = 'list-downloaded' and object = $1", [`cohort:${run.id}`])).toEqual([{detail: {list: 'standings', people: 1}}]);
  });

  test('export so that no cell runs as a formula', async () => {
    const run = await open([1]);
    const dan = await enrol('Dan', run);
    await dan.browser.send('PATCH', '/api/me', {displayName: '=HYPERLINK("x")'});
    const csv = await tess.send('GET', `/api/cohorts/${run.id}/standings.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const cells = csv.body.slice(1).split('\r\n').flatMap((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? ''));
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(csv.body).toContain('HYPERLINK');
    expect(csv.body).toContain('Missing: 1 more session (has 0 of 1, 75% of all are asked for). Mandatory: “Session 1”');
  });

  test('withdraw a completion when a correction takes its ground away, with those that wait for it, and give it back', async () => {
    const run = await open([1, 2]);
    const eve = await enrol('Eve', run);
    await passPlanning(eve.browser);
    await judge(eve.id, 'competent');
    for (const session of run.sessions) await mark(eve.id, session, 'present');
    expect(await completed(eve.id)).toEqual(['crown', 'planning', 'programme']);
    await mark(eve.id, run.sessions[0], 'absent');
    expect(await completed(eve.id)).toEqual(['planning']);
    expect((await standings(run)).people[0]).toMatchObject({completedAt: null, withdrawnAt: service.now().toISOString()});
    const entries = await query<object>("select actor_id, object, detail from audit_log where action = 'completion-withdrawn' and subject_id = $1::uuid order by seq", [eve.id]);
    expect(entries).toEqual([{actor_id: null, object: 'course:programme', detail: {courseVersion: 3}}, {actor_id: null, object: 'course:crown', detail: {courseVersion: 1}}]);
    expect((await checkChain(store.database)).fault).toBeNull();
    await mark(eve.id, run.sessions[0], 'present');
    expect(await completed(eve.id)).toEqual(['crown', 'planning', 'programme']);
    expect((await standings(run)).people[0]).toMatchObject({completedAt: service.now().toISOString(), withdrawnAt: null});
  });

  test('leave a completion of an older version, one that rests on another run, and one whose other course has lapsed since', async () => {
    const [run, other] = [await open([1]), await open([2])];
    const names = ['Older', 'Twice', 'Lapsed'];
    for (const name of names) {
      const person = await enrol(name, run);
      await person.browser.send('POST', `/api/join/${other.joinCode}`);
      await passPlanning(person.browser);
      await judge(person.id, 'competent');
      await mark(person.id, run.sessions[0], 'present');
      if (name === 'Older') await query("update completions set course_version = 2 where person_id = $1::uuid and course_id = 'programme'", [person.id]);
      if (name === 'Twice') await mark(person.id, other.sessions[0], 'present');
      if (name === 'Lapsed') await query("update completions set completed_at = completed_at - interval '3 years' where person_id = $1::uuid and course_id = 'planning'", [person.id]);
      await mark(person.id, name === 'Lapsed' ? other.sessions[0] : run.sessions[0], 'absent');
      expect(await completed(person.id), name).toContain('programme');
    }
  });

  test('take nothing away for a session that is added later, and all the same when a mark from before is corrected', async () => {
    const run = await open([1, 2]);
    const kit = await enrol('Kit', run);
    await passPlanning(kit.browser);
    await judge(kit.id, 'competent');
    for (const session of run.sessions) await mark(kit.id, session, 'present');
    service.pass(60_000);
    await mark(kit.id, await addSession(run.id, 9, true), 'absent');
    expect(await completed(kit.id)).toEqual(['crown', 'planning', 'programme']);
    await mark(kit.id, run.sessions[1], 'absent');
    expect(await completed(kit.id)).toEqual(['planning']);
  });

  test('renew a completion by a later run, and take the renewal back with its marks', async () => {
    const [run, later] = [await open([1]), await open([2])];
    const fay = await enrol('Fay', run);
    await passPlanning(fay.browser);
    await judge(fay.id, 'competent');
    await mark(fay.id, run.sessions[0], 'present');
    const renewedAt = async (): Promise<string | null> => (await query<{renewed_at: string | null}>("select renewed_at from completions where person_id = $1::uuid and course_id = 'programme'", [fay.id]))[0]?.renewed_at ?? null;
    expect(await renewedAt()).toBeNull();
    await fay.browser.send('POST', `/api/join/${later.joinCode}`);
    await mark(fay.id, later.sessions[0], 'present');
    expect(await renewedAt()).toBe(service.now().toISOString());
    await mark(fay.id, later.sessions[0], 'absent');
    expect(await renewedAt()).toBeNull();
    expect(await completed(fay.id)).toContain('programme');
  });

  test('count another body’s certificate for a course that is waited for, and stop when it is refused', async () => {
    const run = await open([1]);
    const gil = await enrol('Gil', run);
    await hand(gil.browser, 'practice-purpose');
    await judge(gil.id, 'competent');
    await mark(gil.id, run.sessions[0], 'present');
    expect(await completed(gil.id)).toEqual([]);
    const decide = async (state: 'recognised' | 'refused'): Promise<void> => {
      service.pass(60_000);
      await query('update recognised_credentials set state = $2, decided_at = $3::timestamptz where person_id = $1::uuid', [gil.id, state, service.now().toISOString()]);
      await store.database.transaction((tx) => applyRecognition(tx, gil.id, 'planning', content.courses, service.now()));
    };
    await query(
      `insert into recognised_credentials (id, person_id, issuer_id, issuer_name, credential_id, achievement_id, achievement_name, course_id, valid_from, valid_until, jwt, body_hash, received_at, state)
       values ($1::uuid, $2::uuid, 'https://issuer.example', 'Issuer', $3, 'a', 'A', 'planning', '2026-01-01T00:00:00Z', '2027-12-31T00:00:00Z', '', '', $4::timestamptz, 'waiting')`,
      [newId(), gil.id, newId(), service.now().toISOString()],
    );
    await decide('recognised');
    expect(await completed(gil.id)).toEqual(['crown', 'programme']);
    expect((await gil.browser.send('GET', '/api/records')).json<MyRecords>().training?.certificates).toEqual([{courseId: 'planning', from: '2026-01-01T00:00:00.000Z', until: '2027-12-31T00:00:00.000Z'}]);
    await decide('refused');
    expect(await completed(gil.id)).toEqual([]);
  });

  test('give a learner the same facts as the trainer sees, and nobody else’s', async () => {
    const run = await open([1, 2]);
    const [hal, ida] = [await enrol('Hal', run), await enrol('Ida', run)];
    await mark(hal.id, run.sessions[0], 'late');
    await judge(hal.id, 'not-yet');
    const {training} = (await hal.browser.send('GET', '/api/records')).json<MyRecords>();
    expect(training?.runs).toMatchObject([{id: run.id, courseId: 'programme', isCancelled: false, sessions: [{title: 'Session 1', isMandatory: true}, {title: 'Session 2', isMandatory: false}], marks: [{sessionId: run.sessions[0], mark: 'late', minutes: null}]}]);
    expect(training?.tasks.map(({taskId, state}) => [taskId, state]).sort()).toEqual([['plan', 'handed-in'], ['plan', 'not-yet']]);
    expect((await ida.browser.send('GET', '/api/records')).json<MyRecords>().training).toMatchObject({runs: [{marks: []}], tasks: []});
  });

  test('miss nothing when two marks and the last answer come at the same moment', async () => {
    const run = await open([1, 2]);
    const jo = await enrol('Jo', run);
    for (const id of ['practice-people', 'planning-assessment']) await hand(jo.browser, id);
    await judge(jo.id, 'competent');
    await Promise.all([mark(jo.id, run.sessions[0], 'present'), mark(jo.id, run.sessions[1], 'present'), hand(jo.browser, 'practice-purpose')]);
    expect(await completed(jo.id)).toEqual(['crown', 'planning', 'programme']);
  });

  test('are made again exactly as they were, withdrawals among them', async () => {
    const all = () => query('select * from completions order by person_id, course_id');
    const before = await all();
    expect(before.length).toBeGreaterThan(10);
    await store.database.run('delete from completions; delete from attempts;');
    expect((await rebuild({database: store.database, content, organisation, clock: () => service.now(), randomBytes})).ok).toBe(true);
    // Some completions were moved by hand above, to stand for an older version and for years gone by, and a certificate was refused since.
    const moved = await query<{id: string}>("select id::text as id from people where display_name in ('Older', 'Lapsed', 'Gil')");
    const untouched = <T extends object>(rows: T[]): T[] => rows.filter((row) => !moved.some(({id}) => id === (row as {person_id: string}).person_id));
    expect(untouched(await all())).toEqual(untouched(before));
    expect(await query("select count(*)::int as count from audit_log where action = 'completion-withdrawn'")).toEqual([{count: 6}]);
  });
});

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MarkOutcome, MyAttendance, NewMark, Register, RegisterMark} from '#core/attendance/api.ts';
import type {Course} from '#core/courses/course.ts';
import {checkChain} from '#server/records/audit.ts';
import {makeApp, newId} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {COURSE, makeContent} from '../support/smallContent.ts';

/** The small course, asking for 75% of all sessions. */
const RULED = {...COURSE, rule: {all: [...(COURSE.rule as {all: unknown[]}).all, {attendance: {minPercent: 75}}]}} as unknown as Course;

describe.each(KINDS)('the attendance register on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  let tom: Browser;
  let boss: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database, {content: {...makeContent(), courses: [RULED]}});
    boss = await service.signIn('boss@example.org', 'coordinator');
    tess = await service.signIn('tess@example.org', 'trainer');
    tom = await service.signIn('tom@example.org', 'trainer');
    await tess.send('PATCH', '/api/me', {displayName: 'Tess Example'});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  let people = 0;
  /** A run of Tess's with this many sessions, one a day from tomorrow on, and these people in it. */
  const openRun = async (sessionCount: number, names: string[]) => {
    const id = newId();
    const {joinCode} = (await tess.send('POST', '/api/cohorts', {id, courseId: 'planning', title: 'Autumn run', startsOn: '2026-11-22'})).json<{joinCode: string}>();
    const sessions = Array.from({length: sessionCount}, () => newId());
    for (const [index, session] of sessions.entries()) await addSession(id, session, index);
    const members: {id: string; browser: Browser}[] = [];
    for (const displayName of names) {
      people += 1;
      const browser = await service.signIn(`member.${people}.${kind}@example.org`);
      await browser.send('PATCH', '/api/me', {displayName});
      expect((await browser.send('POST', `/api/join/${joinCode}`)).statusCode).toBe(200);
      members.push({id: (await browser.send('GET', '/api/me')).json<{person: {id: string}}>().person.id, browser});
    }
    return {id, sessions, members, joinCode};
  };
  const addSession = (runId: string, id: string, day: number): Promise<unknown> => store.database.query(
    `insert into course_sessions (id, cohort_id, title, starts_at, ends_at, mode, place, is_mandatory, updated_at)
     values ($1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz, 'room', 'Room 1', false, $4::timestamptz)`,
    [id, runId, `Session ${day + 1}`, `2026-11-${23 + day}T10:00:00Z`, `2026-11-${23 + day}T12:00:00Z`],
  );
  const idOf = async (browser: Browser): Promise<string> => (await browser.send('GET', '/api/me')).json<{person: {id: string}}>().person.id;
  const make = (sessionId: string, personId: string, changes: Partial<NewMark> = {}): NewMark =>
    ({id: newId(), sessionId, personId, mark: 'present', minutes: null, reason: null, sawId: null, settles: [], at: '2026-11-22T08:30:00.000Z', ...changes});
  const send = async (runId: string, marks: NewMark[], browser = tess): Promise<MarkOutcome[]> => {
    const answer = await browser.send('POST', `/api/cohorts/${runId}/register/marks`, {marks});
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{outcomes: MarkOutcome[]}>().outcomes;
  };
  const look = async (runId: string, browser = tess): Promise<Register> => (await browser.send('GET', `/api/cohorts/${runId}/register`)).json<Register>();
  const sentenceOf = (outcome: MarkOutcome | undefined): string => (outcome?.outcome === 'refused' ? outcome.sentence : outcome?.outcome ?? 'none');

  test('shows who has a place, what they were marked, and where each stands of all sessions', async () => {
    const {id, sessions, members} = await openRun(4, ['Bea Example', 'Col Example']);
    const [bea, col] = members.map((member) => member.id) as [string, string];
    const outcomes = await send(id, [make(sessions[0] ?? '', bea), make(sessions[0] ?? '', col, {mark: 'absent'}), make(sessions[1] ?? '', col, {mark: 'absent'})]);
    expect(outcomes.map(({outcome}) => outcome)).toEqual(['added', 'added', 'added']);
    const register = await look(id);
    expect(register).toMatchObject({
      run: {id, title: 'Autumn run', courseId: 'planning', courseTitle: 'Planning a consultation', startsOn: '2026-11-22'}, rule: {minPercent: 75},
      sessions: [{id: sessions[0], title: 'Session 1', startsAt: '2026-11-23T10:00:00.000Z', isMandatory: false, isCancelled: false}, {}, {}, {}],
    });
    expect(register.people).toEqual([
      {id: bea, name: 'Bea Example', isMember: true, standing: {attended: 1, of: 4, percent: 25, toCome: 3, unmarked: 0, missedMandatory: [], metAt: null, canReach: true}},
      {id: col, name: 'Col Example', isMember: true, standing: {attended: 0, of: 4, percent: 0, toCome: 2, unmarked: 0, missedMandatory: [], metAt: null, canReach: false}},
    ]);
    expect(register.marks).toHaveLength(3);
    expect(register.marks.every(({by}) => by.name === 'Tess Example')).toBe(true);
    expect(JSON.stringify(register)).not.toMatch(/bodyHash|member\.\d/);
  });

  test('keeps a mark once however often it is sent, and refuses another one under its id, or by another trainer', async () => {
    const {id, sessions, members} = await openRun(1, ['Dee Example']);
    const mark = make(sessions[0] ?? '', members[0]?.id ?? '');
    const [first] = await send(id, [mark, mark]);
    expect(first?.outcome).toBe('added');
    const [again] = await send(id, [mark]);
    expect(again).toEqual({...first, outcome: 'already-there'});
    await store.database.query('update course_sessions set cancelled_at = now() where id = $1::uuid', [sessions[0]]);
    expect((await send(id, [mark])).map(sentenceOf)).toEqual(['already-there']);
    for (const [changed, browser] of [[{...mark, mark: 'absent'}, tess], [{...mark, at: '2026-11-22T08:31:00.000Z'}, tess], [mark, boss]] as [NewMark, Browser][]) {
      expect(sentenceOf((await send(id, [changed], browser))[0])).toMatch(/Another mark has this id/);
    }
    expect((await look(id)).marks).toHaveLength(1);
  });

  test('refuses marks that cannot be, each with a sentence, and takes the others of the batch', async () => {
    const {id, sessions: [open = '', cancelled = ''], members} = await openRun(2, ['Eve Example']);
    const other = await openRun(1, ['Fay Example']);
    const eve = members[0]?.id ?? '';
    await store.database.query('update course_sessions set cancelled_at = now() where id = $1::uuid', [cancelled]);
    const good = make(open, eve);
    const outcomes = await send(id, [
      make(other.sessions[0] ?? '', eve), make(open, other.members[0]?.id ?? ''), make(open, newId()), make(cancelled, eve), make(open, eve, {mark: 'excused'}),
      make(open, eve, {minutes: 10}), make(open, eve, {mark: 'late', minutes: 121}), make(open, eve, {sawId: newId()}), good,
      make(open, eve, {mark: 'absent', sawId: good.id}), make(open, eve, {mark: 'absent', sawId: good.id, reason: 'Left before it began'}),
    ]);
    expect(outcomes.map(sentenceOf)).toEqual([
      'This session is not one of this course run. Load the register again.',
      'This person has no confirmed place in the course run, and had none. Confirm the place first.',
      'This person has no confirmed place in the course run, and had none. Confirm the place first.',
      'This session is cancelled, so nobody can be marked for it.',
      'Say why they are excused.',
      'Minutes go with “Late” and “Left early” alone. Take them out.',
      'The session takes 120 minutes. Write that or less.',
      'The mark that this one follows is not in the register. Load the register again, then mark once more.',
      'added',
      'Say why you change the mark.',
      'added',
    ]);
    expect((await look(id)).marks.map(({mark, reason}) => [mark, reason])).toEqual([['absent', 'Left before it began']]);
    expect((await look(other.id)).marks).toEqual([]);
  });

  test('lets nobody mark themselves, whatever their role', async () => {
    const {id, sessions, joinCode} = await openRun(1, []);
    for (const browser of [tess, boss]) {
      await browser.send('POST', `/api/join/${joinCode}`);
      expect((await send(id, [make(sessions[0] ?? '', await idOf(browser))], browser)).map(sentenceOf)).toEqual(['You cannot mark your own attendance. Ask another trainer.']);
    }
    expect((await send(id, [make(sessions[0] ?? '', await idOf(tess))], boss)).map(sentenceOf)).toEqual(['added']);
  });

  test('keeps the marks of somebody who has left, and lets them be corrected', async () => {
    const {id, sessions, members} = await openRun(1, ['Gus Example']);
    const gus = members[0]?.id ?? '';
    const mark = make(sessions[0] ?? '', gus);
    await send(id, [mark]);
    await store.database.query('delete from cohort_members where cohort_id = $1::uuid', [id]);
    await store.database.query("insert into bookings (cohort_id, person_id, state, asked_at, changed_at) values ($1::uuid, $2::uuid, 'cancelled', now(), now()) on conflict (cohort_id, person_id) do update set state = 'cancelled'", [id, gus]);
    await store.database.query("insert into booking_changes (cohort_id, person_id, from_state, to_state, changed_by, changed_at) values ($1::uuid, $2::uuid, 'confirmed', 'cancelled', $2::uuid, now())", [id, gus]);
    expect((await look(id)).people).toMatchObject([{id: gus, isMember: false, standing: {attended: 1}}]);
    expect((await send(id, [make(sessions[0] ?? '', gus, {mark: 'absent', sawId: mark.id, reason: 'Wrong line'})])).map(sentenceOf)).toEqual(['added']);
  });

  test('joins what two trainers marked at once, shows where they disagree, and ends it by a mark that saw both', async () => {
    const {id, sessions: [session = ''], members} = await openRun(1, ['Hal Example', 'Ida Example']);
    const [hal, ida] = members.map((member) => member.id) as [string, string];
    const mine = make(session, hal, {mark: 'late', minutes: 100, at: '2026-11-22T08:40:00.000Z'});
    const theirs = make(session, hal, {at: '2026-11-22T08:41:00.000Z'});
    await Promise.all([send(id, [mine, make(session, ida)]), send(id, [theirs, make(session, ida)], boss)]);
    const before = await look(id);
    expect(before.marks.filter(({personId}) => personId === hal).map(({mark, by}) => [mark, by.name])).toEqual([['late', 'Tess Example'], ['present', 'boss@example.org']]);
    expect(before.marks.filter(({personId}) => personId === ida).map(({mark}) => mark)).toEqual(['present', 'present']);
    const [settled] = await send(id, [make(session, hal, {mark: 'late', minutes: 100, reason: 'The list at the door says so', sawId: theirs.id, settles: [mine.id]})]);
    expect(settled?.outcome).toBe('added');
    expect((await look(id)).marks.filter(({personId}) => personId === hal)).toEqual([settled?.outcome === 'refused' ? null : settled?.mark]);
    const changes = await tess.send('GET', `/api/cohorts/${id}/register/changes?person=${hal}&session=${session}`);
    expect(changes.json<{changes: RegisterMark[]}>().changes.map(({mark, reason, by}) => [mark, reason, by.name])).toEqual([
      ['late', null, 'Tess Example'], ['present', null, 'boss@example.org'], ['late', 'The list at the door says so', 'Tess Example'],
    ]);
  });

  test('counts a mark after the one that it saw, though a device’s clock is behind or ahead', async () => {
    const {id, sessions: [session = ''], members} = await openRun(1, ['Jan Example']);
    const jan = members[0]?.id ?? '';
    const ahead = make(session, jan, {at: '2031-01-01T00:00:00.000Z'});
    const behind = make(session, jan, {mark: 'absent', sawId: ahead.id, reason: 'Went home', at: '2026-11-01T00:00:00.000Z'});
    const outcomes = await send(id, [ahead, behind]);
    expect(outcomes.map((outcome) => (outcome.outcome === 'refused' ? null : outcome.mark.at))).toEqual([service.now().toISOString(), new Date(service.now().getTime() + 1).toISOString()]);
    expect((await look(id)).marks.map(({mark}) => mark)).toEqual(['absent']);
  });

  test('shows no register to those who do not teach the run, and the same for one that is not there', async () => {
    const {id, sessions, members} = await openRun(1, ['Kim Example']);
    const mark = make(sessions[0] ?? '', members[0]?.id ?? '');
    const query = `?person=${members[0]?.id}&session=${sessions[0]}`;
    for (const [method, path, body] of [['GET', 'register'], ['GET', 'register.csv'], ['GET', `register/changes${query}`], ['POST', 'register/marks', {marks: [mark]}]] as ['GET' | 'POST', string, unknown][]) {
      const other = await tom.send(method, `/api/cohorts/${id}/${path}`, body);
      expect(other.statusCode, path).toBe(404);
      expect(other.body).toBe((await tom.send(method, `/api/cohorts/${newId()}/${path}`, body)).body);
      expect((await members[0]?.browser.send(method, `/api/cohorts/${id}/${path}`, body))?.statusCode).toBe(403);
    }
    const elsewhere = await openRun(1, []);
    expect((await tess.send('GET', `/api/cohorts/${elsewhere.id}/register/changes${query}`)).json()).toEqual({changes: []});
    expect((await look(id)).marks).toEqual([]);
  });

  test('takes marks from a device only under the person who made them', async () => {
    const {id, sessions, members} = await openRun(1, ['Lou Example']);
    const marks = [make(sessions[0] ?? '', members[0]?.id ?? '')];
    const refused = await boss.send('POST', `/api/cohorts/${id}/register/marks`, {by: await idOf(tess), marks});
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{detail: string}>().detail).toMatch(/Somebody else made these marks/);
    expect((await tess.send('POST', `/api/cohorts/${id}/register/marks`, {by: await idOf(tess), marks})).statusCode).toBe(200);
    for (const broken of [[], Array.from({length: 201}, () => make(sessions[0] ?? '', members[0]?.id ?? '')), [{...marks[0], reason: 'a\nb'}], [{...marks[0], extra: 1}], [{...marks[0], mark: 'asleep'}]]) {
      expect((await tess.send('POST', `/api/cohorts/${id}/register/marks`, {marks: broken})).statusCode).toBe(422);
    }
  });

  test('downloads as a table in which no name and no reason can run as a formula', async () => {
    const {id, sessions, members} = await openRun(2, ['=1+1', '<b>Max</b> Example']);
    await send(id, [make(sessions[0] ?? '', members[0]?.id ?? '', {mark: 'late', minutes: 60}), make(sessions[0] ?? '', members[1]?.id ?? '', {mark: 'excused', reason: '=HYPERLINK("x")'})]);
    const answer = await tess.send('GET', `/api/cohorts/${id}/register.csv`);
    expect(answer.headers).toMatchObject({'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="course-run-register.csv"'});
    const lines = answer.body.slice(1).split('\r\n');
    expect(lines[0]).toBe('"Name","Has a place","Session 1, 2026-11-23","Session 2, 2026-11-24","Sessions attended","Sessions","Percent of all","Standing"');
    expect(lines).toContain('"<b>Max</b> Example","Yes","Excused","",0,2,0,"0 of 2 sessions, 0% of all. Can no longer reach 75% of all sessions."');
    expect(lines.find((line) => line.includes('1+1'))).toMatch(/^"'=1\+1","Yes","Late, 60 minutes there","",0,2,0/);
    const [entry] = await store.database.query('select action, subject_id, detail from audit_log order by seq desc limit 1');
    expect(entry).toEqual({action: 'list-downloaded', subject_id: null, detail: {list: 'register', people: 2}});
  });

  test('writes down who marked whom and who looked, without a name or a reason', async () => {
    const {id, sessions, members} = await openRun(2, ['Nia Example']);
    const nia = members[0]?.id ?? '';
    await send(id, [make(sessions[0] ?? '', nia, {mark: 'excused', reason: 'Ill'}), make(sessions[1] ?? '', nia)]);
    const entries = await store.database.query('select actor_id::text as actor, action, object, detail from audit_log where subject_id = $1::uuid and action = $2', [nia, 'attendance-marked']);
    expect(entries).toEqual([{actor: await idOf(tess), action: 'attendance-marked', object: `cohort:${id}`, detail: {marks: 2}}]);
    await look(id, boss);
    expect(await store.database.query('select what from looks where subject_id = $1::uuid', [nia])).toEqual([{what: 'Register of a course run'}]);
    expect((await checkChain(store.database)).fault).toBeNull();
  });

  test('shows people their own attendance with who marked it, and nobody else’s', async () => {
    const {id, sessions, members} = await openRun(2, ['Ola Example', 'Pat Example']);
    const [ola, pat] = members as [typeof members[number], typeof members[number]];
    await send(id, [make(sessions[0] ?? '', ola.id), make(sessions[0] ?? '', pat.id, {mark: 'absent'})]);
    const mine = (await ola.browser.send('GET', '/api/my-attendance')).json<MyAttendance>();
    expect(mine.runs).toHaveLength(1);
    expect(mine.runs[0]).toMatchObject({
      run: {id, title: 'Autumn run'}, rule: {minPercent: 75}, marks: [{sessionId: sessions[0], personId: ola.id, mark: 'present', by: {name: 'Tess Example'}}],
      standing: {attended: 1, of: 2, percent: 50, canReach: true},
    });
    expect(JSON.stringify(mine)).not.toContain(pat.id);
    expect((await service.browser().send('GET', '/api/my-attendance')).statusCode).toBe(401);
  });

  test('takes the marks of a full hall in one batch', async () => {
    const {id, sessions, members} = await openRun(1, ['Quin Example']);
    const marks: NewMark[] = [];
    let last: NewMark | null = null;
    for (let index = 0; index < 200; index += 1) {
      last = make(sessions[0] ?? '', members[0]?.id ?? '', {mark: index % 2 === 0 ? 'present' : 'absent', sawId: last?.id ?? null, reason: `Change ${index}`});
      marks.push(last);
    }
    expect((await send(id, marks)).every(({outcome}) => outcome === 'added')).toBe(true);
    expect((await look(id)).marks.map((mark) => mark.id)).toEqual([last?.id]);
    expect((await send(id, marks)).every(({outcome}) => outcome === 'already-there')).toBe(true);
  });
});

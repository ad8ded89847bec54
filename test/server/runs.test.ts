import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MyBookings, Run, RunDetail, RunInvitation, SessionReceipt} from '#core/runs/api.ts';
import {makeApp, newId} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const FIELDS = {title: 'Day one', day: '2026-12-01', from: '09:30', to: '12:30', mode: 'online', place: 'https://meet.example.org/abc', instructions: 'The code is 4711.', isMandatory: true, tellEverybody: true};

describe.each(KINDS)('course runs and their sessions on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  let tom: Browser;
  let ann: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    tess = await service.signIn('tess@example.org', 'trainer');
    await tess.send('PATCH', '/api/me', {displayName: 'Tess Example'});
    tom = await service.signIn('tom@example.org', 'trainer');
    ann = await service.signIn('ann@example.org');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const open = async (changes: object = {}): Promise<Run> => (await tess.send('POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Autumn run', startsOn: '2026-12-01', ...changes})).json();
  const addSession = (run: {id: string}, changes: object = {}, by = tess) => by.send('POST', `/api/cohorts/${run.id}/sessions`, {id: newId(), ...FIELDS, ...changes});
  const detail = async (run: {id: string}, by = tess): Promise<RunDetail> => (await by.send('GET', `/api/cohorts/${run.id}`)).json();
  const mails = async (): Promise<readonly {to: string; subject: string; text: string}[]> => {
    for (let turn = 0; turn < 250 && (await store.database.query('select 1 as one from mail_outbox')).length > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    return service.parts.mailer.recent() ?? [];
  };
  const actionsOn = async (run: {id: string}) => (await store.database.query<{action: string}>('select action from audit_log where object = $1 order by seq', [`cohort:${run.id}`])).map(({action}) => action);

  test('take the course’s version and their rules from the start, and are the same run when opened again later', async () => {
    const body = {id: newId(), courseId: 'planning', title: 'Spring run', startsOn: '2027-03-01', capacity: 12, confirms: true, isListed: true, timeZone: 'Europe/Dublin'};
    const first = await tess.send('POST', '/api/cohorts', body);
    expect(first.json()).toMatchObject({courseVersion: 1, capacity: 12, confirms: true, isListed: true, timeZone: 'Europe/Dublin', revision: 1, trainers: [{displayName: 'Tess Example'}]});
    await tess.send('PATCH', `/api/cohorts/${body.id}`, {revision: 1, title: 'Renamed', capacity: 12, confirms: true, isListed: true});
    expect((await tess.send('POST', '/api/cohorts', body)).json()).toMatchObject({title: 'Renamed'});
    expect((await tess.send('POST', '/api/cohorts', {...body, capacity: 13})).statusCode).toBe(409);
    for (const wrong of [{capacity: 0}, {capacity: 501}, {timeZone: 'Europe/Nowhere'}, {timeZone: '+01:00'}, {trainerId: newId()}]) expect((await tess.send('POST', '/api/cohorts', {...body, id: newId(), ...wrong})).statusCode, JSON.stringify(wrong)).toBe(422);
    expect(await actionsOn(body)).toEqual(['run-opened', 'run-changed']);
  });

  test('tell a trainer who changed them meanwhile, and are not changed by somebody who saw an older state', async () => {
    const run = await open();
    await tess.send('POST', `/api/cohorts/${run.id}/trainers`, {email: 'tom@example.org'});
    const change = {revision: 1, title: 'Winter run', capacity: null, confirms: false, isListed: false};
    expect((await tess.send('PATCH', `/api/cohorts/${run.id}`, change)).statusCode).toBe(200);
    expect((await tess.send('PATCH', `/api/cohorts/${run.id}`, change)).statusCode).toBe(200);
    const stale = await tom.send('PATCH', `/api/cohorts/${run.id}`, {...change, title: 'Other'});
    expect(stale.json()).toMatchObject({status: 409, detail: 'Tess Example changed this run on 22 November 2026 at 9:00am. Load the saved version, then make your change.'});
    expect((await detail(run)).cohort.title).toBe('Winter run');
  });

  test('are run by every trainer in them, and never lose the last', async () => {
    const run = await open();
    expect((await tom.send('GET', `/api/cohorts/${run.id}`)).statusCode).toBe(404);
    for (const email of ['ann@example.org', 'nobody@example.org']) expect((await tess.send('POST', `/api/cohorts/${run.id}/trainers`, {email})).json()).toMatchObject({status: 422, errors: [{field: 'email', message: expect.stringMatching(/^Nobody with this address/) as unknown}]});
    expect((await tom.send('POST', `/api/cohorts/${run.id}/trainers`, {email: 'tom@example.org'})).statusCode).toBe(404);
    for (let turn = 0; turn < 2; turn += 1) expect((await tess.send('POST', `/api/cohorts/${run.id}/trainers`, {email: 'TOM@example.org'})).statusCode).toBe(200);
    const {cohort} = await detail(run, tom);
    expect(cohort.trainers.map(({email}) => email)).toEqual(['tess@example.org', 'tom@example.org']);
    expect((await tom.send('GET', '/api/cohorts')).json<{cohorts: Run[]}>().cohorts.map(({id}) => id)).toContain(run.id);
    const [tessId, tomId] = cohort.trainers.map(({id}) => id);
    expect((await tom.send('DELETE', `/api/cohorts/${run.id}/trainers/${tessId ?? ''}`)).statusCode).toBe(204);
    expect((await tess.send('GET', `/api/cohorts/${run.id}`)).statusCode).toBe(404);
    expect((await tom.send('DELETE', `/api/cohorts/${run.id}/trainers/${tomId ?? ''}`)).statusCode).toBe(409);
    expect((await tom.send('DELETE', `/api/cohorts/${run.id}/trainers/%27`)).statusCode).toBe(204);
    expect(await actionsOn(run)).toEqual(['run-opened', 'run-changed', 'run-changed']);
  });

  test('are listed a hundred at a time, the newest first, with a way to the older ones', async () => {
    const [{id: trainerId} = {id: ''}] = await store.database.query<{id: string}>("select id::text as id from people where email = 'tom@example.org'");
    await store.database.query(
      `with made as (insert into cohorts (id, course_id, title, starts_on, join_code, trainer_id, created_at)
         select ('01997e00-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'planning', 'Old run ' || n, date '2020-01-01' + n, 'OLD' || lpad(n::text, 5, '0'), $1::uuid, now() from generate_series(1, 130) n returning id)
       insert into cohort_trainers select id, $1::uuid, now() from made`, [trainerId]);
    const first = (await tom.send('GET', '/api/cohorts')).json<{cohorts: Run[]; older: string}>();
    expect(first.cohorts).toHaveLength(100);
    const second = (await tom.send('GET', `/api/cohorts?before=${first.older}`)).json<{cohorts: Run[]; older: null}>();
    expect(second.older).toBeNull();
    const all = [...first.cohorts, ...second.cohorts];
    expect(new Set(all.map(({id}) => id)).size).toBe(all.length);
    expect(all.filter(({title}) => title.startsWith('Old run')).map(({title}) => title)).toEqual(Array.from({length: 130}, (_, index) => `Old run ${130 - index}`));
    for (const before of ['x', '2020-02-31_01997e00-0000-7000-8000-000000000001', "2020-01-01_'"]) expect((await tom.send('GET', `/api/cohorts?before=${encodeURIComponent(before)}`)).statusCode).toBe(422);
  });

  test('have sessions that are added once, in the time of the run’s own clocks', async () => {
    const run = await open({timeZone: 'America/New_York'});
    const body = {id: newId(), ...FIELDS};
    const first = await tess.send('POST', `/api/cohorts/${run.id}/sessions`, body);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json()).toMatchObject({session: {startsAt: '2026-12-01T14:30:00.000Z', endsAt: '2026-12-01T17:30:00.000Z', revision: 1}, note: null, told: 0});
    expect((await tess.send('POST', `/api/cohorts/${run.id}/sessions`, body)).statusCode).toBe(200);
    expect((await tess.send('POST', `/api/cohorts/${run.id}/sessions`, {...body, title: 'Other'})).statusCode).toBe(409);
    expect((await addSession(run, {}, tom)).statusCode).toBe(404);
    const inGap = (await addSession(run, {day: '2027-03-14', from: '02:30', to: '04:00'})).json<SessionReceipt>();
    expect(inGap).toMatchObject({session: {startsAt: '2027-03-14T07:30:00.000Z'}, note: expect.stringContaining('The start is now 3:30am') as unknown});
    expect((await addSession(run, {day: '2027-03-14', from: '02:30', to: '03:00'})).json()).toMatchObject({status: 422, errors: [{field: 'to'}]});
    for (const [wrong, field] of [[{to: '09:00'}, 'to'], [{day: '2026-02-30'}, 'day'], [{place: 'http://meet.example.org'}, 'place'], [{place: 'javascript:alert(1)'}, 'place'], [{title: 'a\nb'}, 'title'], [{instructions: 'a\u0007'}, 'instructions']] as const) {
      expect((await addSession(run, wrong)).json(), field).toMatchObject({status: 422, errors: [{field}]});
    }
    expect((await detail(run)).sessions).toHaveLength(2);
  });

  test('tell everybody confirmed of another time or place, and only where the trainer says so', async () => {
    const run = await open({confirms: true});
    await ann.send('POST', `/api/join/${run.joinCode}`);
    const {session: {id}, told} = (await addSession(run)).json<SessionReceipt>();
    expect(told).toBe(0);
    const annId = (await detail(run)).bookings[0]?.personId ?? '';
    await tess.send('PUT', `/api/cohorts/${run.id}/bookings/${annId}`, {from: 'requested', to: 'confirmed', reason: null});
    expect((await mails())[0]).toMatchObject({to: 'ann@example.org', subject: 'You have a place: Autumn run', text: expect.stringContaining('Tuesday 1 December 2026, 9:30am to 12:30pm\nOnline: https://meet.example.org/abc') as unknown});
    const put = (changes: object) => tess.send('PUT', `/api/cohorts/${run.id}/sessions/${id}`, {...FIELDS, ...changes});
    expect((await put({revision: 1, title: 'First day'})).json()).toMatchObject({session: {title: 'First day', revision: 2}, told: 0});
    expect((await put({revision: 2, title: 'First day', from: '10:00', tellEverybody: false})).json()).toMatchObject({told: 0});
    expect((await put({revision: 3, title: 'First day', from: '10:30'})).json()).toMatchObject({session: {revision: 4}, told: 1});
    // A lost answer sent again changes nothing and writes nobody a second time.
    expect((await put({revision: 3, title: 'First day', from: '10:30'})).json()).toMatchObject({session: {revision: 4}, told: 0});
    expect((await mails())[0]).toMatchObject({subject: 'Session changed: First day', text: expect.stringMatching(/10:30am[\s\S]*It was:[\s\S]*10am/) as unknown});
    expect((await put({revision: 2, title: 'Stale'})).json()).toMatchObject({status: 409, detail: 'Tess Example changed this session on 22 November 2026 at 9:00am. Load the saved version, then make your change.'});
    const cancel = {revision: 4, reason: 'No heating', tellEverybody: true};
    for (const expected of [1, 0]) expect((await tess.send('POST', `/api/cohorts/${run.id}/sessions/${id}/cancellation`, cancel)).json()).toMatchObject({session: {cancelledReason: 'No heating', revision: 5}, told: expected});
    expect((await put({revision: 5})).statusCode).toBe(409);
    const other = await open();
    for (const sessionId of [id, newId(), 'x']) expect((await tess.send('PUT', `/api/cohorts/${other.id}/sessions/${sessionId}`, {revision: 5, ...FIELDS})).statusCode).toBe(404);
  });

  test('show links and joining instructions to people who are confirmed alone', async () => {
    const run = await open({confirms: true});
    await addSession(run);
    await addSession(run, {mode: 'room', place: 'Room 2', day: '2026-12-08'});
    const seen = async (by: Browser): Promise<RunInvitation> => (await by.send('GET', `/api/join/${run.joinCode}`)).json();
    for (const each of [await seen(service.browser()), (await ann.send('POST', `/api/join/${run.joinCode}`)).json<RunInvitation>()]) {
      expect(each.sessions).toMatchObject([{mode: 'online', place: null, instructions: null}, {mode: 'room', place: 'Room 2', instructions: null}]);
      expect(JSON.stringify(each)).not.toMatch(/4711|meet\.example/);
    }
    expect((await ann.send('GET', '/api/bookings')).body).not.toMatch(new RegExp(`${run.id}[^}]*4711`));
    expect((await ann.send('GET', `/api/cohorts/${run.id}/calendar.ics`)).statusCode).toBe(404);
    const annId = (await detail(run)).bookings[0]?.personId ?? '';
    await tess.send('PUT', `/api/cohorts/${run.id}/bookings/${annId}`, {from: 'requested', to: 'confirmed', reason: null});
    expect((await seen(ann)).sessions[0]).toMatchObject({place: 'https://meet.example.org/abc', instructions: 'The code is 4711.'});
    expect((await ann.send('GET', '/api/bookings')).json<MyBookings>().bookings.find(({cohortId}) => cohortId === run.id)?.sessions[0]?.instructions).toBe('The code is 4711.');
    for (const by of [ann, tess]) {
      const file = await by.send('GET', `/api/cohorts/${run.id}/calendar.ics`);
      expect(file.headers).toMatchObject({'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="course-run.ics"', 'cache-control': 'no-store'});
      expect(file.body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
      expect(file.body).toContain('DTSTART:20261201T093000Z');
    }
    for (const by of [tom, service.browser()]) expect([401, 404]).toContain((await by.send('GET', `/api/cohorts/${run.id}/calendar.ics`)).statusCode);
  });

  test('carry a trainer’s message to everybody confirmed, each alone, ten times a day, and keep no word of it', async () => {
    const run = await open();
    const body = {id: newId(), subject: 'Tomorrow', text: '=1+1 <b>Bring a pen.</b>\nSecond line', showAddress: false};
    const send = (message: object, by = tess) => by.send('POST', `/api/cohorts/${run.id}/messages`, message);
    expect((await send(body)).json()).toMatchObject({status: 422, detail: expect.stringContaining('Nobody is confirmed') as unknown});
    const bea = await service.signIn('bea@example.org');
    for (const each of [ann, bea]) await each.send('POST', `/api/join/${run.joinCode}`);
    expect((await send(body, tom)).statusCode).toBe(404);
    expect((await send({...body, subject: 'a\r\nBcc: all@example.org'})).statusCode).toBe(422);
    const first = await send(body);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json()).toEqual({id: body.id, outcome: 'added', recipients: 2, left: 9});
    expect((await send(body)).json()).toMatchObject({outcome: 'already-there', recipients: 2});
    expect((await send({...body, text: 'Other'})).statusCode).toBe(409);
    const sent = (await mails()).filter(({subject}) => subject === 'Autumn run: Tomorrow');
    expect(sent.map(({to}) => to).sort()).toEqual(['ann@example.org', 'bea@example.org']);
    for (const {text} of sent) {
      expect(text).toContain('=1+1 <b>Bring a pen.</b>\nSecond line\n\nTess Example, your trainer in “Autumn run”');
      expect(text).not.toMatch(/tess@|ann@|bea@/);
    }
    expect((await send({...body, id: newId(), showAddress: true})).statusCode).toBe(201);
    expect((await mails())[0]?.text).toContain('To answer, write to tess@example.org.');
    for (let turn = 0; turn < 8; turn += 1) expect((await send({...body, id: newId()})).statusCode).toBe(201);
    const over = {...body, id: newId()};
    expect((await send(over)).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:enough-messages'});
    await mails();
    expect(JSON.stringify(await store.database.query('select m::text as row from run_messages m'))).not.toMatch(/Bring|Tomorrow/);
    const entries = await store.database.query("select detail from audit_log where action = 'message-sent' and object = $1 order by seq limit 2", [`cohort:${run.id}`]);
    expect(entries).toEqual([{detail: {recipients: 2, showsAddress: false}}, {detail: {recipients: 2, showsAddress: true}}]);
    service.pass(3_600_000);
    expect((await send(over)).statusCode).toBe(409);
  });

  test('note down whoever downloads the list of members', async () => {
    const run = await open();
    await tess.send('GET', `/api/cohorts/${run.id}/members.csv`);
    expect(await actionsOn(run)).toEqual(['run-opened', 'list-downloaded']);
  });
});

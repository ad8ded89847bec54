import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {MyBookings, RunDetail, RunInvitation} from '#core/runs/api.ts';
import {makeApp, newId} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

describe.each(KINDS)('bookings on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  let tom: Browser;
  const people: {browser: Browser; email: string; id: string}[] = [];
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    tess = await service.signIn('tess@example.org', 'trainer');
    tom = await service.signIn('tom@example.org', 'trainer');
    for (let number = 1; number <= 20; number += 1) {
      const email = `person.${number}@example.org`;
      const browser = await service.signIn(email);
      people.push({browser, email, id: (await browser.send('GET', '/api/me')).json<{person: {id: string}}>().person.id});
    }
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const person = (number: number) => people[number - 1] ?? (() => { throw new Error('Nobody has this number.'); })();
  const open = async (changes: object = {}): Promise<{id: string; joinCode: string}> => {
    const answer = await tess.send('POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Autumn run', startsOn: '2026-12-01', ...changes});
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  };
  const join = async (run: {joinCode: string}, number: number): Promise<RunInvitation> => (await person(number).browser.send('POST', `/api/join/${run.joinCode}`)).json();
  const detail = async (run: {id: string}): Promise<RunDetail> => (await tess.send('GET', `/api/cohorts/${run.id}`)).json();
  const decide = (run: {id: string}, number: number, from: string, to: string, reason: string | null = null, by = tess) => by.send('PUT', `/api/cohorts/${run.id}/bookings/${person(number).id}`, {from, to, reason});
  const own = async (number: number, run: {id: string}) => (await person(number).browser.send('GET', '/api/bookings')).json<MyBookings>().bookings.find(({cohortId}) => cohortId === run.id);
  /** Members are those confirmed, always. */
  const holds = async (run: {id: string}): Promise<void> => {
    const [row] = await store.database.query<{apart: number}>(
      `select count(*)::int as apart from (select person_id from cohort_members where cohort_id = $1::uuid) m
       full join (select person_id from bookings where cohort_id = $1::uuid and state = 'confirmed') b using (person_id) where m.person_id is null or b.person_id is null`, [run.id]);
    expect(row?.apart ?? 0).toBe(0);
  };
  const mailTo = async (email: string): Promise<{subject: string; text: string}> => {
    for (let turn = 0; turn < 250; turn += 1) {
      if ((await store.database.query('select 1 as one from mail_outbox where recipient = $1', [email])).length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return service.parts.mailer.recent()?.find(({to}) => to === email) ?? {subject: '', text: ''};
  };

  test('give five places to five of twenty who ask at the same moment, and a place on the list to each of the others', async () => {
    const run = await open({capacity: 5});
    const answers = await Promise.all(people.map((_, index) => join(run, index + 1)));
    expect(answers.filter(({state}) => state === 'confirmed')).toHaveLength(5);
    expect(answers.filter(({state}) => state === 'waiting')).toHaveLength(15);
    const {cohort, bookings} = await detail(run);
    expect(cohort).toMatchObject({joined: 5, waiting: 15, requested: 0, capacity: 5});
    expect(new Set(bookings.map(({askedAt}) => askedAt)).size).toBe(15);
    const places = await Promise.all(people.map(async (_, index) => (await own(index + 1, run))?.place ?? 0));
    expect(places.filter((place) => place > 0).sort((a, b) => a - b)).toEqual(Array.from({length: 15}, (_, index) => index + 1));
    await holds(run);
  });

  test('move up by themselves when somebody leaves and when the run becomes larger, and tell whoever moved up', async () => {
    const run = await open({capacity: 1});
    for (const number of [1, 2, 3, 4]) await join(run, number);
    expect((await own(3, run))).toMatchObject({state: 'waiting', place: 2});
    await person(1).browser.send('POST', `/api/bookings/${run.id}/cancellation`, {reason: 'On leave'});
    expect((await own(2, run))?.state).toBe('confirmed');
    expect(await own(3, run)).toMatchObject({state: 'waiting', place: 1});
    expect(await mailTo(person(2).email)).toMatchObject({subject: 'You have a place: Autumn run'});
    await tess.send('PATCH', `/api/cohorts/${run.id}`, {revision: 1, title: 'Autumn run', capacity: 2, confirms: false, isListed: false});
    expect((await own(3, run))?.state).toBe('confirmed');
    expect((await own(4, run))?.place).toBe(1);
    const {members, bookings} = await detail(run);
    expect(members.map(({email}) => email).sort()).toEqual([person(2).email, person(3).email]);
    expect(bookings).toMatchObject([{email: person(4).email, state: 'waiting'}, {email: person(1).email, state: 'cancelled', reason: 'On leave', isClosed: false}]);
    const rows = await store.database.query("select actor_id, subject_id::text as subject, detail from audit_log where action = 'booking-changed' and object = $1 order by seq", [`cohort:${run.id}`]);
    expect(rows).toEqual([2, 3].map((number) => ({actor_id: null, subject: person(number).id, detail: {from: 'waiting', to: 'confirmed'}})));
    await holds(run);
  });

  test('wait for a trainer who confirms, who may also decline with a reason, and never without one', async () => {
    const run = await open({capacity: 2, confirms: true});
    for (const number of [1, 2, 3]) await join(run, number);
    expect(await own(1, run)).toMatchObject({state: 'requested', reason: null});
    expect((await person(1).browser.send('GET', '/api/records')).json<{cohorts: {id: string}[]}>().cohorts.map(({id}) => id)).not.toContain(run.id);
    expect((await decide(run, 1, 'requested', 'confirmed')).statusCode).toBe(200);
    expect((await decide(run, 1, 'requested', 'confirmed')).statusCode).toBe(200);
    expect((await own(1, run))?.state).toBe('confirmed');
    expect((await mailTo(person(1).email)).text).toContain('http://localhost:3000/bookings/');
    expect((await decide(run, 2, 'requested', 'cancelled')).json()).toMatchObject({status: 422, errors: [{field: 'reason'}]});
    expect((await decide(run, 2, 'requested', 'cancelled', 'For planners first')).statusCode).toBe(200);
    expect((await mailTo(person(2).email)).text).toContain('The reason: For planners first');
    expect(await own(2, run)).toMatchObject({state: 'cancelled', reason: 'For planners first'});
    // Whoever waited is asked for now, and not confirmed over the trainer's head.
    expect((await own(3, run))?.state).toBe('requested');
    const again = await person(2).browser.send('POST', `/api/join/${run.joinCode}`);
    expect(again.json()).toMatchObject({status: 409, detail: 'A trainer cancelled your booking: For planners first. Ask them if you think this is a mistake.'});
    expect((await decide(run, 3, 'waiting', 'confirmed')).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:other-state'});
    expect((await decide(run, 3, 'requested', 'waiting', 'After the first group')).statusCode).toBe(200);
    expect(await own(3, run)).toMatchObject({state: 'waiting', place: 1});
    expect((await decide(run, 2, 'cancelled', 'confirmed')).statusCode).toBe(200);
    expect((await decide(run, 3, 'waiting', 'confirmed')).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:no-free-place'});
    await holds(run);
  });

  test('are decided on by trainers of the run alone, and looked at by nobody else', async () => {
    const run = await open({confirms: true});
    await join(run, 5);
    for (const [by, status] of [[tom, 404], [person(6).browser, 403], [person(5).browser, 403]] as const) expect((await decide(run, 5, 'requested', 'confirmed', null, by)).statusCode).toBe(status);
    expect((await tess.send('PUT', `/api/cohorts/${run.id}/bookings/${person(7).id}`, {from: 'cancelled', to: 'confirmed', reason: null})).statusCode).toBe(404);
    for (const id of ['x', '%27', newId()]) expect((await tess.send('PUT', `/api/cohorts/${run.id}/bookings/${id}`, {from: 'requested', to: 'confirmed', reason: null})).statusCode).toBe(404);
    expect((await person(6).browser.send('POST', `/api/bookings/${run.id}/cancellation`, {reason: null})).statusCode).toBe(404);
    expect((await own(5, run))?.state).toBe('requested');
    expect(await own(6, run)).toBeUndefined();
    await tess.send('GET', `/api/cohorts/${run.id}`);
    const looks = await store.database.query('select l.what from looks l join people v on v.id = l.viewer_id where l.subject_id = $1::uuid and v.email = $2', [person(5).id, 'tess@example.org']);
    expect(looks).toEqual([{what: 'List of a course run'}]);
  });

  test('of listed runs can be made without a code, and of others not', async () => {
    const listed = await open({title: 'For all', capacity: 1, isListed: true});
    const hidden = await open({title: 'By code'});
    const offers = async (number: number) => (await person(number).browser.send('GET', '/api/bookings')).json<MyBookings>().open;
    expect((await offers(8)).map(({title}) => title)).toContain('For all');
    expect((await offers(8)).map(({title}) => title)).not.toContain('By code');
    expect((await offers(8)).find(({cohortId}) => cohortId === listed.id)).toMatchObject({free: 1, waiting: 0, confirms: false});
    expect((await person(8).browser.send('POST', '/api/bookings', {cohortId: listed.id})).json<MyBookings>().bookings).toContainEqual(expect.objectContaining({cohortId: listed.id, state: 'confirmed'}));
    expect((await offers(9)).find(({cohortId}) => cohortId === listed.id)).toMatchObject({free: 0});
    expect((await person(9).browser.send('POST', '/api/bookings', {cohortId: hidden.id})).statusCode).toBe(404);
    expect((await offers(8)).map(({cohortId}) => cohortId)).not.toContain(listed.id);
  });

  test('end with the run: everybody who had booked is told, joining is refused, and nothing is deleted', async () => {
    const run = await open({capacity: 1, isListed: true});
    for (const number of [10, 11]) await join(run, number);
    expect((await tom.send('POST', `/api/cohorts/${run.id}/cancellation`, {reason: 'No room'})).statusCode).toBe(404);
    const answer = await tess.send('POST', `/api/cohorts/${run.id}/cancellation`, {reason: 'The room is flooded'});
    expect(answer.json()).toMatchObject({cohort: {cancelledReason: 'The room is flooded', joined: 1}});
    expect((await tess.send('POST', `/api/cohorts/${run.id}/cancellation`, {reason: 'The room is flooded'})).statusCode).toBe(200);
    expect((await tess.send('POST', `/api/cohorts/${run.id}/cancellation`, {reason: 'Other'})).statusCode).toBe(409);
    for (const number of [10, 11]) expect((await mailTo(person(number).email))).toMatchObject({subject: 'Cancelled: Autumn run', text: expect.stringContaining('The reason: The room is flooded') as unknown});
    const refused = await person(12).browser.send('POST', `/api/join/${run.joinCode}`);
    expect(refused.json()).toMatchObject({status: 409, detail: 'The course run “Autumn run” was cancelled: The room is flooded. Choose another run.'});
    expect((await person(12).browser.send('GET', '/api/bookings')).json<MyBookings>().open.map(({cohortId}) => cohortId)).not.toContain(run.id);
    expect(await own(10, run)).toMatchObject({state: 'confirmed', cancelledReason: 'The room is flooded'});
    // Leaving is allowed, and nobody moves up in a run that does not take place.
    await person(10).browser.send('POST', `/api/bookings/${run.id}/cancellation`, {reason: null});
    expect((await own(11, run))?.state).toBe('waiting');
    expect((await decide(run, 11, 'waiting', 'confirmed')).statusCode).toBe(409);
    await holds(run);
  });
});

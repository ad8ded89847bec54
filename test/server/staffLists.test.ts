import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import organisation from '#config';
import type {StaffImport, StaffMember, StaffPage, StaffSummary} from '#core/targets/api.ts';
import {removeOldImports} from '#server/repositories/staffLists.ts';
import {rebuild} from '#server/tasks/rebuild.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const DAY = 86_400_000;
const member = (name: string, changes: Partial<StaffMember> = {}): StaffMember => ({email: `${name}@example.org`, name: `${name} Example`, directorate: 'place', team: null, jobRole: null, ...changes});

describe.each(KINDS)('staff lists on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let boss: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database, {organisation: {...organisation, emailDomains: ['example.org']}});
    boss = await service.signIn('boss@example.org', 'coordinator');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });
  afterEach(async () => {
    await store.database.run('delete from staff_members; delete from staff_headcounts; delete from staff_imports;');
  });

  const summary = async (): Promise<StaffSummary> => (await boss.send('GET', '/api/staff-lists')).json<StaffSummary>();
  const members = async (): Promise<StaffMember[]> => (await boss.send('GET', '/api/staff-lists/members')).json<StaffPage>().members;
  const partOf = async (rows: StaffMember[], changes: object = {}) => ({id: newId(), part: 1, parts: 1, after: (await summary()).state, removeMissing: false, rows, ...changes});
  const send = async (rows: StaffMember[], changes: object = {}): Promise<StaffImport> => (await boss.send('POST', '/api/staff-lists', await partOf(rows, changes))).json<StaffImport>();

  test('imports a list, and counts what is new, changed, taken out and unchanged', async () => {
    expect((await send([member('ann'), member('bob'), member('cat')])).counts).toEqual({added: 3, changed: 0, removed: 0, unchanged: 0});
    const next = [member('ann'), member('bob', {directorate: 'chief-executive', jobRole: '=Chief'}), member('dan')];
    expect((await send(next)).counts).toEqual({added: 1, changed: 1, removed: 0, unchanged: 1});
    expect((await members()).map(({email}) => email)).toEqual(['ann@example.org', 'bob@example.org', 'cat@example.org', 'dan@example.org']);
    expect((await send(next, {removeMissing: true})).counts).toEqual({added: 0, changed: 0, removed: 1, unchanged: 3});
    expect(await members()).toEqual(next);
    expect(await summary()).toMatchObject({people: 3, directorates: [{directorate: 'chief-executive', people: 1}, {directorate: 'place', people: 2}], jobRoles: [{name: '=Chief', people: 1}]});
  });

  test('puts back exactly what was there before, once, and for the newest import alone', async () => {
    const first = await send([member('ann'), member('bob', {team: 'Parks'})]);
    const before = await members();
    const second = await send([member('bob', {team: null, name: null}), member('cat')], {removeMissing: true});
    expect(await members()).not.toEqual(before);
    expect((await boss.send('POST', `/api/staff-lists/${first.id}/undo`)).statusCode).toBe(409);
    const undone = await boss.send('POST', `/api/staff-lists/${second.id}/undo`);
    expect(undone.json<StaffImport>()).toMatchObject({state: 'undone', undoUntil: null});
    expect(await members()).toEqual(before);
    expect((await boss.send('POST', `/api/staff-lists/${second.id}/undo`)).statusCode).toBe(200);
    // What was before the first is no longer known.
    expect((await summary()).newest).toMatchObject({id: first.id, undoUntil: null});
    expect((await boss.send('POST', `/api/staff-lists/${first.id}/undo`)).statusCode).toBe(409);
    expect(await members()).toEqual(before);
    for (const id of [newId(), 'x']) expect((await boss.send('POST', `/api/staff-lists/${id}/undo`)).statusCode).toBe(404);
  });

  test('can be undone for 30 days, then forgets how the list was', async () => {
    const {id, undoUntil} = await send([member('ann')]);
    expect(undoUntil).toBe(new Date(service.now().getTime() + 30 * DAY).toISOString());
    const later = new Date(service.now().getTime() + 30 * DAY + 1000);
    await removeOldImports(store.database, later);
    expect(await store.database.query('select 1 as one from staff_changes')).toEqual([]);
    // A service that starts so much later ends the sessions of before.
    const other = await makeApp(store.database, {start: later});
    boss = await service.signIn('boss@example.org');
    const again = await other.signIn('boss@example.org');
    expect((await again.send('POST', `/api/staff-lists/${id}/undo`)).statusCode).toBe(409);
    expect(await members()).toHaveLength(1);
    await other.close();
  });

  test('imports a list once when it is sent twice, and refuses another under its id', async () => {
    const body = await partOf([member('ann')]);
    expect((await boss.send('POST', '/api/staff-lists', body)).statusCode).toBe(201);
    const again = await boss.send('POST', '/api/staff-lists', body);
    expect([again.statusCode, again.json<StaffImport>().counts?.added]).toEqual([200, 1]);
    for (const change of [{rows: [member('bob')]}, {removeMissing: true}, {parts: 2}]) expect((await boss.send('POST', '/api/staff-lists', {...body, ...change})).statusCode, JSON.stringify(change)).toBe(409);
    const second = await service.signIn('second@example.org', 'coordinator');
    expect((await second.send('POST', '/api/staff-lists', body)).statusCode).toBe(409);
    expect(await members()).toEqual([member('ann')]);
  });

  test('puts parts in place as a whole, in any order, and none of them before', async () => {
    const whole = {...await partOf([]), parts: 3};
    const part = (number: number, name: string) => ({...whole, part: number, rows: [member(name)]});
    expect((await boss.send('POST', '/api/staff-lists', part(3, 'cat'))).json<StaffImport>()).toMatchObject({state: 'waiting', received: 1, counts: null});
    await boss.send('POST', '/api/staff-lists', part(1, 'ann'));
    expect(await members()).toEqual([]);
    expect((await boss.send('POST', '/api/staff-lists', part(2, 'bob'))).json<StaffImport>()).toMatchObject({state: 'applied', counts: {added: 3}});
    expect(await members()).toHaveLength(3);
    expect(await store.database.query("select 1 as one from staff_import_parts where rows <> '[]'::jsonb")).toEqual([]);
  });

  test('imports nothing of a list that names somebody in two parts, or that was compared with an older list', async () => {
    const whole = {...await partOf([]), parts: 2};
    await boss.send('POST', '/api/staff-lists', {...whole, part: 1, rows: [member('ann')]});
    const twice = await boss.send('POST', '/api/staff-lists', {...whole, part: 2, rows: [member('ann')]});
    expect([twice.statusCode, twice.json<{detail: string}>().detail]).toEqual([422, expect.stringContaining('ann@example.org')]);
    const stale = await partOf([member('dan')]);
    await send([member('bob')]);
    const answer = await boss.send('POST', '/api/staff-lists', stale);
    expect([answer.statusCode, answer.json<{detail: string}>().detail]).toEqual([409, expect.stringContaining('changed since you looked')]);
    expect(await members()).toEqual([member('bob')]);
  });

  test.each([
    ['an unknown directorate', [member('ann', {directorate: 'mars'})], 'rows.0.directorate'],
    ['an address from elsewhere', [member('ann'), {...member('ann'), email: 'ann@elsewhere.org'}], 'rows.1.email'],
    ['an address twice', [member('ann'), member('ann', {name: 'Other'})], 'rows.1.email'],
    ['no address', [{...member('ann'), email: 'ann'}], 'rows.0.email'],
    ['a name with a line break', [member('ann', {name: 'Ann\r\nBcc: x'})], 'rows.0.name'],
    ['nobody', [], 'rows'],
  ])('refuses %s and says where', async (_, rows, field) => {
    const answer = await boss.send('POST', '/api/staff-lists', await partOf(rows));
    expect(answer.statusCode, answer.body).toBe(422);
    expect(answer.json<{errors: {field: string}[]}>().errors.map((error) => error.field)).toContain(field);
    expect(await members()).toEqual([]);
  });

  test('takes 5,000 rows in one request and no more', async () => {
    const rows = Array.from({length: 5001}, (_, index) => member(`person.${index}`, {name: 'A name of a usual length', team: 'A team with a name', jobRole: 'A job role with a name'}));
    expect((await boss.send('POST', '/api/staff-lists', await partOf(rows))).statusCode).toBe(422);
    const answer = await boss.send('POST', '/api/staff-lists', await partOf(rows.slice(1)));
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(201);
    const first = (await boss.send('GET', '/api/staff-lists/members')).json<StaffPage>();
    expect([first.members.length, first.next]).toEqual([2000, first.members.at(-1)?.email]);
    expect((await summary()).people).toBe(5000);
  });

  test('moves completions to where the list has their people, back when it is undone, and the rebuild agrees', async () => {
    const ann = await service.signIn('ann@example.org');
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await ann.send('POST', '/api/records', makeRecord(quizOf(service.content, id)));
    const placed = (): Promise<object[]> => store.database.query('select k.directorate, k.staff_directorate, k.staff_role from completions k join people p on p.id = k.person_id where p.email = $1', ['ann@example.org']);
    const starts = (): Promise<object[]> => store.database.query('select person_id::text as person, course_id, directorate, started_at from course_starts order by 1, 2');
    expect(await placed()).toEqual([{directorate: null, staff_directorate: null, staff_role: null}]);
    await send([member('ann', {jobRole: 'Planner'})]);
    const {id} = await send([member('ann', {directorate: 'chief-executive', jobRole: 'PLANNER'})]);
    expect(await placed()).toEqual([{directorate: null, staff_directorate: 'chief-executive', staff_role: 'planner'}]);
    await ann.send('PATCH', '/api/me', {directorate: 'place'});
    const [before, startsBefore] = [await placed(), await starts()];
    expect(startsBefore).toMatchObject([{course_id: 'planning', directorate: 'place', started_at: '2026-11-22T09:00:00.000Z'}]);
    await rebuild({...service.parts, content: service.content});
    expect([await placed(), await starts()]).toEqual([before, startsBefore]);
    await boss.send('POST', `/api/staff-lists/${id}/undo`);
    expect(await placed()).toEqual([{directorate: 'place', staff_directorate: 'place', staff_role: 'planner'}]);
  });

  test('writes imports and undoing into the audit log without a name or an address', async () => {
    const {id} = await send([member('zoe')]);
    await boss.send('POST', `/api/staff-lists/${id}/undo`);
    const entries = await store.database.query<{action: string}>('select action, detail from audit_log where object = $1 order by seq', [`staff-import:${id}`]);
    expect(entries.map(({action}) => action)).toEqual(['staff-imported', 'staff-import-undone']);
    expect(JSON.stringify(entries)).not.toContain('zoe');
  });

  test('takes away a list that never became whole', async () => {
    await boss.send('POST', '/api/staff-lists', {...await partOf([member('ann')]), parts: 2});
    await removeOldImports(store.database, new Date(service.now().getTime() + DAY + 1000));
    expect(await store.database.query('select 1 as one from staff_import_parts')).toEqual([]);
  });
});

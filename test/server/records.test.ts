import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KEY_MARK, makeAssessment, makeContent, makeQuestion} from '../support/smallContent.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

interface Result {
  outcome: string;
  result: {id: string; got: number; of: number; percent: number; passed: boolean | null; version: string; at: string; items: {parts: {chosen: boolean; right?: boolean; why: string}[]}[]};
  completions: {courseId: string; courseVersion: number; completedAt: string}[];
  clockNote: string | null;
  receivedAt: string;
}

describe.each(KINDS)('learning records on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let ann: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    ann = await service.signIn('ann@example.org');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const practice = () => quizOf(service.content, 'practice-purpose');
  const assessment = () => quizOf(service.content, 'planning-assessment');
  const count = async (id: string): Promise<number> =>
    (await store.database.query<{count: number}>('select (select count(*) from learning_records where id = $1::uuid)::int + (select count(*) from attempts where id = $1::uuid)::int as count', [id]))[0]?.count ?? -1;

  test('adds a record once when it is sent twice, and gives the same receipt again', async () => {
    const record = makeRecord(practice());
    const first = await ann.send('POST', '/api/records', record);
    expect(first.statusCode, first.body).toBe(201);
    service.pass(60_000);
    const second = await ann.send('POST', '/api/records', record);
    expect(second.statusCode).toBe(200);
    expect(second.json<Result>()).toEqual({...first.json<Result>(), outcome: 'already-there'});
    expect(await count(record.id)).toBe(2);
  });

  test('takes the same fields in another order for the same record', async () => {
    const record = makeRecord(practice());
    await ann.send('POST', '/api/records', record);
    const turned = Object.fromEntries(Object.entries(record).reverse());
    expect((await ann.send('POST', '/api/records', turned)).statusCode).toBe(200);
  });

  test('refuses another body under the same id, and keeps the first', async () => {
    const record = makeRecord(practice());
    await ann.send('POST', '/api/records', record);
    const answer = await ann.send('POST', '/api/records', {...record, at: '2026-11-01T08:00:00Z'});
    expect(answer.statusCode).toBe(409);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const kept = await store.database.query<{body: {at: string}}>('select body from learning_records where id = $1::uuid', [record.id]);
    expect(kept[0]?.body.at).toBe(record.at);
  });

  test('refuses the id of another person in the words of any taken id', async () => {
    const record = makeRecord(practice());
    await ann.send('POST', '/api/records', record);
    const ben = await service.signIn('ben@example.org');
    const own = await ann.send('POST', '/api/records', {...record, at: '2026-11-01T08:00:00Z'});
    const other = await ben.send('POST', '/api/records', record);
    expect(other.statusCode).toBe(409);
    expect(other.body).toBe(own.body);
    expect((await ben.send('GET', `/api/records/${record.id}`)).statusCode).toBe(404);
  });

  test('adds a record once when it is sent 50 times at the same moment', async () => {
    const record = makeRecord(practice());
    const answers = await Promise.all(Array.from({length: 50}, () => ann.send('POST', '/api/records', record)));
    expect(answers.filter(({statusCode}) => statusCode === 201)).toHaveLength(1);
    expect(answers.filter(({statusCode}) => statusCode === 200)).toHaveLength(49);
    expect(await count(record.id)).toBe(2);
  });

  test('completes the course when its last parts arrive at the same moment', async () => {
    const cy = await service.signIn('cy@example.org');
    const records = ['practice-purpose', 'practice-people', 'planning-assessment'].map((id) => makeRecord(quizOf(service.content, id)));
    const answers = await Promise.all(records.map((record) => cy.send('POST', '/api/records', record)));
    expect(answers.map(({statusCode}) => statusCode)).toEqual([201, 201, 201]);
    const mine = (await cy.send('GET', '/api/records')).json<{attempts: unknown[]; completions: unknown[]}>();
    expect(mine.attempts).toHaveLength(3);
    expect(mine.completions).toEqual([{courseId: 'planning', courseVersion: 1, completedAt: '2026-11-22T09:00:00.000Z', renewedAt: null}]);
  });

  test('counts a completion from its last part, and moves it earlier but never later', async () => {
    const dee = await service.signIn('dee@example.org');
    const at = (day: string): string => `2026-11-${day}T08:00:00.000Z`;
    const send = async (id: string, day: string): Promise<Result> => (await dee.send('POST', '/api/records', makeRecord(quizOf(service.content, id), {at: at(day)}))).json<Result>();
    await send('practice-purpose', '03');
    await send('practice-people', '04');
    expect((await send('planning-assessment', '20')).completions[0]?.completedAt).toBe(at('20'));
    expect((await send('planning-assessment', '21')).completions[0]?.completedAt).toBe(at('20'));
    // An attempt made offline earlier arrives late.
    expect((await send('planning-assessment', '10')).completions[0]?.completedAt).toBe(at('10'));
  });

  test('refuses nobody with a 401, and keeps nothing', async () => {
    const record = makeRecord(practice());
    expect((await service.browser().send('POST', '/api/records', record)).statusCode).toBe(401);
    expect(await count(record.id)).toBe(0);
  });

  describe('refuses what cannot be true', () => {
    const cases: [string, (app: TestApp) => unknown, string][] = [
      ['an unknown quiz', ({content}) => ({...makeRecord(quizOf(content, 'practice-purpose')), object: {kind: 'quiz', id: 'no-such-quiz', version: 'x'}}), 'unknown-quiz'],
      ['an unknown version', ({content}) => ({...makeRecord(quizOf(content, 'practice-purpose')), object: {kind: 'quiz', id: 'practice-purpose', version: 'never-served'}}), 'unknown-version'],
      ['a draw of fewer questions', ({content}) => makeRecord(quizOf(content, 'planning-assessment'), {drawn: [{itemId: 'q1', itemVersion: 'v1', optionOrder: ['a', 'b', 'c']}]}), 'wrong-attempt'],
      ['an answer that was not asked for', ({content}) => {
        const record = makeRecord(quizOf(content, 'practice-purpose'));
        return {...record, body: {...record.body, responses: {...record.body.responses, other: 'a'}}};
      }, 'wrong-attempt'],
      ['an option that is not there', ({content}) => {
        const record = makeRecord(quizOf(content, 'practice-purpose'));
        return {...record, body: {...record.body, responses: {'practice-purpose-q': 'z'}}};
      }, 'wrong-attempt'],
      ['a draw of the service that it never made', ({content}) => makeRecord(quizOf(content, 'planning-assessment'), {drawnBy: 'service'}), 'other-draw'],
      ['practice that calls itself assessed', ({content}) => {
        const record = makeRecord(quizOf(content, 'practice-purpose'));
        return {...record, body: {...record.body, mode: 'assessed'}};
      }, 'wrong-mode'],
      ['marks made by the browser', ({content}) => ({...makeRecord(quizOf(content, 'practice-purpose')), score: 100}), 'wrong-fields'],
      ['a person of the browser’s choice', ({content}) => ({...makeRecord(quizOf(content, 'practice-purpose')), personId: 'x'}), 'wrong-fields'],
      ['an id that is no version 7 UUID', ({content}) => ({...makeRecord(quizOf(content, 'practice-purpose')), id: '6f1c1f7e-5d0c-4b8e-9f5e-1f2b3c4d5e6f'}), 'wrong-fields'],
    ];
    test.each(cases)('%s', async (_title, make, code) => {
      const before = await store.database.query<{count: number}>('select count(*)::int as count from learning_records');
      const answer = await ann.send('POST', '/api/records', make(service));
      expect(answer.statusCode, answer.body).toBe(422);
      expect(answer.json<{type: string}>().type).toBe(`urn:askwell:problem:${code}`);
      // What was refused half-way through the transaction leaves nothing.
      expect(await store.database.query<{count: number}>('select count(*)::int as count from learning_records')).toEqual(before);
    });
  });

  test('takes a draw of the service as it was drawn, and no other', async () => {
    const id = newId();
    const nobody = service.browser();
    const first = await nobody.send('POST', '/api/attempts', {id, quizId: 'planning-assessment'});
    expect(first.statusCode).toBe(201);
    const again = await nobody.send('POST', '/api/attempts', {id, quizId: 'planning-assessment'});
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(first.json());
    expect(first.body).not.toContain('right');
    const {drawn} = first.json<{drawn: {itemId: string; itemVersion: string; optionOrder: string[]}[]}>();
    const swapped = drawn.map((item) => ({...item, optionOrder: [...item.optionOrder].reverse()}));
    expect((await ann.send('POST', '/api/records', makeRecord(assessment(), {id, drawnBy: 'service', drawn: swapped}))).statusCode).toBe(422);
    expect((await ann.send('POST', '/api/records', makeRecord(assessment(), {id, drawnBy: 'device', drawn}))).statusCode).toBe(422);
    expect((await ann.send('POST', '/api/records', makeRecord(assessment(), {id, drawnBy: 'service', drawn}))).statusCode).toBe(201);
  });

  test('draws assessments only', async () => {
    expect((await ann.send('POST', '/api/attempts', {id: newId(), quizId: 'practice-purpose'})).statusCode).toBe(422);
    expect((await ann.send('POST', '/api/attempts', {id: newId(), quizId: 'no-such-quiz'})).statusCode).toBe(422);
  });

  test('tells the key of an assessment after a pass, and never after a fail', async () => {
    const failed = await ann.send('POST', '/api/records', makeRecord(assessment(), {answers: 'wrong'}));
    expect(failed.json<Result>().result).toMatchObject({passed: false, got: 0, of: 180, percent: 0});
    expect(failed.body).not.toContain(KEY_MARK);
    const {id} = failed.json<Result>().result;
    expect((await ann.send('GET', `/api/records/${id}`)).body).not.toContain(KEY_MARK);
    const passed = await ann.send('POST', '/api/records', makeRecord(assessment()));
    expect(passed.json<Result>().result).toMatchObject({passed: true, got: 180, of: 180, percent: 100});
    expect(passed.body).toContain(KEY_MARK);
    expect((await ann.send('POST', '/api/records', makeRecord(practice(), {answers: 'wrong'}))).body).toContain(KEY_MARK);
  });

  test('gives one’s own attempt again as it was marked, and nothing for ids that are not there', async () => {
    const receipt = (await ann.send('POST', '/api/records', makeRecord(assessment()))).json<Result>();
    expect((await ann.send('GET', `/api/records/${receipt.result.id}`)).json()).toEqual(receipt.result);
    expect((await ann.send('GET', `/api/records/${newId()}`)).statusCode).toBe(404);
    expect((await ann.send('GET', "/api/records/1'%20or%20'1'='1")).statusCode).toBe(404);
  });

  describe('with a device whose clock is wrong', () => {
    const cases: [string, string, RegExp | null, boolean][] = [
      ['four minutes ahead', '2026-11-22T09:05:00.000Z', null, false],
      ['nine years ahead', '2035-11-22T09:00:00.000Z', /ahead of ours/, false],
      ['in the year 9999', '9999-12-31T23:59:59Z', /ahead of ours/, false],
      ['never set', '1970-01-01T00:00:00Z', /says 1970/, false],
      ['in the year 0', '0000-01-01T00:00:00Z', /says 0/, false],
      ['late by two days, as after work offline', '2026-11-20T09:00:00.000Z', /This reached us 2 days/, true],
    ];
    test.each(cases)('%s, keeps the record and counts it from a time that can be true', async (_title, at, note, usesDevice) => {
      const record = makeRecord(practice(), {at});
      const answer = await ann.send('POST', '/api/records', record);
      expect(answer.statusCode, answer.body).toBe(201);
      const {result, clockNote, receivedAt} = answer.json<Result>();
      expect(result.at).toBe(usesDevice ? at : receivedAt);
      if (note) expect(clockNote).toMatch(note);
      else expect(clockNote).toBeNull();
      const [kept] = await store.database.query<{at: string; skew: number}>("select body->>'at' as at, clock_skew_seconds as skew from learning_records where id = $1::uuid", [record.id]);
      expect(kept?.at).toBe(at);
      expect(kept?.skew).toBe(Math.round((Date.parse(at) - Date.parse(receivedAt)) / 1000));
    });
  });

  test('marks an attempt on an older version by that version, after the quiz was edited', async () => {
    const old = makeRecord(assessment());
    const edited = makeContent();
    const quiz = makeAssessment('assessment-v2');
    // In the edited quiz `c` is right, so the old answers would fail.
    quiz.items = quiz.items.map(({id}) => {
      const item = makeQuestion(id, 'v2');
      return item.type === 'single' ? {...item, options: item.options.map(({id: option, text, why}) => ({id: option, text, why, right: option === 'c'}))} : item;
    });
    edited.quizzes = edited.quizzes.map((each) => (each.id === quiz.id ? quiz : each));
    const later = await makeApp(store.database, {content: edited});
    const eve = await later.signIn('eve@example.org');
    const answer = await eve.send('POST', '/api/records', old);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<Result>().result).toMatchObject({passed: true, version: 'assessment-v1'});
    expect((await eve.send('POST', '/api/records', makeRecord(quiz))).json<Result>().result).toMatchObject({passed: false, version: 'assessment-v2'});
    await later.close();
  });

  test('keeps a completion when a newer version of the course asks for more', async () => {
    const fay = await service.signIn('fay@example.org');
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await fay.send('POST', '/api/records', makeRecord(quizOf(service.content, id)));
    const content = makeContent();
    const [course] = content.courses;
    if (!course) throw new Error('The tests have no course.');
    content.courses = [{...course, version: 2, lessons: [...course.lessons, {id: 'feedback', title: 'Feedback', description: 'How', minutes: 5, outcomes: ['plan'], practice: 'practice-feedback'}]}];
    const later = await makeApp(store.database, {content, start: new Date('2027-01-10T09:00:00Z')});
    const again = await later.signIn('fay@example.org');
    const {completions} = (await again.send('POST', '/api/records', makeRecord(practice(), {at: '2027-01-10T08:00:00Z'}))).json<Result>();
    expect(completions).toEqual([{courseId: 'planning', courseVersion: 1, completedAt: '2026-11-22T09:00:00.000Z', renewedAt: null}]);
    await later.close();
  });

  test.each(['update learning_records set at = at', 'delete from learning_records', 'truncate learning_records cascade'])('refuses to change what was recorded: %s', async (sql) => {
    const before = await store.database.query('select count(*)::int as count from learning_records');
    await expect(store.database.query(sql)).rejects.toThrow(/never changed/);
    expect(await store.database.query('select count(*)::int as count from learning_records')).toEqual(before);
  });
});

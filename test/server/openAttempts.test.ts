import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {OpenAttemptChange, OpenAttemptList} from '#core/records/openAttempt.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import {makeApp, makeRecord, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {KEY_MARK, makeAssessment, makeContent} from '../support/smallContent.ts';

const DAY = 24 * 60 * 60_000;

describe.each(KINDS)('assessments under way on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const makeOpen = (record: LearningRecord, revision = 0, responses: LearningRecord['body']['responses'] = {}): OpenAttemptChange => ({
    quizId: record.object.id, quizVersion: record.object.version, revision,
    body: {drawnBy: 'device', startedAt: record.body.startedAt, drawn: record.body.drawn, responses, index: 1},
  });
  const assessment = () => makeRecord(quizOf(service.content, 'planning-assessment'));
  const keep = (who: Browser, id: string, change: unknown) => who.send('PUT', `/api/open-attempts/${id}`, change);
  const list = async (who: Browser) => (await who.send('GET', '/api/open-attempts?quizId=planning-assessment')).json<OpenAttemptList>().attempts;
  let people = 0;
  const someone = () => service.signIn(`open.${kind}.${people += 1}@example.org`);

  test('come back on another device with the same questions, order of options, answers and place', async () => {
    const ann = await someone();
    const record = assessment();
    const [first = ''] = Object.keys(record.body.responses);
    expect((await keep(ann, record.id, makeOpen(record, 0, {[first]: 'c'}))).json()).toEqual({id: record.id, revision: 1});
    const [open] = await list(ann);
    expect(open).toMatchObject({id: record.id, revision: 1, body: {drawn: record.body.drawn, responses: {[first]: 'c'}, index: 1}});
    expect(open?.quiz.items.map(({id}) => id).sort()).toEqual(record.body.drawn.map(({itemId}) => itemId).sort());
    expect(JSON.stringify(open)).not.toContain(KEY_MARK);
  });

  test('are shown to nobody else, and nobody else can write to them', async () => {
    const [ann, ben] = [await someone(), await someone()];
    const record = assessment();
    await keep(ann, record.id, makeOpen(record));
    expect(await list(ben)).toEqual([]);
    expect((await keep(ben, record.id, makeOpen(record, 0))).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:other-attempt'});
    expect((await keep(ben, record.id, makeOpen(record, 1))).statusCode).toBe(409);
    expect((await service.browser().send('GET', '/api/open-attempts')).statusCode).toBe(401);
  });

  test('refuse a device that has not seen what another one kept, and lose nothing of it', async () => {
    const ann = await someone();
    const record = assessment();
    const [first = '', second = ''] = record.body.drawn.map(({itemId}) => itemId);
    await keep(ann, record.id, makeOpen(record, 0, {[first]: 'a'}));
    expect((await keep(ann, record.id, makeOpen(record, 1, {[first]: 'a', [second]: 'b'}))).json()).toMatchObject({revision: 2});
    expect((await keep(ann, record.id, makeOpen(record, 1, {[first]: 'c'}))).json()).toMatchObject({type: 'urn:askwell:problem:newer-there'});
    expect((await list(ann))[0]?.body.responses).toEqual({[first]: 'a', [second]: 'b'});
  });

  test('are gone once they are handed in, and cannot be opened again', async () => {
    const ann = await someone();
    const record = assessment();
    await keep(ann, record.id, makeOpen(record));
    expect((await ann.send('POST', '/api/records', record)).statusCode).toBe(201);
    expect(await list(ann)).toEqual([]);
    expect((await keep(ann, record.id, makeOpen(record, 1))).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:handed-in'});
  });

  test('hold no questions that were not drawn from the quiz, and no practice', async () => {
    const ann = await someone();
    const record = assessment();
    const strange = makeOpen(record, 0, {elsewhere: 'a'});
    expect((await keep(ann, record.id, strange)).json()).toMatchObject({status: 422});
    const practice = makeRecord(quizOf(service.content, 'practice-purpose'));
    expect((await keep(ann, practice.id, makeOpen(practice))).json()).toMatchObject({type: 'urn:askwell:problem:unknown-assessment'});
  });
});

describe.each(KINDS)('the rule on tries on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    const content = makeContent();
    const ruled = {...makeAssessment(), attempts: {max: 2, wait: 'P1D'}};
    service = await makeApp(store.database, {content: {...content, quizzes: content.quizzes.map((quiz) => (quiz.id === ruled.id ? ruled : quiz))}});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });
  const failing = () => {
    const record = makeRecord(quizOf(service.content, 'planning-assessment'), {answers: 'wrong', at: service.now().toISOString()});
    return {...record, body: {...record.body, startedAt: service.now().toISOString()}};
  };
  const draw = (who: Browser) => who.send('POST', '/api/attempts', {id: failing().id, quizId: 'planning-assessment'});

  test('is held when an attempt starts and when it is handed in, and says when the next may start', async () => {
    const email = `tries.${kind}@example.org`;
    let ann = await service.signIn(email);
    expect((await draw(ann)).statusCode).toBe(201);
    expect((await ann.send('POST', '/api/records', failing())).statusCode).toBe(201);
    service.pass(60_000);
    const soon = await draw(ann);
    expect(soon.json()).toMatchObject({status: 422, type: 'urn:askwell:problem:no-try-left', detail: expect.stringContaining('You can try again from 9:00am on 23 November 2026.') as string});
    expect((await ann.send('POST', '/api/records', failing())).json<{detail: string}>().detail).toContain('stays on your device and does not count');
    service.pass(DAY);
    ann = await service.signIn(email);
    expect((await draw(ann)).statusCode).toBe(201);
    expect((await ann.send('POST', '/api/records', failing())).statusCode).toBe(201);
    service.pass(DAY);
    ann = await service.signIn(email);
    expect((await draw(ann)).json<{detail: string}>().detail).toContain('You have used all 2 tries');
  });

  test('does not hold up somebody who is not signed in, whose tries are not known', async () => {
    expect((await draw(service.browser())).statusCode).toBe(201);
  });
});

import {randomBytes} from 'node:crypto';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import type {LiveRoom, LiveSession} from '#core/live/api.ts';
import {removeExpired} from '#server/repositories/chores.ts';
import {makeApp, newId} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const option = (id: string) => ({id, text: `Option ${id}`});
const QUESTION = {id: 'example-q', type: 'single', stem: 'Which is an example?', options: ['a', 'b', 'c'].map(option)};
const SEVERAL = {...QUESTION, id: 'example-several', type: 'multi'};
const newToken = (): string => randomBytes(16).toString('hex');
const HOUR = 3_600_000;

describe.each(KINDS)('live questions on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  /** Another instance of the service over the same database. */
  let second: TestApp;
  let tess: Browser;
  let tom: Browser;
  let running: LiveSession | null = null;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    second = await makeApp(store.database);
    tess = await service.signIn('tess@example.org', 'trainer');
    tom = await service.signIn('tom@example.org', 'trainer');
  });
  afterEach(async () => {
    if (running) await tess.send('DELETE', `/api/live/${running.id}`);
    running = null;
  });
  afterAll(async () => {
    await second.close();
    await service.close();
    await store.remove();
  });

  const start = async (): Promise<LiveSession> => {
    const answer = await tess.send('POST', '/api/live', {id: newId(), courseId: 'planning'});
    expect(answer.statusCode, answer.body).toBe(201);
    running = answer.json<LiveSession>();
    return running;
  };
  const show = (live: LiveSession, question: object = QUESTION) => tess.send('PUT', `/api/live/${live.id}/question`, {revision: live.revision, question});
  const asked = async (question: object = QUESTION): Promise<LiveSession> => (await show(await start(), question)).json<LiveSession>();
  const set = (live: LiveSession, state: string) => tess.send('PUT', `/api/live/${live.id}/state`, {revision: live.revision, state});
  const look = (code: string, headers: Record<string, string> = {}, from = service) => from.browser().send('GET', `/api/live/rooms/${code}`, undefined, headers);
  const answer = (code: string, chosen: string[], token = newToken(), questionId = QUESTION.id, from = service) =>
    from.browser().send('POST', `/api/live/rooms/${code}/answers`, {token, questionId, chosen});
  const mine = async (): Promise<LiveSession | null> => (await tess.send('GET', '/api/live')).json<{session: LiveSession | null}>().session;

  test('starts once when it is sent twice, and finds the running one again', async () => {
    const body = {id: newId(), courseId: 'planning'};
    const first = await tess.send('POST', '/api/live', body);
    expect(first.statusCode, first.body).toBe(201);
    running = first.json<LiveSession>();
    expect(running).toMatchObject({state: 'waiting', question: null, answered: 0, results: null});
    expect(running.code).toMatch(/^[2-9CDFHJKMNPRTVWX]{4}$/);
    const again = await tess.send('POST', '/api/live', body);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(running);
    expect(await mine()).toEqual(running);
    const other = await tess.send('POST', '/api/live', {...body, id: newId()});
    expect(other.statusCode).toBe(409);
    expect(other.json<{detail: string}>().detail).toContain(running.code);
    expect((await tom.send('POST', '/api/live', {id: newId(), courseId: 'no-such-course'})).statusCode).toBe(422);
  });

  test('shows a question to the room, with nothing that says which option is right', async () => {
    const live = await start();
    expect((await look(live.code)).json()).toMatchObject({state: 'waiting', question: null});
    expect((await show(live, {...QUESTION, options: [{...option('a'), right: true}, option('b')]})).statusCode).toBe(422);
    expect((await show(live, {...QUESTION, options: [option('a'), option('a')]})).statusCode).toBe(422);
    const shown = (await show(live)).json<LiveSession>();
    expect(shown).toMatchObject({state: 'open', question: QUESTION, revision: live.revision + 1});
    expect((await look(live.code.toLowerCase())).json()).toEqual({room: live.id, revision: shown.revision, state: 'open', question: QUESTION, results: null});
  });

  test('holds counts back at 4 answers and gives them at 5, to the trainer and the room', async () => {
    let live = await asked();
    for (const chosen of ['a', 'a', 'b', 'a']) expect((await answer(live.code, [chosen])).statusCode).toBe(200);
    const few = await set(live, 'results');
    expect(few.statusCode).toBe(409);
    expect(few.json<{detail: string}>().detail).toMatch(/^4 people have answered\. Results are shown from 5 answers on/);
    const before = await mine();
    expect(before).toMatchObject({answered: 4, results: null, state: 'open'});
    await answer(live.code, ['c']);
    // Nobody sees counts before the trainer asks for them.
    expect(await mine()).toMatchObject({answered: 5, results: null});
    expect((await look(live.code)).json<LiveRoom>().results).toBeNull();
    live = (await set(live, 'results')).json<LiveSession>();
    const results = {answered: 5, counts: {a: 3, b: 1, c: 1}};
    expect(live).toMatchObject({state: 'results', results});
    expect((await look(live.code)).json<LiveRoom>()).toMatchObject({state: 'results', results});
    expect((await answer(live.code, ['a'])).statusCode).toBe(409);
  });

  test('counts one device once, and lets it change its answer until answers are closed', async () => {
    const live = await asked();
    const token = newToken();
    for (const chosen of ['a', 'a', 'b']) expect((await answer(live.code, [chosen], token)).statusCode).toBe(200);
    for (let count = 0; count < 4; count += 1) await answer(live.code, ['c']);
    const closed = (await set(live, 'closed')).json<LiveSession>();
    const late = await answer(live.code, ['c'], token);
    expect(late.statusCode).toBe(409);
    expect(late.json<{type: string}>().type).toBe('urn:askwell:problem:live-closed');
    // The reply to an answer may be lost: the same one again is no fault.
    expect((await answer(live.code, ['b'], token)).statusCode).toBe(200);
    expect((await set(closed, 'results')).json<LiveSession>().results).toEqual({answered: 5, counts: {a: 0, b: 1, c: 4}});
  });

  test('counts each option of a question with several, and takes no answer that the question does not have', async () => {
    const live = await asked(SEVERAL);
    for (const chosen of [['a', 'b'], ['b', 'a'], ['c'], ['b'], ['a', 'b', 'c']]) expect((await answer(live.code, chosen, newToken(), SEVERAL.id)).statusCode).toBe(200);
    for (const chosen of [['d'], ['a', 'a'], [], ['a', 'b', 'c', 'd']]) expect((await answer(live.code, chosen, newToken(), SEVERAL.id)).statusCode, chosen.join()).toBe(422);
    expect((await set(live, 'results')).json<LiveSession>().results).toEqual({answered: 5, counts: {a: 3, b: 4, c: 2}});
    const single = (await show((await mine()) ?? live)).json<LiveSession>();
    expect((await answer(single.code, ['a', 'b'])).statusCode).toBe(422);
  });

  test('goes on to another question under the same code, and keeps the answers to the first', async () => {
    const first = await asked();
    const token = newToken();
    await answer(first.code, ['a'], token);
    const next = (await show(first, SEVERAL)).json<LiveSession>();
    expect(next).toMatchObject({code: first.code, state: 'open', answered: 0});
    const late = await answer(first.code, ['b'], token);
    expect([late.statusCode, late.json<{type: string}>().type]).toEqual([409, 'urn:askwell:problem:live-moved-on']);
    expect((await answer(first.code, ['a'], token)).statusCode).toBe(200);
    expect((await show(next)).json<LiveSession>()).toMatchObject({question: QUESTION, answered: 1});
  });

  test('refuses what was decided on an older state, and takes the same change twice', async () => {
    const live = await asked();
    const closed = await set(live, 'closed');
    expect(closed.statusCode).toBe(200);
    expect((await set(live, 'closed')).json()).toEqual(closed.json());
    const other = await set(live, 'open');
    expect(other.statusCode).toBe(409);
    expect(other.json<{type: string}>().type).toBe('urn:askwell:problem:other-revision');
    expect((await set(closed.json<LiveSession>(), 'open')).json()).toMatchObject({state: 'open'});
  });

  test('sends nothing again to whoever has it, until something changes', async () => {
    const live = await asked();
    const first = await look(live.code);
    const known = {'if-none-match': String(first.headers.etag)};
    const same = await look(live.code, known);
    expect([same.statusCode, same.body]).toEqual([304, '']);
    expect((await look(live.code, {'if-none-match': `W/${known['if-none-match']}`}, second)).statusCode).toBe(304);
    await answer(live.code, ['a']);
    expect((await look(live.code, known)).statusCode).toBe(304);
    const own = await tess.send('GET', '/api/live');
    expect((await tess.send('GET', '/api/live', undefined, {'if-none-match': String(own.headers.etag)})).statusCode).toBe(304);
    await answer(live.code, ['b']);
    expect((await tess.send('GET', '/api/live', undefined, {'if-none-match': String(own.headers.etag)})).statusCode).toBe(200);
    await set(live, 'closed');
    expect((await look(live.code, known)).statusCode).toBe(200);
  });

  test('takes answers through any instance, many at once, and none twice', async () => {
    const live = await asked();
    const tokens = Array.from({length: 40}, newToken);
    const replies = await Promise.all([...tokens, ...tokens].map((token, index) => answer(live.code, ['a'], token, QUESTION.id, index % 2 ? second : service)));
    expect(replies.map(({statusCode}) => statusCode).filter((status) => status !== 200)).toEqual([]);
    expect((await mine())?.answered).toBe(40);
  });

  test('keeps another trainer out', async () => {
    const live = await asked();
    for (const [method, path, body] of [
      ['PUT', 'question', {revision: live.revision, question: SEVERAL}], ['PUT', 'state', {revision: live.revision, state: 'closed'}],
    ] as const) expect((await tom.send(method, `/api/live/${live.id}/${path}`, body)).statusCode, path).toBe(404);
    expect((await tom.send('DELETE', `/api/live/${live.id}`)).statusCode).toBe(204);
    expect((await tom.send('GET', '/api/live')).json()).toEqual({session: null});
    expect(await mine()).toEqual(live);
  });

  test('stores no person, no time and no token with an answer, also for somebody signed in', async () => {
    const live = await asked();
    const token = newToken();
    await tom.send('POST', `/api/live/rooms/${live.code}/answers`, {token, questionId: QUESTION.id, chosen: ['a']});
    const [row = {}] = await store.database.query('select * from live_answers');
    expect(Object.keys(row).sort()).toEqual(['chosen', 'question_id', 'session_id', 'token_hash']);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('deletes everything when the trainer ends it', async () => {
    const live = await asked();
    await answer(live.code, ['a']);
    for (let time = 0; time < 2; time += 1) expect((await tess.send('DELETE', `/api/live/${live.id}`)).statusCode).toBe(204);
    expect((await look(live.code)).statusCode).toBe(404);
    expect((await answer(live.code, ['a'])).statusCode).toBe(404);
    expect(await store.database.query('select 1 as one from live_answers')).toEqual([]);
    expect(await store.database.query('select 1 as one from live_sessions')).toEqual([]);
    running = null;
  });

  test('lets 200 phones behind one address ask and answer, and stops whoever tries codes', async () => {
    const live = await asked();
    const phone = service.browser();
    for (let turn = 0; turn < 200; turn += 1) {
      const status = (await phone.send('POST', `/api/live/rooms/${live.code}/answers`, {token: newToken(), questionId: QUESTION.id, chosen: ['b']})).statusCode;
      if (status !== 200) expect(`${turn}: ${status}`).toBe('200');
    }
    let stopped = 0;
    for (let turn = 1; turn <= 1001 && stopped === 0; turn += 1) if ((await phone.send('GET', '/api/live/rooms/none')).statusCode === 429) stopped = turn;
    expect(stopped).toBe(1001);
    // The room itself is not shut out with them.
    expect((await phone.send('GET', `/api/live/rooms/${live.code}`)).statusCode).toBe(200);
  });

  // Last, since the chores end the trainers' sessions too.
  test('is gone after 12 hours, and the chores take the rows away', async () => {
    const live = await asked();
    await answer(live.code, ['a']);
    const away = (hours: number): Date => new Date(service.now().getTime() + hours * HOUR);
    await removeExpired(store.database, away(11.9));
    expect((await look(live.code)).statusCode).toBe(200);
    await removeExpired(store.database, away(12));
    expect((await look(live.code)).statusCode).toBe(404);
    expect(await store.database.query('select 1 as one from live_answers')).toEqual([]);
    running = null;
  });
});

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {NewPoint, PointQueue, QueuedPoint} from '#core/points/point.ts';
import type {Person} from '#core/records/api.ts';
import {makeApp, newId} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const PAGE = '/toolkit/duties/fairness/';

describe.each(KINDS)('learning points on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    tess = await service.signIn('tess@example.org', 'trainer');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const make = (changes: Partial<NewPoint> = {}): NewPoint => ({
    id: newId(), kind: 'unclear', at: '2026-11-22T08:00:00.000Z', path: PAGE, heading: null, question: null, debrief: null, text: 'What is a proper time?', nextTime: null, askId: null, ...changes,
  });
  const send = async (changes: Partial<NewPoint> = {}, browser = service.browser()): Promise<NewPoint> => {
    const point = make(changes);
    const answer = await browser.send('POST', '/api/points', point);
    expect(answer.statusCode, answer.body).toBe(201);
    return point;
  };
  const queue = async (query = '', browser = tess): Promise<PointQueue> => (await browser.send('GET', `/api/points${query}`)).json<PointQueue>();
  const find = async (id: string): Promise<QueuedPoint | undefined> => (await queue()).points.find((point) => point.id === id);
  const change = (point: {id: string}, body: object, browser = tess) => browser.send('POST', `/api/points/${point.id}/changes`, {id: newId(), from: 'new', to: 'in-hand', note: null, ...body});

  test('adds a point once when it is sent twice, refuses another under its id, and asks nobody to sign in', async () => {
    const anybody = service.browser();
    const point = make({text: '  What is a proper time?\nSay it in weeks. '});
    const first = await anybody.send('POST', '/api/points', point);
    expect(first.statusCode, first.body).toBe(201);
    expect(first.json()).toEqual({id: point.id, outcome: 'added', receivedAt: service.now().toISOString()});
    service.pass(60_000);
    const second = await anybody.send('POST', '/api/points', point);
    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual({...first.json<object>(), outcome: 'already-there'});
    const other = await anybody.send('POST', '/api/points', {...point, text: 'Something else'});
    expect(other.statusCode).toBe(409);
    expect(other.json<{detail: string}>().detail).toMatch(/send them again/);
    expect((await find(point.id))?.text).toBe('What is a proper time?\nSay it in weeks.');
    expect((await queue()).points.filter(({id}) => id === point.id)).toHaveLength(1);
  });

  test('refuses what is too long, leads elsewhere or is no point, and says which field', async () => {
    const anybody = service.browser();
    for (const [changes, field] of [[{text: 'x'.repeat(1001)}, 'text'], [{path: '//evil.example/'}, 'path'], [{kind: 'praise'}, 'kind'], [{kind: 'lesson', debrief: 'Library'}, 'nextTime']] as const) {
      const answer = await anybody.send('POST', '/api/points', {...make(), ...changes});
      expect(answer.statusCode).toBe(422);
      expect(answer.json<{errors: {field: string}[]}>().errors.map((each) => each.field)).toContain(field);
    }
    expect((await anybody.send('POST', '/api/points', {...make(), extra: 'x'.repeat(20_000)})).statusCode).toBe(413);
  });

  test('takes 20 points in 15 minutes from one address, and no more', async () => {
    const flood = service.browser();
    for (let count = 0; count < 20; count += 1) await send({}, flood);
    const answer = await flood.send('POST', '/api/points', make());
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('stores nobody’s name unless they say that they may be asked, and then only their own', async () => {
    const ann = await service.signIn('ann@example.org');
    const annId = (await ann.send('GET', '/api/me')).json<{person: Person}>().person.id;
    const silent = await send({}, ann);
    const open = await send({askId: annId}, ann);
    expect((await find(silent.id))?.contact).toBeNull();
    expect((await find(open.id))?.contact).toBe('ann@example.org');
    expect((await service.browser().send('POST', '/api/points', make({askId: annId}))).statusCode).toBe(401);
    expect((await tess.send('POST', '/api/points', make({askId: annId}))).statusCode).toBe(403);
  });

  test('names the page and the role that keeps it, and finds points by state, kind and owner', async () => {
    const law = await send({kind: 'out-of-date', heading: 'the-four-rules'});
    const lesson = await send({kind: 'lesson', path: null, debrief: 'Library hours', text: 'Six came.', nextTime: 'Try a stall.'});
    const question = await send({kind: 'wrong', path: '/learn/no-such-course/', question: {id: 'closing-date', version: 'a1b2'}});
    expect(await find(law.id)).toMatchObject({owner: 'Legal team', heading: 'the-four-rules', state: 'new', changes: []});
    expect((await find(law.id))?.pageTitle).toBeTruthy();
    expect(await find(lesson.id)).toMatchObject({owner: 'Consultation team', pageTitle: null, debrief: 'Library hours', nextTime: 'Try a stall.'});
    expect(await find(question.id)).toMatchObject({owner: 'Consultation team', question: {id: 'closing-date', version: 'a1b2'}});
    const ids = async (query: string): Promise<string[]> => (await queue(query)).points.map(({id}) => id);
    expect(await ids('?kind=lesson')).toEqual([lesson.id]);
    expect(await ids('?owner=Legal%20team&kind=out-of-date')).toEqual([law.id]);
    expect(await ids('?state=done')).toEqual([]);
    expect((await queue('?state=done')).owners).toEqual(expect.arrayContaining(['Consultation team', 'Legal team']));
    expect((await tess.send('GET', '/api/points?state=later')).statusCode).toBe(422);
  });

  test('lists new points before those in hand, and the oldest first', async () => {
    const [old, middle, late] = [await send(), await send(), await send()];
    service.pass(1000);
    await change(old, {});
    const order = (await queue('?state=open')).points.map(({id}) => id).filter((id) => [old.id, middle.id, late.id].includes(id));
    expect(order).toEqual([middle.id, late.id, old.id]);
    expect((await queue('?state=in-hand')).points.map(({id}) => id)).toContain(old.id);
  });

  test('moves a point, keeps every change with who and when, and asks for a reason when it closes', async () => {
    const point = await send();
    expect((await change(point, {to: 'done'})).statusCode).toBe(422);
    expect((await change(point, {to: 'not-a-fault', note: ' '})).statusCode).toBe(422);
    expect((await change(point, {to: 'new'})).statusCode).toBe(422);
    const body = {id: newId(), to: 'in-hand'};
    expect((await change(point, body)).json()).toMatchObject({state: 'in-hand'});
    const again = await change(point, body);
    expect(again.statusCode).toBe(200);
    expect(again.json<QueuedPoint>().changes).toHaveLength(1);
    expect((await change(point, {...body, to: 'done', note: 'Mended.'})).statusCode).toBe(409);
    await change(point, {from: 'in-hand', to: 'done', note: 'The page now says 12 weeks is a habit.'});
    const done = (await change(point, {from: 'done', to: 'done', note: 'Told the team.'})).json<QueuedPoint>();
    expect(done.state).toBe('done');
    expect(done.changes.map(({from, to, note, by, at}) => [from, to, note, by.email, at])).toEqual([
      ['new', 'in-hand', null, 'tess@example.org', service.now().toISOString()],
      ['in-hand', 'done', 'The page now says 12 weeks is a habit.', 'tess@example.org', service.now().toISOString()],
      ['done', 'done', 'Told the team.', 'tess@example.org', service.now().toISOString()],
    ]);
    await expect(store.database.query("update learning_point_changes set note = 'x'")).rejects.toThrow(/never changed/);
    await expect(store.database.query('delete from learning_point_changes')).rejects.toThrow(/never changed/);
  });

  test('lets one of two people who change a point at the same moment win, and tells the other', async () => {
    const point = await send();
    const tom = await service.signIn(`tom.${kind}@example.org`, 'trainer');
    const answers = await Promise.all([change(point, {}), change(point, {to: 'not-a-fault', note: 'It is right.'}, tom)]);
    expect(answers.map(({statusCode}) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({statusCode}) => statusCode === 409)?.json<{detail: string}>().detail).toMatch(/changed this point meanwhile/);
    expect((await change({id: newId()}, {})).statusCode).toBe(404);
    expect((await change({id: 'x'}, {})).statusCode).toBe(404);
  });

  test('shows the queue to trainers, leads and coordinators alone', async () => {
    const point = await send();
    const lead = await service.signIn(`lead.${kind}@example.org`, 'lead', 'place');
    const boss = await service.signIn(`boss.${kind}@example.org`, 'coordinator');
    const learner = await service.signIn(`learner.${kind}@example.org`);
    for (const browser of [lead, boss]) expect((await queue('', browser)).points.map(({id}) => id)).toContain(point.id);
    for (const [browser, status] of [[learner, 403], [service.browser(), 401]] as const) {
      for (const url of ['/api/points', '/api/points.csv']) expect((await browser.send('GET', url)).statusCode).toBe(status);
      expect((await change(point, {}, browser)).statusCode).toBe(status);
    }
  });

  test('exports what is asked for so that no cell can run as a formula', async () => {
    const texts = ['=1+1', '@SUM(A1)', '  -2', '＋1', 'A "quoted" word,\nand a second line'];
    for (const text of texts) await send({kind: 'other', text});
    const answer = await tess.send('GET', '/api/points.csv?kind=other&state=open');
    expect(answer.headers).toMatchObject({'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="learning-points.csv"', 'cache-control': 'no-store'});
    const cells = [...answer.body.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map((match) => (match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    expect(cells.filter((cell) => /^\s*[=+\-@|＝＋－＠]/.test(cell))).toEqual([]);
    for (const text of texts) expect(cells.some((cell) => cell.endsWith(text.trim())), text).toBe(true);
    expect(answer.body).toContain('"Legal team"');
    expect(answer.body).not.toContain('Out of date');
  });
});

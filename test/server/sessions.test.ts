import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Queries} from '#server/database/database.ts';
import {makeApp, newId} from '../support/app.ts';
import type {TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const FIREFOX = {'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'};

interface Listed {
  sessions: {id: string; isThis: boolean; how: string; isStrong: boolean; device: string}[];
}

describe.each(KINDS)('sessions on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let number = 0;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });
  const newEmail = (): string => `person.${number += 1}@example.org`;
  const list = async (browser: Awaited<ReturnType<TestApp['signIn']>>) => (await browser.send('GET', '/api/sessions')).json<Listed>().sessions;
  const actionsOf = async (email: string) => (await store.database.query<{action: string}>('select l.action from audit_log l join people p on p.id = l.subject_id where p.email = $1 order by l.seq', [email])).map(({action}) => action);

  test('are listed with what the browser calls itself, and no address or full name of it is kept', async () => {
    const email = newEmail();
    const first = await service.signIn(email);
    const second = service.browser();
    await second.send('POST', '/api/sign-in/codes', {email}, FIREFOX);
    await second.send('POST', '/api/sign-in/sessions', {email, code: await service.codeFor(email)}, FIREFOX);
    const seen = await list(second);
    expect(seen).toHaveLength(2);
    expect(seen.find(({isThis}) => isThis)).toMatchObject({device: 'Firefox on Windows', how: 'code', isStrong: false});
    expect((await list(first)).find(({isThis}) => isThis)?.device).toBe('A browser');
    const rows = JSON.stringify(await store.database.query('select t::text as row from sessions t'));
    expect(rows).not.toMatch(/Gecko|140\.0|10\.0\.0/);
    expect(rows).not.toContain(second.cookies.get('session'));
  });

  test('have an id that opens nothing', async () => {
    const browser = await service.signIn(newEmail());
    const [session] = await list(browser);
    const thief = service.browser();
    thief.cookies.set('session', session?.id ?? '');
    expect((await thief.send('GET', '/api/me')).json()).toEqual({person: null});
  });

  test('can be ended one by one, dead in the database at once, and only one’s own', async () => {
    const email = newEmail();
    const here = await service.signIn(email);
    const there = await service.signIn(email);
    const target = (await list(here)).find(({isThis}) => !isThis)?.id ?? '';
    const stranger = await service.signIn(newEmail());
    for (const id of [target, newId(), 'no-id', '%27']) expect((await stranger.send('DELETE', `/api/sessions/${id}`)).statusCode).toBe(404);
    expect((await there.send('GET', '/api/me')).json()).not.toEqual({person: null});
    expect((await here.send('DELETE', `/api/sessions/${target}`)).statusCode).toBe(204);
    expect((await there.send('GET', '/api/me')).json()).toEqual({person: null});
    expect(await store.database.query('select 1 as one from sessions where id = $1::uuid', [target])).toEqual([]);
    expect((await here.send('DELETE', `/api/sessions/${target}`)).statusCode).toBe(404);
  });

  test('can all be ended but this one', async () => {
    const email = newEmail();
    const here = await service.signIn(email);
    const others = [await service.signIn(email), await service.signIn(email)];
    expect((await here.send('DELETE', '/api/sessions')).json()).toEqual({count: 2});
    for (const other of others) expect((await other.send('GET', '/api/me')).json()).toEqual({person: null});
    expect(await list(here)).toHaveLength(1);
    expect(await actionsOf(email)).toEqual(['signed-in', 'signed-in', 'signed-in', 'session-ended']);
  });

  test('of somebody else can be ended by a coordinator alone, who keeps their own', async () => {
    const email = newEmail();
    const lost = await service.signIn(email);
    const bossEmail = newEmail();
    const boss = await service.signIn(bossEmail, 'coordinator');
    const trainer = await service.signIn(newEmail(), 'trainer');
    expect((await trainer.send('POST', '/api/people/session-ends', {email})).statusCode).toBe(403);
    expect((await boss.send('POST', '/api/people/session-ends', {email: 'nobody@example.org'})).statusCode).toBe(404);
    expect((await boss.send('POST', '/api/people/session-ends', {email})).json()).toEqual({count: 1});
    expect((await lost.send('GET', '/api/me')).json()).toEqual({person: null});
    expect((await boss.send('POST', '/api/people/session-ends', {email: bossEmail})).json()).toEqual({count: 0});
    expect((await boss.send('GET', '/api/me')).json()).not.toEqual({person: null});
  });

  test('end in the database at sign-out, and both are in the audit log', async () => {
    const email = newEmail();
    const browser = await service.signIn(email);
    expect((await browser.send('DELETE', '/api/sign-in/session')).statusCode).toBe(204);
    expect(await store.database.query('select 1 as one from sessions s join people p on p.id = s.person_id where p.email = $1', [email])).toEqual([]);
    expect(await actionsOf(email)).toEqual(['signed-in', 'signed-out']);
    expect((await browser.send('DELETE', '/api/sign-in/session')).statusCode).toBe(204);
    expect(await actionsOf(email)).toHaveLength(2);
  });

  test('of one person are 20 at most: the one used longest ago gives way', async () => {
    const email = newEmail();
    const browsers = [];
    for (let turn = 0; turn < 21; turn += 1) {
      if (turn % 5 === 0) service.pass(16 * 60_000);
      browsers.push(await service.signIn(email));
      service.pass(1000);
    }
    expect((await browsers[0]?.send('GET', '/api/me'))?.json()).toEqual({person: null});
    expect((await browsers[1]?.send('GET', '/api/me'))?.json()).not.toEqual({person: null});
  });

  test('write giving a role into the audit log, with who did it', async () => {
    const bossEmail = newEmail();
    const boss = await service.signIn(bossEmail, 'coordinator');
    const email = newEmail();
    await boss.send('PUT', '/api/people/role', {email, role: 'trainer'});
    await boss.send('PUT', '/api/people/role', {email, role: 'trainer'});
    const rows = await store.database.query<{actor: string; detail: object}>(
      "select a.email as actor, l.detail from audit_log l join people a on a.id = l.actor_id join people s on s.id = l.subject_id where l.action = 'role-given' and s.email = $1", [email]);
    expect(rows).toEqual([{actor: bossEmail, detail: {from: 'learner', to: 'trainer', directorate: null}}]);
  });
});

describe('whether an address is known', () => {
  let store: TestDatabase;
  let service: TestApp;
  const statements: string[] = [];
  beforeAll(async () => {
    store = await makeDatabase('postgres');
    const {database} = store;
    const heard = (db: Queries): Queries => ({run: (script) => db.run(script), query: (sql, params) => (statements.push(sql), db.query(sql, params))});
    service = await makeApp({...heard(database), kind: database.kind, close: () => database.close(), transaction: (work) => database.transaction((tx) => work(heard(tx)))});
    await service.signIn('known@example.org');
    service.pass(16 * 60_000);
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });
  const ask = (email: string) => service.browser().send('POST', '/api/sign-in/codes', {email});
  const guess = async (email: string) => {
    const browser = service.browser();
    await browser.send('POST', '/api/sign-in/codes', {email});
    statements.length = 0;
    return browser.send('POST', '/api/sign-in/sessions', {email, code: '000000'});
  };

  test.each([['asking for a code', ask], ['trying one', guess]] as const)('does not show in the work, the status or the words of %s', async (_title, call) => {
    const seen = [];
    for (const email of ['known@example.org', 'unknown@example.org']) {
      statements.length = 0;
      const answer = await call(email);
      // The outbox sends mail when it likes; what it asks the database is no part of the answer.
      seen.push({status: answer.statusCode, body: answer.body, headers: Object.keys(answer.headers), work: statements.filter((sql) => !sql.includes('mail_outbox set') && !sql.includes('from mail_outbox'))});
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.work.length).toBeGreaterThan(0);
  });

  test('does not show in the time it takes, as far as a busy machine can tell', async () => {
    const times: Record<'known' | 'unknown', number[]> = {known: [], unknown: []};
    for (let turn = 0; turn < 40; turn += 1) {
      const who = (turn + (turn >> 1)) % 2 === 0 ? 'known' : 'unknown';
      const email = `${who}.${turn}@example.org`;
      if (who === 'known') await store.database.query('insert into people (email, created_at) values ($1, $2::timestamptz)', [email, service.now().toISOString()]);
      const start = performance.now();
      await ask(email);
      times[who].push(performance.now() - start);
    }
    const median = (of: number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(Math.max(5, median(times.unknown) / 2));
  });
});

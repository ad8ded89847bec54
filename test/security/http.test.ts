import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {safeNext} from '#core/records/safeNext.ts';
import {ACCESS} from '#server/access.ts';
import {readConfig} from '#server/config.ts';
import {mayAsk} from '#server/signIn/outgoing.ts';
import {makeApp, ORIGIN} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {makeDatabase, makeFolder} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {readOperations} from '../support/openapi.ts';
import type {OpenApi, Operation} from '../support/openapi.ts';

let store: TestDatabase;
let service: TestApp;
let boss: Browser;
let operations: Operation[];
const site = makeFolder();
beforeAll(async () => {
  store = await makeDatabase('postgres');
  const folder = path.join(site.folder, 'build');
  mkdirSync(folder);
  for (const file of ['index.html', '404.html', 'sw.js']) writeFileSync(path.join(folder, file), 'example');
  service = await makeApp(store.database, {site: {folder, headersFile: path.join(site.folder, 'none.json')}});
  boss = await service.signIn('boss@example.org', 'coordinator');
  operations = readOperations((await service.browser().send('GET', '/api/openapi.json')).json<OpenApi>());
});
afterAll(async () => {
  await service.close();
  await store.remove();
  site.remove();
});

const changing = Object.keys(ACCESS).filter((route) => !route.startsWith('GET'));
const place = (route: string): string => (route.split(' ')[1] ?? '').replace(/:\w+/g, '01900000-0000-7000-8000-000000000000');
const session = (browser: Browser): string => `session=${browser.cookies.get('session') ?? ''}`;
/** Says exactly these headers, and nothing that a browser would add. */
const raw = (method: string, url: string, headers: Record<string, string>, payload?: string) =>
  service.app.inject({method: method as 'POST', url, headers: {host: 'localhost:3000', ...headers}, ...(payload !== undefined && {payload})});

describe('12 requests from other sites', () => {
  const FOREIGN: Record<string, string>[] = [{}, {origin: 'null'}, {origin: 'https://evil.example'}, {origin: 'https://evil.example', 'sec-fetch-site': 'same-origin'}, {'sec-fetch-site': 'cross-site'}, {'sec-fetch-site': 'none'}];

  test.each(changing)('%s is refused before anything is read', async (route) => {
    for (const headers of FOREIGN) {
      const answer = await raw(route.split(' ')[0] ?? '', place(route), {cookie: session(boss), 'content-type': 'application/json', ...headers}, '{}');
      expect(answer.statusCode, JSON.stringify(headers)).toBe(403);
      expect(answer.json()).toMatchObject({type: 'urn:askwell:problem:other-origin'});
    }
  });

  test('no other site may read an answer, nor ask beforehand whether it may', async () => {
    for (const method of ['OPTIONS', 'GET']) {
      const answer = await raw(method, '/api/me', {origin: 'https://evil.example', 'access-control-request-method': 'PATCH', cookie: session(boss)});
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  test('the cookie goes with no request that another site makes for itself', async () => {
    const asked = await service.browser().send('POST', '/api/sign-in/codes', {email: 'cookie@example.org'});
    expect(String(asked.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax/);
  });

  test('a method named in a header or a query is not taken for the method', async () => {
    for (const name of ['x-http-method-override', 'x-method-override']) await raw('GET', '/api/sign-in/session?_method=DELETE', {cookie: session(boss), [name]: 'DELETE'});
    expect((await boss.send('GET', '/api/me')).json()).not.toEqual({person: null});
  });
});

describe('13 session fixation and sessions that are over', () => {
  test.each(['', 'a', 'a'.repeat(43), `${'a'.repeat(43)}; session=${'b'.repeat(43)}`, `${'a'.repeat(42)}%00`, "' or 1=1 --", 'a'.repeat(4000)])('the cookie %j is nobody', async (cookie) => {
    const answer = await raw('GET', '/api/me', {cookie: `session=${cookie}`});
    expect(answer.json()).toEqual({person: null});
  });

  test('a changed, cut or lengthened token is nobody', async () => {
    const token = boss.cookies.get('session') ?? '';
    for (const other of [token.slice(1), `${token}a`, token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase(), `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`]) {
      expect((await raw('GET', '/api/me', {cookie: `session=${other}`})).json()).toEqual({person: null});
    }
    expect((await raw('GET', '/api/me', {cookie: `session=${token}`})).json()).not.toEqual({person: null});
  });

  test('a planted token is never taken over at sign-in, whatever came with the request', async () => {
    const planted = 'p'.repeat(43);
    const victim = service.browser();
    victim.cookies.set('session', planted);
    await victim.send('POST', '/api/sign-in/codes', {email: 'victim@example.org'});
    const answer = await victim.send('POST', `/api/sign-in/sessions?session=${planted}`, {email: 'victim@example.org', code: await service.codeFor('victim@example.org')});
    expect(answer.statusCode).toBe(200);
    expect(victim.cookies.get('session')).toMatch(/^[\w-]{43}$/);
    expect(victim.cookies.get('session')).not.toBe(planted);
    expect((await raw('GET', '/api/me', {cookie: `session=${planted}`})).json()).toEqual({person: null});
  });

  test('after signing out a copy of the cookie opens no route for those signed in', async () => {
    const left = await service.signIn('left@example.org');
    const cookie = session(left);
    await left.send('DELETE', '/api/sign-in/session');
    for (const route of Object.keys(ACCESS).filter((each) => each.startsWith('GET') && ACCESS[each] !== 'anybody')) {
      expect((await raw('GET', place(route), {cookie})).statusCode, route).toBe(401);
    }
  });

  test('a session never goes in an address', async () => {
    const token = boss.cookies.get('session') ?? '';
    expect((await raw('GET', `/api/me?session=${token}`, {authorization: `Bearer ${token}`})).json()).toEqual({person: null});
  });
});

describe('14 brute force of codes', () => {
  test('the chance of a day of guessing at one address stays under 1 in 10,000', async () => {
    const email = 'guessed@example.org';
    for (let hour = 0; hour < 24; hour += 1) {
      for (let turn = 0; turn < 6; turn += 1) {
        const browser = service.browser();
        if ((await browser.send('POST', '/api/sign-in/codes', {email})).statusCode !== 202) continue;
        const code = await service.codeFor(email);
        const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
        for (let guess = 0; guess < 6; guess += 1) await browser.send('POST', '/api/sign-in/sessions', {email, code: wrong});
      }
      service.pass(60 * 60_000);
    }
    const [counted] = await store.database.query<{tries: number}>('select coalesce(sum(tries), 0)::int as tries from sign_in_codes where email = $1', [email]);
    const taken = counted?.tries ?? 0;
    expect(taken).toBeGreaterThan(0);
    expect(taken / 1_000_000).toBeLessThan(1 / 10_000);
    // A day went by, so the coordinator of the tests below comes in again.
    boss = await service.signIn('boss@example.org');
  });

  test.each([['GET', '/api/join/ABCDEFGH', 600], ['GET', `/api/credentials/${'0'.repeat(32)}`, 600], ['POST', '/api/sign-in/passkey-options', 120]] as const)('%s %s stops one network after %i requests at the most', async (method, url, most) => {
    const guesser = service.browser();
    const statuses: number[] = [];
    for (let turn = 0; turn <= most && statuses.at(-1) !== 429; turn += 1) statuses.push((await guesser.send(method, url)).statusCode);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('15 open redirects', () => {
  const CORPUS = ['//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example', 'https://evil.example', '/\tevil.example', '/\n/evil.example', '/%2f/evil.example', '/%5cevil.example', '/a//evil.example', '/.//evil.example', '/..//evil.example', '/@evil.example', '@evil.example', 'javascript:alert(1)', 'data:text/html,x', '/\u2028/evil', '/api/people', '/dev/mail', '/sign-in/', '／／evil.example', '/?next=//evil', '/a:b@evil.example/', ' //evil.example', '/%00', '\u0000//evil.example'];

  test.each(CORPUS)('%j leads to a page of this site or nowhere', (next) => {
    const to = new URL(safeNext(next), ORIGIN);
    expect(to.origin).toBe(ORIGIN);
    expect(to.pathname).not.toMatch(/^\/(api|dev|sign-in)(\/|$)/);
  });

  test('nor does anything made by chance lead off the site', () => {
    const letters = fc.constantFrom(...'/\\@:.?#%25fc0a\t\n ehttpsvil-_~'.split(''), '／', '\u0000');
    fc.assert(fc.property(fc.oneof(fc.string({unit: letters, maxLength: 30}), fc.string({unit: letters, maxLength: 30}).map((text) => `/${text}`), fc.webUrl()), (next) => {
      const to = new URL(safeNext(next), ORIGIN);
      expect(to.origin).toBe(ORIGIN);
      expect(to.pathname).not.toMatch(/^\/\/|^\/(api|dev|sign-in)(\/|$)/);
    }), {numRuns: 3000});
  });

  test('the service sends nobody anywhere else', async () => {
    for (const next of CORPUS) {
      for (const url of [`/api/sign-in/oidc/callback?state=x&next=${encodeURIComponent(next)}`, `/api/me?next=${encodeURIComponent(next)}`, `/${encodeURIComponent(next)}`]) {
        const {location} = (await service.browser().send('GET', url)).headers;
        if (location !== undefined) expect(new URL(String(location), ORIGIN).origin, url).toBe(ORIGIN);
      }
    }
  });
});

describe('16 requests that the service makes for others', () => {
  const NUMBERS = ['169.254.169.254', '127.0.0.1', '127.1', '0x7f.1', '0x7f000001', '2130706433', '0177.0.0.1', '0', '0.0.0.0', '10.0.0.1', '192.168.1.1', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[fe80::1]', '[fd00::1]'];

  test.each(NUMBERS)('a provider’s description does not lead to %s', (host) => {
    for (const scheme of ['https', 'http', 'ftp', 'gopher', 'file', 'ws']) expect(mayAsk(`${scheme}://${host}/latest`, 'https://login.example.org/tenant'), scheme).toBe(false);
  });

  test('nothing but https with a name, or the issuer itself, is ever asked', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({validSchemes: ['http', 'https', 'ftp', 'gopher']}), fc.tuple(fc.constantFrom('http', 'https', 'file'), fc.ipV4Extended()).map(([scheme, host]) => `${scheme}://${host}/`), fc.string()), (address) => {
      if (!mayAsk(address, 'https://login.example.org/tenant')) return;
      const {protocol, hostname} = new URL(address);
      expect(protocol).toBe('https:');
      expect(hostname).not.toMatch(/^[\d.]+$|^\[/);
    }), {numRuns: 2000});
  });

  test.each([
    ['OIDC_ISSUER', 'http://169.254.169.254/'], ['OIDC_ISSUER', 'file:///etc/passwd'], ['OIDC_ISSUER', 'gopher://login.example.org/'], ['OIDC_ISSUER', 'https://a:b@login.example.org/'],
    ['SMTP_URL', 'http://mail.example.org/'], ['SMTP_URL', 'file:///etc/passwd'], ['DATABASE_URL', 'http://169.254.169.254/'], ['PUBLIC_URL', 'javascript:alert(1)'], ['PUBLIC_URL', 'https://consult.example.org/path'],
  ])('the setting %s=%s stops the start', (name, value) => {
    const oidc = name === 'OIDC_ISSUER' ? {OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret'} : {};
    expect(readConfig({MAIL_FROM: 'askwell@example.org', ...oidc, [name]: value}, '/tmp').ok).toBe(false);
  });

  test('no route takes an address from which the service would fetch', async () => {
    const asked: unknown[] = [];
    const before = globalThis.fetch;
    globalThis.fetch = async (...args) => {
      asked.push(args);
      throw new Error('The tests fetch nothing.');
    };
    try {
      await boss.send('POST', '/api/recognised-credentials', {id: '01900000-0000-7000-8000-000000000001', text: 'http://169.254.169.254/latest'});
      const header = Buffer.from(JSON.stringify({alg: 'ES256', kid: 'http://169.254.169.254/jwks#1', jku: 'http://169.254.169.254/jwks', x5u: 'http://169.254.169.254/x'})).toString('base64url');
      const answer = await boss.send('POST', '/api/recognised-credentials', {id: '01900000-0000-7000-8000-000000000001', text: `${header}.${Buffer.from('{"iss":"http://169.254.169.254/"}').toString('base64url')}.AAAA`});
      expect(answer.statusCode).toBe(422);
    } finally {
      globalThis.fetch = before;
    }
    expect(asked).toEqual([]);
  });
});

describe('20 odd kinds of content', () => {
  const KINDS = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'Application/JSON', 'application/json; charset=utf-8', 'application/json;', 'application/json\t', 'text/json', 'application/jsonp', '*/*', 'application/json,application/json'];

  test('are refused by every route with a body before its handler', async () => {
    const withBody = operations.filter(({body}) => body !== null);
    expect(withBody.length).toBeGreaterThan(40);
    for (const {method, pattern} of withBody) {
      for (const kind of KINDS) {
        const {statusCode} = await raw(method, place(`${method} ${pattern}`), {origin: ORIGIN, cookie: session(boss), 'content-type': kind}, '{}');
        expect(statusCode, `${method} ${pattern} ${kind}`).toBe(415);
      }
    }
  });
});

describe('21 spoofed proxies', () => {
  const SPOOFED = {'x-forwarded-for': '10.9.8.7', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'for=10.9.8.7;host=evil.example;proto=https', 'x-real-ip': '10.9.8.7'};

  test('do not lift the limit on one network', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 125; turn += 1) {
      statuses.push((await service.app.inject({method: 'POST', url: '/api/sign-in/passkey-options', remoteAddress: '10.200.0.1', headers: {origin: ORIGIN, ...SPOOFED, 'x-forwarded-for': `10.9.8.${turn}`}})).statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test('stand in no link that the service makes', async () => {
    const feed = await raw('POST', '/api/reminders/feed', {origin: ORIGIN, cookie: session(boss), ...SPOOFED, host: 'evil.example'});
    expect(feed.statusCode).toBe(201);
    expect(feed.json<{address: string}>().address).toMatch(/^http:\/\/localhost:3000\/api\/calendar\//);
    expect((await raw('GET', '/api/credentials/issuer', {...SPOOFED, host: 'evil.example'})).body).not.toContain('evil.example');
  });

  test('are not let in to the mails of this machine', async () => {
    expect((await raw('GET', '/dev/mail', {host: 'evil.example', 'x-forwarded-host': 'localhost'})).statusCode).toBe(404);
  });
});

describe('24 requests that cost much', () => {
  test('a body beyond the limit is refused by every route that takes one', async () => {
    const huge = JSON.stringify({x: 'a'.repeat(2 * 1024 * 1024 + 1024)});
    for (const {method, pattern, body} of operations) {
      if (body === null) continue;
      const {statusCode} = await raw(method, place(`${method} ${pattern}`), {origin: ORIGIN, cookie: session(boss), 'content-type': 'application/json'}, huge);
      expect([413, 401, 403], `${method} ${pattern}`).toContain(statusCode);
    }
  });

  test.each([
    ['20,000 names in the query', `/api/me?${Array.from({length: 20_000}, (_, index) => `a${index}=1`).join('&')}`],
    ['one name 10,000 times', `/api/targets?${'directorate=place&'.repeat(10_000)}`],
    ['a path of 10,000 parts', `/api/${'a/'.repeat(10_000)}`],
    ['an id of 50,000 letters', `/api/records/${'a'.repeat(50_000)}`],
    ['10,000 brackets in the query', `/api/people?${'a['.repeat(10_000)}`],
  ])('%s takes no time to speak of', async (_title, url) => {
    const start = performance.now();
    const answer = await boss.send('GET', url);
    expect(answer.statusCode).toBeLessThan(500);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('five thousand cookies are nobody, quickly', async () => {
    const start = performance.now();
    expect((await raw('GET', '/api/me', {cookie: Array.from({length: 5000}, (_, index) => `a${index}=${'b'.repeat(10)}`).join('; ')})).statusCode).toBeLessThan(500);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('28 a poisoned or stale service worker', () => {
  test('the worker is asked for anew each time, and only from this site', async () => {
    const {headers} = await service.browser().send('GET', '/sw.js');
    expect(headers).toMatchObject({'cache-control': 'no-cache', 'x-content-type-options': 'nosniff'});
    expect(headers['content-type']).toContain('javascript');
    expect(headers['service-worker-allowed']).toBeUndefined();
  });

  test('no answer of the service may be kept by it or by anything between', async () => {
    for (const url of ['/api/me', '/api/people', '/api/my-data', '/api/openapi.json']) expect((await boss.send('GET', url)).headers['cache-control'], url).toBe('no-store');
  });
});

import type {AddressInfo} from 'node:net';
import {connect} from 'node:net';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makeApp, makeRecord, ORIGIN, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

describe('requests that are not what they should be', () => {
  let store: TestDatabase;
  let service: TestApp;
  let ann: Browser;
  beforeAll(async () => {
    store = await makeDatabase('postgres');
    service = await makeApp(store.database);
    ann = await service.signIn('ann@example.org');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const raw = (headers: Record<string, string>, payload = JSON.stringify({displayName: 'Changed'})) => service.app.inject({
    method: 'PATCH', url: '/api/me', payload,
    headers: {cookie: `session=${ann.cookies.get('session') ?? ''}`, 'content-type': 'application/json', host: 'localhost:3000', ...headers},
  });

  describe('from another site', () => {
    const cases: [string, Record<string, string>, number][] = [
      ['its own origin', {origin: ORIGIN}, 200],
      ['its own origin, said by the browser alone', {'sec-fetch-site': 'same-origin'}, 200],
      ['the host it was called by, on this machine', {origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000'}, 200],
      ['no origin at all', {}, 403],
      ['another origin', {origin: 'https://evil.example'}, 403],
      ['another origin that claims to be the same', {origin: 'https://evil.example', 'sec-fetch-site': 'same-origin'}, 403],
      ['an origin that is null', {origin: 'null'}, 403],
      ['another port', {origin: 'http://localhost:4000'}, 403],
      ['another scheme', {origin: 'https://localhost:3000'}, 403],
      ['a name that begins alike', {origin: 'http://localhost:3000.evil.example'}, 403],
      ['another site, said by the browser', {'sec-fetch-site': 'cross-site'}, 403],
      ['a sister site, said by the browser', {'sec-fetch-site': 'same-site'}, 403],
      ['the address bar', {'sec-fetch-site': 'none'}, 403],
      ['a name that was pointed at this machine', {origin: 'http://rebound.example:3000', host: 'rebound.example:3000'}, 403],
    ];
    test.each(cases)('%s', async (_title, headers, status) => {
      expect((await raw(headers)).statusCode).toBe(status);
    });
  });

  describe('with another kind of content', () => {
    const kinds = [
      'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'Application/JSON', 'application/json ', 'application/json;', 'application/json; charset=utf-8',
      'application/json\t; charset=utf-8', 'application/jsonx', 'application/problem+json', 'application/json, text/plain', '', ' ', 'json',
    ];
    test.each(kinds)('%j', async (kind) => {
      const answer = await raw({origin: ORIGIN, 'content-type': kind});
      expect(answer.statusCode).toBe(415);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

    test('no kind at all', async () => {
      const answer = await service.app.inject({method: 'PATCH', url: '/api/me', headers: {origin: ORIGIN, cookie: `session=${ann.cookies.get('session') ?? ''}`}});
      expect(answer.statusCode).toBe(415);
    });
  });

  describe('with a broken body', () => {
    const cases: [string, string, number][] = [
      ['not JSON', '{displayName: 1}', 400],
      ['cut short', '{"displayName": "An', 400],
      ['nothing', '', 400],
      ['a list', '[]', 422],
      ['null', 'null', 422],
      ['a number', '1e999', 422],
      ['a null character', '{"displayName": "a\\u0000b"}', 400],
      ['a prototype', '{"displayName": "Ann", "__proto__": {"role": "coordinator"}}', 400],
      ['a prototype, deeper', '{"displayName": {"__proto__": {"x": 1}}}', 400],
      ['a constructor’s prototype', '{"constructor": {"prototype": {"role": "coordinator"}}}', 400],
      ['a hundred thousand brackets', '['.repeat(100_000), 400],
      ['fifty thousand nested lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422],
      ['more than a mebibyte', JSON.stringify({displayName: 'a'.repeat(1_100_000)}), 413],
      ['half a surrogate pair', '{"displayName": "\\ud800"}', 200],
    ];
    test.each(cases)('%s', async (_title, body, status) => {
      const answer = await raw({origin: ORIGIN}, body);
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(status);
      expect(({} as Record<string, unknown>)['role']).toBeUndefined();
      if (status >= 400) expect(answer.json()).toMatchObject({status, detail: expect.any(String) as string});
    });

    test('a record of more than 256 kibibytes', async () => {
      const record = makeRecord(quizOf(service.content, 'practice-purpose'));
      const answer = await ann.send('POST', '/api/records', {...record, extra: 'a'.repeat(300_000)});
      expect(answer.statusCode).toBe(413);
    });

    test('a prototype among the answers', async () => {
      const record = JSON.stringify(makeRecord(quizOf(service.content, 'practice-purpose')));
      expect((await ann.send('POST', '/api/records', record.replace('"responses":{', '"responses":{"__proto__":"a",'))).statusCode).toBe(400);
      expect((await ann.send('POST', '/api/records', record.replace('"responses":{', '"responses":{"toString":"a",'))).statusCode).toBe(422);
    });
  });

  test('answers unknown addresses of the service in JSON, whatever the method', async () => {
    for (const [method, url] of [['GET', '/api/nothing'], ['GET', '/api'], ['POST', '/api/me'], ['DELETE', '/api/records'], ['GET', '/api/records/%00'], ['GET', '/api/../api/nothing']] as const) {
      const answer = await ann.send(method, url, method === 'POST' ? {} : undefined);
      expect(answer.statusCode, `${method} ${url}`).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('answers an address that cannot be read with a problem, not with a fault', async () => {
    expect((await ann.send('GET', '/api/records/%E0%A4%A')).statusCode).toBe(400);
    expect((await ann.send('GET', `/api/join/${'A'.repeat(5000)}`)).statusCode).toBeLessThan(500);
  });

  test('sends every answer of the service with its guarding headers, and none to be kept', async () => {
    for (const url of ['/api/health', '/api/me', '/api/openapi.json', '/api/nothing']) {
      const {headers} = await service.browser().send('GET', url);
      expect(headers).toMatchObject({
        'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  test('describes every route of the access table in OpenAPI', async () => {
    const document = (await service.browser().send('GET', '/api/openapi.json')).json<{openapi: string; paths: Record<string, Record<string, {summary?: string}>>}>();
    expect(document.openapi).toBe('3.1.0');
    const {ACCESS} = await import('#server/access.ts');
    for (const route of Object.keys(ACCESS).filter((each) => !/openapi|\/dev\//.test(each))) {
      const [method = '', url = ''] = route.split(' ');
      expect(document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.summary, route).toBeTruthy();
    }
  });

  describe('over a real connection', () => {
    const talk = (text: string): Promise<string> => new Promise((resolve, reject) => {
      const {port} = service.app.server.address() as AddressInfo;
      let got = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.setEncoding('utf8').on('data', (chunk: string) => (got += chunk)).on('close', () => resolve(got)).on('error', reject);
      socket.setTimeout(3000, () => socket.destroy());
    });
    beforeAll(async () => {
      await service.app.listen({host: '127.0.0.1', port: 0});
    });

    test('refuses two lengths in one request', async () => {
      expect(await talk('POST /api/records HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    });

    test('refuses a body that ends before its length, and lives on', async () => {
      await talk('POST /api/sign-in/codes HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"email":');
      expect(await talk('GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200/);
    });
  });
});

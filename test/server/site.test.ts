import {mkdirSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makeApp} from '../support/app.ts';
import type {TestApp} from '../support/app.ts';
import {makeDatabase, makeFolder} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

describe('the built site', () => {
  let store: TestDatabase;
  let service: TestApp;
  const root = makeFolder();
  const site = {folder: path.join(root.folder, 'build'), headersFile: path.join(root.folder, 'build-headers.json')};
  beforeAll(async () => {
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(site.folder, file)), {recursive: true});
      writeFileSync(path.join(site.folder, file), text);
      writeFileSync(path.join(site.folder, `${file}.br`), brotliCompressSync(text));
    };
    write('index.html', '<!doctype html><title>Home</title>');
    write('methods/focus-group/index.html', '<!doctype html><title>Focus group</title>');
    write('404.html', '<!doctype html><title>Not here</title>');
    write('assets/js/main.abc123.js', 'console.log(1)');
    write('sw.js', '// worker');
    write('.hidden/secret.txt', 'hidden');
    writeFileSync(path.join(root.folder, 'outside.txt'), 'outside');
    writeFileSync(site.headersFile, JSON.stringify({'content-security-policy': "default-src 'self'; script-src 'self' 'sha256-example'"}));
    store = await makeDatabase('postgres');
    service = await makeApp(store.database, {site});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
    root.remove();
  });
  const get = (url: string, headers: Record<string, string> = {}) => service.browser().send('GET', url, undefined, headers);

  test('is served packed, to be asked for anew each time, with the headers of its build', async () => {
    const page = await get('/', {'accept-encoding': 'br'});
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({
      'content-encoding': 'br', 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'self'; script-src 'self' 'sha256-example'",
    });
    expect(page.headers.etag).toBeTruthy();
    expect((await get('/', {'accept-encoding': 'br', 'if-none-match': String(page.headers.etag)})).statusCode).toBe(304);
    expect((await get('/')).body).toContain('<title>Home');
    expect((await get('/methods/focus-group/')).body).toContain('<title>Focus group');
    expect((await get('/methods/focus-group')).headers.location).toBe('/methods/focus-group/');
  });

  test('keeps assets for a year, and the service worker not at all', async () => {
    expect((await get('/assets/js/main.abc123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/js/main.abc123.js', {'accept-encoding': 'br'})).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  test('answers unknown addresses with its own page and the status 404', async () => {
    for (const url of ['/nothing/', '/assets/js/gone.js', '/methods/nothing']) {
      const page = await get(url);
      expect(page.statusCode, url).toBe(404);
      expect(page.body).toContain('<title>Not here');
      expect(page.headers['cache-control']).toBe('no-cache');
    }
  });

  test('gives nothing from outside its folder, nor what is hidden in it, nor a way off this site', async () => {
    for (const url of ['/../outside.txt', '/..%2foutside.txt', '/%2e%2e/outside.txt', '/assets/..%5c..%5coutside.txt', '/.hidden/secret.txt', '/assets/', '/%00', '/assets/js/']) {
      const answer = await get(url);
      expect(answer.body, url).not.toMatch(/outside|hidden/);
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400);
      expect(answer.headers.location, url).toBeUndefined();
    }
  });

  test('redirects to no other site, whatever the address looks like', async () => {
    await service.app.listen({host: '127.0.0.1', port: 0});
    const {port} = service.app.server.address() as AddressInfo;
    for (const address of ['//methods/focus-group', '//example.org', '//example.org/..', '/\\\\example.org/', '//methods/focus-group/../focus-group', 'http://example.org/methods/focus-group']) {
      const answer = await new Promise<string>((resolve, reject) => {
        let got = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
        socket.setEncoding('utf8').on('data', (chunk: string) => (got += chunk)).on('close', () => resolve(got)).on('error', reject);
      });
      const location = /^location: (.*)\r$/im.exec(answer)?.[1];
      if (location !== undefined) expect(new URL(location, 'http://localhost').host, `${address} -> ${location}`).toBe('localhost');
      expect(answer, address).not.toMatch(/^HTTP\/1\.1 5/);
    }
  });

  test('stays behind the service: its addresses never show pages', async () => {
    expect((await get('/api/nothing')).headers['content-type']).toContain('problem+json');
    expect((await get('/api/me')).headers['content-security-policy']).toContain("default-src 'none'");
  });
});

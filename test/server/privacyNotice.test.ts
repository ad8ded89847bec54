import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {DEVICE} from '#core/privacy/device.ts';
import {SIGHTS} from '#core/privacy/viewers.ts';
import {ACCESS} from '#server/access.ts';
import {makeApp} from '../support/app.ts';
import {makeDatabase} from '../support/database.ts';

const LISTED = DEVICE.filter(({place}) => place === 'cookie').flatMap(({names}) => names);

test('the note on cookies names each cookie that signing in sets, over http and over https, and no other', async () => {
  const store = await makeDatabase('postgres');
  const seen = new Set<string>();
  for (const publicUrl of ['http://localhost:3000', 'https://askwell.example.org']) {
    const service = await makeApp(store.database, {config: {publicUrl}});
    const browser = service.browser();
    const headers = {host: new URL(publicUrl).host};
    const email = `ann@${publicUrl.startsWith('https') ? 'secure' : 'plain'}.example.org`;
    const asked = await browser.send('POST', '/api/sign-in/codes', {email}, headers);
    const entered = await browser.send('POST', '/api/sign-in/sessions', {email, code: await service.codeFor(email)}, headers);
    expect(entered.statusCode, entered.body).toBe(200);
    for (const {name} of [...asked.cookies, ...entered.cookies]) seen.add(name);
    await service.close();
  }
  await store.remove();
  expect([...seen].sort()).toEqual([...LISTED].sort());
});

test('the code names no cookie beside those', () => {
  const text = readFileSync(path.resolve(__dirname, '../../src/server/signIn/cookies.ts'), 'utf8');
  const names = /export type CookieName = ([^;]+);/.exec(text)?.[1]?.match(/[a-z-]+/g) ?? [];
  expect(names.flatMap((name) => [`__Host-${name}`, name]).sort()).toEqual([...LISTED].sort());
});

test.each(SIGHTS.flatMap(({roles, routes}) => routes.map((route) => ({route, roles}))))('the page names everybody who may call $route', ({route, roles}) => {
  expect(ACCESS[route]).toEqual(roles);
});

import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import organisation from '#config';
import {makeApp} from '../support/app.ts';
import type {TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(KINDS)('sign-in on %s', (kind) => {
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
  /** A browser that asked for a code, and the code. */
  const ask = async (email: string, browser = service.browser()) => {
    const answer = await browser.send('POST', '/api/sign-in/codes', {email});
    expect(answer.statusCode, answer.body).toBe(202);
    return {browser, code: await service.codeFor(email)};
  };
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  test('signs a person in with the code that was mailed, in small letters whatever they typed', async () => {
    const email = newEmail();
    const {browser, code} = await ask(email);
    const answer = await browser.send('POST', '/api/sign-in/sessions', {email: ` ${email.toUpperCase()} `, code});
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toEqual({person: {id: expect.any(String) as string, email, displayName: null, directorate: null, role: 'learner'}});
    expect((await browser.send('GET', '/api/me')).json()).toEqual(answer.json());
    expect((await service.browser().send('GET', '/api/me')).json()).toEqual({person: null});
  });

  test('keeps neither codes nor session tokens in clear, and no code once its mail has left', async () => {
    const email = newEmail();
    const {browser, code} = await ask(email);
    await browser.send('POST', '/api/sign-in/sessions', {email, code});
    const token = browser.cookies.get('session') ?? '';
    expect(token).toHaveLength(43);
    for (const table of ['sign_in_codes', 'sessions', 'mail_outbox', 'people']) {
      const text = JSON.stringify(await store.database.query(`select t::text as row from ${table} t`));
      expect(text).not.toContain(token);
      expect(text).not.toContain(`is ${code}`);
    }
  });

  test('answers alike for addresses that are known and unknown', async () => {
    const known = newEmail();
    await service.signIn(known);
    service.pass(16 * MINUTE);
    const answers = await Promise.all([known, newEmail()].map((email) => service.browser().send('POST', '/api/sign-in/codes', {email})));
    expect(answers[0]?.statusCode).toBe(answers[1]?.statusCode);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(Object.keys(answers[0]?.headers ?? {})).toEqual(Object.keys(answers[1]?.headers ?? {}));
  });

  test('lets at most one of 60 guesses in that are sent at the same moment, and counts five tries', async () => {
    const email = newEmail();
    const {browser, code} = await ask(email);
    const guesses = Array.from({length: 60}, (_, index) => (index === 30 ? code : String((Number(code) + 1 + index) % 1_000_000).padStart(6, '0')));
    const answers = await Promise.all(guesses.map((guess) => browser.send('POST', '/api/sign-in/sessions', {email, code: guess})));
    expect(answers.filter(({statusCode}) => statusCode === 200).length).toBeLessThanOrEqual(1);
    const rows = await store.database.query<{tries: number}>('select tries from sign_in_codes where email = $1', [email]);
    expect(rows[0]?.tries).toBeLessThanOrEqual(5);
    expect((await browser.send('POST', '/api/sign-in/sessions', {email, code})).statusCode).toBe(401);
  });

  test('refuses the right code after five wrong ones, in the same words', async () => {
    const email = newEmail();
    const {browser, code} = await ask(email);
    const bodies = new Set<string>();
    for (const guess of [...Array<string>(5).fill(wrong(code)), code]) {
      const answer = await browser.send('POST', '/api/sign-in/sessions', {email, code: guess});
      expect(answer.statusCode).toBe(401);
      bodies.add(answer.body);
    }
    expect(bodies.size).toBe(1);
  });

  test('refuses a code in another browser than the one that asked for it', async () => {
    const email = newEmail();
    const {browser, code} = await ask(email);
    const other = await ask(newEmail());
    expect((await other.browser.send('POST', '/api/sign-in/sessions', {email, code})).statusCode).toBe(401);
    expect((await service.browser().send('POST', '/api/sign-in/sessions', {email, code})).statusCode).toBe(401);
    expect((await browser.send('POST', '/api/sign-in/sessions', {email, code})).statusCode).toBe(200);
  });

  test('refuses a code after ten minutes, and a code that was used', async () => {
    const email = newEmail();
    const late = await ask(email);
    service.pass(10 * MINUTE);
    expect((await late.browser.send('POST', '/api/sign-in/sessions', {email, code: late.code})).statusCode).toBe(401);
    service.pass(10 * MINUTE);
    const {browser, code} = await ask(email);
    const binding = browser.cookies.get('sign-in') ?? '';
    expect((await browser.send('POST', '/api/sign-in/sessions', {email, code})).statusCode).toBe(200);
    browser.cookies.set('sign-in', binding);
    expect((await browser.send('POST', '/api/sign-in/sessions', {email, code})).statusCode).toBe(401);
  });

  test('takes the first of two codes while it lives, for mail may come late', async () => {
    const email = newEmail();
    const first = await ask(email);
    await first.browser.send('POST', '/api/sign-in/codes', {email});
    expect((await first.browser.send('POST', '/api/sign-in/sessions', {email, code: first.code})).statusCode).toBe(200);
  });

  test('sends five codes to an address in a quarter of an hour, from whatever browsers, also at the same moment', async () => {
    const email = newEmail();
    const answers = await Promise.all(Array.from({length: 20}, () => service.browser().send('POST', '/api/sign-in/codes', {email})));
    expect(answers.filter(({statusCode}) => statusCode === 202)).toHaveLength(5);
    expect(answers.filter(({statusCode}) => statusCode === 429)).toHaveLength(15);
    service.pass(15 * MINUTE + 1);
    expect((await service.browser().send('POST', '/api/sign-in/codes', {email})).statusCode).toBe(202);
  });

  test('stops sending to an address at which fifty wrong codes were tried in a day', async () => {
    const email = newEmail();
    for (let round = 0; round < 10; round += 1) {
      const {browser, code} = await ask(email);
      for (let guess = 0; guess < 5; guess += 1) await browser.send('POST', '/api/sign-in/sessions', {email, code: wrong(code)});
      service.pass(16 * MINUTE);
    }
    expect((await service.browser().send('POST', '/api/sign-in/codes', {email})).statusCode).toBe(429);
    service.pass(24 * HOUR);
    expect((await service.browser().send('POST', '/api/sign-in/codes', {email})).statusCode).toBe(202);
  });

  test('slows down one network after 120 requests', async () => {
    const browser = service.browser();
    const statuses: number[] = [];
    for (let turn = 0; turn < 121; turn += 1) statuses.push((await browser.send('POST', '/api/sign-in/sessions', {email: 'nobody@example.org', code: '000000'})).statusCode);
    expect(statuses.slice(0, 120).every((status) => status === 401)).toBe(true);
    const last = await browser.send('POST', '/api/sign-in/sessions', {email: 'nobody@example.org', code: '000000'});
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.headers['content-type']).toContain('application/problem+json');
  });

  test('opens a new session at sign-in and ends the one before, so that a planted one is worth nothing', async () => {
    const email = newEmail();
    const browser = await service.signIn(email);
    const before = browser.cookies.get('session') ?? '';
    const {code} = await ask(email, browser);
    await browser.send('POST', '/api/sign-in/sessions', {email, code});
    expect(browser.cookies.get('session')).not.toBe(before);
    const thief = service.browser();
    thief.cookies.set('session', before);
    expect((await thief.send('GET', '/api/me')).json()).toEqual({person: null});
  });

  test('ends a session at sign-out, so that a copy of its cookie is dead', async () => {
    const browser = await service.signIn(newEmail());
    const copy = service.browser();
    copy.cookies.set('session', browser.cookies.get('session') ?? '');
    expect((await browser.send('DELETE', '/api/sign-in/session')).statusCode).toBe(204);
    expect(browser.cookies.has('session')).toBe(false);
    expect((await copy.send('GET', '/api/me')).json()).toEqual({person: null});
  });

  test('ends a session after two idle hours, and after twelve in any case', async () => {
    const idle = await service.signIn(newEmail());
    service.pass(2 * HOUR + 1);
    expect((await idle.send('GET', '/api/me')).json()).toEqual({person: null});
    const busy = await service.signIn(newEmail());
    for (let hour = 0; hour < 11; hour += 1) {
      service.pass(HOUR);
      expect((await busy.send('GET', '/api/me')).json()).not.toEqual({person: null});
    }
    service.pass(HOUR + 1);
    expect((await busy.send('GET', '/api/me')).json()).toEqual({person: null});
  });

  test('reads the role at each request, so that one taken away is gone at once', async () => {
    const boss = await service.signIn(newEmail(), 'coordinator');
    const email = newEmail();
    const trainer = await service.signIn(email, 'trainer');
    expect((await trainer.send('GET', '/api/cohorts')).statusCode).toBe(200);
    expect((await boss.send('PUT', '/api/people/role', {email, role: 'learner'})).statusCode).toBe(200);
    expect((await trainer.send('GET', '/api/cohorts')).statusCode).toBe(403);
  });

  test('binds the cookies to this host and to https where the site is published', async () => {
    const published = await makeApp(store.database, {config: {publicUrl: 'https://consult.example.org', isLocal: false}});
    const browser = await published.signIn(newEmail());
    expect([...browser.cookies.keys()]).toEqual(['__Host-session']);
    const asked = await published.browser().send('POST', '/api/sign-in/codes', {email: newEmail()});
    expect(String(asked.headers['set-cookie'])).toMatch(/^__Host-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(asked.headers['strict-transport-security']).toContain('max-age=31536000');
    expect((await published.browser().send('GET', '/dev/mail')).statusCode).toBe(404);
    await published.close();
  });

  test('takes addresses of the organisation only, where it names its domains', async () => {
    const closed = await makeApp(store.database, {organisation: {...organisation, emailDomains: ['council.example']}});
    const answer = await closed.browser().send('POST', '/api/sign-in/codes', {email: 'ann@example.org'});
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{detail: string}>().detail).toContain('@council.example');
    expect((await closed.browser().send('POST', '/api/sign-in/codes', {email: 'ann@council.example'})).statusCode).toBe(202);
    await closed.close();
  });

  test.each(['ann@example.org\r\nBcc: all@example.org', 'ann@example.org,ben@example.org', 'no address', 'a@b', `${'a'.repeat(300)}@example.org`])('sends nothing to %j', async (email) => {
    expect((await service.browser().send('POST', '/api/sign-in/codes', {email})).statusCode).toBe(422);
  });

  test('shows the last mail on this machine, to pages of this machine only', async () => {
    const email = newEmail();
    const {code} = await ask(email);
    const page = await service.browser().send('GET', '/dev/mail', undefined, {host: 'localhost:3000'});
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(code);
    expect(page.body).not.toMatch(/<script|style=/);
    expect((await service.browser().send('GET', '/dev/mail', undefined, {host: 'rebound.example.org'})).statusCode).toBe(404);
  });

  test('lets a person change their name and directorate, within what there is', async () => {
    const browser = await service.signIn(newEmail());
    expect((await browser.send('PATCH', '/api/me', {displayName: ' Ann Example '})).json()).toMatchObject({person: {displayName: 'Ann Example', directorate: null}});
    expect((await browser.send('PATCH', '/api/me', {directorate: 'place'})).json()).toMatchObject({person: {displayName: 'Ann Example', directorate: 'place'}});
    expect((await browser.send('PATCH', '/api/me', {directorate: 'nowhere'})).statusCode).toBe(422);
    expect((await browser.send('PATCH', '/api/me', {role: 'coordinator'})).statusCode).toBe(422);
    expect((await browser.send('PATCH', '/api/me', {displayName: 'two\nlines'})).statusCode).toBe(422);
  });
});

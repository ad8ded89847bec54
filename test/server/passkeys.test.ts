import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Role} from '#core/records/api.ts';
import {checkChain} from '#server/records/audit.ts';
import {giveRole} from '#server/records/giveRole.ts';
import {appoint} from '#server/tasks/appoint.ts';
import {makeApp, ORIGIN} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {makeAuthenticator} from '../support/authenticator.ts';
import type {Authenticator} from '../support/authenticator.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const MINUTE = 60_000;

describe.each(KINDS)('passkeys on %s, where roles need one', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let number = 0;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database, {config: {needsSecondFactor: true}});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });
  const newEmail = (): string => `person.${number += 1}@example.org`;

  const optionsFor = async (browser: Browser, path: string) => {
    const answer = await browser.send('POST', path);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{challenge: string; rp?: {id?: string}; rpId?: string; user?: {id: string}; allowCredentials?: {id: string}[]}>();
  };
  const add = async (browser: Browser, key: Authenticator = makeAuthenticator(), name = 'Work laptop') => {
    const response = key.make(await optionsFor(browser, '/api/passkeys/options'), ORIGIN);
    return browser.send('POST', '/api/passkeys', {name, response});
  };
  const use = async (browser: Browser, key: Authenticator) =>
    browser.send('POST', '/api/sign-in/passkey', {response: key.use(await optionsFor(browser, '/api/sign-in/passkey-options'), ORIGIN)});
  /** Somebody with a role and a passkey, in a session that has shown both. */
  const holder = async (role?: Role, email = newEmail()) => {
    const browser = await service.signIn(email, role, role === 'lead' ? 'place' : undefined);
    const key = makeAuthenticator();
    const answer = await add(browser, key);
    expect(answer.statusCode, answer.body).toBe(201);
    return {browser, key, email, passkeyId: answer.json<{passkey: {id: string}}>().passkey.id};
  };
  const lastMail = async (email: string): Promise<string> => {
    await service.app.inject('/api/health');
    for (let turn = 0; turn < 100; turn += 1) {
      const mail = service.parts.mailer.recent()?.find(({to}) => to === email);
      if (mail && !/code/.test(mail.subject)) return mail.subject;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return 'none';
  };

  test.each(['trainer', 'lead', 'coordinator'] as const)('lets a %s with a code alone act as a learner, and says what is missing', async (role) => {
    const browser = await service.signIn(newEmail(), role, role === 'lead' ? 'place' : undefined);
    expect((await browser.send('GET', '/api/me')).json()).toMatchObject({person: {role: 'learner', heldRole: role, needsSecondFactor: true}});
    const refused = await browser.send('GET', '/api/cohorts');
    expect(refused.statusCode).toBe(403);
    expect(refused.json<{type: string; detail: string}>()).toMatchObject({type: 'urn:askwell:problem:second-factor', detail: expect.stringContaining('/account/') as string});
    expect((await browser.send('GET', '/api/records')).statusCode).toBe(200);
    if (role === 'lead') expect((await browser.send('PATCH', '/api/me', {directorate: 'corporate-services'})).statusCode).toBe(403);
    if (role !== 'coordinator') expect((await browser.send('GET', '/api/people')).json<{type: string}>().type).toBe('urn:askwell:problem:other-role');
  });

  test('lets a new trainer add the first passkey at once, tells them, and ends their other sessions', async () => {
    const email = newEmail();
    const elsewhere = await service.signIn(email, 'trainer');
    const {browser} = await holder('trainer', email);
    expect((await browser.send('GET', '/api/me')).json()).toMatchObject({person: {role: 'trainer'}});
    expect((await browser.send('GET', '/api/cohorts')).statusCode).toBe(200);
    expect((await elsewhere.send('GET', '/api/me')).json()).toEqual({person: null});
    expect(await lastMail(email)).toContain('A passkey was added');
    const entries = await store.database.query<{action: string; detail: object}>("select action, detail from audit_log order by seq desc limit 1");
    expect(entries[0]).toEqual({action: 'second-factor-added', detail: {first: true}});
  });

  test('gives the role after a code once the passkey was used, under a new session', async () => {
    const {key, email} = await holder('trainer');
    const browser = await service.signIn(email);
    const before = browser.cookies.get('session') ?? '';
    expect((await browser.send('GET', '/api/cohorts')).statusCode).toBe(403);
    const answer = await use(browser, key);
    expect(answer.json(), answer.body).toMatchObject({person: {email, role: 'trainer'}});
    expect((await browser.send('GET', '/api/cohorts')).statusCode).toBe(200);
    const copy = service.browser();
    copy.cookies.set('session', before);
    expect((await copy.send('GET', '/api/me')).json()).toEqual({person: null});
  });

  test('signs somebody in by the passkey alone, which is two factors, and asks for no address', async () => {
    const {key, email} = await holder('trainer');
    const browser = service.browser();
    expect(await optionsFor(browser, '/api/sign-in/passkey-options')).not.toHaveProperty('allowCredentials');
    expect((await use(browser, key)).json()).toMatchObject({person: {email, role: 'trainer'}});
    expect((await browser.send('GET', '/api/sessions')).json()).toMatchObject({sessions: expect.arrayContaining([expect.objectContaining({isThis: true, how: 'passkey', isStrong: true})]) as unknown});
  });

  test('does not let a mailbox alone add a second passkey, or remove one', async () => {
    const {email, passkeyId} = await holder('trainer');
    const thief = await service.signIn(email);
    expect((await thief.send('POST', '/api/passkeys/options')).statusCode).toBe(403);
    expect((await thief.send('DELETE', `/api/passkeys/${passkeyId}`)).statusCode).toBe(403);
    expect((await thief.send('GET', '/api/passkeys')).json()).toMatchObject({mayAdd: false, mayRemove: false, isRequired: true, passkeys: [{name: 'Work laptop'}]});
  });

  test('does not let two first passkeys in that are sent at the same moment', async () => {
    const browser = await service.signIn(newEmail(), 'trainer');
    const keys = [makeAuthenticator(), makeAuthenticator()];
    const responses = [];
    for (const key of keys) responses.push(key.make(await optionsFor(browser, '/api/passkeys/options'), ORIGIN));
    const answers = await Promise.all(responses.map((response) => browser.send('POST', '/api/passkeys', {name: 'Key', response})));
    expect(answers.map(({statusCode}) => statusCode).filter((status) => status === 201)).toHaveLength(1);
  });

  test('adds a second one and removes one, never the last one of a trainer, never another person’s', async () => {
    const {browser, passkeyId} = await holder('trainer');
    expect((await browser.send('DELETE', `/api/passkeys/${passkeyId}`)).json<{type: string}>().type).toBe('urn:askwell:problem:last-passkey');
    const second = (await add(browser, makeAuthenticator(), '=Key, "blue" <b>')).json<{passkey: {id: string; name: string}}>().passkey;
    expect(second.name).toBe('=Key, "blue" <b>');
    const other = await holder('trainer');
    expect((await other.browser.send('DELETE', `/api/passkeys/${second.id}`)).statusCode).toBe(404);
    expect((await other.browser.send('DELETE', '/api/passkeys/not-an-id')).statusCode).toBe(404);
    expect((await browser.send('DELETE', `/api/passkeys/${passkeyId}`)).statusCode).toBe(204);
    expect((await browser.send('GET', '/api/passkeys')).json<{passkeys: unknown[]}>().passkeys).toHaveLength(1);
  });

  test('wants the passkey again after 15 minutes for acts that do harm in the wrong hands', async () => {
    const {browser, key} = await holder('coordinator');
    const role = {email: newEmail(), role: 'trainer'};
    expect((await browser.send('PUT', '/api/people/role', role)).statusCode).toBe(200);
    service.pass(16 * MINUTE);
    for (const [method, url, body] of [['PUT', '/api/people/role', role], ['POST', '/api/people/passkey-resets', {email: role.email}], ['POST', '/api/passkeys/options', undefined]] as const) {
      expect((await browser.send(method, url, body)).json<{type: string}>().type, url).toBe('urn:askwell:problem:second-factor-again');
    }
    expect((await browser.send('GET', '/api/people')).statusCode).toBe(200);
    expect((await use(browser, key)).statusCode).toBe(200);
    expect((await browser.send('PUT', '/api/people/role', role)).statusCode).toBe(200);
  });

  test('lets a coordinator reset the passkeys of somebody who lost them, never their own', async () => {
    const boss = await holder('coordinator');
    const lost = await holder('trainer');
    expect((await boss.browser.send('POST', '/api/people/passkey-resets', {email: boss.email})).statusCode).toBe(409);
    expect((await boss.browser.send('POST', '/api/people/passkey-resets', {email: 'nobody@example.org'})).statusCode).toBe(404);
    expect((await boss.browser.send('POST', '/api/people/passkey-resets', {email: lost.email})).json()).toEqual({count: 1});
    expect((await lost.browser.send('GET', '/api/me')).json()).toEqual({person: null});
    expect((await use(service.browser(), lost.key)).statusCode).toBe(401);
    expect(await lastMail(lost.email)).toContain('were reset');
    expect((await add(await service.signIn(lost.email))).statusCode).toBe(201);
    const [entry] = await store.database.query<{subject: string; actor: string; detail: object}>(
      `select s.email as subject, a.email as actor, l.detail from audit_log l join people s on s.id = l.subject_id join people a on a.id = l.actor_id
       where l.action = 'second-factor-removed' order by l.seq desc limit 1`);
    expect(entry).toEqual({subject: lost.email, actor: boss.email, detail: {count: 1, reset: true}});
    expect((await checkChain(store.database)).fault).toBeNull();
  });

  test('lets whoever runs the machine reset them, for the last coordinator who lost theirs', async () => {
    const {email, key} = await holder('coordinator');
    expect(await appoint(service.parts, {email, role: 'coordinator', resetPasskeys: true})).toMatchObject({ok: true, data: {passkeysRemoved: 1}});
    expect((await use(service.browser(), key)).statusCode).toBe(401);
  });

  test('takes effect at once when a role is given to somebody signed in with a code', async () => {
    const email = newEmail();
    const browser = await service.signIn(email);
    expect((await browser.send('GET', '/api/me')).json()).toMatchObject({person: {role: 'learner'}});
    await giveRole(service.parts, {email, role: 'trainer'}, null);
    expect((await browser.send('GET', '/api/me')).json()).toMatchObject({person: {role: 'learner', heldRole: 'trainer'}});
  });

  const wrongAdds: [string, Parameters<Authenticator['make']>[2]][] = [
    ['on another site', {origin: 'https://evil.example'}],
    ['on another port', {origin: 'http://localhost:4000'}],
    ['on a sub-domain', {origin: 'http://sub.localhost:3000'}],
    ['for another site', {rpId: 'evil.example'}],
    ['for a challenge of its own', {challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}],
    ['without checking its owner', {isUnverified: true}],
    ['as an answer to something else', {type: 'webauthn.get'}],
  ];
  test.each(wrongAdds)('refuses to add a passkey made %s', async (_title, changes) => {
    const browser = await service.signIn(newEmail(), 'trainer');
    const response = makeAuthenticator().make(await optionsFor(browser, '/api/passkeys/options'), ORIGIN, changes);
    expect((await browser.send('POST', '/api/passkeys', {name: 'Key', response})).statusCode).toBe(422);
    expect((await browser.send('GET', '/api/cohorts')).statusCode).toBe(403);
  });

  const wrongUses: [string, Parameters<Authenticator['use']>[2]][] = [
    ['on another site', {origin: 'https://evil.example'}],
    ['for another site', {rpId: 'evil.example'}],
    ['for a challenge of its own', {challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}],
    ['without checking its owner', {isUnverified: true}],
    ['as an answer to something else', {type: 'webauthn.create'}],
    ['with a counter that went back', {uses: 1}],
  ];
  test.each(wrongUses)('refuses a passkey used %s, in one and the same words', async (_title, changes) => {
    const {key} = await holder('trainer');
    const browser = service.browser();
    const answer = await browser.send('POST', '/api/sign-in/passkey', {response: key.use(await optionsFor(browser, '/api/sign-in/passkey-options'), ORIGIN, changes)});
    expect(answer.statusCode).toBe(401);
    expect(answer.json<{detail: string}>().detail).toBe('That passkey does not work here. Try again, or sign in with a code by e-mail.');
    expect(browser.cookies.has('session')).toBe(false);
  });

  test('takes an answer once, within five minutes, from the browser that was asked', async () => {
    const {key} = await holder('trainer');
    const browser = service.browser();
    const response = key.use(await optionsFor(browser, '/api/sign-in/passkey-options'), ORIGIN);
    const stolen = service.browser();
    await optionsFor(stolen, '/api/sign-in/passkey-options');
    expect((await stolen.send('POST', '/api/sign-in/passkey', {response})).statusCode).toBe(401);
    const binding = browser.cookies.get('sign-in') ?? '';
    expect((await browser.send('POST', '/api/sign-in/passkey', {response})).statusCode).toBe(200);
    const again = service.browser();
    again.cookies.set('sign-in', binding);
    expect((await again.send('POST', '/api/sign-in/passkey', {response})).statusCode).toBe(401);
    const late = key.use(await optionsFor(again, '/api/sign-in/passkey-options'), ORIGIN);
    service.pass(5 * MINUTE);
    expect((await again.send('POST', '/api/sign-in/passkey', {response: late})).statusCode).toBe(401);
  });

  test('uses a challenge up with a wrong answer, and takes none for adding where one for using was made', async () => {
    const {browser, key} = await holder('trainer');
    const options = await optionsFor(browser, '/api/sign-in/passkey-options');
    expect((await browser.send('POST', '/api/sign-in/passkey', {response: key.use(options, 'https://evil.example')})).statusCode).toBe(401);
    expect((await browser.send('POST', '/api/sign-in/passkey', {response: key.use(options, ORIGIN)})).statusCode).toBe(401);
    const forUse = await optionsFor(browser, '/api/sign-in/passkey-options');
    expect((await browser.send('POST', '/api/passkeys', {name: 'Key', response: makeAuthenticator().make({...forUse, rp: {id: 'localhost'}}, ORIGIN)})).statusCode).toBe(422);
  });

  test('does not show another person’s passkey as one’s own second factor', async () => {
    const {key} = await holder('trainer');
    const browser = await service.signIn(newEmail(), 'coordinator');
    expect((await use(browser, key)).statusCode).toBe(401);
    expect((await browser.send('GET', '/api/me')).json()).toMatchObject({person: {needsSecondFactor: true}});
  });

  test('refuses a passkey that somebody else has added', async () => {
    const {key} = await holder('trainer');
    const browser = await service.signIn(newEmail(), 'trainer');
    expect((await add(browser, key)).statusCode).toBe(409);
  });

  test.each(['', '   ', 'a'.repeat(61), 'two\nlines'])('refuses the name %j', async (name) => {
    const browser = await service.signIn(newEmail(), 'trainer');
    expect((await add(browser, makeAuthenticator(), name)).statusCode).toBe(422);
  });

  test('asks one person at most 30 times in a quarter of an hour', async () => {
    const browser = await service.signIn(newEmail(), 'trainer');
    const statuses: number[] = [];
    for (let turn = 0; turn < 31; turn += 1) statuses.push((await browser.send('POST', '/api/sign-in/passkey-options')).statusCode);
    expect(statuses).toEqual([...Array<number>(30).fill(200), 429]);
    service.pass(15 * MINUTE);
    expect((await browser.send('POST', '/api/sign-in/passkey-options')).statusCode).toBe(200);
  });

  test('keeps no challenge and no cookie in clear', async () => {
    const browser = service.browser();
    const {challenge} = await optionsFor(browser, '/api/sign-in/passkey-options');
    const text = JSON.stringify(await store.database.query('select t::text as row from passkey_challenges t'));
    expect(text).not.toContain(challenge);
    expect(text).not.toContain(browser.cookies.get('sign-in'));
  });

  test('offers passkeys on this machine and needs none', async () => {
    const local = await makeApp(store.database);
    const browser = await local.signIn(newEmail(), 'trainer');
    expect((await browser.send('GET', '/api/cohorts')).statusCode).toBe(200);
    const answer = await add(browser);
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await browser.send('DELETE', `/api/passkeys/${answer.json<{passkey: {id: string}}>().passkey.id}`)).statusCode).toBe(204);
    await local.close();
  });
});

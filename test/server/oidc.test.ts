import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import organisation from '#config';
import type {SignInSettings} from '#config';
import {giveRole} from '#server/records/giveRole.ts';
import {mayAsk} from '#server/signIn/outgoing.ts';
import {makeApp} from '../support/app.ts';
import type {TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {startFalseIssuer} from '../support/falseIssuer.ts';
import type {FalseIssuer, Forgery} from '../support/falseIssuer.ts';
import {CLIENT, startProvider} from '../support/oidcProvider.ts';
import type {Account, RunningProvider} from '../support/oidcProvider.ts';

const SIGN_IN: SignInSettings = {
  label: 'Sign in with your council account',
  roles: {
    claim: 'groups', map: {'askwell-trainers': 'trainer', 'askwell-leads': 'lead', 'askwell-coordinators': 'coordinator'},
    directorateClaim: 'department', directorates: {Planning: 'place', Unknown: 'nowhere'},
  },
};
const MFA = ['pwd', 'otp', 'mfa'];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A browser on the network: it keeps the cookies of each host and is shown every redirect. */
function makeJar() {
  const cookies = new Map<string, Map<string, string>>();
  const get = async (url: string): Promise<Response> => {
    const {host} = new URL(url);
    const mine = cookies.get(host) ?? new Map<string, string>();
    cookies.set(host, mine);
    const answer = await fetch(url, {redirect: 'manual', headers: {cookie: [...mine].map(([name, value]) => `${name}=${value}`).join('; ')}});
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) mine.delete(name);
      else mine.set(name, value);
    }
    return answer;
  };
  return {
    cookies, get,
    /** Goes on from address to address until one is on this host and no callback, and gives all of them. */
    follow: async (start: string, own: string): Promise<string[]> => {
      const seen = [start];
      for (let url = start; seen.length < 12;) {
        const answer = await get(url);
        const to = answer.headers.get('location');
        if (to === null) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
        url = new URL(to, url).href;
        seen.push(url);
        if (url.startsWith(own) && !url.includes('/api/')) return seen;
      }
      throw new Error(`This goes round in circles: ${seen.join(' ')}`);
    },
  };
}

describe.each(KINDS)('signing in with the organisation’s account on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let provider: RunningProvider;
  let own: string;
  let number = 0;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    const port = await freePort();
    own = `http://127.0.0.1:${port}`;
    provider = await startProvider(`${own}/api/sign-in/oidc/callback`);
    service = await makeApp(store.database, {
      start: new Date(), organisation: {...organisation, emailDomains: ['example.org'], signIn: SIGN_IN},
      config: {publicUrl: own, needsSecondFactor: true, oidc: {issuer: provider.issuer, ...CLIENT, trustEmail: false}},
    });
    await service.app.listen({host: '127.0.0.1', port});
  });
  afterAll(async () => {
    await service.close();
    await provider.close();
    await store.remove();
  });
  const newPerson = (more: Partial<Account> = {}): Account => {
    number += 1;
    return {sub: `subject-${number}`, email: `person.${number}@example.org`, email_verified: true, name: `Person ${number}`, ...more};
  };
  const start = (next = '/cohorts/'): string => `${own}/api/sign-in/oidc/start?next=${encodeURIComponent(next)}`;
  const signIn = async (person: Account | null, jar = makeJar()) => {
    provider.person = person;
    const seen = await jar.follow(start(), own);
    const me = await (await jar.get(`${own}/api/me`)).json() as {person: Record<string, unknown> | null};
    return {jar, seen, end: seen.at(-1)?.slice(own.length), person: me.person};
  };
  /** The way up to the return, which is not made. */
  const goThere = async (person: Account, jar = makeJar()) => {
    provider.person = person;
    let url = start();
    for (let turn = 0; turn < 10 && !url.includes('/callback'); turn += 1) {
      const to = (await jar.get(url)).headers.get('location');
      url = new URL(to ?? '', url).href;
    }
    return {jar, callback: url};
  };
  const endOf = async (jar: ReturnType<typeof makeJar>, url: string): Promise<string | null> => (await jar.get(url)).headers.get('location');

  test('offers the button, with its words', async () => {
    expect(await (await fetch(`${own}/api/sign-in/options`)).json()).toEqual({organisation: {label: SIGN_IN.label, isReachable: true}});
  });

  test('goes there with PKCE, state and nonce, comes back to the page asked for, and keeps no token', async () => {
    const person = newPerson({amr: MFA});
    const {seen, end, person: me} = await signIn(person);
    const asked = new URL(seen[1] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({response_type: 'code', code_challenge_method: 'S256', scope: 'openid email profile', client_id: CLIENT.clientId});
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(end).toBe('/sign-in/?came=1&next=%2Fcohorts%2F');
    expect(me).toEqual({id: expect.any(String) as string, email: person.email, displayName: person['name'], directorate: null, role: 'learner'});
    expect(await store.database.query('select 1 as one from oidc_states')).toEqual([]);
    const rows = await store.database.query<{issuer: string; subject: string}>('select issuer, subject from identities where subject = $1', [person.sub]);
    expect(rows).toEqual([{issuer: provider.issuer, subject: person.sub}]);
  });

  test('knows the account again by issuer and subject, whatever address it has by then', async () => {
    const person = newPerson();
    const first = await signIn(person);
    const second = await signIn({...person, email: 'renamed@example.org'});
    expect(second.person?.['id']).toBe(first.person?.['id']);
    expect(second.person?.['email']).toBe(person.email);
  });

  test('joins the account to the person with the same checked address', async () => {
    const person = newPerson();
    await giveRole(service.parts, {email: String(person.email), role: 'trainer'}, null);
    const {person: me} = await signIn({...person, email: String(person.email).toUpperCase()});
    expect(me).toMatchObject({email: person.email, heldRole: 'trainer'});
  });

  test.each([[{email_verified: false}], [{email_verified: undefined}], [{email_verified: 'true'}], [{email: undefined}], [{email: 'no address'}], [{email: ['a@example.org']}]])('joins nobody where the address is not checked: %j', async (claims) => {
    const person = newPerson();
    const before = await store.database.query('select 1 as one from people');
    const {end, person: me} = await signIn({...person, ...claims});
    expect(end).toBe('/sign-in/?fault=organisation-no-email&next=%2Fcohorts%2F');
    expect(me).toBeNull();
    expect(await store.database.query('select 1 as one from people')).toHaveLength(before.length);
  });

  test('refuses an address of another domain', async () => {
    const {end, person} = await signIn(newPerson({email: 'someone@evil.example'}));
    expect(end).toContain('fault=organisation-other-domain');
    expect(person).toBeNull();
  });

  test('refuses another account with an address that was given out again', async () => {
    const person = newPerson();
    await signIn(person);
    const {end, person: me} = await signIn({...person, sub: 'somebody-else'});
    expect(end).toContain('fault=organisation-other-account');
    expect(me).toBeNull();
  });

  test('comes back with a sentence when the person pressed cancel', async () => {
    const {end, person} = await signIn(null);
    expect(end).toBe('/sign-in/?fault=organisation-refused&next=%2Fcohorts%2F');
    expect(person).toBeNull();
  });

  test('takes a name as text, whatever is in it', async () => {
    expect((await signIn(newPerson({name: '<img src=x onerror=alert(1)>'}))).person?.['displayName']).toBe('<img src=x onerror=alert(1)>');
    expect((await signIn(newPerson({name: 'two\nlines'}))).person?.['displayName']).toBeNull();
    expect((await signIn(newPerson({name: {evil: true}}))).person?.['displayName']).toBeNull();
  });

  test('takes a return once, from the browser that began it, with the state it was given, within ten minutes', async () => {
    const late = '/sign-in/?fault=organisation-late&next=%2Fmy-record%2F';
    const {jar, callback} = await goThere(newPerson());
    expect(await endOf(makeJar(), callback)).toBe(late);
    const stranger = makeJar();
    await stranger.get(start());
    expect(await endOf(stranger, callback)).toBe(late);
    expect(await endOf(jar, callback.replace(/state=[^&]+/, `state=${'A'.repeat(43)}`))).toBe(late);
    expect(await endOf(jar, callback.replace(/state=[^&]+/, 'state=a&state=b'))).toBe(late);
    const binding = jar.cookies.get(new URL(own).host)?.get('sign-in') ?? '';
    expect(await endOf(jar, callback)).toBe('/sign-in/?came=1&next=%2Fcohorts%2F');
    jar.cookies.get(new URL(own).host)?.set('sign-in', binding);
    expect(await endOf(jar, callback)).toBe(late);
    const slow = await goThere(newPerson());
    service.pass(10 * 60_000);
    expect(await endOf(slow.jar, slow.callback)).toBe(late);
  });

  test('refuses a code that was changed, and one that says it is from another issuer', async () => {
    const changed = await goThere(newPerson());
    expect(await endOf(changed.jar, changed.callback.replace(/code=[^&]+/, 'code=made-up'))).toContain('fault=organisation-invalid');
    const other = await goThere(newPerson());
    expect(await endOf(other.jar, other.callback.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'))).toContain('fault=organisation-invalid');
  });

  test.each(['//evil.example', '/\\evil.example', 'https:evil.example', '/%2f/evil.example', '/a@evil.example/..//x', '/api/people', '/\tevil', 'javascript:alert(1)'])('comes back to a page of its own, not to %j', async (next) => {
    const jar = makeJar();
    provider.person = newPerson();
    const seen = await jar.follow(start(next), own);
    expect(seen.at(-1)).toBe(`${own}/sign-in/?came=1&next=%2Fmy-record%2F`);
  });

  test('changes nothing by itself: the way there sets one cookie for the browser and none for a session', async () => {
    const answer = await fetch(start(), {redirect: 'manual'});
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  describe('with roles by groups', () => {
    test('sets the highest mapped role with two factors at once, and writes it down', async () => {
      const {person} = await signIn(newPerson({amr: MFA, groups: ['askwell-trainers', 'other', 'askwell-coordinators']}));
      expect(person).toMatchObject({role: 'coordinator'});
      expect(person).not.toHaveProperty('heldRole');
      const [entry] = await store.database.query<{actor: string | null; detail: object}>("select actor_id as actor, detail from audit_log where action = 'role-given' and subject_id = $1::uuid", [person?.['id']]);
      expect(entry).toEqual({actor: null, detail: {from: 'learner', to: 'coordinator', directorate: null, by: 'organisation'}});
    });

    test('lets the role wait for a passkey where the organisation asked for one factor', async () => {
      for (const amr of [undefined, ['pwd'], ['hwk'], ['pwd', 'pin']]) {
        expect((await signIn(newPerson({amr, groups: ['askwell-trainers']}))).person).toMatchObject({role: 'learner', heldRole: 'trainer', needsSecondFactor: true});
      }
    });

    test('takes the role away with the group, and leaves one that a coordinator gave to somebody without any', async () => {
      const person = newPerson({amr: MFA, groups: ['askwell-coordinators']});
      await signIn(person);
      expect((await signIn({...person, groups: ['askwell-trainers']})).person).toMatchObject({role: 'trainer'});
      expect((await signIn({...person, groups: ['no-group-of-ours', '__proto__', 'constructor']})).person).toMatchObject({role: 'trainer'});
      expect((await signIn({...person, groups: undefined})).person).toMatchObject({role: 'trainer'});
    });

    test('makes a lead only with a directorate that the claims name, since leads must not choose it', async () => {
      const person = newPerson({amr: MFA, groups: ['askwell-leads']});
      expect((await signIn(person)).person).toMatchObject({role: 'learner'});
      expect((await signIn({...person, department: 'Unknown'})).person).toMatchObject({role: 'learner', directorate: null});
      expect((await signIn({...person, department: 'Planning'})).person).toMatchObject({role: 'lead', directorate: 'place'});
    });

    test('never takes the role from the last coordinator', async () => {
      await store.database.query("update people set role = 'learner' where role = 'coordinator'");
      const person = newPerson({amr: MFA, groups: ['askwell-coordinators']});
      expect((await signIn(person)).person).toMatchObject({role: 'coordinator'});
      expect((await signIn({...person, groups: ['askwell-trainers']})).person).toMatchObject({role: 'coordinator'});
    });
  });

  test('does not let a mailbox alone add a first passkey for somebody whose organisation asks for two factors', async () => {
    const person = newPerson({amr: MFA, groups: ['askwell-trainers']});
    expect((await signIn(person)).person).toMatchObject({role: 'trainer'});
    const thief = await service.signIn(String(person.email));
    expect((await thief.send('POST', '/api/passkeys/options')).statusCode).toBe(403);
    expect((await thief.send('GET', '/api/cohorts')).statusCode).toBe(403);
  });

  test('asks the person anew where a sensitive act needs it', async () => {
    provider.person = newPerson({amr: MFA});
    const jar = makeJar();
    const seen = await jar.follow(`${start()}&anew=1`, own);
    expect(new URL(seen[1] ?? '').searchParams.get('prompt')).toBe('login');
  });
});

describe('an issuer that lies or is away', () => {
  let store: TestDatabase;
  let issuer: FalseIssuer;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase('postgres');
    issuer = await startFalseIssuer();
    service = await makeApp(store.database, {start: new Date(), config: {oidc: {issuer: issuer.issuer, ...CLIENT, trustEmail: false}}});
  });
  afterAll(async () => {
    await service.close();
    await issuer.close();
    await store.remove();
  });
  beforeEach(() => {
    issuer.forgery = {};
    issuer.asked.length = 0;
    // What it said of itself is asked for again.
    service.pass(61 * 60_000);
  });

  /** Begins a sign-in, and comes back with a code as if the person had been there. */
  const comeBack = async (forgery: Forgery) => {
    issuer.forgery = forgery;
    const browser = service.browser();
    const there = await browser.send('GET', '/api/sign-in/oidc/start');
    const asked = new URL(there.headers.location ?? '', 'http://localhost').searchParams;
    issuer.nonce = asked.get('nonce') ?? '';
    const back = await browser.send('GET', `/api/sign-in/oidc/callback?code=one&state=${asked.get('state') ?? ''}`);
    return {end: back.headers.location, person: (await browser.send('GET', '/api/me')).json<{person: object | null}>().person};
  };
  const seconds = Math.floor(Date.now() / 1000);

  test('is believed when it does not lie, so that the cases below fail for their own reason', async () => {
    expect(await comeBack({})).toMatchObject({end: '/sign-in/?came=1&next=%2Fmy-record%2F', person: {email: 'forged@example.org'}});
  });

  const lies: [string, Forgery][] = [
    ['another nonce', {claims: {nonce: 'A'.repeat(43)}}],
    ['no nonce', {claims: {nonce: undefined}}],
    ['another audience', {claims: {aud: 'another-client'}}],
    ['several audiences and no party', {claims: {aud: [CLIENT.clientId, 'another-client']}}],
    ['another issuer', {claims: {iss: 'https://evil.example'}}],
    ['an end in the past', {claims: {iat: seconds - 900, exp: seconds - 600}}],
    ['no end', {claims: {exp: undefined}}],
    ['no subject', {claims: {sub: undefined}}],
    ['no signature (alg none)', {alg: 'none'}],
    ['a signature with the shared secret', {alg: 'HS256'}],
    ['a signature with a key that it does not publish', {otherKey: true}],
    ['more of somebody else', {claims: {email: undefined, email_verified: undefined}, userInfo: {sub: 'another', email: 'victim@example.org', email_verified: true}}],
  ];
  test.each(lies)('is refused with %s', async (_title, forgery) => {
    const {end, person} = await comeBack(forgery);
    expect(end).toBe('/sign-in/?fault=organisation-invalid&next=%2Fmy-record%2F');
    expect(person).toBeNull();
  });

  test('does not mix an address of the token with the check of another', async () => {
    const {end} = await comeBack({claims: {email: 'victim@example.org', email_verified: undefined}, userInfo: {sub: 'forged', email: 'mine@example.org', email_verified: true}});
    expect(end).toContain('came=1');
    expect(await store.database.query("select 1 as one from people where email = 'victim@example.org'")).toEqual([]);
  });

  const aways: [string, () => Forgery][] = [
    ['calls itself by another name', () => ({metadata: {issuer: 'https://evil.example'}})],
    ['redirects to another place', () => ({redirectsTo: 'http://127.0.0.1:1/.well-known/openid-configuration'})],
    ['signs in no way that is believed', () => ({metadata: {id_token_signing_alg_values_supported: ['HS256', 'none']}})],
  ];
  test.each(aways)('is not used when it %s; codes by e-mail go on', async (_title, forgery) => {
    issuer.forgery = forgery();
    const browser = service.browser();
    expect((await browser.send('GET', '/api/sign-in/options')).json()).toMatchObject({organisation: {isReachable: false}});
    expect((await browser.send('GET', '/api/sign-in/oidc/start?next=/cohorts/')).headers.location).toBe('/sign-in/?fault=organisation-away&next=%2Fcohorts%2F');
    expect((await browser.send('POST', '/api/sign-in/codes', {email: 'by.code@example.org'})).statusCode).toBe(202);
  });

  test('is asked again after a while, and not at every visit', async () => {
    issuer.forgery = {metadata: {issuer: 'https://evil.example'}};
    const browser = service.browser();
    for (let turn = 0; turn < 5; turn += 1) await browser.send('GET', '/api/sign-in/options');
    expect(issuer.asked).toHaveLength(1);
    issuer.forgery = {};
    service.pass(31_000);
    expect((await browser.send('GET', '/api/sign-in/options')).json()).toMatchObject({organisation: {isReachable: true}});
  });

  test('is not followed to machines of the network by number', async () => {
    const {end} = await comeBack({metadata: {token_endpoint: 'http://169.254.169.254/token'}});
    expect(end).toContain('fault=organisation-invalid');
    expect(issuer.asked).not.toContain('/token');
  });

  test('slows down one network after 120 requests', async () => {
    const browser = service.browser();
    const statuses: number[] = [];
    for (let turn = 0; turn < 121; turn += 1) statuses.push((await browser.send('GET', '/api/sign-in/oidc/callback?state=x')).statusCode);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, 120).every((status) => status === 303)).toBe(true);
  });
});

test.each([
  ['https://login.example.org/token', true], ['https://keys.example.net/jwks', true], ['https://169.254.169.254/latest', false], ['https://[::1]/x', false],
  ['https://0x7f.1/', false], ['https://2130706433/', false], ['http://login.example.org/token', false], ['http://127.0.0.1/x', false], ['file:///etc/passwd', false],
  ['gopher://login.example.org/', false], ['https://a:b@login.example.org/', false], ['not an address', false],
])('a provider on https may send the service to %s: %s', (address, expected) => {
  expect(mayAsk(address, 'https://login.example.org/tenant')).toBe(expected);
});

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createLocalJWKSet, decodeProtectedHeader, jwtVerify} from 'jose';
import type {JSONWebKeySet} from 'jose';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import organisation from '#config';
import type {HeldCredential, IssuerProfile, MyCredentials, PublicCredential, Recognition, RecognitionCase, RunCredentials, RunIssued} from '#core/credentials/api.ts';
import {decodeBase64url} from '#core/credentials/base64url.ts';
import {isSet, readStatusList} from '#core/credentials/statusList.ts';
import type {Issuer, PublicKey} from '#core/credentials/signature.ts';
import {readTrustList} from '#core/credentials/trustedIssuers.ts';
import {verifyCredential} from '#core/credentials/verify.ts';
import type {Verification} from '#core/credentials/verify.ts';
import {DATA_PLACE} from '#core/credentials/verifierFile.ts';
import {achievementIdOf, writeCredential} from '#core/credentials/writeCredential.ts';
import {hashEmail} from '#server/credentials/issue.ts';
import {findSigner, rotateKey} from '#server/credentials/keys.ts';
import {keys} from '#server/tasks/keys.ts';
import {checkSignature, makeIssuer} from '../core/credentials/fixtures.ts';
import type {Signing} from '../core/credentials/fixtures.ts';
import {makeApp, makeRecord, newId, ORIGIN, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {COURSE, makeContent} from '../support/smallContent.ts';

const DAY = 24 * 60 * 60_000;
const OTHER = 'https://other.example.org';

describe.each(KINDS)('certificates on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let other: Signing;
  let boss: Browser;
  let tess: Browser;
  let tom: Browser;
  let site: string;
  beforeAll(async () => {
    other = await makeIssuer('ES256', OTHER, 'Other Council');
    site = mkdtempSync(path.join(tmpdir(), 'askwell-site-'));
    writeFileSync(path.join(site, 'verifier.template.txt'), `<title>Verifier</title>${DATA_PLACE}`);
    writeFileSync(path.join(site, 'index.html'), '<title>Site</title>');
    store = await makeDatabase(kind);
    const content = makeContent();
    service = await makeApp(store.database, {
      content: {...content, courses: [{...COURSE, validFor: 'P12M', certificates: {competence: true, attendance: true}}]},
      organisation: {...organisation, trustedIssuers: [{...other.issuer, courses: {[achievementIdOf(OTHER, 'planning', 'competence')]: 'planning'}}]},
      site: {folder: site, headersFile: path.join(site, 'none.json')},
    });
    boss = await service.signIn('boss@example.org', 'coordinator');
    tess = await service.signIn('tess@example.org', 'trainer');
    tom = await service.signIn('tom@example.org', 'trainer');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
    rmSync(site, {recursive: true});
  });

  let people = 0;
  const email = (): string => `person.${kind}.${people}@example.org`;
  const someone = async (name: string | null = 'Sample Learner'): Promise<Browser> => {
    people += 1;
    const browser = await service.signIn(email());
    if (name !== null) await browser.send('PATCH', '/api/me', {displayName: name});
    return browser;
  };
  const idOf = async (browser: Browser): Promise<string> => (await browser.send('GET', '/api/me')).json<{person: {id: string}}>().person.id;
  const complete = async (browser: Browser): Promise<void> => {
    for (const id of ['practice-purpose', 'practice-people', 'planning-assessment']) await browser.send('POST', '/api/records', makeRecord(quizOf(service.content, id), {at: service.now().toISOString()}));
  };
  const wish = (changes: object = {}): object => ({courseId: 'planning', kind: 'competence', cohortId: null, withEmail: false, ...changes});
  const get = (browser: Browser, changes: object = {}) => browser.send('POST', '/api/credentials', wish(changes));
  const earn = async (name?: string | null): Promise<{browser: Browser; held: HeldCredential}> => {
    const browser = await someone(name);
    await complete(browser);
    return {browser, held: (await get(browser)).json<HeldCredential>()};
  };
  const mine = async (browser: Browser): Promise<MyCredentials> => (await browser.send('GET', '/api/credentials')).json();
  const issuer = async (): Promise<Issuer> => {
    const {id, name, verificationMethod} = (await service.browser().send('GET', '/api/credentials/issuer')).json<IssuerProfile>();
    return {id, name, keys: verificationMethod.map(({publicKeyJwk}) => publicKeyJwk as PublicKey)};
  };
  const verify = async (jwt: string): Promise<Verification> => {
    const own = await issuer();
    const list = await service.browser().send('GET', '/api/credentials/status/1');
    const status = await readStatusList(list.body, own, checkSignature);
    return verifyCredential(jwt, {issuers: [own], statusLists: status ? [status] : [], now: service.now().toISOString(), checkSignature});
  };
  const openRun = async (trainer: Browser): Promise<{id: string; joinCode: string}> =>
    (await trainer.send('POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Autumn run', startsOn: '2026-12-01'})).json();
  const addSession = async (cohortId: string, day: string): Promise<string> => {
    const id = newId();
    await store.database.query(
      "insert into course_sessions (id, cohort_id, title, starts_at, ends_at, mode, place, updated_at) values ($1::uuid, $2::uuid, 'Day', $3::timestamptz, $4::timestamptz, 'room', 'Hall', now())",
      [id, cohortId, `${day}T09:00:00Z`, `${day}T12:00:00Z`],
    );
    return id;
  };
  const mark = async (sessionId: string, personId: string, by: string, word = 'present'): Promise<void> => {
    await store.database.query(
      "insert into attendance_marks (id, session_id, person_id, mark, marked_by, marked_at, received_at, body_hash) values ($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6::timestamptz, now(), 'x')",
      [newId(), sessionId, personId, word, by, service.now().toISOString()],
    );
  };
  const actions = (subjectId: string) => store.database.query<{action: string; actor_id: string | null}>('select action, actor_id::text from audit_log where subject_id = $1::uuid order by seq', [subjectId]);

  describe('getting one', () => {
    test('gives a certificate that anybody can check with the published key, and another library agrees', async () => {
      const {held} = await earn('Ann <b>"Sample"</b>');
      expect(held).toMatchObject({courseId: 'planning', kind: 'competence', name: 'Ann <b>"Sample"</b>', validUntil: '2027-11-22T23:59:59.000Z', revoked: null, address: `${ORIGIN}/verify/?id=${held.id}`});
      expect(held.id).toMatch(/^[0-9a-f]{32}$/);
      const {verdict, credential} = await verify(held.jwt);
      expect([verdict, credential?.holder]).toEqual(['valid', 'Ann <b>"Sample"</b>']);
      const jwks = (await service.browser().send('GET', '/api/credentials/jwks.json')).json<JSONWebKeySet>();
      const {payload, protectedHeader} = await jwtVerify(held.jwt, createLocalJWKSet({keys: jwks.keys.map((key) => ({...key, kid: `${ORIGIN}/api/credentials/jwks.json#${key.kid ?? ''}`}))}), {issuer: `${ORIGIN}/api/credentials/issuer`, currentDate: service.now()});
      expect(protectedHeader).toEqual({alg: 'ES256', typ: 'JWT', kid: `${ORIGIN}/api/credentials/jwks.json#${jwks.keys[0]?.kid ?? ''}`});
      expect(payload.jti).toBe(held.address);
      expect(held.jwt.length).toBeLessThan(5000);
      expect(JSON.stringify(payload)).not.toContain('@example.org');
    });

    test('gives the same one again, also when it is asked for many times at once', async () => {
      const browser = await someone();
      await complete(browser);
      const replies = await Promise.all(Array.from({length: 6}, () => get(browser)));
      expect(replies.map(({statusCode}) => statusCode).sort()).toEqual([200, 200, 200, 200, 200, 201]);
      expect(new Set(replies.map((reply) => reply.json<HeldCredential>().jwt)).size).toBe(1);
      expect((await mine(browser)).held).toHaveLength(1);
    });

    test('gives none before the course is completed, of another course, or without a name', async () => {
      const browser = await someone(null);
      expect((await get(browser, {name: 'Too Early'})).json()).toMatchObject({status: 403, type: 'urn:askwell:problem:not-earned'});
      expect((await mine(browser)).displayName).toBeNull();
      expect((await get(browser, {courseId: 'no-such-course'})).statusCode).toBe(422);
      expect((await get(browser, {personId: newId()})).statusCode).toBe(422);
      await complete(browser);
      expect((await mine(browser)).available).toEqual([{courseId: 'planning', kind: 'competence', cohortId: null, runTitle: null, why: null}]);
      expect((await get(browser)).json()).toMatchObject({status: 422, errors: [{field: 'name'}]});
      expect((await get(browser, {name: 'Line\nbreak'})).statusCode).toBe(422);
      expect((await get(browser, {name: 'Given Name'})).json()).toMatchObject({name: 'Given Name'});
      expect((await mine(browser)).displayName).toBe('Given Name');
      expect((await service.browser().send('POST', '/api/credentials', wish())).statusCode).toBe(401);
    });

    test('keeps the name as it was, whatever the account is called later, and ignores a name that is not the account’s', async () => {
      const {browser, held} = await earn('Old Name');
      await browser.send('PATCH', '/api/me', {displayName: 'New Name'});
      expect((await get(browser, {name: 'Somebody Else'})).json<HeldCredential>()).toMatchObject({id: held.id, name: 'Old Name'});
    });

    test('puts the address in scrambled when it is asked for, and else not at all', async () => {
      const browser = await someone();
      await complete(browser);
      const held = (await get(browser, {withEmail: true})).json<HeldCredential>();
      const emails = (await verify(held.jwt)).credential?.emails ?? [];
      expect(emails).toEqual([{isHashed: true, salt: emails[0]?.salt, value: hashEmail(email(), emails[0]?.salt ?? '')}]);
    });

    test('gives a new one after a renewal, while the old one stays valid to its end, and none once the completion lapsed', async () => {
      const {browser, held} = await earn();
      service.pass(200 * DAY);
      const again = await service.signIn(email());
      expect((await get(again)).json<HeldCredential>().id).toBe(held.id);
      await again.send('POST', '/api/records', makeRecord(quizOf(service.content, 'planning-assessment'), {at: service.now().toISOString()}));
      const renewed = (await get(again)).json<HeldCredential>();
      expect(renewed.id).not.toBe(held.id);
      expect(renewed.validUntil).toBe('2028-06-10T22:59:59.000Z');
      for (const {jwt} of [held, renewed]) expect((await verify(jwt)).verdict).toBe('valid');
      service.pass(400 * DAY);
      const late = await service.signIn(email());
      expect((await get(late)).json()).toMatchObject({status: 403, detail: expect.stringMatching(/counted until 10 June 2028.*renewed/) as unknown});
      expect((await service.browser().send('GET', `/api/credentials/${held.id}`)).json()).toEqual({jwt: null, ended: {why: 'expired', at: held.validUntil}});
      expect((await verify(held.jwt)).credential).toBeNull();
      service.pass(-600 * DAY);
      expect((await browser.send('GET', '/api/credentials')).statusCode).toBe(200);
    });
  });

  describe('attendance', () => {
    test('is another certificate, for a run whose sessions somebody was at, and never for a trainer of it', async () => {
      const run = await openRun(tess);
      const [first, second] = [await addSession(run.id, '2026-11-20'), await addSession(run.id, '2026-11-21')];
      const [ann, tessId] = [await someone('Ann Sample'), await idOf(tess)];
      const annId = await idOf(ann);
      const asked = {kind: 'attendance', cohortId: run.id};
      expect((await get(ann, asked)).json()).toMatchObject({status: 403, type: 'urn:askwell:problem:not-in-run'});
      await ann.send('POST', `/api/join/${run.joinCode}`);
      await mark(first, annId, tessId);
      await mark(second, annId, tessId);
      await mark(second, annId, tessId, 'absent');
      expect((await get(ann, asked)).json()).toMatchObject({status: 403, detail: 'At 1 of 2 sessions. To earn it: be at every session. This can no longer be reached in this run.'});
      await mark(second, annId, tessId, 'late');
      const held = (await get(ann, asked)).json<HeldCredential>();
      expect(held).toMatchObject({kind: 'attendance', cohortId: run.id, validUntil: null});
      const {credential, verdict} = await verify(held.jwt);
      expect([verdict, credential?.achievement.id]).toEqual(['valid', `${ORIGIN}/learn/planning/#attendance`]);
      expect(credential?.achievement.description).toMatch(/was there. It says nothing about what they can do/);
      await tess.send('POST', `/api/join/${run.joinCode}`);
      await store.database.query('insert into cohort_members (cohort_id, person_id, joined_at) values ($1::uuid, $2::uuid, now()) on conflict do nothing', [run.id, tessId]);
      expect((await get(tess, asked)).json()).toMatchObject({status: 403, type: 'urn:askwell:problem:own-certificate'});
      expect((await actions(tessId)).map(({action}) => action)).toContain('certificate-refused');
    });

    test('is issued to everybody of a run who qualifies, by its trainers alone, and each outcome is told', async () => {
      const run = await openRun(tess);
      const session = await addSession(run.id, '2026-11-20');
      const tessId = await idOf(tess);
      const [there, away, nameless] = [await someone('There Sample'), await someone('Away Sample'), await someone(null)];
      for (const each of [there, away, nameless]) await each.send('POST', `/api/join/${run.joinCode}`);
      for (const each of [there, nameless]) await mark(session, await idOf(each), tessId);
      await complete(away);
      const url = `/api/cohorts/${run.id}/credentials`;
      for (const [browser, status] of [[tom, 404], [there, 403], [boss, 200], [tess, 200]] as const) expect((await browser.send('GET', url)).statusCode).toBe(status);
      const shown = (await tess.send('GET', url)).json<RunCredentials>();
      const ids = await Promise.all([there, away, nameless].map(idOf));
      const states = (id: string | undefined) => shown.people.find(({personId}) => personId === id)?.standings.map(({kind: each, state}) => `${each} ${state}`);
      expect(ids.map(states)).toEqual([['competence not-yet', 'attendance ready'], ['competence ready', 'attendance not-yet'], ['competence not-yet', 'attendance not-yet']]);
      expect(JSON.stringify(shown)).not.toContain('There Sample@');
      const issue = (trainer: Browser, body: object) => trainer.send('POST', url, body);
      expect((await issue(tom, {kind: 'attendance', personIds: ids})).statusCode).toBe(404);
      const stranger = newId();
      const {outcomes} = (await issue(tess, {kind: 'attendance', personIds: [...ids, stranger]})).json<RunIssued>();
      expect(outcomes.map(({outcome}) => outcome)).toEqual(['issued', 'refused', 'refused', 'refused']);
      expect(outcomes[2]?.why).toMatch(/No name is given/);
      expect((await issue(tess, {kind: 'attendance', personIds: ids.slice(0, 1)})).json<RunIssued>().outcomes[0]?.outcome).toBe('already-there');
      expect((await issue(tess, {kind: 'competence', personIds: [ids[1]]})).json<RunIssued>().outcomes[0]?.outcome).toBe('issued');
      expect((await mine(there)).held.map(({kind: each, name}) => [each, name])).toEqual([['attendance', 'There Sample']]);
      expect((await get(away)).statusCode).toBe(200);
      expect((await issue(tess, {kind: 'attendance', personIds: [tessId]})).json()).toMatchObject({status: 403, type: 'urn:askwell:problem:own-certificate'});
      expect(await actions(ids[0] ?? '')).toContainEqual({action: 'certificate-issued', actor_id: tessId});
      expect((await store.database.query('select 1 as one from looks where subject_id = $1::uuid and viewer_id = $2::uuid', [ids[0], tessId])).length).toBe(1);
    });
  });

  describe('revoking', () => {
    test('shows at once, names nobody any more, and cannot be undone by asking again', async () => {
      const {browser, held} = await earn('Bea Sample');
      const url = `/api/credentials/${held.id}`;
      expect((await service.browser().send('GET', url)).json<PublicCredential>()).toEqual({jwt: held.jwt, ended: null});
      for (const [who, status] of [[tess, 404], [browser, 403], [service.browser(), 401]] as const) expect((await who.send('POST', `${url}/revocation`, {reason: 'Wrong person'})).statusCode).toBe(status);
      expect((await verify(held.jwt)).verdict).toBe('valid');
      expect((await boss.send('POST', `${url}/revocation`, {reason: ''})).statusCode).toBe(422);
      expect((await boss.send('POST', `${url}/revocation`, {reason: 'Wrong person'})).json()).toMatchObject({id: held.id, revoked: {reason: 'Wrong person', replacedBy: null}});
      expect((await boss.send('POST', `${url}/revocation`, {reason: 'Again'})).statusCode).toBe(409);
      const after = await service.browser().send('GET', url);
      expect(after.json()).toEqual({jwt: null, ended: {why: 'revoked', at: service.now().toISOString()}});
      expect(after.body).not.toContain('Bea');
      const {verdict, credential} = await verify(held.jwt);
      expect([verdict, credential]).toEqual(['invalid', null]);
      expect((await get(browser)).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:revoked-before'});
      expect((await mine(browser)).held[0]?.revoked?.reason).toBe('Wrong person');
      expect((await actions(await idOf(browser))).map(({action}) => action)).toEqual(expect.arrayContaining(['certificate-issued', 'certificate-revoked']));
    });

    test('outlives the erasure of the certificate’s row', async () => {
      const {held} = await earn();
      await boss.send('POST', `/api/credentials/${held.id}/revocation`, {reason: 'Example'});
      await store.database.query('delete from credentials where id = $1', [held.id]);
      expect((await verify(held.jwt)).verdict).toBe('invalid');
    });

    test('replaces a certificate whose name was wrong: the new one is valid, the old one not, and nothing leads from one to the other', async () => {
      const {browser, held} = await earn('Wrong Name');
      const url = `/api/credentials/${held.id}/replacement`;
      expect((await tess.send('POST', url, {name: 'Right Name'})).statusCode).toBe(404);
      const record = (await boss.send('POST', url, {name: 'Right Name'})).json<{id: string; name: string}>();
      expect(record).toMatchObject({name: 'Right Name', revoked: null});
      const {held: all} = await mine(browser);
      const now = all.find(({id}) => id === record.id);
      expect(now).toMatchObject({validUntil: held.validUntil, kind: 'competence'});
      expect((await verify(now?.jwt ?? '')).credential?.holder).toBe('Right Name');
      expect((await verify(held.jwt)).verdict).toBe('invalid');
      expect(all.find(({id}) => id === held.id)?.revoked?.reason).toBe('replaced');
      expect((await service.browser().send('GET', `/api/credentials/${held.id}`)).body).not.toMatch(new RegExp(`${record.id}|Name`));
      expect((await get(browser)).json<HeldCredential>().id).toBe(record.id);
      expect((await boss.send('GET', `/api/credentials/${held.id}/record`)).json()).toMatchObject({revoked: {replacedBy: record.id}});
    });

    test('is never done by somebody to their own certificate, and the try is written down', async () => {
      await boss.send('PATCH', '/api/me', {displayName: 'Boss Sample'});
      await complete(boss);
      const held = (await get(boss)).json<HeldCredential>();
      for (const [act, body] of [['revocation', {reason: 'x'}], ['replacement', {name: 'x'}]] as const) {
        expect((await boss.send('POST', `/api/credentials/${held.id}/${act}`, body)).json()).toMatchObject({status: 403, type: 'urn:askwell:problem:own-certificate'});
      }
      expect((await verify(held.jwt)).verdict).toBe('valid');
      expect((await actions(await idOf(boss))).filter(({action}) => action === 'certificate-refused')).toHaveLength(2);
    });
  });

  describe('looking one up', () => {
    test('answers alike for a number that nobody has and for what is no number', async () => {
      const nobody = service.browser();
      const answers = await Promise.all(['f'.repeat(32), 'F'.repeat(32), 'x', '../me', '%00', "' or 1=1", '0'.repeat(32), newId()].map((id) => nobody.send('GET', `/api/credentials/${encodeURIComponent(id)}`)));
      expect(new Set(answers.map(({statusCode, body}) => `${statusCode} ${body}`)).size).toBe(1);
      expect(answers[0]?.statusCode).toBe(404);
    });

    test.runIf(kind === 'postgres')('stops a flood from one address', async () => {
      const flood = service.browser();
      let status = 0;
      for (let turn = 0; turn <= 600; turn += 1) status = (await flood.send('GET', `/api/credentials/${'f'.repeat(32)}`)).statusCode;
      expect(status).toBe(429);
      expect((await service.browser().send('GET', `/api/credentials/${'f'.repeat(32)}`)).statusCode).toBe(404);
    });

    test('gives the list of what is revoked as the standard asks, with places that tell nothing', async () => {
      const answer = await service.browser().send('GET', '/api/credentials/status/1');
      expect(answer.headers).toMatchObject({'content-type': 'application/vc+jwt', 'cache-control': 'public, max-age=300'});
      const own = await issuer();
      const list = await readStatusList(answer.body, own, checkSignature);
      expect(list?.bits).toHaveLength(16_384);
      const taken = await store.database.query<{place: number; revoked: boolean}>('select place, revoked_at is not null as revoked from credential_statuses order by place');
      expect(taken.every(({place, revoked}) => list && isSet(list.bits, place) === revoked)).toBe(true);
      expect(taken.at(-1)?.place).toBeGreaterThan(taken.length);
      for (const list of ['0', '2', '01', 'x', '-1', '999999']) expect((await service.browser().send('GET', `/api/credentials/status/${list}`)).statusCode, list).toBe(404);
    });
  });

  describe('keys', () => {
    // Only a real database has several instances.
    test.runIf(kind === 'postgres')('come out one when four instances sign for the first time together', async () => {
      const empty = await makeDatabase(kind);
      try {
        const signers = await Promise.all(Array.from({length: 4}, () => findSigner(empty.database, service.parts)));
        expect(new Set(signers.map(({kid}) => kid)).size).toBe(1);
        expect(await empty.database.query('select kid from signing_keys')).toHaveLength(1);
        expect(await empty.database.query("select 1 as one from audit_log where action = 'key-made'")).toHaveLength(1);
      } finally {
        await empty.remove();
      }
    });

    test('are rotated so that old certificates hold, new ones carry the new key, and the old private half is gone', async () => {
      const {held: before} = await earn();
      const listed = await keys(service.parts, {act: 'list'});
      expect(listed.message).toMatch(/in use$/m);
      expect(await keys(service.parts, {act: 'rotate'})).toMatchObject({ok: true, message: expect.stringMatching(/retired, and its private half is erased/) as unknown});
      service.pass(2000);
      const {held: after} = await earn();
      expect(decodeProtectedHeader(after.jwt).kid).not.toBe(decodeProtectedHeader(before.jwt).kid);
      for (const {jwt} of [before, after]) expect((await verify(jwt)).verdict).toBe('valid');
      expect(await store.database.query('select 1 as one from signing_keys where retired_at is not null and sealed is not null')).toEqual([]);
      expect((await issuer()).keys.map(({exp}) => exp !== undefined).sort()).toEqual([false, true]);
      expect(await keys(service.parts, {act: 'burn'})).toMatchObject({ok: false});
    });

    test('never leave the database open to read: the private half is sealed, and another secret opens nothing', async () => {
      const [row] = await store.database.query<{sealed: string; public_jwk: object}>('select sealed, public_jwk from signing_keys where retired_at is null');
      expect(Buffer.from(decodeBase64url(row?.sealed ?? '') ?? []).toString('latin1')).not.toMatch(/"d"|kty/);
      expect(row?.public_jwk).not.toHaveProperty('d');
      await expect(findSigner(store.database, {...service.parts, secret: 'another secret, also long enough for this'})).rejects.toThrow(/cannot open its signing key.*keys rotate/);
    });

    test.runIf(kind === 'postgres')('are RSA keys where the organisation chose so', async () => {
      const empty = await makeDatabase(kind);
      try {
        const signer = await findSigner(empty.database, {...service.parts, organisation: {...organisation, certificateAlgorithm: 'RS256'}});
        expect(decodeProtectedHeader(await signer.sign({iss: 'x'}, 'JWT'))).toMatchObject({alg: 'RS256', typ: 'JWT'});
        expect(await rotateKey({database: empty.database, clock: () => service.now()})).toBe(signer.kid);
        expect(await rotateKey({database: empty.database, clock: () => service.now()})).toBeUndefined();
      } finally {
        await empty.remove();
      }
    });
  });

  describe('the verifier and the list of trusted issuers', () => {
    test('are handed out signed and whole, as files for use without this site', async () => {
      const list = (await service.browser().send('GET', '/api/credentials/trusted-issuers.json')).json<{list: string}>();
      expect(await readTrustList(list.list, await issuer(), checkSignature)).toEqual([JSON.parse(JSON.stringify(other.issuer))]);
      const file = await service.browser().send('GET', '/api/credentials/verifier.html');
      expect(file.headers).toMatchObject({'content-type': 'text/html; charset=utf-8', 'content-disposition': 'attachment; filename="certificate-verifier.html"'});
      const data = JSON.parse(/id="verifier-data">(.*)<\/script>/.exec(file.body)?.[1] ?? '') as {issuers: Issuer[]; statusLists: string[]};
      expect(data.issuers.map(({name}) => name)).toEqual([organisation.name, 'Other Council']);
      expect(await readStatusList(data.statusLists[0] ?? '', data.issuers[0] ?? other.issuer, checkSignature)).not.toBeNull();
      expect(file.body).not.toMatch(/"d":|Sample Learner/);
    });
  });

  describe('another body’s certificate', () => {
    let numbers = 0;
    const theirs = (changes: {email?: string; holder?: string; courseId?: string; issuedAt?: string} = {}): Promise<string> => {
      numbers += 1;
      const id = numbers.toString(16).padStart(32, 'a');
      return other.sign(writeCredential({publicUrl: OTHER, name: 'Other Council'}, {...COURSE, id: changes.courseId ?? 'planning'}, 'competence', {validUntil: '2027-06-01T22:59:59.000Z', evidence: 'Completed.'}, {
        id, subjectId: `urn:uuid:${newId()}`, holder: changes.holder ?? 'Sample Learner', email: changes.email === undefined ? null : {hash: hashEmail(changes.email, 'salt'), salt: 'salt'},
        status: {list: 1, place: 1}, issuedAt: Math.floor(Date.parse(changes.issuedAt ?? '2026-10-01T09:00:00Z') / 1000),
      }));
    };
    const handIn = (browser: Browser, text: string, id = newId()) => browser.send('POST', '/api/recognised-credentials', {id, text});

    test('is recognised at once when it stands for a course here and bears the account’s address, and a row tells for which course and until when', async () => {
      const ann = await someone();
      const [id, text] = [newId(), await theirs({email: email()})];
      const first = await handIn(ann, text, id);
      expect(first.statusCode, first.body).toBe(201);
      expect(first.json()).toMatchObject({id, issuer: 'Other Council', courseId: 'planning', state: 'recognised', validUntil: '2027-06-01T22:59:59.000Z'});
      expect((await handIn(ann, text, id)).statusCode).toBe(200);
      expect((await handIn(ann, await theirs({email: email()}), id)).statusCode).toBe(409);
      expect((await handIn(ann, text)).json()).toMatchObject({status: 409, type: 'urn:askwell:problem:handed-in-before'});
      expect((await mine(ann)).recognised).toHaveLength(1);
      const rows = await store.database.query("select course_id, valid_from, valid_until, credential_id from recognised_credentials where person_id = $1::uuid and state = 'recognised'", [await idOf(ann)]);
      expect(rows).toEqual([{course_id: 'planning', valid_from: '2026-10-01T09:00:00.000Z', valid_until: '2027-06-01T22:59:59.000Z', credential_id: expect.stringContaining(OTHER) as unknown}]);
    });

    test('waits for a coordinator when the address is not the account’s, or the course is not known here', async () => {
      const ann = await someone();
      const stranger = (await handIn(ann, await theirs({email: 'somebody.else@example.org'}))).json<Recognition>();
      const unmapped = (await handIn(ann, await theirs({courseId: 'their-own', email: email()}))).json<Recognition>();
      const bare = (await handIn(ann, await theirs())).json<Recognition>();
      expect([stranger, unmapped, bare].map(({state, courseId}) => [state, courseId])).toEqual([['waiting', 'planning'], ['waiting', null], ['waiting', 'planning']]);
      const decideOn = (who: Browser, id: string, body: object) => who.send('POST', `/api/recognised-credentials/${id}/decision`, body);
      for (const [who, status] of [[ann, 403], [tess, 403]] as const) {
        expect((await who.send('GET', '/api/recognised-credentials')).statusCode).toBe(status);
        expect((await decideOn(who, bare.id, {outcome: 'recognised', courseId: 'planning'})).statusCode).toBe(status);
      }
      const {cases} = (await boss.send('GET', '/api/recognised-credentials')).json<{cases: RecognitionCase[]}>();
      expect([stranger, unmapped, bare].map(({id}) => cases.find((each) => each.id === id)?.isSameEmail)).toEqual([false, true, null]);
      expect(cases.find(({id}) => id === bare.id)).toMatchObject({holder: 'Sample Learner', person: {name: 'Sample Learner', email: email()}});
      expect((await decideOn(boss, unmapped.id, {outcome: 'recognised', courseId: 'no-such-course'})).statusCode).toBe(422);
      expect((await decideOn(boss, unmapped.id, {outcome: 'recognised', courseId: 'planning'})).json()).toMatchObject({state: 'recognised', courseId: 'planning'});
      expect((await decideOn(boss, stranger.id, {outcome: 'refused'})).statusCode).toBe(422);
      expect((await decideOn(boss, stranger.id, {outcome: 'refused', reason: 'Not your name'})).json()).toMatchObject({state: 'refused', reason: 'Not your name'});
      expect((await decideOn(boss, stranger.id, {outcome: 'recognised', courseId: 'planning'})).statusCode).toBe(409);
      // What was recognised can be taken back.
      expect((await decideOn(boss, unmapped.id, {outcome: 'refused', reason: 'Revoked by its issuer'})).json()).toMatchObject({state: 'refused'});
      expect((await actions(await idOf(ann))).filter(({action}) => action === 'certificate-recognised')).toHaveLength(3);
    });

    test('is not decided by the coordinator who handed it in', async () => {
      const mineToo = (await handIn(boss, await theirs())).json<Recognition>();
      expect((await boss.send('POST', `/api/recognised-credentials/${mineToo.id}/decision`, {outcome: 'recognised', courseId: 'planning'})).json()).toMatchObject({status: 403, type: 'urn:askwell:problem:own-certificate'});
      expect((await mine(boss)).recognised[0]?.state).toBe('waiting');
    });

    test('is refused when it was changed, is over, is our own, is of a stranger, or is none', async () => {
      const ann = await someone();
      const good = await theirs({email: email()});
      const thief = await makeIssuer('ES256', OTHER);
      const {held} = await earn();
      const wrong = [
        `${good.slice(0, -8)}AAAAAAAA`, await theirs({issuedAt: '2027-01-01T00:00:00Z'}), held.jwt, 'not a certificate', '{"credential":""}',
        await thief.sign(JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>),
        await (await makeIssuer('ES256', 'https://stranger.example.org')).sign(writeCredential({publicUrl: 'https://stranger.example.org', name: 'x'}, COURSE, 'competence', {validUntil: null, evidence: ''}, {id: 'a', subjectId: 'urn:uuid:a', holder: 'x', email: null, status: {list: 1, place: 1}, issuedAt: 1_700_000_000})),
      ];
      for (const text of wrong) expect((await handIn(ann, text)).json()).toMatchObject({status: 422, type: 'urn:askwell:problem:not-recognised', errors: [{field: 'text'}]});
      expect((await mine(ann)).recognised).toEqual([]);
    });
  });
});

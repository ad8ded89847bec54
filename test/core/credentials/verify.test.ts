import {createHmac} from 'node:crypto';
import * as fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {encodeBase64url} from '#core/credentials/base64url.ts';
import {ALGORITHMS} from '#core/credentials/jwt.ts';
import type {Issuer} from '#core/credentials/signature.ts';
import {verifyCredential} from '#core/credentials/verify.ts';
import type {Check, Materials} from '#core/credentials/verify.ts';
import {makeIssuer, makeMaterials, makePayload, makeStatusList, NOW, seconds, SITE} from './fixtures.ts';
import type {Signing} from './fixtures.ts';

let own: Signing;
let materials: Materials;
let good: string;
beforeAll(async () => {
  own = await makeIssuer();
  materials = await makeMaterials(own);
  good = await own.sign(makePayload());
});

const text = (value: unknown): string => encodeBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));
const failed = (checks: readonly Check[]): string[] => checks.filter(({state}) => state === 'failed').map(({id}) => id);

describe('a certificate as it was issued', () => {
  it.each(ALGORITHMS)('is genuine when it is signed with %s', async (algorithm) => {
    const signing = await makeIssuer(algorithm);
    const {verdict, credential, checks} = await verifyCredential(await signing.sign(makePayload()), await makeMaterials(signing));
    expect(verdict).toBe('valid');
    expect(checks.map(({state}) => state)).toEqual(Array(8).fill('ok'));
    expect(credential).toMatchObject({holder: 'Sample Learner', issuerName: 'Sample Council', achievement: {name: 'Planning a consultation'}});
  });

  it('holds without an end date, and with one until its last second', async () => {
    expect((await verifyCredential(await own.sign(makePayload({validUntil: null})), materials)).verdict).toBe('valid');
    const ending = await own.sign(makePayload({validUntil: NOW}));
    expect((await verifyCredential(ending, materials)).verdict).toBe('valid');
    const later = await verifyCredential(ending, {...materials, now: '2026-11-22T09:00:01Z'});
    expect([later.verdict, failed(later.checks)]).toEqual(['invalid', ['end']]);
  });

  it('is refused before its first day, a slow clock of five minutes allowed', async () => {
    expect(failed((await verifyCredential(await own.sign(makePayload({issuedAt: '2026-11-23T09:00:00Z'})), materials)).checks)).toEqual(['start']);
    expect((await verifyCredential(await own.sign(makePayload({issuedAt: '2026-11-22T09:04:00Z'})), materials)).verdict).toBe('valid');
  });
});

describe('a certificate that was tampered with', () => {
  it('is refused for every change of a single character, at every place, and no name is shown', async () => {
    const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let place = 0; place < good.length; place += 1) {
      const sign = good[place] ?? '';
      // The neighbour in value differs in the last bit alone, which careless decoders drop. At the end of each part every other sign is tried.
      const others = sign === '.' ? ['A'] : good[place + 1] === '.' || place === good.length - 1 ? [...SIGNS].filter((each) => each !== sign) : [SIGNS[SIGNS.indexOf(sign) ^ 1] ?? ''];
      for (const other of others) {
        const {verdict, credential} = await verifyCredential(good.slice(0, place) + other + good.slice(place + 1), materials);
        expect([place, verdict === 'valid' || verdict === 'unconfirmed', credential]).toEqual([place, false, null]);
      }
    }
  }, 60_000);

  it('is refused for any other character, cut or addition', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(good.length - 1), fc.string({minLength: 1, maxLength: 3}), fc.constantFrom('replace', 'insert', 'cut'), async (place, letters, how) => {
      const changed = how === 'cut' ? good.slice(0, place) + good.slice(place + letters.length) : good.slice(0, place) + letters + good.slice(place + (how === 'replace' ? letters.length : 0));
      fc.pre(changed.trim() !== good);
      expect((await verifyCredential(changed, materials)).credential).toBeNull();
    }), {numRuns: 300});
  });

  it('is refused with another name, another end or another achievement under the same signature', async () => {
    const [header = '', , signature = ''] = good.split('.');
    for (const payload of [makePayload({holder: 'Somebody Else'}), makePayload({validUntil: '2040-01-01T00:00:00Z'}), {...makePayload(), name: 'x'}]) {
      expect(failed((await verifyCredential(`${header}.${text(payload)}.${signature}`, materials)).checks)).toEqual(['signature']);
    }
  });

  it('is refused without a signature, and with one made of the public key as a shared secret', async () => {
    const payload = text(makePayload());
    const none = `${text({alg: 'none', typ: 'JWT'})}.${payload}.`;
    const head = text({alg: 'HS256', kid: own.key.kid, typ: 'JWT'});
    const shared = `${head}.${payload}.${createHmac('sha256', JSON.stringify(own.key)).update(`${head}.${payload}`).digest('base64url')}`;
    for (const each of [none, `${none}AA`, shared]) expect(failed((await verifyCredential(each, materials)).checks)).toEqual(['form']);
  });

  it('is refused when an RSA key is asked to check it as another kind', async () => {
    const rsa = await makeIssuer('RS256');
    const forged: Issuer = {...own.issuer, keys: [{...rsa.key, kid: own.key.kid}]};
    expect(failed((await verifyCredential(good, await makeMaterials(own, {issuers: [forged]}))).checks)).toEqual(['signature']);
  });

  it('is refused when its header brings a key of its own, or the address of one', async () => {
    const thief = await makeIssuer();
    const withKey = await thief.sign(makePayload(), {jwk: thief.key, kid: own.key.kid});
    expect(failed((await verifyCredential(withKey, materials)).checks)).toEqual(['signature']);
    for (const header of [{jku: `${SITE}/api/credentials/jwks.json`}, {x5u: 'https://evil.example/x'}, {x5c: ['AA']}]) {
      expect(failed((await verifyCredential(await own.sign(makePayload(), header), materials)).checks)).toEqual(['form']);
    }
    const demanding = `${text({alg: 'ES256', crit: ['exp'], exp: 1})}.${good.split('.').slice(1).join('.')}`;
    expect(failed((await verifyCredential(demanding, materials)).checks)).toEqual(['form']);
  });

  it.each([
    ['the payload', '{"iss":"x","iss":"y"}'], ['a part of it', '{"a":{"b":1,"b":2}}'], ['a spelling of its own', '{"iss":"x","\\u0069ss":"y"}'],
  ])('is refused when a name stands twice in %s', async (_where, json) => {
    const checks = (await verifyCredential(`${text({alg: 'ES256'})}.${text(json)}.AAAA`, materials)).checks;
    expect([failed(checks), checks[0]?.sentence]).toEqual([['form'], 'What it says cannot be read, or says one thing twice.']);
  });

  it('is refused when it is too long to be one', async () => {
    expect(failed((await verifyCredential(`${text({alg: 'ES256'})}.${'A'.repeat(70_000)}.AAAA`, materials)).checks)).toEqual(['form']);
  });

  it('is refused when the claims of the signed text and the certificate in it differ', async () => {
    const payload = makePayload();
    const broken = [
      {...payload, nbf: 1}, {...payload, exp: undefined}, {...payload, jti: 'x'}, {...payload, sub: 'x'}, {...payload, validUntil: undefined},
      {...payload, issuer: {id: 'https://other.example/'}}, {...payload, validFrom: 'yesterday'}, {...payload, type: ['VerifiableCredential']},
      {...payload, '@context': ['https://www.w3.org/2018/credentials/v1']}, {...payload, credentialSubject: []},
    ];
    for (const each of broken) expect(failed((await verifyCredential(await own.sign(each), materials)).checks)).toEqual(['content']);
  });

  it('is not mistaken for another signed text of the same issuer', async () => {
    expect(failed((await verifyCredential(await own.sign(makePayload(), {typ: 'askwell-trusted-issuers+jwt'}), materials)).checks)).toEqual(['form']);
    const list = await own.sign({iss: own.issuer.id, nbf: seconds(NOW), type: ['VerifiableCredential', 'BitstringStatusListCredential']}, {typ: 'vc+jwt'});
    expect(failed((await verifyCredential(list, materials)).checks)).toEqual(['content']);
  });
});

describe('who issued a certificate', () => {
  it('cannot be told when the issuer is not on the list, whoever’s name it bears', async () => {
    const other = await makeIssuer('ES256', 'https://other.example.org');
    const result = await verifyCredential(await other.sign(makePayload({site: 'https://other.example.org'})), materials);
    expect([result.verdict, result.credential]).toEqual(['unknown', null]);
  });

  it('must be the one that signed it, among all that are trusted', async () => {
    const other = await makeIssuer('ES256', 'https://other.example.org', 'Other Council');
    const both = await makeMaterials(own, {issuers: [own.issuer, other.issuer]});
    expect(failed((await verifyCredential(await other.sign(makePayload()), both)).checks)).toEqual(['signature']);
    expect((await verifyCredential(await other.sign(makePayload({site: 'https://other.example.org'})), both)).verdict).toBe('unconfirmed');
  });

  it('is checked with old keys too, and a key that was retired signs nothing later', async () => {
    const retired: Issuer = {...own.issuer, keys: [{...own.key, exp: seconds('2026-11-21T00:00:00Z')}]};
    const withOld = {...materials, issuers: [retired]};
    expect((await verifyCredential(good, withOld)).verdict).toBe('valid');
    expect(failed((await verifyCredential(await own.sign(makePayload({issuedAt: '2026-11-21T08:00:00Z'})), withOld)).checks)).toEqual(['key']);
  });

  it('says so when the machine cannot check signatures of this kind', async () => {
    const result = await verifyCredential(good, {...materials, checkSignature: () => Promise.reject(new DOMException('x', 'NotSupportedError'))});
    expect([result.verdict, result.checks.at(-1)?.sentence]).toEqual(['unknown', 'This browser cannot check signatures of this kind. Try a newer one.']);
  });
});

describe('a revoked certificate', () => {
  it('is refused, and its neighbours in the list are not', async () => {
    const statusLists = [await makeStatusList(own, [70_000])];
    const revoked = await verifyCredential(good, {...materials, statusLists});
    expect([revoked.verdict, failed(revoked.checks), revoked.credential]).toEqual(['invalid', ['revocation'], null]);
    for (const place of [69_999, 70_001]) expect((await verifyCredential(await own.sign(makePayload({place})), {...materials, statusLists})).verdict).toBe('valid');
  });

  it('says as of when it was looked up', async () => {
    const {checks} = await verifyCredential(good, materials);
    expect(checks.at(-1)?.sentence).toBe('It was not revoked by 22 November 2026, 9:00am, the time of the issuer’s list.');
  });

  it('cannot be told without the list, with a list of another address, or with one of another issuer', async () => {
    const other = await makeIssuer('ES256', 'https://other.example.org');
    for (const statusLists of [[], [await makeStatusList(own, [], NOW, 'https://else.example.org')], [{...await makeStatusList(own), issuerId: other.issuer.id}]]) {
      const result = await verifyCredential(good, {...materials, statusLists});
      expect([result.verdict, result.credential?.holder]).toEqual(['unconfirmed', 'Sample Learner']);
    }
  });
});

it('reads a certificate signed by another library with the key alone', async () => {
  const signing = await makeIssuer('ES256');
  const bare = await signing.sign(makePayload(), {kid: undefined, typ: undefined});
  expect((await verifyCredential(`  ${bare}\n`, await makeMaterials(signing))).verdict).toBe('valid');
});

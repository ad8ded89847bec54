import {gzipSync} from 'node:zlib';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {decodeBase64url, encodeBase64url} from '#core/credentials/base64url.ts';
import {findJwt} from '#core/credentials/findJwt.ts';
import {kindsOf, writeRequirements} from '#core/credentials/kinds.ts';
import {drawQrCode} from '#core/credentials/qrCode.ts';
import {fileNameOf, linkedInAddress} from '#core/credentials/share.ts';
import {attendanceStanding, competenceStanding, endOfLondonDay} from '#core/credentials/standing.ts';
import {isSet, readStatusList, STATUS_LIST_BITS, STATUS_LIST_TYP, statusListPayload, writeBits} from '#core/credentials/statusList.ts';
import {faultsOfTrusted, readTrustList, TRUST_LIST_TYP, trustListPayload} from '#core/credentials/trustedIssuers.ts';
import {fillVerifier, DATA_PLACE} from '#core/credentials/verifierFile.ts';
import {rewriteCredential} from '#core/credentials/writeCredential.ts';
import {COURSE} from '../../support/smallContent.ts';
import {checkSignature, makeIssuer, makePayload, NOW, seconds, SITE} from './fixtures.ts';

describe('base64url', () => {
  it('reads back what it writes, as Node does', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...decodeBase64url(text) ?? []]).toEqual([...bytes]);
    }));
  });

  it('has one text for some bytes and no other', () => {
    fc.assert(fc.property(fc.string({maxLength: 12}), (text) => {
      const bytes = decodeBase64url(text);
      if (bytes) expect(encodeBase64url(bytes)).toBe(text);
    }));
    for (const text of ['A', 'AB', 'AA=', 'A+', 'A/', 'AAB', 'A A']) expect(decodeBase64url(text), text).toBeNull();
  });
});

describe('the list of revoked certificates', () => {
  it('sets the bits asked for and no other, the first one left-most', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(STATUS_LIST_BITS - 1), {maxLength: 30}), fc.nat(STATUS_LIST_BITS - 1), (places, other) => {
      const bits = writeBits(places);
      expect(places.every((place) => isSet(bits, place))).toBe(true);
      expect(isSet(bits, other)).toBe(places.includes(other));
    }));
    expect(writeBits([0])[0]).toBe(0x80);
    expect(writeBits([])).toHaveLength(16_384);
    for (const place of [-1, 0.5, STATUS_LIST_BITS]) expect(isSet(writeBits([]), place)).toBeNull();
  });

  it('is read when its issuer signed it whole, and else not', async () => {
    const own = await makeIssuer();
    const other = await makeIssuer();
    const payload = (bits: Uint8Array) => statusListPayload({id: `${SITE}/api/credentials/status/1`, issuerId: own.issuer.id, packed: gzipSync(bits), seconds: seconds(NOW)});
    const read = async (text: string) => readStatusList(text, own.issuer, checkSignature);
    const whole = await own.sign(payload(writeBits([5])), {typ: STATUS_LIST_TYP});
    expect(await read(whole)).toMatchObject({asOf: NOW, issuerId: own.issuer.id});
    expect((payload(writeBits([]))['credentialSubject'] as {encodedList: string}).encodedList).toMatch(/^u[\w-]+$/);
    for (const text of [
      await other.sign(payload(writeBits([])), {typ: STATUS_LIST_TYP}), await own.sign(payload(writeBits([])), {typ: 'JWT'}), await own.sign(payload(new Uint8Array(100)), {typ: STATUS_LIST_TYP}), await own.sign(payload(new Uint8Array(2_000_000)), {typ: STATUS_LIST_TYP}),
      await own.sign({...payload(writeBits([])), type: ['VerifiableCredential']}, {typ: STATUS_LIST_TYP}), `${whole.slice(0, 100)}x${whole.slice(101)}`, 'nothing',
    ]) expect(await read(text)).toBeNull();
  });
});

describe('which certificates a course gives', () => {
  const course = {rule: {all: [{lessons: 'all'}]}};
  it.each([
    ['nothing for lessons alone', course, []],
    ['competence for an assessment', {...course, assessment: 'x'}, ['competence']],
    ['competence for a judged task', {rule: {all: [{any: [{task: 'plan', judged: 'competent'}]}]}}, ['competence']],
    ['attendance for sessions asked for', {rule: {all: [{attendance: {minPercent: 80}}]}}, ['attendance']],
    ['what it says', {...course, assessment: 'x', certificates: {competence: false, attendance: true}}, ['attendance']],
  ])('%s', (_title, given, kinds) => expect(kindsOf(given)).toEqual(kinds));

  it('says what somebody had to do, from the rule itself', () => {
    expect(writeRequirements(COURSE)).toBe('answer the practice questions of every lesson and pass the assessment, which the record service marks');
    expect(writeRequirements({rule: {all: [{lessons: 'all'}, {attendance: {minPercent: 75, mandatory: true}}, {any: [{task: 'plan', judged: 'competent'}]}, {current: 'x'}]}}))
      .toBe('answer the practice questions of every lesson, be at 75% of all sessions or more, and be at every mandatory session, hand in work that an assessor judged competent and have completed the courses that come before it');
  });
});

describe('whether a certificate is earned', () => {
  const completion = {courseVersion: 2, completedAt: '2026-03-02T10:00:00.000Z', renewedAt: null};
  it('takes a completion that still counts, from its last renewal', () => {
    expect(competenceStanding({}, null, NOW)).toEqual({state: 'not-yet', why: 'The course is not completed.'});
    expect(competenceStanding({}, completion, NOW)).toMatchObject({state: 'earned', basisAt: completion.completedAt, validUntil: null});
    expect(competenceStanding({validFor: 'P12M'}, completion, NOW)).toMatchObject({state: 'earned', validUntil: '2027-03-02T23:59:59.000Z'});
    expect(competenceStanding({validFor: 'P6M'}, completion, NOW)).toEqual({state: 'not-yet', why: 'The completion counted until 2 September 2026. It has to be renewed first.'});
    expect(competenceStanding({validFor: 'P6M'}, {...completion, renewedAt: '2026-08-01T10:00:00.000Z'}, NOW)).toMatchObject({state: 'earned', basisAt: '2026-08-01T10:00:00.000Z'});
  });

  const session = (id: string) => ({id, title: id, startsAt: `2026-11-0${id}T09:00:00Z`, endsAt: `2026-11-0${id}T12:00:00Z`, isMandatory: false, isCancelled: false});
  const mark = (sessionId: string, there = true) => ({sessionId, mark: there ? 'present' as const : 'absent' as const, minutes: null, at: `2026-11-0${sessionId}T12:00:00.000Z`});
  it('takes every session where the course says nothing of attendance', () => {
    const rule = {rule: {all: []}};
    expect(attendanceStanding(rule, [session('1'), session('2')], [mark('1'), mark('2')], NOW)).toEqual({state: 'earned', basisAt: '2026-11-02T12:00:00.000Z', validUntil: null, evidence: 'Was at 2 of 2 sessions.'});
    expect(attendanceStanding(rule, [session('1'), session('2')], [mark('1'), mark('2', false)], NOW)).toEqual({state: 'not-yet', why: 'At 1 of 2 sessions. To earn it: be at every session. This can no longer be reached in this run.'});
    expect(attendanceStanding(rule, [], [], NOW)).toEqual({state: 'not-yet', why: 'The run has no sessions.'});
    expect(attendanceStanding({rule: {all: [{attendance: {minPercent: 50}}]}}, [session('1'), session('2')], [mark('1')], NOW).state).toBe('earned');
  });

  it('ends a day at midnight in London, summer and winter', () => {
    expect(endOfLondonDay('2027-01-10')).toBe('2027-01-10T23:59:59.000Z');
    expect(endOfLondonDay('2027-07-10')).toBe('2027-07-10T22:59:59.000Z');
    expect(endOfLondonDay('2027-03-28')).toBe('2027-03-28T22:59:59.000Z');
    expect(endOfLondonDay('2027-10-31')).toBe('2027-10-31T23:59:59.000Z');
  });
});

describe('a certificate with a corrected name', () => {
  it('says the same of the same course, under another number', () => {
    const before = makePayload();
    const after = rewriteCredential({publicUrl: SITE, name: 'Sample Council'}, before, {id: 'f'.repeat(32), subjectId: 'urn:uuid:x', holder: 'New Name', email: null, status: {list: 1, place: 9}, issuedAt: seconds(NOW)});
    const [old, now] = [before, after].map((each) => each['credentialSubject'] as {achievement: unknown; identifier: unknown});
    expect(now?.achievement).toEqual(old?.achievement);
    expect(after).toMatchObject({jti: `${SITE}/verify/?id=${'f'.repeat(32)}`, exp: before['exp'], validUntil: before['validUntil'], evidence: before['evidence'], nbf: seconds(NOW)});
    expect(JSON.stringify(after)).not.toMatch(/Sample Learner|0123456789abcdef/);
  });
});

describe('finding a certificate in what somebody pasted', () => {
  const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln';
  it.each([
    ['alone', jwt], ['in lines', `${jwt.slice(0, 20)}\n  ${jwt.slice(20)} `], ['as a JSON text', `"${jwt}"`], ['as `credential`', JSON.stringify({credential: jwt})],
    ['enveloped', JSON.stringify({type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwt}`})], ['within', JSON.stringify({verifiableCredential: {jwt}})],
    ['in a picture', `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential verify="${jwt}"/></svg>`],
  ])('%s', (_how, pasted) => expect(findJwt(pasted)).toBe(jwt));

  it.each(['', 'hello', '{"credential":1}', '{"a":1,"a":2}', '<svg/>', 'a.b', 'x'.repeat(2_000_000)])('gives nothing for what is none', (pasted) => expect(findJwt(pasted)).toBeNull());

  it('never throws and never takes long', () => {
    fc.assert(fc.property(fc.string({unit: fc.constantFrom('<openbadges:credential ', ' ', 'verify=', '"', '.', 'A', '{'), maxLength: 300}), (pasted) => void findJwt(pasted)));
  });
});

describe('trusted issuers', () => {
  it('are refused with a sentence when an entry is wrong', () => {
    const entry = {name: 'Other', id: 'https://other.example.org', keys: [{kty: 'EC', kid: 'a'}], courses: {x: 'planning'}};
    expect(faultsOfTrusted([entry], ['planning'])).toEqual([]);
    expect(faultsOfTrusted([{...entry, id: 'http://other.example.org'}], ['planning'])).toHaveLength(1);
    expect(faultsOfTrusted([{...entry, keys: []}], ['planning'])).toHaveLength(1);
    expect(faultsOfTrusted([{...entry, keys: [{kty: 'EC', kid: 'a', d: 'secret'}]}], ['planning']).join()).toMatch(/private part/);
    expect(faultsOfTrusted([entry, entry], ['planning']).join()).toMatch(/twice/);
    expect(faultsOfTrusted([entry], []).join()).toMatch(/no course/);
  });

  it('are read from the list that an issuer signed, and from no other', async () => {
    const own = await makeIssuer();
    const other = await makeIssuer('RS256', 'https://other.example.org', 'Other Council');
    const payload = trustListPayload(own.issuer.id, [{...other.issuer, courses: {}}], seconds(NOW));
    expect(await readTrustList(await own.sign(payload, {typ: TRUST_LIST_TYP}), own.issuer, checkSignature)).toEqual([other.issuer]);
    expect(await readTrustList(await other.sign(payload, {typ: TRUST_LIST_TYP}), own.issuer, checkSignature)).toBeNull();
    expect(await readTrustList(await own.sign(payload), own.issuer, checkSignature)).toBeNull();
  });
});

describe('sharing', () => {
  it('puts no name into the address of a form elsewhere, nor into the name of a file', () => {
    const address = linkedInAddress({title: 'Planning & more', organisation: 'Sample Council', id: 'abc', address: `${SITE}/verify/?id=abc`, validFrom: '2026-11-30T23:30:00Z', validUntil: '2028-06-30T22:59:59Z'});
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME', name: 'Planning & more', organizationName: 'Sample Council', issueYear: '2026', issueMonth: '11', expirationYear: '2028', expirationMonth: '6',
      certUrl: `${SITE}/verify/?id=abc`, certId: 'abc',
    });
    expect(fileNameOf('planning', 'competence')).toBe('certificate-planning-competence.jwt');
  });

  it('draws a code of the address with the white edge that readers need', () => {
    const {size, path} = drawQrCode(`${SITE}/verify/?id=${'a'.repeat(32)}`);
    expect(size).toBeGreaterThanOrEqual(37);
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    expect(path).toMatch(/^M4 4h7/);
  });
});

describe('the verifier to keep', () => {
  it('holds its data so that nothing in it can end the element it stands in', () => {
    const file = fillVerifier(`<p>a</p>${DATA_PLACE}<p>b</p>`, {madeAt: NOW, issuers: [{id: 'x', name: '</script><script>alert(1)</script>$&', keys: []}], statusLists: []});
    expect(file.match(/<\/script>/g)).toHaveLength(1);
    expect(JSON.parse(/">(.*)<\/script>/.exec(file)?.[1] ?? '')).toMatchObject({issuers: [{name: '</script><script>alert(1)</script>$&'}]});
    expect(() => fillVerifier('nothing', {madeAt: NOW, issuers: [], statusLists: []})).toThrow(/no place/);
  });
});

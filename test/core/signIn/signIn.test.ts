import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {ROLES} from '#core/records/api.ts';
import type {Person} from '#core/records/api.ts';
import {authenticatedAt, rolesFromClaims, saysTwoFactors} from '#core/signIn/claims.ts';
import type {RoleRules} from '#core/signIn/claims.ts';
import {describeBrowser} from '#core/signIn/device.ts';
import {actingAs, isRecent} from '#core/signIn/factor.ts';
import {sentenceOf, SIGN_IN_FAULTS} from '#core/signIn/faults.ts';

const RULES: RoleRules = {
  claim: 'groups', map: {trainers: 'trainer', leads: 'lead', bosses: 'coordinator', everybody: 'learner'},
  directorateClaim: 'department', directorates: {Planning: 'place', Gone: 'closed-down'},
};
const NOW = new Date('2026-11-22T09:00:00Z');

describe('roles from claims', () => {
  const cases: [string, Record<string, unknown>, Partial<RoleRules>, boolean, ReturnType<typeof rolesFromClaims>][] = [
    ['the highest of several', {groups: ['trainers', 'bosses', 'everybody']}, {}, false, {role: 'coordinator', directorate: null}],
    ['one as plain text', {groups: 'trainers'}, {}, false, {role: 'trainer', directorate: null}],
    ['one inside an object', {realm_access: {roles: ['trainers']}}, {claim: 'realm_access.roles'}, false, {role: 'trainer', directorate: null}],
    ['one under a name with dots', {'https://example.org/roles': ['trainers']}, {claim: 'https://example.org/roles'}, false, {role: 'trainer', directorate: null}],
    ['none without the claim', {}, {claimsDecide: true}, false, {role: null, directorate: null}],
    ['none for groups of others', {groups: ['x']}, {}, false, {role: null, directorate: null}],
    ['learner for groups of others where claims decide', {groups: ['x']}, {claimsDecide: true}, false, {role: 'learner', directorate: null}],
    ['none for values that are no text', {groups: [1, null, {}]}, {}, false, {role: null, directorate: null}],
    ['none for names that every object has', {groups: ['constructor', '__proto__', 'toString']}, {}, false, {role: null, directorate: null}],
    ['no lead without a directorate', {groups: ['leads']}, {}, false, {role: null, directorate: null}],
    ['the next role below a lead without a directorate', {groups: ['leads', 'trainers']}, {}, false, {role: 'trainer', directorate: null}],
    ['a lead whose directorate is named', {groups: ['leads'], department: 'Planning'}, {}, false, {role: 'lead', directorate: 'place'}],
    ['a lead who is one already', {groups: ['leads']}, {}, true, {role: 'lead', directorate: null}],
    ['no directorate that there is none of', {groups: ['leads'], department: 'Gone'}, {}, false, {role: null, directorate: null}],
  ];
  test.each(cases)('gives %s', (_title, claims, rules, isLead, expected) => {
    expect(rolesFromClaims(claims, {...RULES, ...rules}, ['place', 'corporate-services'], isLead)).toEqual(expected);
  });

  test('never gives a role that no value maps to, whatever the claims hold', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), fc.boolean(), (claims, isLead) => {
      const {role} = rolesFromClaims(claims, {claim: 'groups', map: {trainers: 'trainer'}}, [], isLead);
      expect([null, 'trainer']).toContain(role);
      if (role === 'trainer') expect([claims['groups']].flat()).toContain('trainers');
    }));
  });
});

describe('two factors', () => {
  test.each([
    [{amr: ['mfa']}, true], [{amr: ['pwd', 'otp']}, true], [{amr: ['pwd', 'mfa', 'rsa']}, true], [{amr: ['hwk', 'pin']}, true], [{amr: ['swk', 'face']}, true], [{acr: 'high'}, true],
    [{amr: ['pwd']}, false], [{amr: ['hwk']}, false], [{amr: ['pwd', 'pin']}, false], [{amr: ['otp', 'sms']}, false], [{amr: []}, false], [{}, false], [{acr: '1'}, false], [{amr: 'pwd'}, false],
    [{amr: ['constructor', 'pwd']}, false], [{acr: ['high']}, false],
  ])('are said by %j: %s', (claims, expected) => {
    expect(saysTwoFactors(claims, ['high'])).toBe(expected);
  });

  test.each([
    [{auth_time: 1_795_338_000}, '2026-11-22T09:00:00.000Z'], [{auth_time: 1_795_330_000}, '2026-11-22T06:46:40.000Z'], [{auth_time: 9_999_999_999}, '2026-11-22T09:00:00.000Z'],
    [{}, undefined], [{auth_time: '1795338000'}, undefined], [{auth_time: Number.NaN}, undefined], [{auth_time: -1}, undefined],
  ])('were shown, by %j, at %s', (claims, expected) => {
    expect(authenticatedAt(claims, NOW)?.toISOString()).toBe(expected);
  });

  test('are recent for 15 minutes', () => {
    expect(isRecent(new Date(NOW.getTime() - 15 * 60_000), NOW)).toBe(true);
    expect(isRecent(new Date(NOW.getTime() - 15 * 60_000 - 1), NOW)).toBe(false);
    expect(isRecent(null, NOW)).toBe(false);
  });

  test('let everybody act as a learner until shown, and nobody lose or gain a role by it', () => {
    for (const role of ROLES) {
      const person: Person = {id: 'p', email: 'ann@example.org', displayName: null, directorate: null, role};
      expect(actingAs(person, true, true)).toEqual(person);
      expect(actingAs(person, false, false)).toEqual(person);
      const weak = actingAs(person, false, true);
      expect(weak.role).toBe('learner');
      expect(weak.heldRole ?? weak.role).toBe(role);
    }
  });
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari on Mac'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1', 'Chrome on iPhone'],
  ['Mozilla/5.0 (Linux; Android 15; SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36', 'Samsung Internet on Android'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome on Linux'],
  ['curl/8.0', 'A browser'], ['', 'A browser'], [undefined, 'A browser'], ['<script>alert(1)</script>', 'A browser'],
])('a browser that calls itself %j is shown as %s', (userAgent, expected) => {
  expect(describeBrowser(userAgent)).toBe(expected);
});

test('a fault in the address bar has our own words or none', () => {
  for (const [code, sentence] of Object.entries(SIGN_IN_FAULTS)) expect(sentenceOf(code)).toBe(sentence);
  for (const code of [null, '', 'constructor', '<b>', 'organisation']) expect(sentenceOf(code)).toBeNull();
});

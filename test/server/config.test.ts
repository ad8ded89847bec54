import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readConfig} from '#server/config.ts';
import type {Environment} from '#server/config.ts';

const SECRET = 'x'.repeat(32);
const PUBLISHED = {HOST: '0.0.0.0', PUBLIC_URL: 'https://consult.example.org', ASKWELL_SECRET: SECRET, SMTP_URL: 'smtp://mail.example.org:587', MAIL_FROM: 'consult@example.org'};

const OIDC = {OIDC_ISSUER: 'https://login.example.org/tenant', OIDC_CLIENT_ID: 'askwell', OIDC_CLIENT_SECRET: 'a secret'};

describe('the environment', () => {
  test('may be empty: this machine, port 3000, data in .askwell', () => {
    expect(readConfig({}, '/srv/site')).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', isLocal: true, dataFolder: path.resolve('/srv/site/.askwell'),
        databaseUrl: null, secret: null, smtpUrl: null, mailFrom: null, trustedProxies: [], oidc: null, needsSecondFactor: false,
        metricsToken: null, drainSeconds: 0, logLevel: 'warn',
      },
    });
  });

  test('is right for a published service with mail, secret and https', () => {
    expect(readConfig(PUBLISHED, '/srv')).toMatchObject({ok: true, value: {isLocal: false, publicUrl: 'https://consult.example.org', trustedProxies: ['127.0.0.1', '::1'], oidc: null, needsSecondFactor: true}});
  });

  test('may name the organisation’s own sign-in, with its address kept to the letter', () => {
    expect(readConfig({...PUBLISHED, ...OIDC}, '/srv')).toMatchObject({
      ok: true, value: {oidc: {issuer: 'https://login.example.org/tenant', clientId: 'askwell', clientSecret: 'a secret', trustEmail: false}},
    });
    expect(readConfig({...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9999', OIDC_TRUST_EMAIL: 'true', SECOND_FACTOR: 'required'}, '/srv')).toMatchObject({
      ok: true, value: {oidc: {issuer: 'http://127.0.0.1:9999', trustEmail: true}, needsSecondFactor: true, isLocal: true},
    });
  });

  const faults: [string, Environment, RegExp][] = [
    ['a port that is a word', {PORT: 'web'}, /PORT is `web`\. Use a whole number/],
    ['a port that is too large', {PORT: '70000'}, /PORT is `70000`/],
    ['no mail beyond this machine', {...PUBLISHED, SMTP_URL: ''}, /SMTP_URL is not set, so nobody could be sent a sign-in code/],
    ['no secret beyond this machine', {...PUBLISHED, ASKWELL_SECRET: undefined}, /ASKWELL_SECRET is not set/],
    ['no https beyond this machine', {...PUBLISHED, PUBLIC_URL: 'http://consult.example.org'}, /sign-in needs https/],
    ['no public address beyond this machine', {...PUBLISHED, PUBLIC_URL: undefined}, /sign-in needs https/],
    ['a public address in front of this machine, without mail', {PUBLIC_URL: 'https://consult.example.org', ASKWELL_SECRET: SECRET}, /SMTP_URL is not set/],
    ['a short secret', {ASKWELL_SECRET: 'short'}, /ASKWELL_SECRET is too short/],
    ['mail without a sender', {SMTP_URL: 'smtp://localhost'}, /MAIL_FROM is not\. Set MAIL_FROM/],
    ['a sender that is no address', {SMTP_URL: 'smtp://localhost', MAIL_FROM: 'the council'}, /MAIL_FROM is not an e-mail address/],
    ['a mail server that is a web address', {SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a@example.org'}, /SMTP_URL is not an address that can be used/],
    ['a database of another make', {DATABASE_URL: 'mysql://localhost/askwell'}, /DATABASE_URL is not an address that can be used/],
    ['a public address with a path', {PUBLIC_URL: 'http://localhost:3000/askwell'}, /PUBLIC_URL holds more than/],
    ['OpenID Connect with a part missing', {OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'x'}, /Set OIDC_CLIENT_SECRET too, or unset the others/],
    ['an issuer in plain http elsewhere', {...OIDC, OIDC_ISSUER: 'http://login.example.org'}, /OIDC_ISSUER is not an address that can be used/],
    ['an issuer in plain http on this machine, for a published service', {...PUBLISHED, ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9999'}, /OIDC_ISSUER is not an address that can be used/],
    ['an issuer that is a file', {...OIDC, OIDC_ISSUER: 'file:///etc/passwd'}, /OIDC_ISSUER is not an address that can be used/],
    ['an issuer with a name and password', {...OIDC, OIDC_ISSUER: 'https://a:b@login.example.org'}, /OIDC_ISSUER is not an address that can be used/],
    ['an issuer with a query', {...OIDC, OIDC_ISSUER: 'https://login.example.org/?tenant=1'}, /OIDC_ISSUER is not an address that can be used/],
    ['trust in addresses that is neither yes nor no', {...OIDC, OIDC_TRUST_EMAIL: 'yes'}, /OIDC_TRUST_EMAIL must be `true` or `false`/],
    ['trust in addresses without a provider', {OIDC_TRUST_EMAIL: 'true'}, /OIDC_TRUST_EMAIL is set, and OIDC_ISSUER/],
    ['a second factor that is not required', {SECOND_FACTOR: 'off'}, /SECOND_FACTOR can only be `required`/],
  ];
  test.each(faults)('%s is a fault with a sentence', (_title, env, sentence) => {
    const checked = readConfig(env, '/srv');
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.faults.join('\n')).toMatch(sentence);
  });

  test('tells all faults at once, and no password', () => {
    const checked = readConfig({PORT: 'x', HOST: '0.0.0.0', DATABASE_URL: 'mysql://a:pass-word@host', SMTP_URL: 'ftp://b:pass-word@host', ASKWELL_SECRET: 'pass-word', OIDC_ISSUER: 'x'}, '/srv');
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect(checked.faults.length).toBeGreaterThanOrEqual(6);
    expect(checked.faults.join()).not.toContain('pass-word');
  });
});

import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readConfig} from '#server/config.ts';
import type {Environment} from '#server/config.ts';

const SECRET = 'x'.repeat(32);
const PUBLISHED = {HOST: '0.0.0.0', PUBLIC_URL: 'https://consult.example.org', ASKWELL_SECRET: SECRET, SMTP_URL: 'smtp://mail.example.org:587', MAIL_FROM: 'consult@example.org'};

describe('the environment', () => {
  test('may be empty: this machine, port 3000, data in .askwell', () => {
    expect(readConfig({}, '/srv/site')).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', isLocal: true, dataFolder: path.resolve('/srv/site/.askwell'),
        databaseUrl: null, secret: null, smtpUrl: null, mailFrom: null, trustedProxies: [],
      },
    });
  });

  test('is right for a published service with mail, secret and https', () => {
    expect(readConfig(PUBLISHED, '/srv')).toMatchObject({ok: true, value: {isLocal: false, publicUrl: 'https://consult.example.org', trustedProxies: ['127.0.0.1', '::1']}});
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
    ['OpenID Connect', {OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'x'}, /Sign-in is by e-mail code in this version, and OIDC_ISSUER, OIDC_CLIENT_ID would have no effect\. Unset them/],
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

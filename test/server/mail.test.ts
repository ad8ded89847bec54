import type {AddressInfo} from 'node:net';
import {SMTPServer} from 'smtp-server';
import {describe, expect, test} from 'vitest';
import {localMailer, smtpMailer} from '#server/mail/mailer.ts';
import type {Mail, Mailer} from '#server/mail/mailer.ts';
import {makeOutbox} from '#server/mail/outbox.ts';
import {addMail} from '#server/repositories/mail.ts';
import {newId} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';

const MAIL: Mail = {to: 'ann@example.org', subject: 'A subject', text: 'The text\n'};

test.each([{to: 'ann@example.org\r\nBcc: all@example.org'}, {subject: 'Hello\nBcc: all@example.org'}, {to: 'ann@example.org\u0000'}])('sends no mail with a line break in its head: %j', async (changes) => {
  await expect(localMailer(() => undefined, () => new Date()).send({...MAIL, ...changes})).rejects.toThrow(/was not sent/);
  await expect(smtpMailer('smtp://127.0.0.1:9', 'from@example.org').send({...MAIL, ...changes})).rejects.toThrow(/was not sent/);
});

test('sends by SMTP', async () => {
  const got: string[] = [];
  const server = new SMTPServer({authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
      got.push(text);
      done();
    });
  }});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mailer = smtpMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'Consultation <from@example.org>');
  await mailer.send(MAIL);
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(got).toHaveLength(1);
  expect(got[0]).toMatch(/^From: Consultation <from@example.org>\r\nTo: ann@example.org\r\nSubject: A subject/);
});

describe.each(KINDS)('the outbox on %s', (kind) => {
  test('sends each mail once with four workers, tries again what failed, and forgets what is stale', async () => {
    const store = await makeDatabase(kind);
    let now = Date.parse('2026-11-22T09:00:00Z');
    const clock = (): Date => new Date(now);
    const sent: string[] = [];
    let isDown = true;
    const mailer: Mailer = {
      send: async ({to}) => {
        if (isDown && to === 'slow@example.org') throw new Error('down');
        sent.push(to);
      },
      recent: () => null,
      close: () => undefined,
    };
    const warnings: string[] = [];
    const workers = Array.from({length: 4}, () => makeOutbox({database: store.database, mailer, clock, warn: (message) => void warnings.push(message)}));
    const add = (recipient: string, minutes: number) => addMail(store.database, {id: newId(), recipient, subject: 'x', body: 'x'}, clock(), new Date(now + minutes * 60_000));
    for (let number = 0; number < 40; number += 1) await add(`person.${number}@example.org`, 10);
    await add('slow@example.org', 10);
    await add('stale@example.org', -1);
    const run = async (): Promise<void> => {
      for (const worker of workers) worker.kick();
      for (const worker of workers) await worker.settled();
    };
    await run();
    expect(sent.sort()).toEqual([...new Set(sent)]);
    expect(sent).toHaveLength(40);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.join()).not.toContain('slow@example.org');
    isDown = false;
    now += 120_000;
    await run();
    expect(sent).toHaveLength(41);
    expect(await store.database.query('select recipient from mail_outbox')).toEqual([{recipient: 'stale@example.org'}]);
    await store.remove();
  });
});

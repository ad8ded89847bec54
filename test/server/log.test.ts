import {expect, test, vi} from 'vitest';
import {makeApp, makeRecord, quizOf} from '../support/app.ts';
import {makeDatabase} from '../support/database.ts';

test('writes no address, code, cookie or answer to the log, also when a request fails', async () => {
  const store = await makeDatabase('postgres');
  let log = '';
  // The logger writes through the process's own output.
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    log += String(chunk);
    return true;
  });
  const service = await makeApp(store.database, {logLevel: 'info'});
  const ann = await service.signIn('ann.example@example.org');
  const code = await service.codeFor('ann.example@example.org');
  const record = makeRecord(quizOf(service.content, 'practice-purpose'));
  await ann.send('POST', '/api/records', record);
  await ann.send('POST', '/api/sign-in/codes', {email: 'not an address of ann.example'});
  const session = ann.cookies.get('session') ?? '';
  await store.database.run('alter table attempts rename to attempts_away');
  const failed = await ann.send('POST', '/api/records', {...record, id: makeRecord(quizOf(service.content, 'practice-purpose')).id});
  await store.database.run('alter table attempts_away rename to attempts');
  await service.close();
  await vi.waitFor(() => expect(log).toContain('A request failed.'));
  written.mockRestore();
  expect(failed.statusCode).toBe(500);
  expect(failed.body).not.toMatch(/attempts|relation/);
  for (const secret of ['ann.example', code, session, 'practice-purpose-q']) expect(log).not.toContain(secret);
  await store.remove();
});

test('names each field that does not fit, in a sentence', async () => {
  const store = await makeDatabase('postgres');
  const service = await makeApp(store.database);
  const answer = await service.browser().send('POST', '/api/sign-in/codes', {email: 'ann', extra: 1});
  expect(answer.json()).toMatchObject({status: 422, errors: expect.arrayContaining([{field: 'email', message: 'Write a full e-mail address, for instance name@example.org.'}]) as unknown});
  expect(answer.json<{detail: string}>().detail).toContain('email: Write a full e-mail address');
  await service.close();
  await store.remove();
});

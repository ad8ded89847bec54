import {afterAll, beforeAll, expect, test} from 'vitest';
import {run} from '#cli/audit.ts';
import {giveRole} from '#server/records/giveRole.ts';
import {openPostgres} from '#server/database/postgres.ts';
import type {Database} from '#server/database/database.ts';
import {migrate} from '#server/migrations/migrate.ts';
import {audit} from '#server/tasks/audit.ts';
import {makeApp} from '../support/app.ts';
import type {TestApp} from '../support/app.ts';
import {makePostgresUrl} from '../support/database.ts';

let database: Database;
let service: TestApp;
const before = process.env['DATABASE_URL'];
beforeAll(async () => {
  const url = await makePostgresUrl();
  process.env['DATABASE_URL'] = url;
  database = await openPostgres(url);
  await migrate(database);
  service = await makeApp(database);
});
afterAll(async () => {
  if (before === undefined) delete process.env['DATABASE_URL'];
  else process.env['DATABASE_URL'] = before;
  await service.close();
  await database.close();
});

async function call(...args: string[]): Promise<{code: number; out: string; err: string}> {
  const said = {out: '', err: ''};
  const code = await run(args, {out: (text) => void (said.out += text), err: (text) => void (said.err += text)});
  return {code, ...said};
}

test('the command prints how many entries there are and the head, and takes a head noted earlier', async () => {
  expect(await audit(service.parts, {})).toMatchObject({ok: true, data: {entries: 0, head: '0'.repeat(64), fault: null}});
  await giveRole(service.parts, {email: 'ann@example.org', role: 'coordinator'}, null);
  const one = await call();
  expect(one).toMatchObject({code: 0, err: ''});
  expect(one.out).toContain('The audit log holds: 1 entry');
  const head = /Head: ([0-9a-f]{64})/.exec(one.out)?.[1] ?? '';
  await giveRole(service.parts, {email: 'bea@example.org', role: 'trainer'}, null);
  expect(await audit(service.parts, {head})).toMatchObject({ok: true, data: {entries: 2, hasKnownHead: true}});
  expect((await audit(service.parts, {head: 'f'.repeat(64)})).message).toContain('entries at its end were taken away');
  expect(await audit(service.parts, {head: 'short'})).toMatchObject({ok: false});
});

test.each([['--head'], ['--head', 'short'], ['--tail', 'f'.repeat(64)], ['--head', 'f'.repeat(64), 'more']])('says how it goes, with exit code 2, for %j %j', async (...args) => {
  const {code, out, err} = await call(...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).not.toBe('');
});

test('the command ends with exit code 1 when an entry was changed', async () => {
  await database.run("alter table audit_log disable trigger user; update audit_log set action = 'signed-in' where seq = 1; alter table audit_log enable trigger user;");
  const {code, err} = await call();
  expect(code).toBe(1);
  expect(err).toContain('Entry 1 was changed after it was written.');
});

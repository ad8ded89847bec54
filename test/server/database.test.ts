import {appendFileSync, cpSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openPostgres} from '#server/database/postgres.ts';
import {migrate} from '#server/migrations/migrate.ts';
import {KINDS, makeDatabase, makeFolder, makePostgresUrl} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

const MIGRATIONS = path.resolve(__dirname, '../../src/server/migrations');

describe.each(KINDS)('the database on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    await store.database.run('create table things (name text)');
  });
  afterAll(() => store.remove());

  test('gives every kind of value in one form', async () => {
    const rows = await store.database.query(
      `select count(*) as count, 9007199254740991::bigint as big, '2026-02-28'::date as day, '{"a": [1, null]}'::jsonb as json, '{"b": 2}'::json as plain,
         '2026-11-22 09:00:00.123456+00'::timestamptz as at, '2026-06-01 09:00+05:30'::timestamptz as summer, '0044-03-15 12:00+00'::timestamptz as early,
         null::timestamptz as never, true as yes, array['a', 'b'] as list, $1::text as text, $2::boolean as flag, $3::int as number`,
      ['text é 🙂', false, 7],
    );
    expect(rows).toEqual([{
      count: 1, big: 9_007_199_254_740_991, day: '2026-02-28', json: {a: [1, null]}, plain: {b: 2}, at: '2026-11-22T09:00:00.123Z', summer: '2026-06-01T03:30:00.000Z',
      early: '0044-03-15T12:00:00.000Z', never: null, yes: true, list: ['a', 'b'], text: 'text é 🙂', flag: false, number: 7,
    }]);
  });

  test('keeps all of a transaction or nothing', async () => {
    const {database} = store;
    await expect(database.transaction(async (tx) => {
      await tx.query("insert into things values ('half')");
      throw new Error('stopped half-way');
    })).rejects.toThrow('stopped half-way');
    await expect(database.transaction(async (tx) => {
      await tx.query("insert into things values ('half')");
      await tx.query('select no_such_column from things');
    })).rejects.toThrow();
    expect(await database.query('select * from things')).toEqual([]);
    expect(await database.transaction(async (tx) => tx.query("insert into things values ('whole') returning name"))).toEqual([{name: 'whole'}]);
  });

  test('refuses the database itself inside a transaction, where it would wait for ever', async () => {
    const {database} = store;
    await expect(database.transaction(async () => database.query('select 1'))).rejects.toThrow(/through the handle/);
    await expect(database.transaction(async () => database.transaction(async (tx) => tx.query('select 1')))).rejects.toThrow(/through the handle/);
    expect(await database.query('select 1 as one')).toEqual([{one: 1}]);
  });

  test('does fifty transactions at the same moment, each whole', async () => {
    const {database} = store;
    await database.run("create table counters (n int); insert into counters values (0)");
    await Promise.all(Array.from({length: 50}, () => database.transaction(async (tx) => {
      const [row] = await tx.query<{n: number}>('select n from counters for update');
      await tx.query('update counters set n = $1::int', [(row?.n ?? 0) + 1]);
    })));
    expect(await database.query('select n from counters')).toEqual([{n: 50}]);
  });

  test('runs no migration twice', async () => {
    expect(await migrate(store.database)).toEqual([]);
  });

  test('refuses to start when a migration was changed after it ran, or the database is newer', async () => {
    const {folder, remove} = makeFolder();
    cpSync(MIGRATIONS, folder, {recursive: true});
    appendFileSync(path.join(folder, '001-records.sql'), '\n-- changed\n');
    await expect(migrate(store.database, folder)).rejects.toThrow(/001-records\.sql was changed after it ran/);
    remove();
    const empty = makeFolder();
    await expect(migrate(store.database, empty.folder)).rejects.toThrow(/newer Askwell/);
    empty.remove();
  });

  test('keeps nothing of a migration that fails, and goes through when it is put right', async () => {
    const {folder, remove} = makeFolder();
    cpSync(MIGRATIONS, folder, {recursive: true});
    writeFileSync(path.join(folder, '900-for-the-test.sql'), 'create table halves (n int); select no_such_thing;');
    await expect(migrate(store.database, folder)).rejects.toThrow();
    await expect(store.database.query('select * from halves')).rejects.toThrow();
    writeFileSync(path.join(folder, '900-for-the-test.sql'), 'create table halves (n int);');
    expect(await migrate(store.database, folder)).toEqual(['900-for-the-test.sql']);
    remove();
  });
});

test('migrates once when four instances start at the same moment on one PostgreSQL', async () => {
  const url = await makePostgresUrl();
  const databases = await Promise.all(Array.from({length: 4}, () => openPostgres(url)));
  const ran = await Promise.all(databases.map((database) => migrate(database)));
  expect(ran.flat()).toEqual(readdirSync('src/server/migrations').filter((file) => file.endsWith('.sql')).sort());
  for (const database of databases) await database.close();
});

test('says in a sentence that a PostgreSQL server cannot be reached', async () => {
  await expect(openPostgres('postgres://nobody:secret-word@127.0.0.1:9/askwell')).rejects.toThrow(/cannot be reached.*Check the address/);
  await expect(openPostgres('postgres://nobody:secret-word@127.0.0.1:9/askwell')).rejects.not.toThrow(/secret-word/);
});

import {afterAll, beforeAll, expect, test} from 'vitest';
import {TABLES} from '#core/privacy/tables.ts';
import {makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';

let store: TestDatabase;
beforeAll(async () => {
  store = await makeDatabase('postgres');
});
afterAll(() => store.remove());

test('every table of the database has a line that says what it holds, why and how long', async () => {
  const rows = await store.database.query<{name: string}>("select table_name as name from information_schema.tables where table_schema = 'public' order by 1");
  expect(TABLES.map(({table}) => table).sort()).toEqual(rows.map(({name}) => name).sort());
});

test('every column that points at a person is named', async () => {
  const rows = await store.database.query<{table: string; column: string}>(
    `select k.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'f' and k.confrelid = 'people'::regclass order by 1, 2`,
  );
  const named = TABLES.flatMap(({table, people}) => people.filter(() => table !== 'people').map((column) => `${table}.${column}`));
  expect(rows.map(({table, column}) => `${table}.${column}`).filter((each) => !named.includes(each))).toEqual([]);
});

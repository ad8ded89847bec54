import {readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {backUp, restore} from '#server/backup/copy.ts';
import {runRestore} from '#server/backup/runRestore.ts';
import type {Database} from '#server/database/database.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {addAudit, checkChain} from '#server/records/audit.ts';
import {listTables} from '#server/repositories/backup.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase, makeDataFolder, makeFolder, makePostgresUrl} from '../support/database.ts';
import type {Kind, TestDatabase} from '../support/database.ts';

/** One line for each table: its rows and a fingerprint of all of them. */
async function fingerprints(database: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const {name} of await database.transaction((tx) => listTables(tx))) {
    const rows = await database.query<{line: string}>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as line from "${name}" t`);
    lines.push(`${name} ${rows[0]?.line ?? ''}`);
  }
  return lines;
}

/** A new database without tables. */
async function makeNew(kind: Kind): Promise<TestDatabase> {
  if (kind === 'postgres') {
    const database = await openPostgres(await makePostgresUrl());
    return {database, remove: () => database.close()};
  }
  const {folder, remove} = await makeDataFolder();
  const database = await openEmbedded(folder);
  return {database, remove: async () => {
    await database.close();
    remove();
  }};
}

describe.each(KINDS)('a backup of %s', (kind) => {
  const other: Kind = kind === 'embedded' ? 'postgres' : 'embedded';
  const {folder, remove: removeFolder} = makeFolder();
  const file = path.join(folder, 'last-night.askwell');
  let store: TestDatabase;
  let service: TestApp;
  let ann: Browser;
  let before: string[];
  const quiz = () => quizOf(service.content, 'practice-purpose');
  const kept: ReturnType<typeof makeRecord>[] = [];
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    const trainer = await service.signIn('trainer@example.org', 'trainer');
    ann = await service.signIn('ann@example.org');
    await ann.send('PATCH', '/api/me', {displayName: 'Zoë “Quote” O’Neil\\n'});
    await trainer.send('POST', '/api/cohorts', {id: newId(), courseId: 'planning', title: 'Run — “autumn”', startsOn: '2026-12-01'});
    for (let each = 0; each < 12; each += 1) {
      kept.push(makeRecord(quiz()));
      expect((await ann.send('POST', '/api/records', kept.at(-1))).statusCode).toBe(201);
    }
    await store.database.transaction((tx) => addAudit(tx, {actorId: null, action: 'key-made', subjectId: null}, service.now()));
    before = await fingerprints(store.database);
    await backUp(store.database, file, service.now());
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
    removeFolder();
  });

  test('gives every row back, into either kind of database, and goes on counting from there', async () => {
    for (const into of [kind, other]) {
      const copy = await makeNew(into);
      const {counts} = await restore(copy.database, file);
      expect(counts['learning_records']).toBe(12);
      expect(await fingerprints(copy.database)).toEqual(before);
      expect(await checkChain(copy.database)).toMatchObject({fault: null});
      await copy.database.transaction((tx) => addAudit(tx, {actorId: null, action: 'key-made', subjectId: null}, service.now()));
      const again = await makeApp(copy.database);
      const bea = await again.signIn('bea@example.org');
      expect((await bea.send('POST', '/api/records', makeRecord(quiz()))).statusCode, 'the counters are past the rows').toBe(201);
      await again.close();
      await copy.remove();
    }
  });

  test('takes once what devices send again after last night’s backup was restored', async () => {
    const late = makeRecord(quiz());
    expect((await ann.send('POST', '/api/records', late)).statusCode).toBe(201);
    const copy = await makeNew(other);
    await restore(copy.database, file);
    const again = await makeApp(copy.database);
    const annAgain = await again.signIn('ann@example.org');
    const statuses: number[] = [];
    for (const record of [...kept, late, late]) statuses.push((await annAgain.send('POST', '/api/records', record)).statusCode);
    expect(statuses).toEqual([...kept.map(() => 200), 201, 200]);
    expect((await annAgain.send('GET', '/api/records')).json<{attempts: unknown[]}>().attempts).toHaveLength(13);
    await again.close();
    await copy.remove();
  });

  test('is one moment, also while people hand in', async () => {
    let isOver = false;
    let sent = 0;
    const writing = (async () => {
      while (!isOver) {
        await ann.send('POST', '/api/records', makeRecord(quiz()));
        sent += 1;
      }
    })();
    const busy = path.join(folder, 'busy.askwell');
    while (sent < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    const counts = await backUp(store.database, busy, service.now());
    isOver = true;
    await writing;
    expect(counts['attempts']).toBe(counts['learning_records']);
    const copy = await makeNew('postgres');
    await restore(copy.database, busy);
    const torn = await copy.database.query('select r.id from learning_records r left join attempts a on a.id = r.id where a.id is null');
    expect(torn).toEqual([]);
    await copy.remove();
  });

  test('is for the eyes of the user who runs the service alone', () => {
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('a backup that cannot be trusted', () => {
  const {folder, remove: removeFolder} = makeFolder();
  const file = path.join(folder, 'good.askwell');
  let lines: string[];
  beforeAll(async () => {
    const store = await makeDatabase('postgres');
    const service = await makeApp(store.database);
    await service.signIn('ann@example.org');
    await backUp(store.database, file, service.now());
    await service.close();
    await store.remove();
    lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  });
  afterAll(() => removeFolder());

  const head = (): Record<string, unknown> => JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  const withHead = (changes: object): string[] => [JSON.stringify({...head(), ...changes}), ...lines.slice(1)];
  const BAD: [string, () => Buffer, RegExp][] = [
    ['no packed file', () => Buffer.from('select 1; drop table people;'), /not a backup that this version/],
    ['packed text of another kind', () => gzipSync('hello\n'), /not a backup that this version/],
    ['a backup cut short', () => readFileSync(file).subarray(0, 700), /ends before its end/],
    ['a backup without its last line', () => gzipSync(`${lines.slice(0, -1).join('\n')}\n`), /ends before its end/],
    ['a row that was changed', () => gzipSync(`${lines.map((line) => line.replace('ann@example.org', 'bob@example.org')).join('\n')}\n`), /was changed after it was written/],
    ['a row too many', () => gzipSync(`${lines.flatMap((line) => (line.includes('ann@example.org') ? [line, line] : [line])).join('\n')}\n`), /do not fit|was changed/],
    ['a table that Askwell does not have', () => gzipSync(`${lines.map((line) => (line === '#table people' ? '#table pg_authid' : line)).join('\n')}\n`), /a table "pg_authid" that Askwell does not have/],
    ['a name of a table that is a statement', () => gzipSync(`${lines.map((line) => (line === '#table people' ? '#table people"; drop table people; --' : line)).join('\n')}\n`), /that Askwell does not have/],
    ['tables of a version that is not known', () => gzipSync(`${withHead({migrations: [...(head()['migrations'] as object[]), {name: '999-other.sql', checksum: '0'.repeat(64)}]}).join('\n')}\n`), /another version of Askwell/],
    ['tables that were changed', () => gzipSync(`${withHead({migrations: (head()['migrations'] as object[]).map((each) => ({...each, checksum: '0'.repeat(64)}))}).join('\n')}\n`), /another version of Askwell/],
    ['a line without end', () => gzipSync(Buffer.concat([Buffer.from(`${lines[0] ?? ''}\n#table people\n`), Buffer.alloc(40 * 1024 * 1024, 'a')])), /too long for a backup/],
    ['a row that is no JSON', () => gzipSync(`${[...lines.slice(0, 1), '#table people', 'nonsense'].join('\n')}\n`), /do not fit|ends before its end/],
  ];
  test.each(BAD)('refuses %s in a sentence, and keeps nothing of it', async (_name, make, sentence) => {
    const bad = path.join(folder, 'bad.askwell');
    writeFileSync(bad, make());
    const copy = await makeNew('postgres');
    await expect(restore(copy.database, bad)).rejects.toThrow(sentence);
    const tables = await copy.database.query('select 1 as one from pg_class where relname = $1', ['people']);
    if (tables.length > 0) expect(await copy.database.query('select email from people')).toEqual([]);
    await copy.remove();
  });

  test('refuses a database that holds something', async () => {
    const store = await makeDatabase('postgres');
    await expect(restore(store.database, file)).rejects.toThrow(/not empty/);
    await store.remove();
  });

  test('restores tables of an older version, and brings them up to date', async () => {
    const older = (head()['migrations'] as {name: string}[]).filter(({name}) => name <= '006-open-attempts.sql');
    const names = new Set(['people', 'sign_in_codes', 'sessions', 'learning_records', 'attempts', 'completions', 'cohorts', 'cohort_members', 'quiz_versions', 'courses_served']);
    let isOld = true;
    const body = lines.slice(1, -1).filter((line) => {
      if (line.startsWith('#table ')) isOld = names.has(line.slice(7));
      return isOld;
    });
    const text = `${[JSON.stringify({...head(), migrations: older}), ...body].join('\n')}\n`;
    const {createHash} = await import('node:crypto');
    const old = path.join(folder, 'old.askwell');
    writeFileSync(old, gzipSync(`${text}#end ${createHash('sha256').update(text).digest('hex')}\n`));
    const copy = await makeNew('postgres');
    await restore(copy.database, old);
    expect(await copy.database.query('select email from people')).toEqual([{email: 'ann@example.org'}]);
    expect(await copy.database.query('select 1 as one from audit_log')).toEqual([]);
    await copy.remove();
  });

  test('on the command line, refuses to overwrite a database, and sets it aside when told to', async () => {
    const {folder: data, remove} = await makeDataFolder();
    const options = {env: {ASKWELL_DATA: data}, root: data, file, now: new Date('2026-11-22T09:00:00Z')};
    expect(await runRestore({...options, replace: false})).toMatchObject({ok: false, message: expect.stringContaining('--replace') as string});
    const done = await runRestore({...options, replace: true});
    expect(done).toMatchObject({ok: true, message: expect.stringContaining(`What was there before is in ${path.join(data, 'pg.before-2026-11-22T09-00-00-000Z')}`) as string});
    const database = await openEmbedded(data);
    expect(await database.query('select email from people')).toEqual([{email: 'ann@example.org'}]);
    expect(await runRestore({...options, replace: true})).toMatchObject({ok: false, message: expect.stringContaining('using this data folder') as string});
    await database.close();
    remove();
  });
});

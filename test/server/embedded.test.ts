import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {NodeFS} from '@electric-sql/pglite/nodefs';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {DurableNodeFS} from '#server/database/durableFs.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {lockFolder, startOf} from '#server/database/folderLock.ts';
import type {Owner} from '#server/database/folderLock.ts';
import {tidyUp} from '#server/repositories/chores.ts';
import {makeDataFolder, makeFolder} from '../support/database.ts';

const root = path.resolve(__dirname, '../..');

describe('the embedded database', () => {
  test('flushes every commit to disk', async () => {
    const {folder, remove} = await makeDataFolder();
    let files: DurableNodeFS | undefined;
    const database = await openEmbedded(folder, (dir) => (files = new DurableNodeFS(dir)));
    await database.run('create table things (n int)');
    const before = files?.flushes ?? 0;
    for (let n = 0; n < 20; n += 1) await database.query('insert into things values ($1::int)', [n]);
    expect((files?.flushes ?? 0) - before).toBeGreaterThanOrEqual(20);
    const settings = await database.query<{name: string; setting: string}>("select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') order by name");
    expect(settings.map(({name, setting}) => `${name}=${setting}`)).toEqual(['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'wal_sync_method=fsync']);
    await tidyUp(database);
    await database.close();
    remove();
  });

  test('refuses to run where a commit is not flushed', async () => {
    class NoFlush extends DurableNodeFS {
      override init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
        return NodeFS.prototype.init.apply(this, args);
      }
    }
    const {folder, remove} = await makeDataFolder();
    await expect(openEmbedded(folder, (dir) => new NoFlush(dir))).rejects.toThrow(/did not flush a commit/);
    // The lock is free again.
    await (await openEmbedded(folder)).close();
    remove();
  });

  test('makes its first cluster beside its place, and starts over when that was cut short', async () => {
    const {folder, remove} = makeFolder();
    mkdirSync(path.join(folder, 'pg.new/base'), {recursive: true});
    writeFileSync(path.join(folder, 'pg.new/PG_VERSION'), '18');
    const database = await openEmbedded(folder);
    expect(await database.query('select 1 as one')).toEqual([{one: 1}]);
    expect(existsSync(path.join(folder, 'pg.new'))).toBe(false);
    await database.close();
    remove();
  });

  test('refuses a second opening, and opens after the first has closed', async () => {
    const {folder, remove} = await makeDataFolder();
    const database = await openEmbedded(folder);
    await expect(openEmbedded(folder)).rejects.toThrow(new RegExp(`Another Askwell \\(process ${process.pid}\\) is using this data folder`));
    await database.close();
    await (await openEmbedded(folder)).close();
    expect(readdirSync(folder)).toEqual(['pg']);
    remove();
  });

  test('says in a sentence that the data folder cannot be written', async () => {
    const {folder, remove} = makeFolder();
    writeFileSync(path.join(folder, 'file'), '');
    await expect(openEmbedded(path.join(folder, 'file'))).rejects.toThrow(/cannot be written \(\w+\)\. Give this user the right/);
    // Root may write anywhere, so there the sentence is tested by the file above alone.
    if (process.getuid?.() !== 0) {
      const closed = path.join(folder, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o500);
      await expect(openEmbedded(closed)).rejects.toThrow(/cannot be written/);
      chmodSync(closed, 0o700);
    }
    remove();
  });
});

describe('the lock of a data folder', () => {
  let file: string;
  let remove: () => void;
  beforeEach(() => {
    const made = makeFolder();
    file = path.join(made.folder, 'pg.lock');
    remove = made.remove;
  });
  afterEach(() => remove());
  const owner = (changes: Partial<Owner>): void => {
    const letGo = lockFolder(file);
    const mine = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    letGo();
    writeFileSync(file, JSON.stringify({...mine, token: 'another', ...changes}));
  };

  test('refuses while its owner lives', () => {
    const letGo = lockFolder(file);
    expect(() => lockFolder(file)).toThrow(/Stop that one, or set ASKWELL_DATA/);
    letGo();
    expect(existsSync(file)).toBe(false);
  });

  test('refuses while an owner lives that is another process and does nothing', () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)']);
    const pid = child.pid ?? 0;
    owner({pid, startedAt: startOf(pid)});
    expect(() => lockFolder(file)).toThrow(new RegExp(`process ${pid}`));
    child.kill('SIGKILL');
  });

  test('displaces an owner that is dead', () => {
    const {pid} = spawnSync(process.execPath, ['-e', '0']);
    owner({pid});
    lockFolder(file)();
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('displaces a dead owner whose number now belongs to another process', () => {
    owner({pid: process.ppid, startedAt: 'earlier/1'});
    lockFolder(file)();
  });

  test('leaves the lock of another machine alone, and says what to do', () => {
    owner({host: 'another-machine'});
    expect(() => lockFolder(file)).toThrow(/another-machine.*remove .*pg\.lock and start again/);
  });

  test('takes over from an owner that died while taking over', () => {
    const {pid} = spawnSync(process.execPath, ['-e', '0']);
    owner({pid, token: 'first'});
    writeFileSync(`${file}.first`, JSON.stringify({...JSON.parse(readFileSync(file, 'utf8')) as Owner, token: 'second'}));
    lockFolder(file)();
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test('is won by one of twelve processes that find a dead owner at the same moment', async () => {
    const {pid} = spawnSync(process.execPath, ['-e', '0']);
    owner({pid});
    const program = `const {lockFolder} = require(${JSON.stringify(path.join(root, 'src/server/database/folderLock.ts'))});
      try { lockFolder(process.argv[1]); process.stdout.write('won'); setTimeout(() => undefined, 60000); } catch { process.stdout.write('lost'); }`;
    const children = Array.from({length: 12}, () => spawn(process.execPath, ['--import', 'tsx', '-e', program, file], {cwd: root, stdio: ['ignore', 'pipe', 'ignore']}));
    const words = await Promise.all(children.map((child) => new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(String(data))))));
    for (const child of children) child.kill('SIGKILL');
    expect(words.filter((word) => word === 'won')).toHaveLength(1);
    expect(words.filter((word) => word === 'lost')).toHaveLength(11);
  });
});

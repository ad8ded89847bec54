import {existsSync} from 'node:fs';
import {mkdir, open, readdir, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {PGlite} from '@electric-sql/pglite';
import {makeDurable, tidyUp} from '../repositories/chores.ts';
import {insideTransaction, refuseInsideTransaction, StartFault} from './database.ts';
import type {Database, Queries} from './database.ts';
import {DurableNodeFS} from './durableFs.ts';
import {lockFolder} from './folderLock.ts';
import {PARSERS} from './values.ts';

/** PGlite's own start parameters, without `-F` (which turns flushing off), and with the two settings at the end. */
const START = [
  '--single', '-O', '-j',
  ...[
    'search_path=public', 'exit_on_error=false', 'log_checkpoints=false', 'max_worker_processes=0', 'max_parallel_workers=0',
    'max_parallel_workers_per_gather=0', 'io_method=sync', 'max_parallel_maintenance_workers=0',
    // fdatasync, the default, is an empty function in PGlite.
    'wal_sync_method=fsync',
    // 128 MB, the default, is memory taken for good; this data is small.
    'shared_buffers=32MB',
  ].flatMap((setting) => ['-c', setting]),
];

/** PGlite has neither autovacuum nor a checkpointer: without these chores dead rows and write-ahead log grow without end. */
const CHORES_EVERY_MS = 5 * 60_000;

/**
 * Opens the database in `folder/pg`, and makes it first where there is none. Holds the folder's lock until closed.
 * `makeFiles` is the file system to use: the tests pass one that does not flush.
 * Throws a StartFault when another process holds the folder, when it cannot be written, or when a commit was not flushed.
 */
export async function openEmbedded(folder: string, makeFiles = (dir: string) => new DurableNodeFS(dir)): Promise<Database> {
  await makeFolder(folder);
  const unlock = lockFolder(path.join(folder, 'pg.lock'));
  try {
    const home = path.join(folder, 'pg');
    if (!existsSync(home)) await makeCluster(home);
    const files = makeFiles(home);
    const pg = await startPGlite(files);
    return await proveDurable(wrap(pg, unlock), files);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Gives the database back when a commit was flushed to disk; otherwise closes it and throws. */
async function proveDurable(database: Database, files: DurableNodeFS): Promise<Database> {
  const before = files.flushes;
  await makeDurable(database);
  if (files.flushes > before) return database;
  await database.close();
  throw new StartFault('The embedded database did not flush a commit to disk, so records could be lost. Install the exact packages of package-lock.json (npm ci), or set DATABASE_URL to a PostgreSQL server.');
}

async function startPGlite(files: DurableNodeFS): Promise<PGlite> {
  const pg = new PGlite({fs: files, startParams: START, parsers: PARSERS});
  await pg.waitReady;
  return pg;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, {recursive: true, mode: 0o700});
    const probe = path.join(folder, `.write-${process.pid}`);
    await (await open(probe, 'w')).close();
    await rm(probe);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    throw new StartFault(`The data folder ${folder} cannot be written (${code ?? 'unknown reason'}). Give this user the right to write there, or set ASKWELL_DATA to another folder.`);
  }
}

/** Makes the cluster beside its place, flushes every file and renames it, so that a cut in the middle leaves nothing half made. */
async function makeCluster(home: string): Promise<void> {
  const draft = `${home}.new`;
  await rm(draft, {recursive: true, force: true});
  const pg = await startPGlite(new DurableNodeFS(draft));
  await pg.close();
  await flushTree(draft);
  await rename(draft, home);
  await flush(path.dirname(home));
}

async function flushTree(folder: string): Promise<void> {
  const entries = await readdir(folder, {withFileTypes: true});
  await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => flush(path.join(folder, entry.name))));
  for (const entry of entries) if (entry.isDirectory()) await flushTree(path.join(folder, entry.name));
  await flush(folder);
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Windows cannot flush a folder; its file system journals names itself.
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle.close();
  }
}

type Runner = Pick<PGlite, 'query' | 'exec'>;

function wrap(pg: PGlite, unlock: () => void): Database {
  const outer = handleOf(pg);
  const database: Database = {
    kind: 'embedded',
    query: async (sql, params) => {
      refuseInsideTransaction();
      return outer.query(sql, params);
    },
    run: async (script) => {
      refuseInsideTransaction();
      await outer.run(script);
    },
    transaction: async (work) => {
      refuseInsideTransaction();
      return pg.transaction((tx) => insideTransaction(() => work(handleOf(tx))));
    },
    close: async () => {
      clearInterval(timer);
      if (!pg.closed) await pg.close();
      unlock();
    },
  };
  // A chore that fails is tried again at the next turn; a write that fails tells its own caller.
  const timer = setInterval(() => void tidyUp(database).catch(() => undefined), CHORES_EVERY_MS);
  timer.unref();
  return database;
}

function handleOf(runner: Runner): Queries {
  return {
    query: async <T extends object>(sql: string, params: readonly unknown[] = []) => (await runner.query<T>(sql, [...params])).rows,
    run: async (script) => {
      await runner.exec(script);
    },
  };
}

import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {StartFault} from '../database/database.ts';
import type {Database, Queries} from '../database/database.ts';

/** Any fixed number will do; it is the name of the lock under which one instance migrates and the others wait. */
const LOCK = 7_225_535;

interface Migration {
  name: string;
  script: string;
  checksum: string;
}

/**
 * Brings the tables up to date: runs every NNN-what.sql of the folder that has not run, in order, in one transaction under a lock.
 * Gives the names of those run now. `upTo`: the last one to run, for a restore of older tables. Throws a StartFault when a migration that
 * has run was changed since, or is gone.
 */
export async function migrate(database: Database, folder = __dirname, upTo?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1::bigint)::text as lock', [LOCK]);
    await tx.run('create table if not exists migrations (name text primary key, checksum text not null, ran_at timestamptz not null default now())');
    const done = await tx.query<{name: string; checksum: string}>('select name, checksum from migrations order by name');
    checkHistory(done, migrations);
    const run = migrations.filter(({name}) => (upTo === undefined || name <= upTo) && !done.some((each) => each.name === name));
    for (const migration of run) await runOne(tx, migration);
    return run.map(({name}) => name);
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(names.map(async (name) => {
    const script = await readFile(path.join(folder, name), 'utf8');
    // Line ends differ between checkouts; the statements do not.
    return {name, script, checksum: createHash('sha256').update(script.replaceAll('\r\n', '\n')).digest('hex')};
  }));
}

function checkHistory(done: readonly {name: string; checksum: string}[], migrations: readonly Migration[]): void {
  for (const {name, checksum} of done) {
    const known = migrations.find((each) => each.name === name);
    if (!known) throw new StartFault(`The database was made by a newer Askwell (it has ${name}). Start that version, or restore a backup from before it.`);
    if (known.checksum !== checksum) throw new StartFault(`${name} was changed after it ran. Undo the change, and write a new migration for what you need.`);
  }
}

async function runOne(tx: Queries, {name, script, checksum}: Migration): Promise<void> {
  await tx.run(script);
  await tx.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
}

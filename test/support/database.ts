import {randomBytes} from 'node:crypto';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Client} from 'pg';
import {inject} from 'vitest';
import type {Database} from '#server/database/database.ts';
import {DurableNodeFS} from '#server/database/durableFs.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {migrate} from '#server/migrations/migrate.ts';
import {clusterTemplate, tablesTemplate} from './clusterTemplate.ts';

/** Every repository and route is tested on both. */
export const KINDS = ['embedded', 'postgres'] as const;
export type Kind = (typeof KINDS)[number];

export interface TestDatabase {
  database: Database;
  /** Its address, where it has one. */
  url?: string;
  /** Closes the database and takes away what it left. */
  remove: () => Promise<void>;
}

/** A new, empty database with every table, of either kind. */
export async function makeDatabase(kind: Kind): Promise<TestDatabase> {
  const made = kind === 'embedded' ? await makeEmbedded() : await makePostgres();
  await migrate(made.database);
  return made;
}

/** A folder in the temporary folder of this machine, with a function that removes it. */
export function makeFolder(): {folder: string; remove: () => void} {
  const folder = mkdtempSync(path.join(tmpdir(), 'askwell-test-'));
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** A data folder that holds an empty cluster already: making one takes seconds. */
export async function makeDataFolder(): Promise<{folder: string; remove: () => void}> {
  const made = makeFolder();
  cpSync(await clusterTemplate(), path.join(made.folder, 'pg'), {recursive: true});
  return made;
}

/** What the tests of routes ask is what is kept, not what outlives a power cut: others do, with the disk as it is. */
async function makeEmbedded(): Promise<TestDatabase> {
  const {folder, remove} = makeFolder();
  cpSync(await tablesTemplate(), path.join(folder, 'pg'), {recursive: true});
  const database = await openEmbedded(folder, (dir) => new DurableNodeFS(dir, process.env.ASKWELL_BENCH ? undefined : () => undefined));
  return {
    database,
    remove: async () => {
      await database.close();
      remove();
    },
  };
}

/** The address of a new, empty database on the PostgreSQL server of this run. */
export async function makePostgresUrl(): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new Client({connectionString: `${inject('postgresUrl')}/postgres`});
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${inject('postgresUrl')}/${name}`;
}

async function makePostgres(): Promise<TestDatabase> {
  const url = await makePostgresUrl();
  const database = await openPostgres(url);
  return {database, url, remove: () => database.close()};
}

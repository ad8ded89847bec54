import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {mkdir, mkdtemp, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import type {Database} from '#server/database/database.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {migrate} from '#server/migrations/migrate.ts';

/**
 * The folder of an empty embedded cluster, made once and kept in node_modules/.cache, so that each test that needs one copies it.
 * Test files run side by side: each makes its own when there is none, and the first to finish puts it in place.
 */
export function clusterTemplate(): Promise<string> {
  return makeTemplate('empty', async () => undefined);
}

/** The same with every table, made again whenever a migration changes. */
export function tablesTemplate(): Promise<string> {
  const folder = path.resolve(__dirname, '../../src/server/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  return makeTemplate(hash.digest('hex').slice(0, 16), async (database) => void await migrate(database));
}

async function makeTemplate(name: string, fill: (database: Database) => Promise<void>): Promise<string> {
  const root = path.resolve(__dirname, '..', '..');
  const {version} = JSON.parse(readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as {version: string};
  const cache = path.join(root, 'node_modules', '.cache', 'askwell');
  const home = path.join(cache, `cluster-${version}-${name}`);
  if (existsSync(home)) return home;
  await mkdir(cache, {recursive: true});
  const draft = await mkdtemp(path.join(cache, 'draft-'));
  const database = await openEmbedded(draft);
  await fill(database);
  await database.close();
  await rename(path.join(draft, 'pg'), home).catch((error: NodeJS.ErrnoException) => {
    if (!existsSync(home)) throw error;
  });
  await rm(draft, {recursive: true, force: true});
  return home;
}

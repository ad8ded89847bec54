import {existsSync, readFileSync} from 'node:fs';
import {mkdir, mkdtemp, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {openEmbedded} from '#server/database/embedded.ts';

/**
 * The folder of an empty embedded cluster, made once and kept in node_modules/.cache, so that each test that needs one copies it.
 * Test files run side by side: each makes its own when there is none, and the first to finish puts it in place.
 */
export async function clusterTemplate(): Promise<string> {
  const root = path.resolve(__dirname, '..', '..');
  const {version} = JSON.parse(readFileSync(path.join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as {version: string};
  const cache = path.join(root, 'node_modules', '.cache', 'askwell');
  const home = path.join(cache, `cluster-${version}`);
  if (existsSync(home)) return home;
  await mkdir(cache, {recursive: true});
  const draft = await mkdtemp(path.join(cache, 'draft-'));
  const database = await openEmbedded(draft);
  await database.close();
  await rename(path.join(draft, 'pg'), home).catch((error: NodeJS.ErrnoException) => {
    if (!existsSync(home)) throw error;
  });
  await rm(draft, {recursive: true, force: true});
  return home;
}

import {existsSync} from 'node:fs';
import {mkdir, readFile, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {ErasureList} from '#core/privacy/api.ts';
import type {Retention} from '#core/privacy/retention.ts';
import {readConfig} from '../config.ts';
import type {Environment} from '../config.ts';
import type {Database} from '../database/database.ts';
import {askControl} from '../control.ts';
import {StartFault} from '../database/database.ts';
import {openEmbedded} from '../database/embedded.ts';
import {lockFolder} from '../database/folderLock.ts';
import {openPostgres} from '../database/postgres.ts';
import {replayErasures} from '../privacy/replay.ts';
import type {TaskResult} from '../tasks/task.ts';
import {BackupFault} from './backupFile.ts';
import {restore} from './copy.ts';
import type {Counts} from './copy.ts';

interface RestoreOptions {
  env: Environment;
  /** The project's folder. */
  root: string;
  file: string;
  /** Puts the backup in the place of an embedded database that is there. That one is set aside, not deleted. */
  replace: boolean;
  /** A list that `askwell erasures --json` wrote: those who were erased since the backup are erased again. Null: none is given. */
  erasures?: string | null;
  /** The organisation's own times, for those who are erased again. Needed with `erasures`. */
  retention?: Retention;
  now: Date;
}

/** Puts a backup into a database, and erases again. */
type Restoring = (database: Database) => Promise<{counts: Counts; at: string; erased: number}>;

/**
 * Restores a backup into the database that the environment names, while the service is stopped. Gives a sentence on what came of it. An
 * embedded database is made beside its place and moved there when it is whole, so a restore that fails changes nothing.
 */
export async function runRestore({env, root, file, replace, erasures = null, retention, now}: RestoreOptions): Promise<TaskResult> {
  const checked = readConfig({ASKWELL_DATA: env['ASKWELL_DATA'], DATABASE_URL: env['DATABASE_URL']}, root);
  if (!checked.ok) return refused(checked.faults.join('\n'));
  const {databaseUrl, dataFolder} = checked.value;
  try {
    // Read first, so that a list that is none leaves nothing half done.
    const list = erasures === null ? null : await readErasures(erasures);
    const restoring: Restoring = async (database) => {
      const restored = await restore(database, file);
      return {...restored, erased: list && retention ? await replayErasures(database, list, retention, now) : 0};
    };
    if (databaseUrl) return tell(await restoreToPostgres(databaseUrl, restoring), file, null);
    if (await askControl(dataFolder, 'are-you-there', {})) return refused('The service is running. Stop it, restore, and start it again.');
    return await restoreToFolder(dataFolder, file, restoring, replace, now);
  } catch (error) {
    if (error instanceof BackupFault || error instanceof StartFault) return refused(error.message);
    throw error;
  }
}

const refused = (message: string): TaskResult => ({ok: false, message, data: {}});

function tell({counts, at, erased}: {counts: Counts; at: string; erased: number}, file: string, setAside: string | null): TaskResult {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const aside = setAside ? ` What was there before is in ${setAside}.` : '';
  const again = erased > 0 ? ` ${erased} ${erased === 1 ? 'person was' : 'people were'} erased again.` : '';
  return {ok: true, message: `${rows} rows of the backup of ${at} are back.${again}${aside} Devices send again what they have kept since.`, data: {file, at, rows, counts, setAside, erased}};
}

/** The list of those who were erased. Throws a BackupFault for a file that is none. */
async function readErasures(file: string): Promise<ErasureList> {
  try {
    return ErasureList.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new BackupFault(`${file} is not a list of erasures, so nothing was restored. Make one with \`askwell erasures --json\`, and check the name.`);
  }
}

async function restoreToPostgres(url: string, restoring: Restoring): ReturnType<Restoring> {
  const database = await openPostgres(url);
  try {
    return await restoring(database);
  } finally {
    await database.close();
  }
}

async function restoreToFolder(dataFolder: string, file: string, restoring: Restoring, replace: boolean, now: Date): Promise<TaskResult> {
  await mkdir(dataFolder, {recursive: true, mode: 0o700});
  const unlock = lockFolder(path.join(dataFolder, 'pg.lock'));
  const draft = path.join(dataFolder, 'restore');
  try {
    const home = path.join(dataFolder, 'pg');
    if (existsSync(home) && !replace) return refused(`There is a database in ${dataFolder} already, so nothing was restored. Add --replace to set it aside and use the backup, or set ASKWELL_DATA to another folder.`);
    await rm(draft, {recursive: true, force: true});
    const database = await openEmbedded(draft);
    const restored = await restoring(database).finally(() => database.close());
    const setAside = existsSync(home) ? `${home}.before-${now.toISOString().replaceAll(/[:.]/g, '-')}` : null;
    if (setAside) await rename(home, setAside);
    await rename(path.join(draft, 'pg'), home);
    return tell(restored, file, setAside);
  } finally {
    await rm(draft, {recursive: true, force: true});
    unlock();
  }
}

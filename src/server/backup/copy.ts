import type {Database, Queries} from '../database/database.ts';
import {migrate} from '../migrations/migrate.ts';
import {holdOneMoment, isNew, listMigrations, listTables, moveCounters, readTable, setTriggers, writeRows} from '../repositories/backup.ts';
import type {TableShape} from '../repositories/backup.ts';
import {BackupFault, readBackup, writeBackup} from './backupFile.ts';
import type {BackupHead, BackupPart} from './backupFile.ts';

/** Rows by table. */
export type Counts = Record<string, number>;

/**
 * Writes everything that the database holds into one file, as it is at one moment, while the service goes on (the embedded database makes
 * requests wait meanwhile). The same file goes back into either kind of database.
 */
export async function backUp(database: Database, file: string, now: Date): Promise<Counts> {
  const counts: Counts = {};
  await database.transaction(async (tx) => {
    await holdOneMoment(tx);
    const tables = await listTables(tx);
    const head: BackupHead = {format: 'askwell-backup', version: 1, at: now.toISOString(), migrations: await listMigrations(tx)};
    async function* parts(): AsyncGenerator<BackupPart> {
      for (const table of tables) {
        counts[table.name] = 0;
        yield {table: table.name};
        for await (const rows of readTable(tx, table)) {
          counts[table.name] = (counts[table.name] ?? 0) + rows.length;
          yield {rows};
        }
      }
    }
    await writeBackup(file, head, parts());
  });
  return counts;
}

/**
 * Puts a backup into a new database: first the tables as they were when it was made, then its rows in one transaction, then the
 * migrations made since. Throws a BackupFault when the database holds something already, or when the file cannot be trusted; nothing of
 * its rows is kept then.
 */
export async function restore(database: Database, file: string): Promise<{counts: Counts; at: string}> {
  if (!await isNew(database)) throw new BackupFault('The database is not empty, so nothing was restored. Make a new, empty database and restore into that.');
  const {head, parts} = await readBackup(file);
  const last = head.migrations.at(-1)?.name;
  await migrate(database, undefined, last);
  const made = await database.transaction((tx) => listMigrations(tx));
  if (JSON.stringify(made) !== JSON.stringify(head.migrations)) {
    throw new BackupFault('The backup was made by another version of Askwell, whose tables this version does not know. Restore it with the version that made it, or a newer one.');
  }
  const counts = await database.transaction((tx) => writeParts(tx, parts));
  await migrate(database);
  return {counts, at: head.at};
}

async function writeParts(tx: Queries, parts: AsyncIterable<BackupPart>): Promise<Counts> {
  const counts: Counts = {};
  const tables = await listTables(tx);
  await setTriggers(tx, tables, false);
  let table: TableShape | undefined;
  for await (const part of parts) {
    if ('table' in part) {
      table = tables.find(({name}) => name === part.table);
      if (!table) throw new BackupFault(`The backup holds a table ${JSON.stringify(part.table.slice(0, 40))} that Askwell does not have, so nothing was restored.`);
      counts[table.name] ??= 0;
    } else {
      if (!table) throw new BackupFault('The backup holds rows of no table, so nothing was restored.');
      await writePage(tx, table, part.rows);
      counts[table.name] = (counts[table.name] ?? 0) + part.rows.length;
    }
  }
  for (const each of tables) await moveCounters(tx, each);
  await setTriggers(tx, tables, true);
  return counts;
}

/** Class 22 and 23 of PostgreSQL's codes: values that do not fit their columns, rows that break the rules of their table. */
async function writePage(tx: Queries, table: TableShape, rows: readonly string[]): Promise<void> {
  try {
    await writeRows(tx, table, rows);
  } catch (error) {
    if (/^2[23]/.test((error as {code?: string}).code ?? '')) throw new BackupFault(`Rows of the table ${table.name} do not fit, so nothing was restored. Use another backup.`);
    throw error;
  }
}

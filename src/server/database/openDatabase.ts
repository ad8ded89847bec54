import type {ServiceConfig} from '../config.ts';
import {migrate} from '../migrations/migrate.ts';
import type {Database} from './database.ts';
import {openEmbedded} from './embedded.ts';
import {openPostgres} from './postgres.ts';

/** Opens the database that the configuration names and brings its tables up to date. Throws a StartFault that says what to do. */
export async function openDatabase({databaseUrl, dataFolder}: Pick<ServiceConfig, 'databaseUrl' | 'dataFolder'>): Promise<Database> {
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openEmbedded(dataFolder);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

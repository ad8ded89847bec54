import {Pool, types} from 'pg';
import type {PoolClient} from 'pg';
import {insideTransaction, refuseInsideTransaction, StartFault} from './database.ts';
import type {Database, Queries} from './database.ts';
import {PARSERS} from './values.ts';

const OLDEST_VERSION = 150_000;

/**
 * Connects to a PostgreSQL server (15 or newer) by its address. Gives the database, or throws a StartFault that says what to do.
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // Longer than any query here takes; a query that hangs must not hold a connection for ever.
    statement_timeout: 30_000,
    options: '-c TimeZone=UTC',
    application_name: 'askwell',
    types: {getTypeParser: (id, format): (text: string) => unknown => PARSERS[id] ?? types.getTypeParser(id, format) as (text: string) => unknown},
  });
  // A connection that breaks while idle is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    const {rows} = await pool.query<{version: number}>("select current_setting('server_version_num')::int as version");
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_VERSION) {
      throw new StartFault(`DATABASE_URL points at PostgreSQL ${Math.floor(version / 10_000)}. Askwell needs PostgreSQL 15 or newer.`);
    }
  } catch (error) {
    await pool.end();
    if (error instanceof StartFault) throw error;
    throw new StartFault(`The database of DATABASE_URL cannot be reached (${describe(error)}). Check the address, the password and that PostgreSQL is running.`);
  }
  return {
    kind: 'postgres',
    query: async <T extends object>(sql: string, params: readonly unknown[] = []) => {
      refuseInsideTransaction();
      return (await pool.query<T>(sql, [...params])).rows;
    },
    run: async (script) => {
      refuseInsideTransaction();
      await pool.query(script);
    },
    transaction: async (work) => {
      refuseInsideTransaction();
      const client = await pool.connect();
      return runTransaction(client, () => insideTransaction(() => work(handleOf(client))));
    },
    close: () => pool.end(),
  };
}

function handleOf(client: PoolClient): Queries {
  return {
    query: async <T extends object>(sql: string, params: readonly unknown[] = []) => (await client.query<T>(sql, [...params])).rows,
    run: async (script) => {
      await client.query(script);
    },
  };
}

async function runTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  let broken = false;
  try {
    await client.query('begin');
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function describe(error: unknown): string {
  const {code, message} = error as {code?: string; message?: string};
  return code ?? message ?? 'no reason given';
}

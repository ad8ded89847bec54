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
  // A connection that breaks is dropped by the pool, and whoever was using it gets the error. Without listeners, on the pool for idle ones
  // and on each connection for those in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
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
      return (await naming(pool.query<T>(sql, [...params]))).rows;
    },
    run: async (script) => {
      refuseInsideTransaction();
      await naming(pool.query(script));
    },
    transaction: async (work) => {
      refuseInsideTransaction();
      const client = await naming(pool.connect());
      return runTransaction(client, () => insideTransaction(() => work(handleOf(client))));
    },
    close: () => pool.end(),
  };
}

function handleOf(client: PoolClient): Queries {
  return {
    query: async <T extends object>(sql: string, params: readonly unknown[] = []) => (await naming(client.query<T>(sql, [...params]))).rows,
    run: async (script) => {
      await naming(client.query(script));
    },
  };
}

async function runTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  let broken = false;
  try {
    await naming(client.query('begin'));
    const value = await work();
    await naming(client.query('commit'));
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

/** PostgreSQL's own code for a connection that failed (class 08). */
const CONNECTION_FAILURE = '08006';

/** The driver reports a connection that broke without a code; with one it can be told from a fault of ours, and be tried again. */
async function naming<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const {code, message} = error as {code?: string; message?: string};
    if (code === undefined && /connection terminated|connection error|not queryable|timeout exceeded when trying to connect/i.test(message ?? '')) {
      throw Object.assign(error as Error, {code: CONNECTION_FAILURE});
    }
    throw error;
  }
}

function describe(error: unknown): string {
  const {code, message} = error as {code?: string; message?: string};
  return code ?? message ?? 'no reason given';
}

import {AsyncLocalStorage} from 'node:async_hooks';

/**
 * What a query gives back is the same on both databases: whole numbers as `number` (bigint too), timestamps as ISO text in UTC,
 * dates as text, jsonb as values.
 */
export interface Queries {
  /** Runs one statement with numbered parameters and gives its rows. */
  query<T extends object>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Runs a script of several statements. For migrations and chores only: it takes no parameters. */
  run(script: string): Promise<void>;
}

/** The record service's one store: PGlite in this process, or a PostgreSQL server. */
export interface Database extends Queries {
  kind: 'embedded' | 'postgres';
  /** Runs the work in one transaction: all of it is kept, or none. Inside, use the handle given and never the database itself. */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const current = new AsyncLocalStorage<{open: boolean}>();

/**
 * Throws when the caller is inside a transaction of its own. The embedded database has one connection, so the call would wait for
 * itself for ever; on PostgreSQL it would quietly run outside the transaction.
 */
export function refuseInsideTransaction(): void {
  if (current.getStore()?.open) throw new Error('Inside a transaction, query through the handle that it was given.');
}

/** Marks the work as running inside a transaction until it settles. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = {open: true};
  try {
    return await current.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** A fault at start-up that a person can mend. Its message says what to do; it is shown without a stack trace. */
export class StartFault extends Error {}

import {openDB} from 'idb';
import type {DBSchema, IDBPDatabase, IDBPTransaction, OpenDBCallbacks} from 'idb';
import type {Responses} from '#core/quizzes/attempt.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {PublicQuiz, Quiz} from '#core/quizzes/quiz.ts';
import type {AttemptResult, Completion} from '#core/records/api.ts';
import type {StartedAttempt} from '#core/records/handIn.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import type {Synced} from '#core/records/openAttempt.ts';
import type {OutboxState} from '#core/records/outbox.ts';

/** An attempt as kept on the device, with the questions it was drawn from: an edited bank never changes an attempt under way. */
export interface AttemptRow extends StartedAttempt {
  quiz: PublicQuiz | Quiz;
  /** Id of the person who was signed in when it started; null when nobody was. */
  owner: string | null;
  /** The question last opened, counted from 0. */
  index: number;
  handedInAt: string | null;
  /** What stands in the open question and is not checked yet. Rows of earlier releases have none. */
  draft?: {itemId: string; response: Response} | null;
  /** What this device last agreed on with the service, for going on on another device. */
  synced?: Synced;
}

/** One answer. A row of its own, so that two tabs never overwrite each other's answers. */
export interface ResponseRow {
  attemptId: string;
  itemId: string;
  response: Response;
}

export interface OutboxRow {
  id: string;
  record: LearningRecord;
  owner: string | null;
  state: OutboxState;
  reason: string | null;
  tries: number;
  lastTriedAt: string | null;
}

/** What the service said of an attempt. */
export interface ResultRow {
  id: string;
  owner: string | null;
  result: AttemptResult;
  completions: Completion[];
  clockNote: string | null;
}

/** A thing of its own that a page keeps: no attempt and no record. `kept.ts` reads and writes these. */
export interface KeptRow {
  /** What kind of thing, and which, as in `self-assessment/01932c07-…`. */
  key: string;
  /** Id of the person who was signed in when it was begun; null when nobody was. */
  owner: string | null;
  changedAt: string;
  /** Checked by whoever reads it. */
  value: unknown;
}

interface Schema extends DBSchema {
  attempts: {key: string; value: AttemptRow; indexes: {quizId: string}};
  responses: {key: [string, string]; value: ResponseRow};
  outbox: {key: string; value: OutboxRow};
  results: {key: string; value: ResultRow};
  kept: {key: string; value: KeptRow};
}

type Store = 'attempts' | 'responses' | 'outbox' | 'results';
const STORES: Store[] = ['attempts', 'responses', 'outbox', 'results'];

/** Whether what was written will outlive the page. `full`: no room left. `blocked`: the browser offers no storage here. */
export type Keeping = 'kept' | 'full' | 'blocked';

/** One change of what is kept. Changes are whole rows, so making one twice does no harm. */
export type Change =
  | {put: 'attempts'; value: AttemptRow}
  | {put: 'responses'; value: ResponseRow}
  | {put: 'outbox'; value: OutboxRow}
  | {put: 'results'; value: ResultRow}
  | {remove: Store; key: string | [string, string]};

/** Everything kept, as one reader sees it. Small: one person's attempts. */
export interface Kept {
  attempts: AttemptRow[];
  responses: ResponseRow[];
  outbox: OutboxRow[];
  results: ResultRow[];
}

const keyOf = (change: Change): string => {
  if ('remove' in change) return JSON.stringify([change.remove, change.key]);
  return JSON.stringify([change.put, change.put === 'responses' ? [change.value.attemptId, change.value.itemId] : change.value.id]);
};

/** Takes rows as stored and the changes that could not be stored; gives the rows as they should be. */
export function withChanges(kept: Kept, changes: Iterable<Change>): Kept {
  const result: Kept = {attempts: [...kept.attempts], responses: [...kept.responses], outbox: [...kept.outbox], results: [...kept.results]};
  for (const change of changes) {
    const key = keyOf('remove' in change ? change : {remove: change.put, key: change.put === 'responses' ? [change.value.attemptId, change.value.itemId] : change.value.id});
    const isOther = (store: Store) => (row: {id: string} | ResponseRow) =>
      keyOf({remove: store, key: 'itemId' in row ? [row.attemptId, row.itemId] : row.id}) !== key;
    const store = 'remove' in change ? change.remove : change.put;
    switch (store) {
      case 'attempts': result.attempts = result.attempts.filter(isOther(store)); break;
      case 'responses': result.responses = result.responses.filter(isOther(store)); break;
      case 'outbox': result.outbox = result.outbox.filter(isOther(store)); break;
      case 'results': result.results = result.results.filter(isOther(store)); break;
    }
    if ('remove' in change) continue;
    switch (change.put) {
      case 'attempts': result.attempts.push(change.value); break;
      case 'responses': result.responses.push(change.value); break;
      case 'outbox': result.outbox.push(change.value); break;
      case 'results': result.results.push(change.value); break;
    }
  }
  return result;
}

/** The answers of one attempt. */
export function responsesOf(kept: Pick<Kept, 'responses'>, attemptId: string): Responses {
  return Object.fromEntries(kept.responses.filter((row) => row.attemptId === attemptId).map((row) => [row.itemId, row.response]));
}

const EMPTY: Kept = {attempts: [], responses: [], outbox: [], results: []};
/** A database that another page will not let go of, or a browser that never answers, must not hold up an answer. */
const PATIENCE_MS = 5_000;

const VERSION = 2;

let opened: Promise<IDBPDatabase<Schema>> | null = null;
/** Changes that the browser refused, kept while the page is open and tried again with each later change. */
const unkept = new Map<string, Change>();
let refusal: Exclude<Keeping, 'kept'> = 'blocked';

const CALLBACKS: OpenDBCallbacks<Schema> = {
  // Each step adds to what the one before it left. Nothing that is there is touched.
  upgrade(database, from) {
    if (from < 1) {
      database.createObjectStore('attempts', {keyPath: 'id'}).createIndex('quizId', 'quizId');
      database.createObjectStore('responses', {keyPath: ['attemptId', 'itemId']});
      database.createObjectStore('outbox', {keyPath: 'id'});
      database.createObjectStore('results', {keyPath: 'id'});
    }
    if (from < 2) database.createObjectStore('kept', {keyPath: 'key'});
  },
  // Another tab has a newer version of the site: let go, and open again with the next change.
  blocking(_current, _blocked, event) {
    (event.target as IDBDatabase).close();
    opened = null;
  },
  // Safari ends connections of pages in the background.
  terminated() {
    opened = null;
  },
};

/** Opens the device's database, once for all of this page. Rejects when the browser offers none, or does not answer in time. */
export function openDatabase(): Promise<IDBPDatabase<Schema>> {
  if (typeof indexedDB === 'undefined') return Promise.reject(new Error('This browser has no IndexedDB.'));
  opened ??= openDB<Schema>('askwell', VERSION, CALLBACKS).catch((error: unknown) => {
    // A tab of a newer site has been here. Versions only ever add, so what this one knows is all there.
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'VersionError') return openDB<Schema>('askwell', undefined, CALLBACKS);
    throw error;
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return Promise.race([
    opened,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('The database did not open in time.')), PATIENCE_MS);
    }),
  ]);
}

type Writing = IDBPTransaction<Schema, Store[], 'readwrite'>;

async function readAll(transaction: Pick<Writing, 'objectStore'>): Promise<Kept> {
  const [attempts, responses, outbox, results] = await Promise.all([
    transaction.objectStore('attempts').getAll(), transaction.objectStore('responses').getAll(),
    transaction.objectStore('outbox').getAll(), transaction.objectStore('results').getAll(),
  ]);
  return {attempts, responses, outbox, results};
}

async function apply(transaction: Writing, change: Change): Promise<void> {
  if ('remove' in change) await transaction.objectStore(change.remove).delete(change.key);
  else if (change.put === 'attempts') await transaction.objectStore('attempts').put(change.value);
  else if (change.put === 'responses') await transaction.objectStore('responses').put(change.value);
  else if (change.put === 'outbox') await transaction.objectStore('outbox').put(change.value);
  else await transaction.objectStore('results').put(change.value);
}

/** Everything kept on this device, and what could not be kept but is still in this page. Never throws. */
export async function readKept(): Promise<Kept> {
  let kept = EMPTY;
  try {
    const database = await openDatabase();
    kept = await readAll(database.transaction(STORES, 'readonly') as unknown as Writing);
  } catch {
    refusal = 'blocked';
  }
  return withChanges(kept, unkept.values());
}

/** Changes of this page go one after the other, so that handing in never overtakes the answer before it. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Decides and writes in one transaction: `decide` is given everything kept and says what changes, so that two tabs cannot both
 * hand in the same attempt. It is called again when storage fails, on what is left. With `kept`, the changes have reached the disk.
 * Never throws.
 */
export function change<T>(decide: (kept: Kept) => {changes: Change[]; value: T}): Promise<{value: T; keeping: Keeping}> {
  const done = last.then(() => changeNow(decide));
  last = done.catch(() => undefined);
  return done;
}

async function changeNow<T>(decide: (kept: Kept) => {changes: Change[]; value: T}): Promise<{value: T; keeping: Keeping}> {
  let transaction: Writing | undefined;
  try {
    const database = await openDatabase();
    // `strict`: the promise is kept only once the system has written to disk.
    transaction = database.transaction(STORES, 'readwrite', {durability: 'strict'});
    const earlier = [...unkept.values()];
    const decided = decide(withChanges(await readAll(transaction), earlier));
    for (const each of [...earlier, ...decided.changes]) await apply(transaction, each);
    await transaction.done;
    for (const each of earlier) if (unkept.get(keyOf(each)) === each) unkept.delete(keyOf(each));
    return {value: decided.value, keeping: 'kept'};
  } catch (error) {
    transaction?.done.catch(() => undefined);
    refusal = isFull(error) || isFull(transaction?.error) ? 'full' : 'blocked';
    const decided = decide(await readKept());
    for (const each of decided.changes) unkept.set(keyOf(each), each);
    // Reading just now may have failed too, which does not change why writing did.
    if (isFull(error) || isFull(transaction?.error)) refusal = 'full';
    return {value: decided.value, keeping: decided.changes.length === 0 ? 'kept' : refusal};
  }
}

/** Whether storage failed because there is no room. */
export function isFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'QuotaExceededError';
}

/** Whether everything written so far will outlive this page. */
export function getKeeping(): Keeping {
  return unkept.size === 0 ? 'kept' : refusal;
}

/** Forgets everything kept on this device, sent or not. For the person who asks for it, after a warning. */
export async function clearKept(): Promise<Keeping> {
  unkept.clear();
  const {keeping} = await change((kept) => ({
    changes: [
      ...kept.responses.map((row): Change => ({remove: 'responses', key: [row.attemptId, row.itemId]})),
      ...(['attempts', 'outbox', 'results'] as const).flatMap((store) => kept[store].map((row): Change => ({remove: store, key: row.id}))),
    ],
    value: null,
  }));
  try {
    await (await openDatabase()).clear('kept');
  } catch {
    // Then nothing is stored, or the answer above says that it could not be reached.
  }
  return keeping;
}

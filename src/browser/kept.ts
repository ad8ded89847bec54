import {now} from './clock.ts';
import {isFull, openDatabase} from './database.ts';
import type {Keeping, KeptRow} from './database.ts';

/** Rows that the browser refused, held while the page is open and tried again with each later change. Null: to be removed. */
const unkept = new Map<string, KeptRow | null>();
let refusal: Exclude<Keeping, 'kept'> = 'blocked';

/** Whether a row will outlive this page as it stands. */
export function keepingOf(key: string): Keeping {
  return unkept.has(key) ? refusal : 'kept';
}

/** Reads a row, or null when there is none. Never throws. */
export async function readRow(key: string): Promise<KeptRow | null> {
  let stored: KeptRow | undefined;
  try {
    stored = await (await openDatabase()).get('kept', key);
  } catch {
    // What could not be kept is still in this page.
  }
  return unkept.has(key) ? unkept.get(key) ?? null : stored ?? null;
}

/** Reads the rows whose key begins so, the one changed last first. Never throws. */
export async function listRows(start: string): Promise<KeptRow[]> {
  let stored: KeptRow[] = [];
  try {
    stored = await (await openDatabase()).getAll('kept');
  } catch {
    // As above.
  }
  return [...stored.filter(({key}) => !unkept.has(key)), ...[...unkept.values()].filter((row) => row !== null)]
    .filter(({key}) => key.startsWith(start)).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

let asked = false;
/** Asks the browser not to clear this site's storage when room is short. A refusal changes nothing we say. */
function askToPersist(): void {
  if (asked) return;
  asked = true;
  void navigator.storage?.persist?.().catch(() => false);
}

interface Decided<T> {
  /** The row as it should be; null removes it. */
  row: Omit<KeptRow, 'key' | 'changedAt'> | null;
  value: T;
}

/** Changes of this page go one after the other, so that a letter never overtakes the one typed before it. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a row and writes what `decide` makes of it in one transaction, so that two tabs never work on the same old row. `decide` is
 * called again when storage fails. With `kept`, the change has reached the disk. Never throws.
 */
export function changeRow<T>(key: string, decide: (row: KeptRow | null) => Decided<T>): Promise<{value: T; row: KeptRow | null; keeping: Keeping}> {
  const done = last.then(() => changeNow(key, decide));
  last = done.catch(() => undefined);
  return done;
}

async function changeNow<T>(key: string, decide: (row: KeptRow | null) => Decided<T>): Promise<{value: T; row: KeptRow | null; keeping: Keeping}> {
  const decideOn = (before: KeptRow | null): {row: KeptRow | null; value: T} => {
    const {row, value} = decide(before);
    return {row: row && {...row, key, changedAt: now()}, value};
  };
  let failed: () => unknown = () => undefined;
  try {
    const database = await openDatabase();
    const transaction = database.transaction('kept', 'readwrite', {durability: 'strict'});
    failed = () => {
      transaction.done.catch(() => undefined);
      return transaction.error;
    };
    const earlier = [...unkept];
    const stored = await transaction.store.get(key);
    const decided = decideOn(unkept.has(key) ? unkept.get(key) ?? null : stored ?? null);
    for (const [each, row] of [...earlier.filter(([other]) => other !== key), [key, decided.row] as const]) {
      await (row ? transaction.store.put(row) : transaction.store.delete(each));
    }
    await transaction.done;
    for (const [each, row] of earlier) if (unkept.get(each) === row) unkept.delete(each);
    tellOthers(key);
    askToPersist();
    return {...decided, keeping: 'kept'};
  } catch (error) {
    refusal = isFull(error) || isFull(failed()) ? 'full' : 'blocked';
    const decided = decideOn(await readRow(key));
    unkept.set(key, decided.row);
    return {...decided, keeping: refusal};
  }
}

const CHANNEL = 'askwell-kept';
type Listener = (key: string | null) => void;
const listeners = new Set<Listener>();
let channel: BroadcastChannel | null = null;

const tellPage = (key: string | null): void => {
  for (const listener of [...listeners]) listener(key);
};
const whenShown = (): void => {
  if (document.visibilityState === 'visible') tellPage(null);
};

/** A channel of its own, as the session has: what is typed here must not make every other screen read its attempts again. */
function connect(): void {
  if (channel || typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({data}: MessageEvent<string | null>) => tellPage(data);
}

function tellOthers(key: string | null): void {
  connect();
  channel?.postMessage(key);
}

/**
 * Calls `listener` with the key of a row that another tab has changed, or with null when any may have changed: the device was cleared,
 * or the page comes back into view and may have slept through the news. Returns the way to stop.
 */
export function onRowChange(listener: Listener): () => void {
  connect();
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', whenShown);
    window.addEventListener('pageshow', whenShown);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', whenShown);
    window.removeEventListener('pageshow', whenShown);
  };
}

/** Gives `show` the rows whose key begins so, now and whenever another tab changes one. Returns the way to stop. */
export function watchRows(start: string, show: (rows: KeptRow[]) => void): () => void {
  let isWatching = true;
  const read = (): void => void listRows(start).then((rows) => { if (isWatching) show(rows); });
  read();
  const stop = onRowChange((key) => { if (key === null || key.startsWith(start)) read(); });
  return () => {
    isWatching = false;
    stop();
  };
}

/** Drops what this page holds because it could not be kept, and tells every tab, this one too, that the device is clear. */
export function forgetRows(): void {
  unkept.clear();
  tellOthers(null);
  tellPage(null);
}

import type {Keeping, KeptRow} from './database.ts';
import {changeRow, keepingOf, onRowChange, readRow} from './kept.ts';

/** A row open on this page, as a screen sees it. */
export interface OpenRow<T> {
  /** False until storage has been read once. */
  isRead: boolean;
  /** Null: it is not on this device, or not in a form that can be read. */
  value: T | null;
  owner: string | null;
  changedAt: string | null;
  keeping: Keeping | 'nothing' | 'saving';
}

/** A store for one row, made for `useSyncExternalStore`. Typing shows at once, and is written behind it. */
export interface RowStore<T> {
  get: () => OpenRow<T>;
  subscribe: (listener: () => void) => () => void;
  /** Makes a change to what is shown, and the same to what is stored by then. Gives what `make` said of the stored one, or null where there was nothing to change. */
  change: <R>(make: (value: T) => {value: T; said: R}) => Promise<R | null>;
}

/**
 * Opens a row. `parse` takes what was stored and gives the value, or null when it cannot be read. A change by another tab is shown as
 * soon as nothing typed here is still on its way to the disk; until then it is only joined to what is stored.
 */
export function openRow<T>(key: string, parse: (stored: unknown) => T | null): RowStore<T> {
  let open: OpenRow<T> = {isRead: false, value: null, owner: null, changedAt: null, keeping: 'nothing'};
  let onTheirWay = 0;
  /** Counts reads and changes, so that a slow read never covers what was typed after it began. */
  let turn = 0;
  let stale = false;
  const subscribers = new Set<() => void>();
  const show = (next: Partial<OpenRow<T>>): void => {
    open = {...open, ...next};
    for (const subscriber of [...subscribers]) subscriber();
  };
  const showRow = (row: KeptRow | null): void => show({
    isRead: true, value: row && parse(row.value), owner: row?.owner ?? null, changedAt: row?.changedAt ?? null, keeping: row ? keepingOf(key) : 'nothing',
  });
  const read = async (): Promise<void> => {
    stale = false;
    turn += 1;
    const mine = turn;
    const row = await readRow(key);
    if (mine === turn) showRow(row);
  };
  const hear = (changed: string | null): void => {
    if (changed !== null && changed !== key) return;
    if (onTheirWay > 0) stale = true;
    else void read();
  };
  let stop: () => void = () => undefined;
  return {
    get: () => open,
    subscribe(subscriber) {
      subscribers.add(subscriber);
      if (subscribers.size === 1) {
        stop = onRowChange(hear);
        void read();
      }
      return () => {
        subscribers.delete(subscriber);
        if (subscribers.size === 0) stop();
      };
    },
    async change(make) {
      if (open.value === null) return null;
      turn += 1;
      onTheirWay += 1;
      const shown = make(open.value).value;
      show({value: shown, keeping: 'saving'});
      const {owner} = open;
      const {value: said, row} = await changeRow(key, (before) => {
        // Removed or damaged meanwhile: what is on the screen is all there is, and is put back whole.
        const stored = before && parse(before.value);
        if (stored === null) return {row: {owner: before?.owner ?? owner, value: shown}, value: null};
        const made = make(stored);
        return {row: {owner: before?.owner ?? owner, value: made.value}, value: made.said};
      });
      onTheirWay -= 1;
      if (onTheirWay === 0) {
        if (stale) await read();
        else showRow(row);
      }
      return said;
    },
  };
}

import {useCallback, useEffect, useRef, useState} from 'react';
import type {Keeping} from '#browser/database.ts';
import {changeRow, keepingOf, listRows, onRowChange, readRow} from '#browser/kept.ts';
import {DRAFTS_KEPT_UNDER} from '#core/points/kept.ts';

export interface Draft<T> {
  /** Null until storage has been read. */
  value: T | null;
  keeping: Keeping | 'nothing' | 'saving';
  /** Makes a change to what is shown and, behind it, to what is stored by then: another tab may have written meanwhile. */
  change: (make: (value: T) => T) => void;
  /** Throws the draft away. */
  clear: () => void;
}

/**
 * What is being typed, kept on the device with each letter. `what`: the place it belongs to. A person sees their own draft, else the one that
 * was begun while nobody was signed in, and never somebody else's. `parse` and `empty` must stay the same from one drawing to the next.
 */
export function useDraft<T>(what: string, parse: (stored: unknown) => T | null, empty: T, personId: string | null): Draft<T> {
  const start = `${DRAFTS_KEPT_UNDER}${what}#`;
  const key = useRef<string | null>(null);
  const shown = useRef<T | null>(null);
  const onTheirWay = useRef(0);
  const [value, setValue] = useState<T | null>(null);
  const [keeping, setKeeping] = useState<Draft<T>['keeping']>('nothing');
  const show = useCallback((next: T | null): void => {
    shown.current = next;
    setValue(next);
  }, []);

  useEffect(() => {
    let current = true;
    key.current = null;
    show(null);
    const read = async (): Promise<void> => {
      const mine = key.current ?? await chooseKey(start, personId);
      const row = await readRow(mine);
      if (!current || onTheirWay.current > 0) return;
      key.current = mine;
      show((row && parse(row.value)) ?? empty);
      setKeeping(row ? keepingOf(mine) : 'nothing');
    };
    void read();
    const stop = onRowChange((changed) => {
      if (key.current !== null && onTheirWay.current === 0 && (changed === null || changed === key.current)) void read();
    });
    return () => {
      current = false;
      stop();
    };
  }, [start, parse, empty, personId, show]);

  const change = useCallback((make: (value: T) => T): void => {
    const mine = key.current;
    if (mine === null || shown.current === null) return;
    show(make(shown.current));
    setKeeping('saving');
    onTheirWay.current += 1;
    void changeRow(mine, (row) => {
      const stored = row && parse(row.value);
      // Not there yet, or removed meanwhile: what is on the screen is all there is.
      return {row: {owner: row?.owner ?? personId, value: stored === null ? shown.current : make(stored)}, value: null};
    }).then(({keeping: ended}) => {
      onTheirWay.current -= 1;
      if (onTheirWay.current === 0) setKeeping(ended);
    });
  }, [parse, personId, show]);

  const clear = useCallback((): void => {
    show(empty);
    setKeeping('nothing');
    if (key.current !== null) void changeRow(key.current, () => ({row: null, value: null}));
  }, [empty, show]);

  return {value, keeping, change, clear};
}

async function chooseKey(start: string, personId: string | null): Promise<string> {
  const rows = await listRows(start);
  const row = rows.find(({owner}) => owner === personId) ?? rows.find(({owner}) => owner === null);
  return row?.key ?? start + (personId ?? 'device');
}

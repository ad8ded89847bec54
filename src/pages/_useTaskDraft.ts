import {useCallback, useEffect, useRef, useState} from 'react';
import type {Keeping} from '#browser/database.ts';
import {dropDraft, keepDraft, readDraft, watchDraft} from '#browser/taskDrafts.ts';

export interface TaskDraftState<T> {
  /** Null until storage has been read. */
  value: T | null;
  keeping: Keeping | 'nothing' | 'saving';
  /** Makes a change to what is shown by then, and keeps it. Settles when it is kept, or cannot be. */
  change: (make: (value: T) => T) => Promise<void>;
  clear: () => Promise<void>;
}

/**
 * A task or a judgement that is being written, kept on the device with each letter. `parse` and `empty` must stay the same from one drawing
 * to the next. What another tab writes is shown here too; the letter typed last stands.
 */
export function useTaskDraft<T>(key: string, owner: string, parse: (stored: unknown) => T | null, empty: T): TaskDraftState<T> {
  const [shown, setShown] = useState<{key: string; value: T | null; keeping: TaskDraftState<T>['keeping']}>({key, value: null, keeping: 'nothing'});
  const onTheirWay = useRef(0);
  // What stands in the form now: a letter may be typed while something is on its way to the service.
  const latest = useRef<T>(empty);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const found = await readDraft(key);
      if (!current || onTheirWay.current > 0) return;
      latest.current = (found && parse(found.stored)) ?? empty;
      setShown({key, value: latest.current, keeping: found ? found.keeping : 'nothing'});
    };
    void read();
    const stop = watchDraft(key, () => void read());
    return () => {
      current = false;
      stop();
    };
  }, [key, parse, empty]);
  const change = useCallback(async (make: (value: T) => T): Promise<void> => {
    const next = make(latest.current);
    latest.current = next;
    setShown({key, value: next, keeping: 'saving'});
    onTheirWay.current += 1;
    const keeping = await keepDraft(key, owner, next);
    onTheirWay.current -= 1;
    if (onTheirWay.current === 0) setShown((before) => (before.key === key ? {...before, keeping} : before));
  }, [key, owner]);
  const clear = useCallback(async (): Promise<void> => {
    latest.current = empty;
    setShown({key, value: empty, keeping: 'nothing'});
    await dropDraft(key);
  }, [key, empty]);
  return {value: shown.key === key ? shown.value : null, keeping: shown.keeping, change, clear};
}

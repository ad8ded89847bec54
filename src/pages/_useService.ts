import {useCallback, useEffect, useRef, useState} from 'react';
import {callService} from '#browser/api.ts';
import {refreshSession} from '#browser/session.ts';
import type {Loaded} from '#components/account/loaded.ts';
import {toTrouble} from './_reply.ts';

export interface Asked<T> {
  loaded: Loaded<T>;
  /** When what is shown was read, as ISO 8601; empty before the first answer. */
  readAt: string;
  /** Asks again from the start: the screen says that it is loading. */
  retry: () => Promise<void>;
  /** Asks again behind the screen: what is shown stays until better comes. Says whether it came. */
  refresh: () => Promise<boolean>;
}

const LOADING = {kind: 'loading'} as const;

/** What the record service says at a path, asked when the page opens. A null path asks nothing and stays loading. */
export function useService<T>(path: `/api/${string}` | null): Asked<T> {
  const [shown, setShown] = useState<{path: string | null; loaded: Loaded<T>; readAt: string}>({path, loaded: LOADING, readAt: ''});
  // An answer that comes after the page has moved on to another path is dropped.
  const current = useRef(path);
  const refresh = useCallback(async (): Promise<boolean> => {
    if (path === null) return false;
    const reply = await callService<T>('GET', path);
    if (current.current !== path) return false;
    // The session ended meanwhile: every screen should know, and this page offers to sign in.
    if (reply.kind === 'refused' && reply.status === 401) void refreshSession();
    const readAt = new Date().toISOString();
    if (reply.kind === 'ok') setShown({path, loaded: {kind: 'ready', value: reply.value}, readAt});
    else {
      setShown((before) => {
        const keep = before.path === path && before.loaded.kind === 'ready' && reply.kind === 'unreachable';
        return keep ? before : {path, loaded: toTrouble(reply), readAt};
      });
    }
    return reply.kind === 'ok';
  }, [path]);
  const retry = useCallback(async (): Promise<void> => {
    setShown({path, loaded: LOADING, readAt: ''});
    await refresh();
  }, [path, refresh]);
  useEffect(() => {
    current.current = path;
    void refresh();
  }, [path, refresh]);
  return {loaded: shown.path === path ? shown.loaded : LOADING, readAt: shown.readAt, retry, refresh};
}

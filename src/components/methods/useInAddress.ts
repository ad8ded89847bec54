import {useCallback, useEffect, useRef, useState} from 'react';

/** What a screen needs of the site's router, handed in by the page, so that components stay free of it. */
export interface SiteAddress {
  /** False on the server and while the page it wrote comes to life, when the address is not known. */
  isBrowser: boolean;
  location: {search: string; state: unknown};
  history: {
    action: string;
    push: (to: Entry) => void;
    replace: (to: Entry) => void;
  };
}

interface Entry {
  search: string;
  state: unknown;
}

/** Marks the entries that a screen wrote itself, so that it does not read back an older state while somebody types on. */
const OURS = {writtenHere: true};

/** Safari refuses more than 100 changes of the address in 30 seconds. A person who types makes more. */
const PAUSE = 400;

/** A screen's state, and how to change it. */
export interface InAddress<T> {
  value: T;
  /** False until the address has been read. */
  ready: boolean;
  /** `by` names the control: its changes in a row are one entry for the Back button. Null for a change that Back should not undo. */
  change: (next: T, by: string | null) => void;
}

/**
 * Keeps a screen's state in the query string of its address, so that a link, reload and Back bring it back. `read` and `write` turn one
 * into the other and must stay the same functions between drawings.
 */
export function useInAddress<T>({isBrowser, location, history}: SiteAddress, read: (query: string) => T, write: (value: T) => string): InAddress<T> {
  // Somebody who comes back from another page finds the list as long as it was, so the browser can put them where they were.
  const [value, setValue] = useState(() => read(isBrowser ? location.search : ''));
  const [ready, setReady] = useState(isBrowser);
  const lastControl = useRef<string | null>(null);
  const late = useRef<{entry: Entry; timer: ReturnType<typeof setTimeout>}>(undefined);
  const drop = useCallback(() => {
    clearTimeout(late.current?.timer);
    late.current = undefined;
  }, []);
  useEffect(() => {
    setReady(true);
    if (isOurs(location.state) && history.action !== 'POP') return;
    drop();
    lastControl.current = null;
    setValue(read(location.search));
  }, [drop, history, location, read]);
  useEffect(() => drop, [drop]);
  const change = useCallback((next: T, by: string | null): void => {
    setValue(next);
    const query = write(next);
    const entry: Entry = {search: query === '' ? '' : `?${query}`, state: OURS};
    const before = late.current?.entry;
    drop();
    if (by === null) history.replace(entry);
    else if (by === lastControl.current) late.current = {entry, timer: setTimeout(() => history.replace(entry), PAUSE)};
    else {
      if (before) history.replace(before);
      history.push(entry);
    }
    lastControl.current = by ?? lastControl.current;
  }, [drop, history, write]);
  return {value, ready, change};
}

function isOurs(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'writtenHere' in state;
}

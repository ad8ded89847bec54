import {useSyncExternalStore} from 'react';
import {getLoadingSession, getSession, onSessionChange, refreshSession} from '#browser/session.ts';
import type {Session} from '#browser/session.ts';

/** The session for a screen. All screens share one; rendered on the server it is loading. */
export function useSession(): Session & {refresh: () => Promise<void>} {
  const current = useSyncExternalStore(onSessionChange, getSession, getLoadingSession);
  return {...current, refresh: refreshSession};
}

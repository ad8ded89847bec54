import {useSyncExternalStore} from 'react';
import type {ReactNode} from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Has a screen reader say a sentence, without moving anybody's focus. */
export function announce(text: string): void {
  message = text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place in the page that screen readers listen to. It must stand there before anything is said, so it is drawn once and stays. */
export function Announcer(): ReactNode {
  const said = useSyncExternalStore(subscribe, () => message, () => '');
  return <div className="aw-visually-hidden" aria-live="polite" data-announcer>{said}</div>;
}

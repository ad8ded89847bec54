import {ticksFrom} from '#core/guides/ticks.ts';
import type {Ticks} from '#core/guides/ticks.ts';

const keyOf = (page: string): string => `askwell-ticks:${page}`;

/** The ticks that this device keeps for the checklists of a page. None where the browser keeps nothing. */
export function readTicks(page: string): Ticks {
  try {
    return ticksFrom(localStorage.getItem(keyOf(page)));
  } catch {
    return [];
  }
}

/** Keeps the ticks of a page on this device. Says whether it could. */
export function keepTicks(page: string, ticks: Ticks): boolean {
  try {
    if (ticks.length === 0) localStorage.removeItem(keyOf(page));
    else localStorage.setItem(keyOf(page), JSON.stringify(ticks));
    return true;
  } catch {
    return false;
  }
}

/** Calls `changed` when another tab ticks something on the same page. Returns the way to stop. */
export function onTicksElsewhere(page: string, changed: () => void): () => void {
  const listener = (event: StorageEvent): void => {
    if (event.key === null || event.key === keyOf(page)) changed();
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

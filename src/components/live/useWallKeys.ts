import {useEffect, useRef} from 'react';

/** What each key does now. A key without an action is left to the browser. */
export interface WallActions {
  next?: () => void;
  previous?: () => void;
  results?: () => void;
  close?: () => void;
}

const KEYS: Readonly<Record<string, keyof WallActions>> = {n: 'next', ArrowRight: 'next', p: 'previous', ArrowLeft: 'previous', r: 'results', c: 'close'};

/** True where keys write or move something of their own. */
function takesKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), select, textarea, dialog, [contenteditable]') !== null;
}

/** Listens to the keys of the wall while `isOn`: single keys must be possible to switch off (WCAG 2.2, 2.1.4). */
export function useWallKeys(actions: WallActions, isOn: boolean): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || takesKeys(event.target)) return;
      const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      const act = name && current.current[name];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}

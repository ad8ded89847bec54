import {useEffect, useRef} from 'react';
import {openChannel} from '#browser/channel.ts';
import type {Channel} from '#browser/channel.ts';
import {moveOfKey, WALL_CHANNEL} from '#core/courses/wall.ts';
import type {OnWall, WallMessage, WallMove} from '#core/courses/wall.ts';

interface Wall {
  /** What is shown; null while this page is not on the wall. */
  shown: OnWall | null;
  onMove: (move: WallMove) => void;
  /** The trainer's notes turned to another part, counted from 1. */
  onSent: (part: number) => void;
}

/** Keys that the reader means for what has the focus, and not for the wall. */
function isMeantElsewhere({key, target}: KeyboardEvent): boolean {
  if (!(target instanceof Element) || key === 'Escape') return false;
  if (target.closest('input, select, textarea, [contenteditable]')) return true;
  if (key === ' ') return target.closest('button, a, summary') !== null;
  return key.startsWith('Arrow') && target.closest('[tabindex="0"]') !== null;
}

/** From one page of the wall to the next the frame of the site must not flash up before the room, so it comes back only after this. */
const FRAME_RETURNS_AFTER = 400;
let returning: ReturnType<typeof setTimeout> | undefined;

function hideFrame(): void {
  clearTimeout(returning);
  document.documentElement.dataset.presenting = '';
}

/** Brings the frame of the site back at once: somebody left the wall. */
export function showFrame(): void {
  clearTimeout(returning);
  delete document.documentElement.dataset.presenting;
}

/** While this page is on the wall: takes the frame of the site away, listens to the keyboard, and talks with the trainer's notes. */
export function useWall({shown, onMove, onSent}: Wall): void {
  const latest = useRef({shown, onMove, onSent});
  useEffect(() => { latest.current = {shown, onMove, onSent}; });
  const line = useRef<Channel<WallMessage> | null>(null);
  const isOn = shown !== null;

  useEffect(() => {
    if (!isOn) return undefined;
    hideFrame();
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isMeantElsewhere(event)) return;
      const move = moveOfKey(event.key, event.shiftKey);
      if (!move) return;
      event.preventDefault();
      latest.current.onMove(move);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      returning = setTimeout(showFrame, FRAME_RETURNS_AFTER);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOn]);

  useEffect(() => {
    if (!isOn) return undefined;
    const channel = openChannel<WallMessage>(WALL_CHANNEL, (message) => {
      const {shown: now, onMove: move, onSent: send} = latest.current;
      if (!now) return;
      if (message.kind === 'wall.asked') channel.tell({kind: 'wall.shown', shown: now});
      if (message.kind === 'wall.moved' && message.course === now.course) move(message.move);
      if (message.kind === 'wall.sent' && message.course === now.course) send(message.part);
    });
    line.current = channel;
    const leave = (): void => channel.tell({kind: 'wall.left'});
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      channel.close();
      line.current = null;
    };
  }, [isOn]);

  const words = shown && JSON.stringify(shown);
  useEffect(() => {
    if (words) line.current?.tell({kind: 'wall.shown', shown: JSON.parse(words) as OnWall});
  }, [words]);
}

/** True when the focus is on a button of the wall's bar, where somebody who presses it again and again wants it to stay. */
export function isOnBar(): boolean {
  return document.activeElement?.closest('[data-wall-bar]') !== null && document.activeElement !== null;
}

/*
 * The wall is what the room sees: a lesson's own page in large type, one section at a time, or a slide for a part without a lesson. Its
 * place stands in its address, so that a reload shows the same. Parts and sections are counted from 1 in addresses, as people count.
 */

/** What a key or a button does on the wall. */
export type WallMove = 'next' | 'previous' | 'first' | 'last' | 'leave';

/** A place in a lesson on the wall. */
export interface WallPlace {
  /** The part of the session that the lesson belongs to, counted from 1; null for a lesson shown by itself. */
  part: number | null;
  /** The section, counted from 1, or the last one, whichever that is. */
  at: number | 'last';
}

/** What is on the wall now, as the trainer's notes are told. */
export interface OnWall {
  course: string;
  lesson: string | null;
  /** As in the address: counted from 1, 0 for the cover, one more than there are for the end, null for a lesson shown by itself. */
  part: number | null;
  title: string;
  at: number;
  of: number;
}

/** The name of the line between the two windows. */
export const WALL_CHANNEL = 'askwell-wall';

/** What the two windows say to each other. */
export type WallMessage =
  | {kind: 'wall.asked'}
  | {kind: 'wall.shown'; shown: OnWall}
  | {kind: 'wall.left'}
  | {kind: 'wall.moved'; course: string; move: WallMove}
  | {kind: 'wall.sent'; course: string; part: number};

/** The address of a part on the wall. `end`: come to its lesson from behind. */
export function wallHref(course: string, part: number, end = false): string {
  return `/learn/${course}/session/project/${part === 0 ? '' : `?part=${part}${end ? '&at=last' : ''}`}`;
}

/** The address of a lesson on the wall. */
export function lessonWallHref(course: string, lesson: string, {part, at}: WallPlace): string {
  return `/learn/${course}/${lesson}/?present${part === null ? '' : `&part=${part}`}${at === 1 ? '' : `&at=${at}`}`;
}

/** Reads the query of a lesson's address. Null: the lesson is not on the wall. */
export function readWallPlace(search: string): WallPlace | null {
  const query = new URLSearchParams(search);
  if (!query.has('present')) return null;
  const at = query.get('at');
  return {part: countFrom(query.get('part')), at: at === 'last' ? 'last' : countFrom(at) ?? 1};
}

/** Reads the query of the wall's own page: the part, 0 for the cover, one more than there are parts for the end. `end`: come from behind. */
export function readWallPart(search: string, parts: number): {part: number; end: boolean} {
  const query = new URLSearchParams(search);
  return {part: Math.min(countFrom(query.get('part')) ?? 0, parts + 1), end: query.get('at') === 'last'};
}

function countFrom(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}

/** What a key does on the wall; null: nothing. The arrows up and down stay with the page, which they scroll. */
export function moveOfKey(key: string, shift: boolean): WallMove | null {
  switch (key) {
    case 'ArrowRight': case 'PageDown': return 'next';
    case 'ArrowLeft': case 'PageUp': return 'previous';
    case ' ': return shift ? 'previous' : 'next';
    case 'Home': return 'first';
    case 'End': return 'last';
    case 'Escape': return 'leave';
    default: return null;
  }
}

/** Takes a move, the section shown and how many there are. Gives the section to show, or that the move leads out of them. */
export function sectionAfter(move: Exclude<WallMove, 'leave'>, at: number, of: number): number | 'before' | 'after' {
  switch (move) {
    case 'first': return 1;
    case 'last': return of;
    case 'next': return at < of ? at + 1 : 'after';
    case 'previous': return at > 1 ? at - 1 : 'before';
  }
}

/** The part that is on the wall, counted from 0, or null: the cover, the end, or a lesson that no part of the session shows. */
export function partOnWall(shown: OnWall, parts: readonly {lesson?: string | undefined}[]): number | null {
  if (shown.part !== null) return shown.part >= 1 && shown.part <= parts.length ? shown.part - 1 : null;
  const index = parts.findIndex(({lesson}) => lesson !== undefined && lesson === shown.lesson);
  return index < 0 ? null : index;
}

import * as z from 'zod';
import {AUDIENCES, termsOf} from '../methods/vocabulary.ts';
import type {Audience} from '../methods/vocabulary.ts';
import {CHARACTERISTICS} from './stakeholderGaps.ts';
import type {Characteristic} from './stakeholderGaps.ts';

/** Most characters of a field, and most entries of a list, so that a file or a slip of the hand cannot fill the device. */
export const LONGEST = {name: 200, segment: 200, affected: 2000, contact: 500, approach: 2000, notes: 2000, title: 200, entries: 1000} as const;

/** Influence and interest, each with the words of its scale. The scale of five is this tool's own: practice judgement. */
export const MARKS = [1, 2, 3, 4, 5] as const;
export const MARK_WORDS: Readonly<Record<number, string>> = {1: '1, very little', 2: '2, a little', 3: '3, some', 4: '4, much', 5: '5, very much'};

const Mark = z.int().min(1).max(5).nullable();

/** A person or a group with a stake in the decision. */
export const Stakeholder = z.strictObject({
  id: z.string().min(1).max(100),
  /** May be empty while somebody types. */
  name: z.string().max(LONGEST.name),
  /** The part of a larger group, as in "parents who walk". */
  segment: z.string().max(LONGEST.segment),
  /** Who changes course if they object. Null: not placed yet. */
  influence: Mark,
  /** How much the decision changes their lives. Null: not placed yet. */
  interest: Mark,
  affected: z.string().max(LONGEST.affected),
  contact: z.string().max(LONGEST.contact),
  audiences: z.array(z.enum(termsOf(AUDIENCES))).max(40),
  /** Protected characteristics ticked by hand; some audiences stand for one without it. */
  characteristics: z.array(z.enum(termsOf(CHARACTERISTICS))).max(9),
  approach: z.string().max(LONGEST.approach),
  notes: z.string().max(LONGEST.notes),
  /** The day on which somebody last made sure that this is still right. Null: never. */
  checked: z.iso.date().nullable(),
});
export type Stakeholder = z.infer<typeof Stakeholder>;

export const StakeholderList = z.strictObject({
  /** Of this form. Raised when what an entry holds changes. */
  version: z.literal(1),
  /** The consultation's name. */
  title: z.string().max(LONGEST.title),
  entries: z.array(Stakeholder),
});
export type StakeholderList = z.infer<typeof StakeholderList>;

export const EMPTY_LIST: StakeholderList = {version: 1, title: '', entries: []};

/** A new entry that says nothing but its id. */
export function newStakeholder(id: string, about: Partial<Omit<Stakeholder, 'id'>> = {}): Stakeholder {
  return {
    name: '', segment: '', influence: null, interest: null, affected: '', contact: '', audiences: [], characteristics: [], approach: '', notes: '', checked: null,
    ...about, id,
  };
}

/** The name to show, with the segment behind it. */
export function nameOf({name, segment}: Pick<Stakeholder, 'name' | 'segment'>): string {
  const shown = name.trim() || 'Entry without a name';
  return segment.trim() === '' ? shown : `${shown} (${segment.trim()})`;
}

/** Reads what a device kept, or null when this version of the site does not understand it. */
export function parseKept(stored: unknown): StakeholderList | null {
  const checked = StakeholderList.safeParse(stored);
  return checked.success ? checked.data : null;
}

/** How the keys begin under which a device keeps stakeholder lists. */
export const KEPT_UNDER = 'stakeholders/';

/**
 * Which list of those on the device to open: the person's own, else the one made while nobody was signed in, else a new one that will
 * be theirs. Takes the rows kept and who is signed in (null: nobody).
 */
export function keyToOpen(rows: readonly {key: string; owner: string | null}[], personId: string | null): string {
  const own = rows.find((row) => row.owner === personId) ?? rows.find((row) => row.owner === null);
  return own?.key ?? KEPT_UNDER + (personId ?? 'device');
}

type TextField = 'name' | 'segment' | 'affected' | 'contact' | 'approach' | 'notes';

/** One change by the person at the screen: the field, what they saw in it and what they made of it. */
export type Edit =
  | {field: 'title'; from: string; to: string}
  | {field: TextField; id: string; from: string; to: string}
  | {field: 'influence' | 'interest'; id: string; from: number | null; to: number | null}
  | {field: 'checked'; id: string; from: string | null; to: string | null}
  | {field: 'audience'; id: string; term: Audience; to: boolean}
  | {field: 'characteristic'; id: string; term: Characteristic; to: boolean};

const toggle = <T>(terms: readonly T[], term: T, isIn: boolean): T[] => (isIn ? [...terms.filter((each) => each !== term), term] : terms.filter((each) => each !== term));

function edited(entry: Stakeholder, edit: Exclude<Edit, {field: 'title'}>): Stakeholder {
  switch (edit.field) {
    case 'audience': return {...entry, audiences: toggle(entry.audiences, edit.term, edit.to)};
    case 'characteristic': return {...entry, characteristics: toggle(entry.characteristics, edit.term, edit.to)};
    default: return {...entry, [edit.field]: edit.to};
  }
}

/**
 * Makes a change to the list as it is stored by now, which another tab may have changed meanwhile. Touches one field only; an entry
 * that is gone stays gone. `overwritten`: what somebody else wrote there and the person making the change never saw; null: nothing.
 */
export function applyEdit(stored: StakeholderList, edit: Edit): {list: StakeholderList; overwritten: string | null} {
  const unseen = (found: string | number | null): string | null =>
    ('from' in edit && found !== edit.from && found !== edit.to && found !== null && found !== '' ? String(found) : null);
  if (edit.field === 'title') return {list: {...stored, title: edit.to}, overwritten: unseen(stored.title)};
  const before = stored.entries.find(({id}) => id === edit.id);
  if (!before) return {list: stored, overwritten: null};
  const found = edit.field === 'audience' || edit.field === 'characteristic' ? null : before[edit.field];
  return {list: {...stored, entries: stored.entries.map((entry) => (entry === before ? edited(entry, edit) : entry))}, overwritten: unseen(found)};
}

/** How to take a change back: what to remove, what to put back and where, counted from 0. */
export interface Undo {
  /** Null: leave it. */
  title: string | null;
  remove: readonly string[];
  restore: readonly {at: number; entry: Stakeholder}[];
}

/** Takes a change back in the list as it is by now. An entry that is there is replaced by the one put back. Gives the way to take that back too. */
export function applyUndo(list: StakeholderList, {title, remove, restore}: Undo): {list: StakeholderList; undo: Undo} {
  const there = new Map(list.entries.map((entry, at) => [entry.id, {at, entry}]));
  const removed = remove.flatMap((id) => there.get(id) ?? []);
  const replaced = restore.flatMap(({entry}) => there.get(entry.id) ?? []);
  const back = new Map(restore.map((each) => [each.entry.id, each.entry]));
  const entries = list.entries.filter(({id}) => !remove.includes(id)).map((entry) => back.get(entry.id) ?? entry);
  for (const {at, entry} of [...restore].sort((a, b) => a.at - b.at)) if (!there.has(entry.id)) entries.splice(at, 0, entry);
  return {
    list: {...list, title: title ?? list.title, entries},
    undo: {title: title === null ? null : list.title, remove: restore.flatMap(({entry}) => (there.has(entry.id) ? [] : [entry.id])), restore: [...removed, ...replaced]},
  };
}

/** Takes an entry out of the list. */
export function removeEntry(list: StakeholderList, id: string): {list: StakeholderList; undo: Undo} {
  return applyUndo(list, {title: null, remove: [id], restore: []});
}

/** Puts entries at the end of the list, as many as it has room for. */
export function addEntries(list: StakeholderList, entries: readonly Stakeholder[], title: string | null = null): {list: StakeholderList; undo: Undo} {
  const room = entries.slice(0, Math.max(0, LONGEST.entries - list.entries.length));
  return applyUndo(list, {title, remove: [], restore: room.map((entry, index) => ({at: list.entries.length + index, entry}))});
}

/** Empties the list. */
export function clearList(list: StakeholderList): {list: StakeholderList; undo: Undo} {
  return applyUndo(list, {title: '', remove: list.entries.map(({id}) => id), restore: []});
}

/**
 * Has it gone a year without a check? Days as 2026-11-22; the caller says which day it is. Twelve months is practice judgement: it is
 * twice the time in which the guide on stakeholder analysis asks for a check.
 */
export function isStale({checked}: Pick<Stakeholder, 'checked'>, today: string): boolean {
  return checked === null || checked <= `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`;
}

export const SORTS = {name: 'Name', segment: 'Segment', influence: 'Influence', interest: 'Interest', checked: 'Last checked'} as const;
export type Sort = keyof typeof SORTS;

const COLLATOR = new Intl.Collator('en-GB', {numeric: true});

/** The entries in order of a field; what is empty there stands last in both directions. Equal ones stand by name, then as they were. */
export function sortEntries(entries: readonly Stakeholder[], by: Sort, isDown: boolean): Stakeholder[] {
  const compare = (a: string | number, b: string | number): number => (typeof a === 'number' && typeof b === 'number' ? a - b : COLLATOR.compare(String(a), String(b)));
  return [...entries].sort((first, second) => {
    const [a, b] = [first[by] ?? '', second[by] ?? ''];
    if (a === '' || b === '') return (a === '' ? 1 : 0) - (b === '' ? 1 : 0) || COLLATOR.compare(first.name, second.name);
    return compare(a, b) * (isDown ? -1 : 1) || COLLATOR.compare(first.name, second.name);
  });
}

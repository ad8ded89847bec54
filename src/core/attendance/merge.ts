import type {AttendanceMark} from '../courses/attendance.ts';

/** One mark of a register, as far as merging needs to know it. Marks are added and never changed. */
export interface Mark {
  /** Made on the device: UUID version 7. */
  id: string;
  sessionId: string;
  personId: string;
  mark: AttendanceMark;
  /** Minutes there; null where nobody wrote them down. */
  minutes: number | null;
  /** The mark that counted on the trainer's screen when this one was made; null: there was none. */
  sawId: string | null;
  /** Further marks that stood beside it on that screen, because trainers had disagreed. */
  settles: readonly string[];
  /** When it was made, in ISO 8601. Later than every mark that it saw; see `momentAfter`. */
  at: string;
}

/** What the register says of one person in one session. */
export interface Cell<M extends Mark = Mark> {
  sessionId: string;
  personId: string;
  /** The mark that counts: the last one made. */
  counts: M;
  /** Marks that nobody who marked later had seen, in order; the one that counts is the last. */
  open: M[];
  /** Whether open marks say different things: two trainers marked without seeing each other's mark. */
  isDisputed: boolean;
}

/** The name of a person's place in a session, for maps. */
export function cellKey({sessionId, personId}: Pick<Mark, 'sessionId' | 'personId'>): string {
  return `${sessionId}/${personId}`;
}

/** Orders marks by when they were made, and marks of the same moment by id, so that every device puts them in the same order. */
export function byMoment(a: Pick<Mark, 'at' | 'id'>, b: Pick<Mark, 'at' | 'id'>): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * When a mark was made, so that it counts after those that it saw: the moment given, or a millisecond after the last of them where a
 * clock is behind another. Takes and gives ISO 8601.
 */
export function momentAfter(at: string, seen: readonly Pick<Mark, 'at'>[]): string {
  return new Date(Math.max(Date.parse(at), ...seen.map((mark) => Date.parse(mark.at) + 1))).toISOString();
}

/** Whether two marks say the same. Reasons may differ. */
export function saysSame(a: Pick<Mark, 'mark' | 'minutes'>, b: Pick<Mark, 'mark' | 'minutes'>): boolean {
  return a.mark === b.mark && a.minutes === b.minutes;
}

/**
 * Joins marks of any number of devices into one register: the same whatever order they come in, however often, and whoever had which.
 * Takes all marks, or only those that `openMarks` gave with what came after them. Gives a cell for each person and session marked.
 */
export function mergeMarks<M extends Mark>(marks: readonly M[]): Map<string, Cell<M>> {
  const cells = new Map<string, Map<string, M>>();
  for (const mark of marks) {
    const key = cellKey(mark);
    const cell = cells.get(key) ?? new Map<string, M>();
    cell.set(mark.id, mark);
    cells.set(key, cell);
  }
  const merged = new Map<string, Cell<M>>();
  for (const [key, byId] of [...cells].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = [...byId.values()].sort(byMoment);
    const seen = new Set(all.flatMap(({sawId, settles}) => [...(sawId === null ? [] : [sawId]), ...settles]));
    const unseen = all.filter(({id}) => !seen.has(id));
    // Marks that saw each other in a ring cannot be made here; should a faulty device make some, the last one stands.
    const open = unseen.length > 0 ? unseen : all.slice(-1);
    const counts = open.at(-1);
    if (!counts) continue;
    merged.set(key, {sessionId: counts.sessionId, personId: counts.personId, counts, open, isDisputed: open.some((mark) => !saysSame(mark, counts))});
  }
  return merged;
}

/** The marks that nobody has seen since, of all people and sessions: all that another device needs to go on. */
export function openMarks<M extends Mark>(marks: readonly M[]): M[] {
  return [...mergeMarks(marks).values()].flatMap(({open}) => open);
}

/** What a new mark in this cell has seen: the mark that counts, and those that stand against it. */
export function seenIn(cell: Pick<Cell, 'counts' | 'open'> | undefined): {sawId: string | null; settles: string[]} {
  if (!cell) return {sawId: null, settles: []};
  return {sawId: cell.counts.id, settles: cell.open.filter(({id}) => id !== cell.counts.id).map(({id}) => id)};
}

import {isThere} from '../courses/attendance.ts';
import type {AttendanceMark, MarkFact, SessionFact} from '../courses/attendance.ts';
import {toLondonDay} from '../records/londonDay.ts';
import {saysSame} from './merge.ts';
import type {Cell, Mark} from './merge.ts';

/** Marks that say how long somebody was there. */
const WITH_MINUTES: readonly AttendanceMark[] = ['late', 'left-early'];

/** Whether minutes may be written down with this mark. */
export function takesMinutes(mark: AttendanceMark): boolean {
  return WITH_MINUTES.includes(mark);
}

/**
 * Whether a mark needs a reason: to excuse somebody, and to change what was there. `saw`: the mark that counted when it was made, if any.
 * Making the same mark again needs none, so that one trainer can confirm another's.
 */
export function needsReason(mark: Pick<Mark, 'mark' | 'minutes'>, saw: Pick<Mark, 'mark' | 'minutes'> | null): boolean {
  return mark.mark === 'excused' || (saw !== null && !saysSame(mark, saw));
}

/** What is wrong with a mark by itself, as a sentence for whoever made it; null: nothing. `saw`: as for `needsReason`. */
export function faultOfMark(mark: Pick<Mark, 'mark' | 'minutes'> & {reason: string | null}, session: Pick<SessionFact, 'startsAt' | 'endsAt' | 'isCancelled'>, saw: Pick<Mark, 'mark' | 'minutes'> | null): string | null {
  if (session.isCancelled) return 'This session is cancelled, so nobody can be marked for it.';
  if (mark.minutes !== null && !takesMinutes(mark.mark)) return 'Minutes go with “Late” and “Left early” alone. Take them out.';
  if (mark.minutes !== null && mark.minutes > lengthOf(session)) return `The session takes ${lengthOf(session)} minutes. Write that or less.`;
  if (mark.reason === null && needsReason(mark, saw)) return saw === null ? 'Say why they are excused.' : 'Say why you change the mark.';
  return null;
}

/** How long a session takes, in whole minutes. */
export function lengthOf({startsAt, endsAt}: Pick<SessionFact, 'startsAt' | 'endsAt'>): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

/** The session that a trainer most likely wants: the first of today that is not over, else today's last, else the next one, else the last. */
export function sessionToOpen<S extends SessionFact>(sessions: readonly S[], now: string): S | null {
  const held = sessions.filter(({isCancelled}) => !isCancelled).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const today = held.filter(({startsAt}) => toLondonDay(startsAt) === toLondonDay(now));
  const notOver = ({endsAt}: S): boolean => Date.parse(endsAt) > Date.parse(now);
  return today.find(notOver) ?? today.at(-1) ?? held.find(notOver) ?? held.at(-1) ?? null;
}

/** Sessions in the order in which a list offers them: the one most likely wanted first, then by date, cancelled ones last. */
export function inListOrder<S extends SessionFact>(sessions: readonly S[], now: string): S[] {
  const first = sessionToOpen(sessions, now);
  const rank = (session: S): number => (session.id === first?.id ? 0 : session.isCancelled ? 2 : 1);
  return [...sessions].sort((a, b) => rank(a) - rank(b) || Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** How many people of a session have which mark. Takes the cells of its people; `none` is for those without a mark. */
export function countMarks(cells: readonly (Cell | undefined)[]): Record<AttendanceMark | 'none', number> {
  const counts = {present: 0, late: 0, 'left-early': 0, absent: 0, excused: 0, none: 0};
  for (const cell of cells) counts[cell?.counts.mark ?? 'none'] += 1;
  return counts;
}

/** The marks that count for each person, by id, as attendance is reckoned. */
export function factsByPerson(cells: Iterable<Cell>): Map<string, MarkFact[]> {
  const facts = new Map<string, MarkFact[]>();
  for (const {personId, counts: {sessionId, mark, minutes, at}} of cells) {
    facts.set(personId, [...facts.get(personId) ?? [], {sessionId, mark, minutes, at}]);
  }
  return facts;
}

/** A mark that says that somebody was there for too short a time to count. */
export function isTooShort(mark: Pick<Mark, 'mark' | 'minutes'>, session: SessionFact): boolean {
  return takesMinutes(mark.mark) && !isThere(mark, session);
}

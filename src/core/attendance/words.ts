import {MARK_WORDS} from '../courses/attendance.ts';
import type {AttendanceMark, SessionFact} from '../courses/attendance.ts';
import {toLondonDay, writeDayOf, writeTimeOf} from '../records/londonDay.ts';
import type {RegisterMark} from './api.ts';
import {isTooShort} from './marking.ts';

/** A mark in words: `Late, 40 minutes there`. */
export function markWords({mark, minutes}: Pick<RegisterMark, 'mark' | 'minutes'>): string {
  return minutes === null ? MARK_WORDS[mark] : `${MARK_WORDS[mark]}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} there`;
}

/** A mark with what it comes to where that is not plain from its name. */
export function markInSession(mark: Pick<RegisterMark, 'mark' | 'minutes'>, session: SessionFact): string {
  return isTooShort(mark, session) ? `${markWords(mark)}, too short to count` : markWords(mark);
}

/** Who made a mark and when, in UK time. `viewerId`: who reads it; their own marks are by “you”. */
export function byWords({by, at}: Pick<RegisterMark, 'by' | 'at'>, viewerId: string | null): string {
  return `${by.id === viewerId ? 'you' : by.name}, ${writeTimeOf(at)} on ${writeDayOf(at)}`;
}

/** When a session is, in UK time: `22 November 2026, 10:00am to 12:30pm`. */
export function sessionTime({startsAt, endsAt}: Pick<SessionFact, 'startsAt' | 'endsAt'>): string {
  const end = toLondonDay(startsAt) === toLondonDay(endsAt) ? writeTimeOf(endsAt) : `${writeDayOf(endsAt)}, ${writeTimeOf(endsAt)}`;
  return `${writeDayOf(startsAt)}, ${writeTimeOf(startsAt)} to ${end}`;
}

/** A session as one line of a list to choose from. `now` in ISO 8601. */
export function sessionLine(session: SessionFact, now: string): string {
  const today = toLondonDay(session.startsAt) === toLondonDay(now) ? ', today' : '';
  return `${session.title}, ${sessionTime(session)}${session.isCancelled ? ' (cancelled)' : today}`;
}

const TOTALS: readonly (AttendanceMark | 'none')[] = ['present', 'late', 'left-early', 'absent', 'excused', 'none'];

/** Totals of a session for a list, each with its words. Kinds that nobody has are left out, apart from the three main ones and those without a mark. */
export function totalsOf(counts: Readonly<Record<AttendanceMark | 'none', number>>): {words: string; count: number}[] {
  const always = new Set<string>(['present', 'late', 'absent', 'none']);
  return TOTALS.filter((each) => always.has(each) || counts[each] > 0).map((each) => ({words: each === 'none' ? 'Not marked' : MARK_WORDS[each], count: counts[each]}));
}

/** How many marks wait on the device, as a sentence. */
export function waitingSentence(count: number): string {
  if (count === 0) return 'Every mark is sent.';
  return count === 1 ? '1 mark is on this device and not sent yet.' : `${count} marks are on this device and not sent yet.`;
}

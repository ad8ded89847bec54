import {addDays} from '../planning/days.ts';
import {addMonths, monthsIn} from './currency.ts';

/** Days from completing a course to its first refresher. */
export const FIRST_REFRESHER_DAYS = 28;
/** A refresher done this many days before its date, or fewer, stands for that date. Practice judgement. */
export const EARLY_DAYS = 14;
/** What a refresher takes, in minutes. Practice judgement: about half a minute a question. */
export const REFRESHER_MINUTES = 3;
/** More dates than anybody lives to see; a wrong clock must not keep a device counting. */
const MOST_DATES = 1200;

/** What decides when refreshers are due. Days as 2026-11-22, in London. */
export interface RefresherRule {
  /** The day from which the completion counts. */
  from: string;
  /** The course's `refreshEvery` (months, as P6M). Left out: the course has no refreshers. */
  every: string | undefined;
  /** The last day on which the completion counts; null: without end. */
  until: string | null;
}

/**
 * The days on which refreshers are due: four weeks after the completion, then 6, 12, 18 ... months after it. Each is counted from the
 * completion itself, never from the one before, so that a short month shortens no later one. None falls on the last day or later: then
 * it is the assessment that is due.
 *
 * Why these: over a year or more the best gap is 5 to 10% of the time (Cepeda et al. 2008), which makes about four weeks for a year;
 * even spacing does as well as growing gaps (Latimier et al. 2021); and half of what training gained is gone after about 6.5 months
 * (Tatel & Ackerman).
 */
export function* refresherDays({from, every, until}: RefresherRule): Generator<string, void> {
  if (every === undefined) return;
  const months = monthsIn(every, 'refreshEvery');
  const isWithin = (day: string): boolean => until === null || day < until;
  let last = addDays(from, FIRST_REFRESHER_DAYS);
  if (isWithin(last)) yield last;
  for (let count = 1; months > 0 && count <= MOST_DATES; count += 1) {
    const day = addMonths(from, count * months);
    if (!isWithin(day)) return;
    // February's 28 days end where the four weeks do.
    if (day > last) yield day;
    last = day > last ? day : last;
  }
}

/** How refreshers stand on a day. */
export interface RefresherStanding {
  /** The date of the one that is due now; null when none is. */
  due: string | null;
  /** The date of the one after; null when none is to come. */
  next: string | null;
}

/**
 * Which refresher is due on a day, and when the next one is. `doneOn`: the day on which the last one was handed in, whatever its score.
 * That settles every date up to it, and one within the two weeks after it. Refreshers not done do not pile up: the latest date stands
 * for all before it. A day in the future, from a clock that was wrong, counts as today.
 */
export function refresherOn(rule: RefresherRule, doneOn: string | null, today: string): RefresherStanding {
  const settled = doneOn === null ? null : addDays(doneOn < today ? doneOn : today, EARLY_DAYS);
  let due: string | null = null;
  for (const day of refresherDays(rule)) {
    if (settled !== null && day <= settled) continue;
    if (day > today) return {due: hasLapsed(rule, today) ? null : due, next: day};
    due = day;
  }
  return {due: hasLapsed(rule, today) ? null : due, next: null};
}

function hasLapsed({until}: RefresherRule, today: string): boolean {
  return until !== null && today > until;
}

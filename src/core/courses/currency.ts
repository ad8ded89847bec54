import {daysBetween} from '../planning/days.ts';
import {toLondonDay} from '../records/londonDay.ts';

const MONTHS = /^P(\d{1,3})M$/;

/** How many days before its end a completion is called due soon: time for an e-mail, a diary and an hour at a desk. Practice judgement. */
export const DUE_SOON_DAYS = 60;

/** How a completion stands on a day. */
export type Currency = 'current' | 'due-soon' | 'lapsed';

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Adds whole months to a calendar day (2026-11-22). A day the month does not have becomes its last one: 31 January and one month
 * is 28 February, or 29 in a leap year.
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  const toDate = Math.min(date, lastDayOf(toYear, toMonth));
  return `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(toDate).padStart(2, '0')}`;
}

/** The whole months in a duration (24 in P24M). Throws an Error when it is not of that form. `field`: what the author calls it. */
export function monthsIn(duration: string, field: string): number {
  const months = MONTHS.exec(duration)?.[1];
  if (months === undefined) throw new Error(`${field} is \`${duration}\`. Write a number of months as P24M.`);
  return Number(months);
}

/**
 * The last calendar day, in London, on which a completion counts as current. Takes the moment it counts from (ISO 8601; see `countsFrom`)
 * and the course's `validFor` (months, as P24M). Null when the course sets no end. Throws an Error when `validFor` is not of that form.
 */
export function currentUntil(from: string, validFor: string | undefined): string | null {
  if (validFor === undefined) return null;
  return addMonths(toLondonDay(from), monthsIn(validFor, 'validFor'));
}

/** Whether a completion still counts on a day (2026-11-22). The last day counts. Without an end it always does. */
export function isCurrent(until: string | null, today: string): boolean {
  return until === null || today <= until;
}

/** How a completion that counts until a day (null: without end) stands on another. It is due soon within 60 days of its last day. */
export function currencyOn(until: string | null, today: string): Currency {
  if (!isCurrent(until, today)) return 'lapsed';
  return until !== null && daysBetween(today, until) <= DUE_SOON_DAYS ? 'due-soon' : 'current';
}

/** When a course was completed and, if it was, last renewed: moments in ISO 8601. */
export interface Renewable {
  completedAt: string;
  renewedAt?: string | null | undefined;
}

/** The moment from which a completion counts: the later one of when it was completed and when it was renewed. */
export function countsFrom({completedAt, renewedAt}: Renewable): string {
  return renewedAt && Date.parse(renewedAt) > Date.parse(completedAt) ? renewedAt : completedAt;
}

/** The latest of some moments in ISO 8601; null when there is none. */
export function latest(moments: readonly string[]): string | null {
  return moments.reduce<string | null>((last, at) => (last === null || Date.parse(at) > Date.parse(last) ? at : last), null);
}

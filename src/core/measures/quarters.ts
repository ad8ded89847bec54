import {addMonths} from '../courses/currency.ts';
import {dayOf, yearOf} from '../planning/days.ts';
import {writeDay} from '../records/londonDay.ts';

/** Quarters that the measures show. Two years let a spring be set beside the spring before. Practice judgement. */
export const QUARTERS = 8;

/** The first day of the quarter that a day (2026-11-22) lies in: 2026-10-01. Quarters of the calendar and of the financial year begin on the same days. */
export function quarterOf(day: string): string {
  const month = Number(day.slice(5, 7));
  return dayOf(yearOf(day), month - ((month - 1) % 3), 1);
}

/** The first days of the last eight quarters, the oldest first; the last of them is the one under way. */
export function lastQuarters(today: string): string[] {
  const now = quarterOf(today);
  return Array.from({length: QUARTERS}, (_, index) => addMonths(now, 3 * (index - QUARTERS + 1)));
}

/** A quarter in words, by its first day: October to December 2026. */
export function writeQuarter(first: string): string {
  const [, from = ''] = writeDay(first).split(' ');
  const [, to = '', year = ''] = writeDay(addMonths(first, 2)).split(' ');
  return `${from} to ${to} ${year}`;
}

/** A quarter in few letters, for the foot of a chart: Oct 26. */
export function writeQuarterShort(first: string): string {
  const [, month = '', year = ''] = writeDay(first).split(' ');
  return `${month.slice(0, 3)} ${year.slice(2)}`;
}

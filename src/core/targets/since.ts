import {addMonths, monthsIn} from '../courses/currency.ts';
import {addDays} from '../planning/days.ts';
import {toLondonDay} from '../records/londonDay.ts';

/** The first moment of a day (2026-11-22) in London, as ISO 8601 in UTC: the evening before while summer time holds. Throws a RangeError when it is no day. */
export function startOfLondonDay(day: string): string {
  const winter = new Date(`${day}T00:00:00Z`);
  const summer = new Date(winter.getTime() - 3_600_000);
  return (toLondonDay(summer.toISOString()) === day ? summer : winter).toISOString();
}

/**
 * The first day from which a completion still counts today: the earliest that reaches today when the course's `validFor` (months, as
 * P24M) is added to it. Null when the course sets no end, so that every completion counts. Throws an Error when `validFor` has another form.
 */
export function firstCurrentDay(today: string, validFor: string | undefined): string | null {
  if (validFor === undefined) return null;
  const months = monthsIn(validFor, 'validFor');
  let day = addMonths(today, -months);
  // Months of unequal length: a year on, 29 February becomes the 28th, so the way back may miss by some days.
  while (addMonths(day, months) < today) day = addDays(day, 1);
  while (addMonths(addDays(day, -1), months) >= today) day = addDays(day, -1);
  return day;
}

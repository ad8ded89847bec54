import {toLondonDay} from '../records/londonDay.ts';

const MONTHS = /^P(\d{1,3})M$/;

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

/**
 * The last calendar day, in London, on which a completion counts as current. Takes the moment of completion (ISO 8601) and the
 * course's `validFor` (months, as P24M). Null when the course sets no end. Throws an Error when `validFor` is not of that form.
 */
export function currentUntil(completedAt: string, validFor: string | undefined): string | null {
  if (validFor === undefined) return null;
  const months = MONTHS.exec(validFor)?.[1];
  if (months === undefined) throw new Error(`validFor is \`${validFor}\`. Write a number of months as P24M.`);
  return addMonths(toLondonDay(completedAt), Number(months));
}

/** Whether a completion still counts on a day (2026-11-22). The last day counts. Without an end it always does. */
export function isCurrent(until: string | null, today: string): boolean {
  return until === null || today <= until;
}

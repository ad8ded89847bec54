import {bankHolidaysIn} from './bankHolidays.ts';
import type {Region} from './bankHolidays.ts';
import {addDays, weekdayOf, yearOf} from './days.ts';

/** First and last day of a stretch, both in it, as 2026-11-22. */
export interface Stretch {
  from: string;
  to: string;
}

function isWeekend(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday === 'Saturday' || weekday === 'Sunday';
}

const worked = new Map<string, Set<string>>();

/** Gives the test that says whether a day is a bank holiday there. Each year is worked out once. */
export function bankHolidayTest(region: Region): (day: string) => boolean {
  return (day) => {
    const key = region + day.slice(0, 4);
    const known = worked.get(key) ?? new Set(bankHolidaysIn(yearOf(day), region).map((holiday) => holiday.day));
    worked.set(key, known);
    return known.has(day);
  };
}

/** Whether a day is a working day: neither at the weekend nor a bank holiday. */
export function isWorkingDay(day: string, isBankHoliday: (day: string) => boolean): boolean {
  return !isWeekend(day) && !isBankHoliday(day);
}

/** The last day at or before `day` that counts. `counts` must hold for some day within a lifetime before it, or this never ends. */
export function lastDayThat(counts: (day: string) => boolean, day: string): string {
  let at = day;
  while (!counts(at)) at = addDays(at, -1);
  return at;
}

/** The first day at or after `day` that counts. As above. */
export function firstDayThat(counts: (day: string) => boolean, day: string): string {
  let at = day;
  while (!counts(at)) at = addDays(at, 1);
  return at;
}

/**
 * Counts back from `end`, that day among them, until `many` days that count have passed. Gives the first of them. `many`: at least 1.
 * A later end never gives an earlier day, and fewer days that count never give a later one: the timeline rests on both.
 */
export function countBack(counts: (day: string) => boolean, end: string, many: number): string {
  let at = lastDayThat(counts, end);
  for (let left = many - 1; left > 0; left -= 1) at = lastDayThat(counts, addDays(at, -1));
  return at;
}

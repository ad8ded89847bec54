const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
/** A day of the week in English. */
export type Weekday = (typeof WEEKDAYS)[number];

// Calendar days have no time zone. Reckoned as UTC, no clock change can make one shorter.
const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const fromNumber = (count: number): string => new Date(count * DAY_MS).toISOString().slice(0, 10);

/** The calendar day `count` days after a day (2026-11-22); before it, if `count` is negative. Throws a RangeError when it is no day. */
export function addDays(day: string, count: number): string {
  return fromNumber(toNumber(day) + count);
}

/** How many days lie from one day to another: 1 from a day to the next, negative the other way. */
export function daysBetween(from: string, to: string): number {
  return toNumber(to) - toNumber(from);
}

/** Takes a day (2026-11-22); gives its day of the week. */
export function weekdayOf(day: string): Weekday {
  // 1 January 1970 was a Thursday.
  return WEEKDAYS[(((toNumber(day) + 4) % 7) + 7) % 7] ?? 'Sunday';
}

/** The year of a day (2026-11-22). */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** A day from its parts. `month` and `date` count from 1. */
export function dayOf(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

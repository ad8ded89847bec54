import {addDays, daysBetween} from '../planning/days.ts';

/** Weeks that a chart goes back at least, and at most. */
const FEWEST_WEEKS = 26;
const MOST_WEEKS = 104;

/** A day of the chart: how many were trained by its end (null for days to come), and where the line to the target stands (null before the target was set). */
export interface ChartPoint {
  on: string;
  trained: number | null;
  line: number | null;
}

/** The days of a chart, a week apart, the last of them today: back to the day on which the target was set, at least 26 weeks and at most 104. */
export function chartDays(setOn: string, today: string): string[] {
  const weeks = Math.min(MOST_WEEKS, Math.max(FEWEST_WEEKS, Math.ceil(daysBetween(setOn, today) / 7)));
  return Array.from({length: weeks + 1}, (_, index) => addDays(today, (index - weeks) * 7));
}

interface Line {
  /** The day on which the target was set. */
  setOn: string;
  by: string;
  needed: number | null;
}

/**
 * Puts the line to the target beside the people trained. Takes the days of `chartDays` and how many were trained by the end of each. The
 * line starts with those trained when the target was set (or at the chart's first day, if that is later) and ends with all that are needed.
 */
export function chartOf(days: readonly string[], trained: readonly number[], {setOn, by, needed}: Line): ChartPoint[] {
  const first = days.findIndex((day) => day >= setOn);
  const from = days[first];
  const base = trained[first] ?? 0;
  const lineOn = (day: string): number | null => {
    if (needed === null || from === undefined || day < from || day > by) return null;
    const length = daysBetween(from, by);
    return length <= 0 ? needed : base + ((needed - base) * daysBetween(from, day)) / length;
  };
  const past = days.map((on, index) => ({on, trained: trained[index] ?? 0, line: lineOn(on)}));
  const last = days.at(-1);
  return last !== undefined && by > last && needed !== null ? [...past, {on: by, trained: null, line: needed}] : past;
}

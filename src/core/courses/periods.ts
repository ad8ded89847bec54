import {toLondonDay} from '../records/londonDay.ts';

/** A stretch of time in which something holds. */
export interface Period {
  /** The moment it begins, in ISO 8601. */
  from: string;
  /** Its last day in London, as 2026-11-22; null: without end. */
  until: string | null;
}

/** Orders moments in ISO 8601 by time; the same moment written in two ways by its text, so that no order depends on the input's. */
export function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Whether the moment lies in the period. The last day counts. */
export function isIn(moment: string, {from, until}: Period): boolean {
  return byTime(from, moment) <= 0 && (until === null || toLondonDay(moment) <= until);
}

const endsLater = (a: string | null, b: string | null): boolean => a === null || (b !== null && a >= b);

/** Takes away periods that lie within another: they change neither when something first holds nor until when. */
function simplify(periods: readonly Period[]): Period[] {
  const kept: Period[] = [];
  const inOrder = [...periods].sort((a, b) => byTime(a.from, b.from) || (endsLater(a.until, b.until) ? -1 : 1));
  for (const period of inOrder) {
    if (!kept.some((earlier) => endsLater(earlier.until, period.until))) kept.push(period);
  }
  return kept;
}

/** When both hold: every stretch that the two lists have in common, the earliest first. */
export function bothHold(a: readonly Period[], b: readonly Period[]): Period[] {
  return simplify(a.flatMap((one) => b.flatMap((other): Period[] => {
    const from = byTime(one.from, other.from) >= 0 ? one.from : other.from;
    const until = endsLater(one.until, other.until) ? other.until : one.until;
    return until !== null && toLondonDay(from) > until ? [] : [{from, until}];
  })));
}

/** When at least one holds, the earliest first. */
export function eitherHolds(a: readonly Period[], b: readonly Period[]): Period[] {
  return simplify([...a, ...b]);
}

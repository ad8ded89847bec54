import type {Verdict} from './verdict.ts';

/** Double-marked hand-ins from which on agreement is shown. Below it one case moves the figure by more than a tenth (practice judgement). */
export const LEAST_PAIRS = 10;

/** How often a first and a second assessor gave these verdicts to the same hand-in. */
export interface VerdictPair {
  first: Verdict;
  second: Verdict;
  count: number;
}

export interface Agreement {
  /** Hand-ins that two people judged. */
  pairs: number;
  /** Those of them with the same verdict. */
  same: number;
  /** Percent of pairs that agree, as a whole number; null for no pairs. */
  percent: number | null;
  /**
   * Cohen's kappa: agreement beyond what chance would give, 1 at most (J. Cohen, A coefficient of agreement for nominal scales, Educational
   * and Psychological Measurement 20, 1960). Null where both assessors gave one and the same verdict throughout, or there are no pairs.
   */
  kappa: number | null;
}

/** Takes counts of verdict pairs; gives how far first and second assessors agree. Counts are whole numbers from 0. */
export function agreementOf(counts: readonly VerdictPair[]): Agreement {
  const sum = (rows: readonly VerdictPair[]): number => rows.reduce((total, {count}) => total + count, 0);
  const pairs = sum(counts);
  const same = sum(counts.filter(({first, second}) => first === second));
  if (pairs === 0) return {pairs, same, percent: null, kappa: null};
  const share = (place: 'first' | 'second'): number => sum(counts.filter((row) => row[place] === 'competent')) / pairs;
  const [first, second] = [share('first'), share('second')];
  const byChance = first * second + (1 - first) * (1 - second);
  return {pairs, same, percent: Math.round((same / pairs) * 100), kappa: byChance === 1 ? null : (same / pairs - byChance) / (1 - byChance)};
}

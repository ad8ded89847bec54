import {wilsonInterval} from '../../planning/sampleSizeFormulas.ts';
import type {Estimate} from '../itemAnalysisApi.ts';
import {t95, Z_95} from './studentT.ts';

/**
 * The arithmetic of item analysis. What is added up is put in order first, so that the last digit does not hang on the order in which
 * people handed in.
 */

const inOrder = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** The mean. NaN for nothing. */
export function meanOf(values: readonly number[]): number {
  const sorted = inOrder(values);
  // Equal values have themselves as their mean; adding and dividing them may miss it by the last digit.
  return sorted.length > 0 && sorted[0] === sorted.at(-1) ? sorted[0] as number : sum(sorted) / sorted.length;
}

/** The standard deviation with n − 1 below the line, as for a sample. 0 for fewer than two values. */
export function deviationOf(values: readonly number[]): number {
  const sorted = inOrder(values);
  if (sorted.length < 2 || sorted[0] === sorted.at(-1)) return 0;
  const mean = meanOf(sorted);
  return Math.sqrt(sum(sorted.map((value) => (value - mean) ** 2)) / (sorted.length - 1));
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A share of people with the score interval of E. B. Wilson (Journal of the American Statistical Association 22, 1927), 95%. */
export function shareOf(count: number, n: number): Estimate {
  const value = count / n;
  return {value, ...wilsonInterval({answers: n, population: null, share: value, confidence: 95})};
}

/**
 * The mean of shares of marks, each from 0 to 1, with 95% limits by Student's t, kept within 0 and 1. Where all are equal, t would give
 * limits without any width; then Wilson's interval stands in. It is on the safe side, for marks between none and all vary less than
 * marks that are none or all.
 */
export function meanShareOf(shares: readonly number[]): Estimate & {rule: 't' | 'wilson'} {
  const value = meanOf(shares);
  const deviation = deviationOf(shares);
  if (deviation === 0) return {...shareOf(value * shares.length, shares.length), value, rule: 'wilson'};
  const reach = (t95(shares.length - 1) * deviation) / Math.sqrt(shares.length);
  return {value, low: within(value - reach, 0, 1), high: within(value + reach, 0, 1), rule: 't'};
}

/** Two figures of one attempt: the share of this question's marks, and the share of all the others'. */
export interface Pair {
  x: number;
  y: number;
}

/** Sums of products about the means. */
function spread(pairs: readonly Pair[]): {xx: number; yy: number; xy: number} {
  const sorted = [...pairs].sort((a, b) => a.x - b.x || a.y - b.y);
  const [meanX, meanY] = [meanOf(sorted.map(({x}) => x)), meanOf(sorted.map(({y}) => y))];
  return {
    xx: sum(sorted.map(({x}) => (x - meanX) ** 2)),
    yy: sum(sorted.map(({y}) => (y - meanY) ** 2)),
    xy: sum(sorted.map(({x, y}) => (x - meanX) * (y - meanY))),
  };
}

/**
 * Pearson's correlation of x and y with 95% limits by R. A. Fisher's z ("On the probable error of a coefficient of correlation", Metron 1,
 * 1921): the inverse hyperbolic tangent of r is nearly normal, with standard error 1 ÷ √(n − 3). Null where x or y does not vary, or
 * for fewer than four pairs. With x of nought and one the limits are a guide and not exact.
 */
export function correlationOf(pairs: readonly Pair[]): Estimate | null {
  const {xx, yy, xy} = spread(pairs);
  if (pairs.length < 4 || xx === 0 || yy === 0) return null;
  const value = within(xy / Math.sqrt(xx * yy), -1, 1);
  const z = Math.atanh(value);
  const reach = Z_95 / Math.sqrt(pairs.length - 3);
  // Rounding must not set a limit on the wrong side of the value.
  return {value, low: Math.min(value, Math.tanh(z - reach)), high: Math.max(value, Math.tanh(z + reach))};
}

/**
 * Discriminative efficiency as Moodle's quiz statistics define it: the covariance of x and y over the largest that it could be with the
 * same xs and ys, which is reached when both are sorted. Between −1 and 1 or lower; null where nothing varies.
 */
export function efficiencyOf(pairs: readonly Pair[]): number | null {
  const [xs, ys] = [inOrder(pairs.map(({x}) => x)), inOrder(pairs.map(({y}) => y))];
  const {xx, yy, xy} = spread(pairs);
  if (pairs.length < 2 || xx === 0 || yy === 0) return null;
  const most = spread(xs.map((x, index) => ({x, y: ys[index] ?? 0}))).xy;
  return most > 0 ? Math.min(1, xy / most) : null;
}

/** Whether the mean of `some` is above that of `others` by more than chance allows: Welch (Biometrika 34, 1947), on the safe side with the fewer degrees of freedom. */
export function isClearlyHigher(some: readonly number[], others: readonly number[]): boolean {
  const fewest = Math.min(some.length, others.length);
  const difference = meanOf(some) - meanOf(others);
  if (fewest < 2 || !(difference > 0)) return false;
  const error = Math.sqrt(deviationOf(some) ** 2 / some.length + deviationOf(others) ** 2 / others.length);
  return difference > t95(fewest - 1) * error;
}

/** Whether `more` outnumbers `fewer` by more than chance allows: the sign test in its normal form (McNemar, Psychometrika 12, 1947). */
export function isClearlyMore(more: number, fewer: number): boolean {
  return more > fewer && (more - fewer) / Math.sqrt(more + fewer) > Z_95;
}

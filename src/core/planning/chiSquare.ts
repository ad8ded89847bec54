/**
 * The chi-square test of goodness of fit: Karl Pearson, "On the criterion that a given system of deviations…", Philosophical Magazine,
 * series 5, volume 50 (1900), pages 157 to 175. The tail of the distribution is the regularised upper incomplete gamma function
 * (NIST Digital Library of Mathematical Functions, 8.2.4), as in Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.19.
 */

/** Coefficients of Lanczos's approximation with g = 7 and nine terms, as calculated by Paul Godfrey (2001). Good to about 15 digits. */
const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The natural logarithm of the gamma function, for arguments of at least 0.5 (Lanczos 1964). */
export function logGamma(a: number): number {
  const [first, ...rest] = LANCZOS;
  const x = a - 1;
  const sum = rest.reduce<number>((total, coefficient, index) => total + coefficient / (x + index + 1), first);
  const t = x + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}

const SMALLEST_STEP = 1e-16;
const MOST_STEPS = 10_000;

/** P(a, x) by its power series (DLMF 8.7.1 and 8.2.4), which is quick while x is below a + 1. */
function lowerBySeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && Math.abs(term) > Math.abs(sum) * SMALLEST_STEP; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Q(a, x) by its continued fraction (DLMF 8.9.2) in Lentz's order (Thompson and Barnett 1986), which is quick from x = a + 1 on. */
function upperByFraction(a: number, x: number): number {
  const tiny = Number.MIN_VALUE / Number.EPSILON;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / awayFromZero(b);
  let fraction = d;
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < Number.EPSILON) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** The regularised upper incomplete gamma function Q(a, x), from 0 to 1. Throws a RangeError unless a is at least 0.5 and x at least 0. */
export function upperGamma(a: number, x: number): number {
  if (!(a >= 0.5) || !(x >= 0)) throw new RangeError(`Q(a, x) needs a of at least 0.5 and x of at least 0, and was given ${a} and ${x}.`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const value = x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
  return Math.min(1, Math.max(0, value));
}

/** The chance that chi-square with so many degrees of freedom is at least `statistic`. */
export function chiSquareTail(statistic: number, degrees: number): number {
  return upperGamma(degrees / 2, statistic / 2);
}

/** Below this expected count the distribution is no longer a good guide: Fisher's rule of thumb, discussed by W G Cochran (1952, 1954). */
export const LEAST_EXPECTED = 5;

/** How large a difference is, whatever the number of people: J Cohen, Statistical Power Analysis for the Behavioral Sciences (1988). */
export type Size = 'very small' | 'small' | 'medium' | 'large';

/** `degrees`: groups less one. `p`: from 0 to 1. `v`: see `goodnessOfFit`. */
export interface Fit {
  statistic: number;
  degrees: number;
  p: number;
  v: number;
  size: Size;
  /** The smallest count that the population leads one to expect. Under `LEAST_EXPECTED` the test should not be used. */
  leastExpected: number;
}

/**
 * Takes how many were counted in each group and what share of the population each is (adding up to 1). Gives null where there is nothing
 * to test: nobody counted, or fewer than two groups that exist. A group with nobody counted in a population with none of it is left out.
 *
 * `v` is Cramér's V as it is carried over to one row of counts: the root of chi-square over (people × degrees of freedom). Its words
 * follow Cohen's w, the root of chi-square over people, with his limits 0.1, 0.3 and 0.5, since those do not move with the number of groups.
 */
export function goodnessOfFit(counts: readonly number[], shares: readonly number[]): Fit | null {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const cells = counts.map((count, index) => ({count, expected: people * (shares[index] ?? 0)})).filter(({count, expected}) => count > 0 || expected > 0);
  const degrees = cells.length - 1;
  if (people === 0 || degrees < 1) return null;
  const statistic = cells.reduce((sum, {count, expected}) => sum + (count - expected) ** 2 / expected, 0);
  const w = Math.sqrt(statistic / people);
  return {
    statistic, degrees, p: chiSquareTail(statistic, degrees), v: w / Math.sqrt(degrees),
    size: w < 0.1 ? 'very small' : w < 0.3 ? 'small' : w < 0.5 ? 'medium' : 'large',
    leastExpected: Math.min(...cells.map(({expected}) => expected)),
  };
}

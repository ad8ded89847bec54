import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {chiSquareTail, goodnessOfFit, logGamma, upperGamma} from '#core/planning/chiSquare.ts';

describe('the tail of chi-square', () => {
  // Percentage points of the distribution as tables print them (Abramowitz and Stegun, table 26.8; NIST/SEMATECH e-Handbook 1.3.6.7.4).
  const CHANCES = [0.95, 0.5, 0.1, 0.05, 0.01, 0.001];
  it.each([
    [1, 0.003932, 0.454936, 2.705543, 3.841459, 6.634897, 10.827566], [2, 0.102587, 1.386294, 4.605170, 5.991465, 9.210340, 13.815511],
    [3, 0.351846, 2.365974, 6.251389, 7.814728, 11.344867, 16.266236], [4, 0.710723, 3.356694, 7.779440, 9.487729, 13.276704, 18.466827],
    [5, 1.145476, 4.351460, 9.236357, 11.070498, 15.086272, 20.515006], [6, 1.635383, 5.348121, 10.644641, 12.591587, 16.811894, 22.457744],
    [8, 2.732637, 7.344121, 13.361566, 15.507313, 20.090235, 26.124482], [10, 3.940299, 9.341818, 15.987179, 18.307038, 23.209251, 29.588298],
    [20, 10.850811, 19.337429, 28.411981, 31.410433, 37.566235, 45.314747], [30, 18.492661, 29.336032, 40.256024, 43.772972, 50.892181, 59.703064],
    [60, 43.187958, 59.334666, 74.397006, 79.081944, 88.379419, 99.607233], [100, 77.929465, 99.334129, 118.498004, 124.342113, 135.806723, 149.449253],
  ])('gives back the chances of the printed table to 6 digits with %i degrees of freedom', (degrees, ...points) => {
    // The points have six decimals, so the chance of the smallest of them is known to four digits only.
    for (const [index, point] of points.entries()) expect(Math.abs(chiSquareTail(point, degrees) - (CHANCES[index] ?? 0))).toBeLessThan(point < 0.01 ? 5e-6 : 5e-7);
  });

  it.each([
    [1, 1, 0.317310507862914], [1, 0.01, 0.920344325445942], [2, 10, 0.00673794699908547], [3, 0.5, 0.918891411654676], [7, 100, 1.07879796717029e-18],
    [9, 25, 0.00297118048591762], [24, 12, 0.979908036460555], [50, 49.335, 0.49999745622199], [59, 400, 3.74404780369949e-52],
  ])('agrees with a calculation to 30 digits: %d degrees, %d', (degrees, statistic, p) => {
    expect(chiSquareTail(statistic, degrees) / p).toBeCloseTo(1, 11);
  });

  it('is a finite sum for even degrees of freedom, which it agrees with', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 30}), fc.double({min: 0, max: 200, noNaN: true}), (half, statistic) => {
      let term = Math.exp(-statistic / 2);
      let sum = term;
      for (let k = 1; k < half; k += 1) sum += term *= statistic / 2 / k;
      expect(chiSquareTail(statistic, 2 * half)).toBeCloseTo(sum, 11);
    }));
  });

  it('falls as the statistic grows, and stays from 0 to 1', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 60}), fc.double({min: 0, max: 1e6, noNaN: true}), fc.double({min: 0, max: 1e6, noNaN: true}), (degrees, a, b) => {
      const [near, far] = [chiSquareTail(Math.min(a, b), degrees), chiSquareTail(Math.max(a, b), degrees)];
      expect(far).toBeLessThanOrEqual(near + 1e-14);
      expect(far).toBeGreaterThanOrEqual(0);
      expect(near).toBeLessThanOrEqual(1);
    }));
  });

  it('knows the gamma function, and refuses what it is not for', () => {
    expect(Math.exp(logGamma(0.5)) ** 2).toBeCloseTo(Math.PI, 12);
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 10);
    expect(upperGamma(1, Infinity)).toBe(0);
    expect(() => upperGamma(0, 1)).toThrow(RangeError);
    expect(() => upperGamma(1, NaN)).toThrow(RangeError);
  });
});

describe('goodness of fit', () => {
  it('agrees with a calculation by hand: 30, 50 and 20 of 100 against a quarter, a half and a quarter', () => {
    // (30 − 25)² ÷ 25 + 0 + (20 − 25)² ÷ 25 = 2; with two degrees of freedom p is e to the power of −1.
    const fit = goodnessOfFit([30, 50, 20], [0.25, 0.5, 0.25]);
    expect(fit).toMatchObject({statistic: 2, degrees: 2, size: 'small', leastExpected: 25});
    expect(fit?.p).toBeCloseTo(Math.exp(-1), 12);
    expect(fit?.v).toBeCloseTo(0.1, 12);
  });

  it('gives 0 and p of 1 when the counts match', () => {
    expect(goodnessOfFit([10, 30], [0.25, 0.75])).toMatchObject({statistic: 0, p: 1, v: 0, size: 'very small'});
  });

  it.each([[[0, 0], [0.5, 0.5]], [[5], [1]], [[5, 0], [1, 0]]])('gives nothing where there is nothing to test: %j against %j', (counts, shares) => {
    expect(goodnessOfFit(counts, shares)).toBeNull();
  });

  it('warns of a group that the population does not have', () => {
    expect(goodnessOfFit([5, 1], [1, 0])).toMatchObject({leastExpected: 0, p: 0});
  });
});

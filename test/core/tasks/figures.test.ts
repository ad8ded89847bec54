import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {makeRecordId} from '#core/records/learningRecord.ts';
import {agreementOf} from '#core/tasks/agreement.ts';
import {isDrawn} from '#core/tasks/sample.ts';
import {VERDICTS} from '#core/tasks/verdict.ts';

/** Bytes that look random and are the same each time (a linear congruential generator, Numerical Recipes). */
function idsOf(count: number): string[] {
  let seed = 1;
  const next = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  };
  return Array.from({length: count}, (_, index) => makeRecordId(1_795_000_000_000 + index * 37, Uint8Array.from({length: 10}, next)));
}

describe('the draw for double marking', () => {
  const ids = idsOf(10_000);

  it.each([1, 5, 10, 20, 33, 50, 80])('draws %i percent of 10,000 hand-ins, within what chance allows', (percent) => {
    const drawn = ids.filter((id) => isDrawn(id, percent)).length;
    // Five standard deviations of a binomial count: a fair draw falls outside once in 1.7 million.
    expect(Math.abs(drawn - percent * 100)).toBeLessThan(5 * Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100)));
  });

  it('draws none at 0, all at 100, the same each time, and more with every percent', () => {
    expect(ids.some((id) => isDrawn(id, 0))).toBe(false);
    expect(ids.every((id) => isDrawn(id, 100))).toBe(true);
    fc.assert(fc.property(fc.constantFrom(...ids), fc.integer({min: 0, max: 100}), fc.integer({min: 0, max: 100}), (id, a, b) => {
      expect(isDrawn(id, a)).toBe(isDrawn(id, a));
      if (isDrawn(id, Math.min(a, b))) expect(isDrawn(id, Math.max(a, b))).toBe(true);
    }));
  });

  it('gives the answer that another program of the same rule gives', () => {
    // Worked out apart from this code, in Python: the 3rd, 7th, 10th and 11th of these are drawn.
    expect(ids.slice(0, 12).flatMap((id, index) => (isDrawn(id, 20) ? [index + 1] : []))).toEqual([3, 7, 10, 11]);
  });
});

describe('agreement', () => {
  const table = (bothYes: number, yesNo: number, noYes: number, bothNo: number) => agreementOf([
    {first: 'competent', second: 'competent', count: bothYes}, {first: 'competent', second: 'not-yet', count: yesNo},
    {first: 'not-yet', second: 'competent', count: noYes}, {first: 'not-yet', second: 'not-yet', count: bothNo},
  ]);

  it('comes to 70% and a kappa of 0.4 for the table 20, 5, 10, 15', () => {
    const {pairs, same, percent, kappa} = table(20, 5, 10, 15);
    expect([pairs, same, percent]).toEqual([50, 35, 70]);
    expect(kappa).toBeCloseTo(0.4, 12);
  });

  it('has no kappa where everybody said the same throughout, nor without pairs', () => {
    expect(table(12, 0, 0, 0)).toEqual({pairs: 12, same: 12, percent: 100, kappa: null});
    expect(agreementOf([])).toEqual({pairs: 0, same: 0, percent: null, kappa: null});
  });

  it('has a kappa from -1 to 1 that is 1 only where all agree, and does not depend on who was first', () => {
    const count = fc.integer({min: 0, max: 200});
    fc.assert(fc.property(count, count, count, count, (a, b, c, d) => {
      const {kappa, same, pairs} = table(a, b, c, d);
      if (kappa === null) return expect(same).toBe(pairs);
      expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(kappa).toBeLessThanOrEqual(1 + 1e-9);
      expect(kappa > 1 - 1e-9).toBe(same === pairs);
      expect(table(a, c, b, d).kappa).toBeCloseTo(kappa, 9);
    }));
  });

  it('is the same however the counts are split into rows', () => {
    fc.assert(fc.property(fc.array(fc.record({first: fc.constantFrom(...VERDICTS), second: fc.constantFrom(...VERDICTS), count: fc.constant(1)}), {minLength: 1, maxLength: 40}), (rows) => {
      const joined = VERDICTS.flatMap((first) => VERDICTS.map((second) => ({first, second, count: rows.filter((row) => row.first === first && row.second === second).length})));
      expect(agreementOf(joined)).toEqual(agreementOf(rows));
    }));
  });
});

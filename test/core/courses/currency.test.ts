import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {addMonths, countsFrom, currencyOn, currentUntil, isCurrent} from '#core/courses/currency.ts';

describe('how long a completion counts', () => {
  it.each([
    ['2026-11-22T10:00:00Z', 'P24M', '2028-11-22'],
    ['2026-01-31T10:00:00Z', 'P1M', '2026-02-28'],
    ['2028-01-31T10:00:00Z', 'P1M', '2028-02-29'],
    ['2028-02-29T10:00:00Z', 'P12M', '2029-02-28'],
    ['2028-02-29T10:00:00Z', 'P48M', '2032-02-29'],
    ['2026-08-31T10:00:00Z', 'P6M', '2027-02-28'],
    ['2026-12-31T10:00:00Z', 'P2M', '2027-02-28'],
    // Already 1 July in London.
    ['2026-06-30T23:30:00Z', 'P12M', '2027-07-01'],
  ])('counts %s for %s until %s', (completedAt, validFor, until) => {
    expect(currentUntil(completedAt, validFor)).toBe(until);
  });

  it('counts for ever when the course sets no end', () => {
    expect(currentUntil('2026-11-22T10:00:00Z', undefined)).toBeNull();
    expect(isCurrent(null, '2099-01-01')).toBe(true);
  });

  it('counts on the last day and not on the next', () => {
    expect(isCurrent('2028-11-22', '2028-11-22')).toBe(true);
    expect(isCurrent('2028-11-22', '2028-11-23')).toBe(false);
  });

  it('says what a length of time looks like when it is given another', () => {
    expect(() => currentUntil('2026-11-22T10:00:00Z', 'P2Y')).toThrow('Write a number of months as P24M');
  });

  it.each([
    ['2028-11-22', '2028-09-22', 'current'], ['2028-11-22', '2028-09-23', 'due-soon'], ['2028-11-22', '2028-11-22', 'due-soon'], ['2028-11-22', '2028-11-23', 'lapsed'],
    ['2028-11-22', '2040-01-01', 'lapsed'], [null, '2099-01-01', 'current'],
  ] as const)('that counts until %s is on %s: %s', (until, today, currency) => {
    expect(currencyOn(until, today)).toBe(currency);
  });

  it('counts from the renewal, where there was one later', () => {
    const completedAt = '2026-11-22T10:00:00Z';
    expect(countsFrom({completedAt})).toBe(completedAt);
    expect(countsFrom({completedAt, renewedAt: null})).toBe(completedAt);
    expect(countsFrom({completedAt, renewedAt: '2026-11-22T11:30:00+02:00'})).toBe(completedAt);
    expect(countsFrom({completedAt, renewedAt: '2027-11-22T10:00:00Z'})).toBe('2027-11-22T10:00:00Z');
  });

  it('stays in the month it should, on a day no later than the first', () => {
    const day = fc.date({min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true})
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.integer({min: 0, max: 600}), (from, months) => {
      const to = addMonths(from, months);
      expect(new Date(`${to}T00:00:00Z`).toISOString().slice(0, 10)).toBe(to);
      expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(monthOf(to) - monthOf(from)).toBe(months);
    }));
  });
});

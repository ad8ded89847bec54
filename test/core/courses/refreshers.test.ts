import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addMonths} from '#core/courses/currency.ts';
import {refresherDays, refresherOn} from '#core/courses/refreshers.ts';
import type {RefresherRule} from '#core/courses/refreshers.ts';
import {addDays} from '#core/planning/days.ts';

const rule = (from: string, every: string | undefined = 'P6M', until: string | null = addMonths(from, 24)): RefresherRule => ({from, every, until});
const dates = (each: RefresherRule, most = 5): string[] => {
  const found: string[] = [];
  for (const day of refresherDays(each)) {
    if (found.length === most) break;
    found.push(day);
  }
  return found;
};

describe('the dates of refreshers', () => {
  it.each([
    ['an ordinary day', rule('2026-11-22'), ['2026-12-20', '2027-05-22', '2027-11-22', '2028-05-22']],
    ['the last day of August, with shorter months after it', rule('2026-08-31'), ['2026-09-28', '2027-02-28', '2027-08-31', '2028-02-29']],
    ['29 February', rule('2028-02-29'), ['2028-03-28', '2028-08-29', '2029-02-28', '2029-08-29']],
    ['the end of January, each month', rule('2027-01-31', 'P1M', '2027-06-01'), ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['a February of 28 days, in which month and four weeks are one', rule('2027-02-01', 'P1M', '2027-04-02'), ['2027-03-01', '2027-04-01']],
    ['an end that comes before the first', rule('2026-11-22', 'P6M', '2026-12-20'), []],
    ['no end', rule('2026-11-22', 'P12M', null), ['2026-12-20', '2027-11-22', '2028-11-22', '2029-11-22', '2030-11-22']],
    ['a course without refreshers', {from: '2026-11-22', every: undefined, until: null}, []],
    ['a course whose only refresher is the first', rule('2026-11-22', 'P0M', null), ['2026-12-20']],
  ])('follow %s', (_, each, expected) => {
    expect(dates(each)).toEqual(expected);
  });

  it('says what a length of time looks like when it is given another', () => {
    expect(() => dates(rule('2026-11-22', 'P6D'))).toThrow('refreshEvery is `P6D`. Write a number of months as P24M.');
  });
});

describe('which refresher is due', () => {
  it.each([
    // Dates: 20 December 2026, then 22 May and 22 November 2027, then 22 May 2028. The completion counts until 22 November 2028.
    ['nothing before the first', null, '2026-12-19', null, '2026-12-20'],
    ['the first on its day', null, '2026-12-20', '2026-12-20', '2027-05-22'],
    ['the first while it is not done', null, '2027-05-21', '2026-12-20', '2027-05-22'],
    ['one, when two were missed', null, '2027-06-01', '2027-05-22', '2027-11-22'],
    ['one, when all were missed', null, '2028-11-22', '2028-05-22', null],
    ['nothing once it is done', '2026-12-20', '2026-12-20', null, '2027-05-22'],
    ['nothing until the date after one done late', '2027-03-01', '2027-05-21', null, '2027-05-22'],
    ['the next after one done late', '2027-03-01', '2027-05-22', '2027-05-22', '2027-11-22'],
    ['nothing for a date that was done two weeks early', '2026-12-06', '2026-12-20', null, '2027-05-22'],
    ['the date that was done too early', '2026-12-05', '2026-12-20', '2026-12-20', '2027-05-22'],
    ['nothing when one settles a missed date and the next early', '2027-05-10', '2027-05-30', null, '2027-11-22'],
    ['nothing after one done in the future, which counts as today', '2036-01-01', '2027-06-01', null, '2027-11-22'],
    ['nothing for one done before the course was completed', '2026-11-20', '2026-12-19', null, '2026-12-20'],
    ['the last on the last day of the completion', '2027-11-22', '2028-11-22', '2028-05-22', null],
    ['nothing once the completion has lapsed', '2027-11-22', '2028-11-23', null, null],
    ['nothing years after it lapsed', null, '2040-01-01', null, null],
  ])('is %s', (_, doneOn, today, due, next) => {
    expect(refresherOn(rule('2026-11-22'), doneOn, today)).toEqual({due, next});
  });
});

const day = fc.integer({min: 0, max: 12_000}).map((count) => addDays('2020-01-01', count));
const anyRule = fc.tuple(day, fc.integer({min: 1, max: 24}), fc.option(fc.integer({min: 1, max: 60}), {nil: null}))
  .map(([from, months, valid]): RefresherRule => ({from, every: `P${months}M`, until: valid === null ? null : addMonths(from, valid)}));

describe('whatever the course and the day', () => {
  it('has dates that grow, start four weeks on and end before the completion does', () => {
    fc.assert(fc.property(anyRule, (each) => {
      const found = dates(each, 60);
      expect([...new Set(found)].sort()).toEqual(found);
      if (found.length > 0) expect(found[0]).toBe(addDays(each.from, 28));
      if (each.until !== null) expect(found.every((date) => date < (each.until ?? ''))).toBe(true);
    }));
  });

  it('has at most one due, no later than today, and the next after today', () => {
    fc.assert(fc.property(anyRule, fc.option(day, {nil: null}), day, (each, doneOn, today) => {
      const {due, next} = refresherOn(each, doneOn, today);
      if (due !== null) expect(due <= today).toBe(true);
      if (next !== null) expect(next > today).toBe(true);
      for (const date of [due, next]) if (date !== null) expect(dates(each, 1200)).toContain(date);
    }));
  });

  it('has nothing due on the day it is done, and the next date further on than two weeks', () => {
    fc.assert(fc.property(anyRule, day, (each, today) => {
      const {due, next} = refresherOn(each, today, today);
      expect(due).toBeNull();
      if (next !== null) expect(next > addDays(today, 14)).toBe(true);
    }));
  });

  it('brings a later date as days go by, never an earlier one', () => {
    fc.assert(fc.property(anyRule, fc.option(day, {nil: null}), day, fc.nat(900), (each, doneOn, today, days) => {
      const [before, after] = [refresherOn(each, doneOn, today), refresherOn(each, doneOn, addDays(today, days))];
      // A day of doing it that is still to come counts as today, so it moves with the day.
      if (doneOn !== null && doneOn > today) return;
      if (before.due !== null && after.due !== null) expect(after.due >= before.due).toBe(true);
      if (before.next !== null && after.next !== null) expect(after.next >= before.next).toBe(true);
    }));
  });
});

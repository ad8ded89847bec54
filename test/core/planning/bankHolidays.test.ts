import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import organisation from '#config';
import {bankHolidaysIn, COVERED, easterSunday, localElectionDay, REGION_IDS, REGIONS} from '#core/planning/bankHolidays.ts';
import type {Region} from '#core/planning/bankHolidays.ts';
import {addDays, daysBetween, weekdayOf} from '#core/planning/days.ts';

/** What GOV.UK publishes (gov.uk/bank-holidays), typed out year by year, so that the rules are not tested with themselves. */
const PUBLISHED: Record<Region, Record<number, string>> = {
  'england-and-wales': {
    2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
    2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  },
  scotland: {
    2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
    2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
    2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
    2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26',
  },
  'northern-ireland': {
    2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
    2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
    2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26',
  },
};

describe('the bank holidays', () => {
  it.each(REGION_IDS.flatMap((region) => Object.entries(PUBLISHED[region]).map(([year, days]) => [REGIONS[region], year, region, days] as const)))(
    'of %s in %s are those that GOV.UK publishes', (_, year, region, days) => {
      expect(bankHolidaysIn(Number(year), region).map(({day}) => day)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
    });

  it('are held against the published list for every year that is said to be covered', () => {
    for (let year: number = COVERED.first; year <= COVERED.last; year += 1) for (const region of REGION_IDS) expect(PUBLISHED[region][year]).toBeDefined();
  });

  it('move a holiday that falls on a Sunday past the one on the Monday', () => {
    expect(bankHolidaysIn(2023, 'scotland').slice(0, 2)).toEqual([{day: '2023-01-02', name: '2 January'}, {day: '2023-01-03', name: 'New Year’s Day (substitute day)'}]);
    expect(bankHolidaysIn(2022, 'england-and-wales').slice(-2)).toEqual([{day: '2022-12-26', name: 'Boxing Day'}, {day: '2022-12-27', name: 'Christmas Day (substitute day)'}]);
  });

  it('are weekdays, each once, in order, whatever the year', () => {
    fc.assert(fc.property(fc.integer({min: 2000, max: 2100}), fc.constantFrom(...REGION_IDS), (year, region) => {
      const days = bankHolidaysIn(year, region).map(({day}) => day);
      expect(new Set(days).size).toBe(days.length);
      expect([...days].sort()).toEqual(days);
      for (const day of days) {
        expect(['Saturday', 'Sunday']).not.toContain(weekdayOf(day));
        expect(day.slice(0, 4)).toBe(String(year));
      }
    }), {numRuns: 50});
  });

  it.each([[2000, '2000-04-23'], [2008, '2008-03-23'], [2011, '2011-04-24'], [2019, '2019-04-21'], [2024, '2024-03-31'], [2038, '2038-04-25'], [2099, '2099-04-12']])('Easter %i is on %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it('know the part of the UK that the organisation has set', () => {
    expect(REGION_IDS).toContain(organisation.holidays);
  });
});

it.each([[2025, '2025-05-01'], [2026, '2026-05-07'], [2027, '2027-05-06'], [2028, '2028-05-04']])('local elections of %i are hinted at for %s', (year, day) => {
  expect(localElectionDay(year)).toBe(day);
});

describe('days', () => {
  it('count across the ends of months and years, leap days and changes of the clock', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(weekdayOf('2026-11-22')).toBe('Sunday');
    expect(weekdayOf('1969-12-31')).toBe('Wednesday');
  });
});

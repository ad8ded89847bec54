import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {writeCsv} from '#core/csv.ts';
import type {Measures} from '#core/measures/api.ts';
import {CURRENCY, DEFINITIONS, QUARTERLY} from '#core/measures/definitions.ts';
import {protect, writeShown} from '#core/measures/protect.ts';
import {lastQuarters, quarterOf, writeQuarter, writeQuarterShort} from '#core/measures/quarters.ts';
import {measureBlocks, measureRows, MEASURES_HEAD} from '#core/measures/report.ts';

describe('small numbers', () => {
  test.each([
    [0, 0, 'Nobody'], [2, 4, 'Fewer than 5 people in all'], [0, 5, '0 of 5 (0%)'], [1, 5, 'Fewer than 5 of 5'], [4, 40, 'Fewer than 5 of 40'], [5, 40, '5 of 40 (13%)'],
    [36, 40, 'All but fewer than 5 of 40'], [35, 40, '35 of 40 (88%)'], [40, 40, '40 of 40 (100%)'],
  ])('%i of %i is written “%s”', (count, of, words) => expect(writeShown(protect(count, of))).toBe(words));

  test('cannot be had from what is shown: the figure for those who did leaves open how many did not, and the other way round', () => {
    fc.assert(fc.property(fc.nat(300), fc.nat(300), (a, b) => {
      const [count, of] = [Math.min(a, b), Math.max(a, b)];
      const words = [writeShown(protect(count, of)), writeShown(protect(of - count, of))];
      const isSmall = (number: number): boolean => number > 0 && number < 5;
      if (isSmall(count) || isSmall(of - count)) for (const each of words) expect(each).toMatch(/ewer than 5/);
      else expect(words.join()).not.toMatch(/ewer than/);
    }));
  });
});

describe('quarters', () => {
  test('begin in January, April, July and October', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-11-22', '2026-12-31'].map(quarterOf)).toEqual(['2026-01-01', '2026-01-01', '2026-04-01', '2026-10-01', '2026-10-01']);
    expect([writeQuarter('2026-10-01'), writeQuarterShort('2026-10-01')]).toEqual(['October to December 2026', 'Oct 26']);
  });
  test('are eight, one after the other, the last of them under way', () => {
    const quarters = lastQuarters('2026-11-22');
    expect(quarters).toEqual(['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    expect(quarters.every((first) => quarterOf(first) === first)).toBe(true);
  });
});

const measures: Measures = {
  directorate: null, directorateName: '=Sample Council', countedAt: '2026-11-22T09:00:00.000Z', today: '2026-11-22',
  targets: [{id: 't', title: '=HYPERLINK("x")', by: '2027-04-01', percent: 25, trained: protect(3, 100), outlook: 'at-risk'}, {id: 'u', title: 'No headcount yet', by: '2027-04-01', percent: 50, trained: null, outlook: null}],
  quarterly: QUARTERLY.map((measure) => ({measure, quarters: lastQuarters('2026-11-22').map((first) => ({first, shown: protect(7, 20), days: measure === 'points-closed' ? 3 : null}))})),
  currency: CURRENCY.map((measure) => ({measure, shown: protect(6, 18)})),
};

describe('the report', () => {
  test('has a row for each figure as wide as its heading, and no cell that could run as a formula', () => {
    const rows = measureRows(measures);
    expect(rows).toHaveLength(2 + QUARTERLY.length * 8 + CURRENCY.length);
    expect(rows.every((row) => row.length === MEASURES_HEAD.length)).toBe(true);
    const csv = writeCsv(MEASURES_HEAD, rows);
    expect(csv.split(/\r\n|","/).filter((cell) => /^\s*"?[=+\-@]/.test(cell))).toEqual([]);
    expect(csv).toContain('Fewer than 5 of 100');
    expect(csv).not.toContain('3 of 100');
  });

  test('says of every measure what it counts, from what, and what it does not say', () => {
    const text = JSON.stringify(measureBlocks(measures));
    for (const {title, counts, not} of Object.values(DEFINITIONS)) for (const each of [title, counts, not]) expect(text).toContain(JSON.stringify(each).slice(1, -1));
    expect(text).toContain('Satisfaction is not measured');
    expect(text).toContain('3 days');
  });
});

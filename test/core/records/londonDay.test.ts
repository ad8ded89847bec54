import {describe, expect, it} from 'vitest';
import {toLondonDay, writeDay, writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';

describe('days in London', () => {
  it.each([
    ['2026-11-22T12:00:00Z', '2026-11-22'],
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
    ['2027-01-01T00:30:00+01:00', '2026-12-31'],
    ['2024-02-29T00:00:00Z', '2024-02-29'],
  ])('puts %s on %s', (moment, day) => {
    expect(toLondonDay(moment)).toBe(day);
  });

  it('writes a day as people read it', () => {
    expect(writeDay('2026-11-02')).toBe('2 November 2026');
    expect(writeDayOf('2026-06-30T23:30:00Z')).toBe('1 July 2026');
  });

  it.each([
    ['2026-11-22T00:05:00Z', '12:05am'],
    ['2026-11-22T12:00:00Z', '12:00pm'],
    ['2026-06-22T14:04:00Z', '3:04pm'],
    ['2026-11-22T09:30:00Z', '9:30am'],
  ])('writes the time of %s as %s', (moment, time) => {
    expect(writeTimeOf(moment)).toBe(time);
  });

  it('refuses what is no moment', () => {
    expect(() => toLondonDay('soon')).toThrow(RangeError);
  });
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isTimeZone, localOf, momentOf} from '#core/runs/zone.ts';
import {noteOfClock, writeClock, writeSpan} from '#core/runs/words.ts';
import {addDays} from '#core/planning/days.ts';

const ZONES = ['Europe/London', 'Europe/Dublin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca', 'America/St_Johns', 'UTC'];

describe('a local time', () => {
  it.each([
    ['2026-12-01', '09:30', 'Europe/London', '2026-12-01T09:30:00.000Z', null],
    ['2026-07-01', '09:30', 'Europe/London', '2026-07-01T08:30:00.000Z', null],
    ['2026-07-01', '00:15', 'Europe/London', '2026-06-30T23:15:00.000Z', null],
    ['2027-03-28', '01:30', 'Europe/London', '2027-03-28T01:30:00.000Z', 'skipped'],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z', 'twice'],
    ['2026-10-25', '02:00', 'Europe/London', '2026-10-25T02:00:00.000Z', null],
    ['2026-12-01', '09:30', 'Asia/Kathmandu', '2026-12-01T03:45:00.000Z', null],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', 'twice'],
    // Lord Howe Island moves its clocks by half an hour.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', 'skipped'],
  ])('%s %s in %s is %s', (day, time, zone, moment, clock) => {
    expect(momentOf({day, time}, zone)).toEqual({moment, clock});
  });

  it('comes back as it was, or later where clocks skip it', () => {
    const day = fc.integer({min: 0, max: 3650}).map((count) => addDays('2024-01-01', count));
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    // Half of the days are those around which London's and New York's clocks change.
    const edge = fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04');
    fc.assert(fc.property(fc.oneof(day, edge), time, fc.constantFrom(...ZONES), (on, at, zone) => {
      const {moment, clock} = momentOf({day: on, time: at}, zone);
      const back = localOf(moment, zone);
      if (clock === 'skipped') {
        expect(`${back.day} ${back.time}` > `${on} ${at}`).toBe(true);
        // Nothing earlier shows it: the minute that the clocks skip is not there at all.
        for (const hours of [-2, -1, 1, 2]) expect(localOf(new Date(Date.parse(moment) + hours * 1_800_000).toISOString(), zone)).not.toEqual({day: on, time: at});
      } else expect(back).toEqual({day: on, time: at});
      if (clock === 'twice') {
        const later = [1, 2].map((half) => localOf(new Date(Date.parse(moment) + half * 1_800_000).toISOString(), zone));
        expect(later).toContainEqual({day: on, time: at});
      }
    }), {numRuns: 400});
  });

  it('of no day and no zone is a fault', () => {
    expect(() => momentOf({day: '2026-13-01', time: '09:30'}, 'Europe/London')).toThrow(RangeError);
    expect(() => momentOf({day: '2026-12-01', time: '09:30'}, 'Europe/Nowhere')).toThrow(RangeError);
  });

  it.each([['Europe/London', true], ['America/Argentina/Buenos_Aires', true], ['UTC', true], ['+01:00', false], ['Europe/Nowhere', false], ['', false], ['Europe/London; drop table', false]])('%s is a zone: %s', (name, is) => {
    expect(isTimeZone(name)).toBe(is);
  });
});

describe('times in words', () => {
  it.each([['09:30', '9:30am'], ['09:00', '9am'], ['12:00', 'midday'], ['00:00', 'midnight'], ['12:30', '12:30pm'], ['00:05', '12:05am'], ['23:59', '11:59pm']])('%s is %s', (time, words) => {
    expect(writeClock(time)).toBe(words);
  });

  it('name the day, and the zone where it is not that of London', () => {
    const span = {startsAt: '2026-12-01T09:30:00.000Z', endsAt: '2026-12-01T12:30:00.000Z'};
    expect(writeSpan(span, 'Europe/London')).toBe('Tuesday 1 December 2026, 9:30am to 12:30pm');
    expect(writeSpan(span, 'America/New_York')).toBe('Tuesday 1 December 2026, 4:30am to 7:30am (America/New York time)');
  });

  it('say when clocks change over a time that was chosen', () => {
    expect(noteOfClock('The start', momentOf({day: '2027-03-28', time: '01:30'}, 'Europe/London'), 'Europe/London')).toBe('Clocks go forward over that time. The start is now 2:30am: look whether you meant that.');
    expect(noteOfClock('The end', momentOf({day: '2026-10-25', time: '01:30'}, 'Europe/London'), 'Europe/London')).toBe('Clocks go back over that time, so it comes twice. The end is the first 1:30am.');
    expect(noteOfClock('The end', momentOf({day: '2026-10-26', time: '01:30'}, 'Europe/London'), 'Europe/London')).toBeNull();
  });
});

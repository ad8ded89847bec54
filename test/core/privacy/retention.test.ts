import fc from 'fast-check';
import {expect, test} from 'vitest';
import organisation from '#config';
import {daysBefore, writeDays, writeTraining, yearsBefore} from '#core/privacy/retention.ts';
import {howLongOf, TABLES, tablesByGroup} from '#core/privacy/tables.ts';

test.each([[1, '1 day'], [90, '90 days'], [365, '1 year'], [730, '2 years'], [0, '0 days']])('writes %d days as %s', (days, words) => {
  expect(writeDays(days)).toBe(words);
});

test('says how long training records stay, also where no time is set or none is wanted', () => {
  const years = (trainingYears: number | null): string => writeTraining({...organisation.retention, trainingYears});
  expect(years(6)).toContain('for 6 years after you erase it, under a number without a name');
  expect(years(0)).toBe('Until you erase your account');
  expect(years(null)).toContain('has set no time yet');
});

test('counts back whole days and calendar years', () => {
  expect(yearsBefore(new Date('2032-02-29T09:00:00Z'), 6).toISOString()).toBe('2026-03-01T09:00:00.000Z');
  fc.assert(fc.property(fc.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true}), fc.integer({min: 0, max: 5000}), (now, days) => {
    expect(now.getTime() - daysBefore(now, days).getTime()).toBe(days * 86_400_000);
  }));
});

test('the privacy page shows every table about people once, each with words for what, why and how long', () => {
  const shown = tablesByGroup().flatMap(({tables}) => tables);
  expect(shown.map(({table}) => table).sort()).toEqual(TABLES.filter(({what}) => what !== null).map(({table}) => table).sort());
  for (const facts of shown) expect([facts.what, facts.why, howLongOf(facts, organisation.retention)].filter((words) => !words || words.length < 3), facts.table).toEqual([]);
});

test('states the organisation’s own times on the page', () => {
  const looks = TABLES.find(({table}) => table === 'looks');
  expect(looks && howLongOf(looks, {...organisation.retention, looksDays: 90})).toBe('90 days');
});

test('every training record says whose it is, so that it can go on its day', () => {
  expect(TABLES.filter(({isTraining, people, through}) => isTraining && people.length === 0 && !through)).toEqual([]);
});

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addMonths, currentUntil} from '#core/courses/currency.ts';
import {addDays, daysBetween} from '#core/planning/days.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {chartDays, chartOf} from '#core/targets/chart.ts';
import {forecastOf} from '#core/targets/forecast.ts';
import {draftOf, newDraft, readDraft} from '#core/targets/form.ts';
import {neededOf} from '#core/targets/needed.ts';
import {writeTrainingReminder} from '#core/targets/reminder.ts';
import {firstCurrentDay, startOfLondonDay} from '#core/targets/since.ts';
import {forecastInWords, writeRate} from '#core/targets/words.ts';

const day = fc.integer({min: 0, max: 4000}).map((count) => addDays('2022-01-01', count));

describe('how many a target needs', () => {
  test.each([[400, 25, 100], [401, 25, 101], [100, 7, 7], [1, 1, 1], [0, 50, 0], [3, 100, 3], [50_000, 33, 16_500]])('of %i people %i%% are %i', (headcount, percent, needed) => {
    expect(neededOf(headcount, percent)).toBe(needed);
  });

  test('is the least whole number that is at least the share, and never more than the headcount', () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.integer({min: 1, max: 100}), (headcount, percent) => {
      const needed = neededOf(headcount, percent);
      expect(needed * 100).toBeGreaterThanOrEqual(headcount * percent);
      expect((needed - 1) * 100).toBeLessThan(headcount * percent);
      expect(needed).toBeLessThanOrEqual(headcount);
    }));
  });

  test.each([0, 101, 12.5, Number.NaN])('refuses %d percent', (percent) => expect(() => neededOf(10, percent)).toThrow(RangeError));
});

describe('a forecast', () => {
  const pace = {needed: 100, trained: 40, recent: 40, firstOn: '2026-09-28', by: '2027-04-01', today: '2026-11-22'};

  test('says the week that is needed, the week that was, and the month that comes of it', () => {
    // 40 people in 56 days are 5 a week; 60 more take 84 days.
    expect(forecastOf(pace)).toEqual({outlook: 'on-course', missing: 60, neededPerWeek: 4, perWeek: 5, month: '2027-02'});
    expect(forecastInWords(forecastOf(pace), pace.by)).toEqual([
      '60 people still to be trained by 1 April 2027: 4 a week.', 'Of late it was about 5 people a week.', 'At that rate the target is reached in about February 2027.',
    ]);
  });

  test.each([
    ['reached', {trained: 100}],
    ['on-course', {by: addDays('2026-11-22', 84)}],
    ['at-risk', {by: addDays('2026-11-22', 83)}],
    ['at-risk', {by: addDays('2026-11-22', 62)}],
    ['not-at-this-rate', {by: addDays('2026-11-22', 60)}],
    ['not-at-this-rate', {recent: 0}],
    ['too-early', {trained: 4, recent: 4}],
    ['too-early', {firstOn: '2026-11-03'}],
    ['too-early', {trained: 0, recent: 0, firstOn: null}],
    ['date-passed', {by: '2026-11-21'}],
    ['date-passed', {by: '2026-11-21', trained: 1, recent: 1}],
  ] as const)('is “%s” with %o', (outlook, change) => expect(forecastOf({...pace, ...change}).outlook).toBe(outlook));

  test('counts the days since the first completion where there are fewer than 56', () => {
    expect(forecastOf({...pace, firstOn: '2026-11-02', trained: 30, recent: 30}).perWeek).toBe(10);
  });

  test('names no month further off than five years', () => {
    expect(forecastOf({...pace, needed: 100_000, recent: 5})).toMatchObject({outlook: 'not-at-this-rate', month: null});
  });

  test('never does worse when more were trained of late, and asks for no more a week when there is more time', () => {
    const order = ['not-at-this-rate', 'at-risk', 'on-course'];
    fc.assert(fc.property(fc.integer({min: 6, max: 500}), fc.integer({min: 5, max: 400}), fc.nat(400), fc.nat(50), fc.integer({min: 0, max: 500}), (needed, trained, recent, more, left) => {
      fc.pre(trained < needed);
      const base = {needed, trained, recent, firstOn: '2025-01-01', today: '2026-11-22', by: addDays('2026-11-22', left)};
      const [one, two, later] = [forecastOf(base), forecastOf({...base, recent: recent + more}), forecastOf({...base, by: addDays(base.by, 7)})];
      expect(order.indexOf(two.outlook)).toBeGreaterThanOrEqual(order.indexOf(one.outlook));
      expect(later.neededPerWeek ?? 0).toBeLessThanOrEqual(one.neededPerWeek ?? 0);
      expect(one.missing).toBe(needed - trained);
    }));
  });

  test('writes no rate more exactly than it is known', () => {
    expect([0, 0.4, 1, 4.6].map(writeRate)).toEqual(['nobody in the last 8 weeks', 'fewer than 1 person a week', 'about 1 person a week', 'about 5 people a week']);
  });
});

describe('the first day that is current', () => {
  test('is the earliest that reaches today, whatever the lengths of months', () => {
    fc.assert(fc.property(day, fc.integer({min: 1, max: 60}), (today, months) => {
      const first = firstCurrentDay(today, `P${months}M`) ?? '';
      expect(addMonths(first, months) >= today).toBe(true);
      expect(addMonths(addDays(first, -1), months) >= today).toBe(false);
    }));
  });

  test('agrees with what a completion says of itself', () => {
    fc.assert(fc.property(day, fc.integer({min: -400, max: 400}), (today, off) => {
      const from = startOfLondonDay(addDays(addMonths(today, -12), off));
      const isCurrent = (currentUntil(from, 'P12M') ?? '') >= today;
      expect(toLondonDay(from) >= (firstCurrentDay(today, 'P12M') ?? '')).toBe(isCurrent);
    }));
    expect(firstCurrentDay('2026-11-22', undefined)).toBeNull();
  });

  test('starts at midnight in London, in summer and winter', () => {
    expect(startOfLondonDay('2026-01-10')).toBe('2026-01-10T00:00:00.000Z');
    expect(startOfLondonDay('2026-07-10')).toBe('2026-07-09T23:00:00.000Z');
    fc.assert(fc.property(day, (each) => {
      const start = startOfLondonDay(each);
      expect(toLondonDay(start)).toBe(each);
      expect(toLondonDay(new Date(Date.parse(start) - 1).toISOString())).toBe(addDays(each, -1));
    }));
  });
});

describe('a chart', () => {
  test('goes back 26 weeks at least and 104 at most, and ends today', () => {
    expect(chartDays('2026-11-22', '2026-11-22')).toHaveLength(27);
    expect(chartDays('2020-01-01', '2026-11-22')).toHaveLength(105);
    expect(chartDays('2026-02-01', '2026-11-22').at(-1)).toBe('2026-11-22');
  });

  test('draws the line from those trained when the target was set to all that are needed', () => {
    fc.assert(fc.property(fc.nat(700), fc.integer({min: -30, max: 400}), fc.nat(50), (ago, ahead, needed) => {
      const today = '2026-11-22';
      const [setOn, by] = [addDays(today, -ago), addDays(today, ahead)];
      fc.pre(setOn < by);
      const days = chartDays(setOn, today);
      const points = chartOf(days, days.map(() => 3), {setOn, by, needed: needed + 3});
      const onLine = points.filter(({line}) => line !== null);
      for (const {on, line} of onLine) expect(on >= setOn && on <= by && line !== null && line >= 3 && line <= needed + 3).toBe(true);
      if (by > today) expect(points.at(-1)).toEqual({on: by, trained: null, line: needed + 3});
      expect(points.every(({on}, index) => index === 0 || daysBetween(points[index - 1]?.on ?? '', on) > 0)).toBe(true);
    }));
  });

  test('has no line where the headcount is not known', () => {
    expect(chartOf(['2026-11-15', '2026-11-22'], [1, 2], {setOn: '2026-11-01', by: '2027-01-01', needed: null}).every(({line}) => line === null)).toBe(true);
  });
});

describe('the form of a target', () => {
  const draft = {...newDraft(true), title: ' A quarter by April ', courseIds: ['planning'], percent: '25%', by: '2027-04-01'};

  test('gives the settings, and the same draft comes of them again', () => {
    const read = readDraft(draft);
    expect(read).toEqual({ok: true, settings: {
      series: null, title: 'A quarter by April', courseIds: ['planning'], directorates: [], jobRoles: [], counts: 'ever', headcount: {from: 'staff-list'}, percent: 25, by: '2027-04-01', note: null,
    }});
    if (read.ok) expect(readDraft(draftOf(read.settings))).toEqual(read);
  });

  test('reads typed headcounts, and leaves out directorates that do not count', () => {
    expect(readDraft({...draft, headcountFrom: 'typed', total: '1,400', directorates: ['place'], parts: {place: '200', other: '7'}})).toMatchObject({ok: true, settings: {headcount: {from: 'typed', total: 1400, parts: {place: 200}}}});
  });

  test.each([
    [{title: ' '}, 'title'], [{courseIds: []}, 'courseIds'], [{percent: '0'}, 'percent'], [{percent: '12.5'}, 'percent'], [{percent: '101'}, 'percent'], [{by: ''}, 'by'], [{by: '2027-02-30'}, 'by'],
    [{headcountFrom: 'typed'}, 'total'], [{headcountFrom: 'typed', total: '10', parts: {place: '11'}}, 'parts'], [{headcountFrom: 'typed', total: '10', parts: {place: 'x'}}, 'parts'],
    [{headcountFrom: 'typed', total: '10', jobRoles: ['Planner']}, 'headcountFrom'], [{title: 'x'.repeat(121)}, 'title'], [{note: 'a\nb'}, 'note'],
  ] as const)('names the field of %o', (change, field) => {
    const read = readDraft({...draft, ...change});
    expect(read.ok ? [] : read.faults.map((fault) => fault.field)).toEqual([field]);
  });
});

test('the reminder says what, by when, where and from whom', () => {
  const {subject, text} = writeTrainingReminder({
    courses: [{id: 'planning', title: 'Planning a consultation'}], by: '2027-04-01', sender: 'Sample Lead', organisation: 'Sample Council', site: 'https://example.org', contact: {team: 'Consultation team', email: 'team@example.org'},
  });
  expect(subject).toBe('Please finish by 1 April 2027: Planning a consultation');
  for (const each of ['https://example.org/learn/planning/', 'Sample Lead', 'team@example.org', '1 April 2027']) expect(text).toContain(each);
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {REGION_IDS} from '#core/planning/bankHolidays.ts';
import {addDays, daysBetween, weekdayOf, yearOf} from '#core/planning/days.ts';
import {buildTimeline, coverageNote, spanInWords, writeDate} from '#core/planning/timeline.ts';
import type {Timeline} from '#core/planning/timeline.ts';
import {COSTS, lostWith} from '#core/planning/timelineCosts.ts';
import {exampleFor, examplePlan} from '#core/planning/timelineExample.ts';
import {laterDecision, longestOpenThatFits} from '#core/planning/timelineFits.ts';
import {faultsOf, LENGTH_IDS, LENGTHS, parsePlan, periodFault, startPlan, timelineKeyOf, timelineOwnerOf, timelineToOpen} from '#core/planning/timelinePlan.ts';
import type {Period, TimelinePlan} from '#core/planning/timelinePlan.ts';
import {bankHolidayTest, isWorkingDay} from '#core/planning/workingDays.ts';
import {anyDay, anyPeriod, anyPlan} from './anyTimeline.ts';

const plan = (over: Partial<TimelinePlan> = {}): TimelinePlan => ({...startPlan('plan-1', 'england-and-wales'), decision: '2027-10-13', ...over});
const built = (over: Partial<TimelinePlan> = {}): Timeline => {
  const timeline = buildTimeline(plan(over));
  if (!timeline) throw new Error('No timeline.');
  return timeline;
};
const summer: Period = {id: 'summer', kind: 'school-holiday', name: 'Summer', from: '2027-07-22', to: '2027-08-31'};
const stage = (timeline: Timeline, id: string): [string, string] | null => {
  const found = timeline.stages.find((one) => one.id === id);
  return found ? [found.from, found.to] : null;
};

describe('the dates', () => {
  it('are those that a person counts back on a calendar', () => {
    const timeline = built({reportDays: 10, analysisWeeks: 3});
    // Five clear working days before Wednesday 13 October: 6, 7, 8, 11 and 12.
    expect(stage(timeline, 'papers')).toEqual(['2027-10-05', '2027-10-12']);
    expect(stage(timeline, 'report')).toEqual(['2027-09-21', '2027-10-04']);
    // Fifteen working days, with the bank holiday of 30 August left out.
    expect(stage(timeline, 'analysis')).toEqual(['2027-08-31', '2027-09-20']);
    expect(stage(timeline, 'open')).toEqual(['2027-06-04', '2027-08-27']);
    expect(stage(timeline, 'notice')).toEqual(['2027-05-13', '2027-06-03']);
    expect(stage(timeline, 'formats')).toEqual(['2027-05-13', '2027-06-03']);
    expect(stage(timeline, 'draft')).toEqual(['2027-04-07', '2027-05-12']);
    expect(timeline).toMatchObject({start: '2027-04-07', opens: '2027-06-04', closes: '2027-08-27', reportDue: '2027-10-05', leftOut: 0});
    expect(timeline.stages.map(({id}) => id)).toEqual(['draft', 'formats', 'notice', 'open', 'analysis', 'report', 'papers', 'decision']);
  });

  it('give people the days back that a school holiday takes', () => {
    const timeline = built({reportDays: 10, analysisWeeks: 3, periods: [summer]});
    // 37 days of the holiday lie before the closing date.
    expect(timeline.opens).toBe('2027-04-27');
    expect(timeline.leftOut).toBe(37 + 2);
    expect(timeline.stages.find(({id}) => id === 'open')?.counted).toBe('12 weeks, and 39 days that do not count');
  });

  it('begin with the notice when it is the longest', () => {
    const timeline = built({noticeWeeks: 26});
    expect(timeline.stages[0]?.id).toBe('notice');
    expect(timeline.start).toBe(timeline.stages[0]?.from);
  });

  it.each([['report', {reportDays: 0}], ['analysis', {analysisWeeks: 0}], ['formats', {formatWeeks: 0}], ['draft', {draftWeeks: 0}], ['notice', {noticeWeeks: 0}]])('leave out a stage of no length: %s', (id, over) => {
    expect(stage(built(over), id)).toBeNull();
  });

  it('differ where the bank holidays do', () => {
    const over = {decision: '2027-08-16', papersDays: 10} as const;
    expect(built(over).reportDue).toBe('2027-07-30');
    expect(built({...over, region: 'scotland'}).reportDue).toBe('2027-07-29');
    expect(built({...over, decision: '2027-07-19', region: 'northern-ireland'}).reportDue).toBe('2027-07-01');
  });

  it('wait for the day of the decision and for lengths that can be read', () => {
    for (const over of [{decision: ''}, {decision: '0202-10-13'}, {openWeeks: null}, {openWeeks: 0}, {draftWeeks: 500}]) expect(buildTimeline(plan(over))).toBeNull();
  });

  it('are written out with the day of the week', () => {
    expect(writeDate('2027-10-13')).toBe('Wednesday 13 October 2027');
    expect(spanInWords(built({reportDays: 10, analysisWeeks: 3}))).toBe('27 weeks');
  });
});

const RUNS = {numRuns: 40};

describe('rules of time', () => {
  it('stages follow one another, none upside down, and the notice ends with the opening', () => {
    fc.assert(fc.property(anyPlan, (given) => {
      const timeline = buildTimeline(given);
      if (!timeline) throw new Error('No timeline.');
      const order = ['draft', 'formats', 'open', 'analysis', 'report', 'papers', 'decision'];
      const inLine = timeline.stages.filter(({id}) => id !== 'notice');
      expect(inLine.map(({id}) => id)).toEqual(order.filter((id) => inLine.some((one) => one.id === id)));
      for (const {from, to} of timeline.stages) expect(from <= to).toBe(true);
      for (const [index, {to}] of inLine.entries()) {
        const after = inLine[index + 1];
        if (after) expect(to < after.from).toBe(true);
      }
      expect(timeline.stages.map(({from}) => from)).toEqual(timeline.stages.map(({from}) => from).sort());
      expect(timeline.start).toBe(timeline.stages[0]?.from);
      const notice = timeline.stages.find(({id}) => id === 'notice');
      if (notice) expect(notice.to < timeline.opens).toBe(true);
    }), RUNS);
  });

  it('people always get the weeks that were set, and staff the working days', () => {
    fc.assert(fc.property(anyPlan, (given) => {
      const timeline = buildTimeline(given);
      if (!timeline) throw new Error('No timeline.');
      expect(daysBetween(timeline.opens, timeline.closes) + 1 - timeline.leftOut).toBeGreaterThanOrEqual((given.openWeeks ?? 0) * 7);
      const isBankHoliday = bankHolidayTest(given.region);
      for (const day of [timeline.opens, timeline.closes, timeline.reportDue]) expect(isWorkingDay(day, isBankHoliday)).toBe(true);
      let clear = 0;
      for (let day = addDays(timeline.reportDue, 1); day < timeline.decision; day = addDays(day, 1)) if (isWorkingDay(day, isBankHoliday)) clear += 1;
      expect(clear).toBe(given.papersDays);
    }), RUNS);
  });

  it('a later decision never makes any stage begin earlier', () => {
    fc.assert(fc.property(anyPlan, fc.integer({min: 1, max: 400}), (given, later) => {
      const before = buildTimeline(given);
      const after = buildTimeline({...given, decision: addDays(given.decision, later)});
      if (!before || !after) throw new Error('No timeline.');
      expect(after.start >= before.start).toBe(true);
      for (const {id, from} of before.stages) expect((after.stages.find((one) => one.id === id)?.from ?? '') >= from).toBe(true);
    }), RUNS);
  });

  it('one more period never shortens the time', () => {
    fc.assert(fc.property(anyPlan, anyPeriod('another'), (given, period) => {
      const before = buildTimeline(given);
      const after = buildTimeline({...given, periods: [...given.periods, period]});
      if (!before || !after) throw new Error('No timeline.');
      expect(after.start <= before.start).toBe(true);
      expect(after.opens <= before.opens).toBe(true);
    }), RUNS);
  });

  it('one more bank holiday never shortens the time', () => {
    fc.assert(fc.property(anyPlan, fc.array(anyDay, {minLength: 1, maxLength: 20}), (given, more) => {
      const isBankHoliday = bankHolidayTest(given.region);
      const before = buildTimeline(given);
      const after = buildTimeline(given, (day) => isBankHoliday(day) || more.includes(day));
      if (!before || !after) throw new Error('No timeline.');
      for (const {id, from} of before.stages) expect((after.stages.find((one) => one.id === id)?.from ?? '') <= from).toBe(true);
    }), RUNS);
  });

  it('more of anything never begins later', () => {
    fc.assert(fc.property(anyPlan, fc.constantFrom(...LENGTH_IDS), (given, id) => {
      const more = (given[id] ?? 0) + 1;
      if (more > LENGTHS[id].most) return;
      const before = buildTimeline(given);
      const after = buildTimeline({...given, [id]: more});
      expect((after?.start ?? '') <= (before?.start ?? '')).toBe(true);
    }), RUNS);
  });
});

describe('what would fit instead', () => {
  it('is the first working day on which it holds', () => {
    fc.assert(fc.property(anyPlan, fc.integer({min: 1, max: 300}), (given, days) => {
      const start = buildTimeline(given)?.start ?? '';
      const today = addDays(start, days);
      const found = laterDecision(given, (timeline) => timeline.start >= today);
      expect(found).not.toBeNull();
      if (!found) return;
      expect(found.start >= today).toBe(true);
      const isBankHoliday = bankHolidayTest(given.region);
      expect(isWorkingDay(found.decision, isBankHoliday)).toBe(true);
      let before = addDays(found.decision, -1);
      while (!isWorkingDay(before, isBankHoliday)) before = addDays(before, -1);
      if (before > given.decision) expect((buildTimeline({...given, decision: before})?.start ?? '') < today).toBe(true);
    }), {numRuns: 10});
  });

  it('is the longest period that begins in time, or none', () => {
    const {start} = built({openWeeks: 8});
    expect(longestOpenThatFits(plan(), start)).toBe(8);
    expect(longestOpenThatFits(plan(), addDays(start, 1))).toBe(7);
    expect(longestOpenThatFits(plan({openWeeks: 1}), start)).toBeNull();
    expect(longestOpenThatFits(plan(), '2027-10-12')).toBeNull();
  });
});

describe('what a shorter period costs', () => {
  it.each([[13, 0], [12, 1], [9, 1], [8, 2], [6, 2], [5, 3], [4, 4], [2, 5], [1, 6]])('with %i weeks, %i groups are lost', (weeks, lost) => {
    expect(lostWith(weeks)).toHaveLength(lost);
  });

  it('never falls as the weeks do', () => {
    expect([...COSTS].sort((a, b) => b.under - a.under)).toEqual(COSTS);
  });
});

describe('faults', () => {
  it.each([
    ['openWeeks', {openWeeks: null}, /from 1 to 52/], ['openWeeks', {openWeeks: 0}, /from 1 to 52/], ['papersDays', {papersDays: 61}, /working days from 0 to 60/], ['decision', {decision: '0027-10-13'}, /four figures/],
  ])('of %s say what to write', (at, over, sentence) => {
    const faults = faultsOf(plan(over));
    expect(faults.map((fault) => fault.at)).toEqual([at]);
    expect(faults[0]?.sentence).toMatch(sentence);
  });

  it.each([
    ['no first day', {from: ''}, /both dates/], ['turned round', {to: '2027-07-01'}, /Swap them/], ['a wrong year', {to: '2028-08-31'}, /longer than 200 days/], ['no year', {from: '0002-07-22'}, /four figures/],
  ])('of a period are named, and it is left out: %s', (_, over, sentence) => {
    expect(periodFault({...summer, ...over})).toMatch(sentence);
    expect(built({periods: [{...summer, ...over}]})).toEqual(built());
  });

  it('say when dates run past the years whose bank holidays were checked', () => {
    expect(coverageNote(built())).toBeNull();
    expect(coverageNote(built({decision: '2029-03-14'}))).toMatch(/checked for 2025 to 2028\. Your dates run from 2028 to 2029.*GOV\.UK/);
    expect(coverageNote(built({decision: '2025-01-15'}))).toMatch(/from 2024 to 2025/);
  });
});

describe('what the device keeps', () => {
  it('reads back as it was', () => {
    fc.assert(fc.property(anyPlan, (given) => { expect(parsePlan(JSON.parse(JSON.stringify(given)))).toEqual(given); }));
  });

  it.each([['nothing', null], ['another form', {...plan(), version: 2}], ['a date that is none', {...plan(), decision: '2027-13-45'}], ['a part of the UK that is none', {...plan(), region: 'cornwall'}], ['a field from elsewhere', {...plan(), colour: 'red'}]])(
    'is refused: %s', (_, stored) => { expect(parsePlan(stored)).toBeNull(); });

  it('is apart for each person', () => {
    expect(timelineKeyOf('p1')).not.toBe(timelineKeyOf(null));
    const [own, nobodys] = [{key: timelineKeyOf('p1')}, {key: timelineKeyOf(null)}];
    expect(timelineToOpen([], 'p1')).toBe(own.key);
    expect(timelineToOpen([nobodys], 'p1')).toBe(nobodys.key);
    expect(timelineToOpen([own, nobodys], 'p1')).toBe(own.key);
    expect(timelineToOpen([own], null)).toBe(nobodys.key);
    expect([timelineOwnerOf(nobodys.key, 'p1'), timelineOwnerOf(own.key, 'p1')]).toEqual([null, 'p1']);
  });
});

it('the example can always still begin, and says that it is made up', () => {
  fc.assert(fc.property(anyDay, fc.constantFrom(...REGION_IDS), (today, region) => {
    const example = exampleFor('x', region, today);
    const timeline = buildTimeline(example);
    expect((timeline?.start ?? '') >= today).toBe(true);
    expect(yearOf(example.decision) - yearOf(today)).toBeLessThanOrEqual(2);
  }), {numRuns: 20});
  expect(examplePlan('x', 'scotland', 2027).name).toMatch(/^Example \(made up\)/);
  expect(weekdayOf(examplePlan('x', 'england-and-wales', 2027).decision)).toBe('Wednesday');
});

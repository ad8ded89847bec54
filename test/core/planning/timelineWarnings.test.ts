import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addDays} from '#core/planning/days.ts';
import {buildTimeline} from '#core/planning/timeline.ts';
import {startPlan} from '#core/planning/timelinePlan.ts';
import type {Period, TimelinePlan} from '#core/planning/timelinePlan.ts';
import {warningsOf} from '#core/planning/timelineWarnings.ts';
import type {Warning} from '#core/planning/timelineWarnings.ts';
import {anyPlan} from './anyTimeline.ts';

const plan = (over: Partial<TimelinePlan> = {}): TimelinePlan => ({...startPlan('plan-1', 'england-and-wales'), decision: '2027-03-03', ...over});
function warnings(over: Partial<TimelinePlan> = {}, today: string | null = '2026-01-05'): Warning[] {
  const given = plan(over);
  const timeline = buildTimeline(given);
  if (!timeline) throw new Error('No timeline.');
  return warningsOf(given, timeline, today);
}
const ids = (list: readonly Warning[]): string[] => list.map(({id}) => id);
const find = (list: readonly Warning[], id: string): Warning | undefined => list.find((warning) => warning.id === id);
const election: Period = {id: 'e', kind: 'pre-election', name: 'Local elections', from: '2027-03-23', to: '2027-05-06'};

describe('warnings', () => {
  it('are none when the time is ample and nothing is in the way', () => {
    // Open from September to November 2026.
    expect(warnings()).toEqual([]);
  });

  it('say when the first stage is in the past, and what would fit', () => {
    const warning = find(warnings({}, '2026-09-01'), 'past');
    expect(warning).toMatchObject({weight: 'serious'});
    expect(warning?.instead).toMatch(/^Move the decision to \w+day \d+ \w+ 2027 or later: then you begin on \w+day \d+ September 2026\. If the date cannot move, at most \d+ open weeks fit\. That would cost you: /);
    expect(find(warnings({}, '2027-03-02'), 'past')?.instead).toContain('not even one open week fits');
    expect(ids(warnings({}, '2027-03-04'))).toContain('decided');
    expect(ids(warnings({}, null))).not.toContain('past');
  });

  it.each([
    ['norm', {openWeeks: 11}, 'check', /not the law/], ['norm', {openWeeks: 1}, 'serious', /1 week is below/], ['formats', {formatWeeks: 0}, 'serious', /no time to make other formats/],
    ['analysis', {analysisWeeks: 1}, 'serious', /less than two weeks/], ['analysis', {analysisWeeks: 3}, 'check', /less than one week for every two/], ['notice', {noticeWeeks: 1}, 'check', /less than two weeks’ notice/],
    ['papers', {papersDays: 4}, 'check', /only 4 clear working days/], ['decision-day', {decision: '2027-03-06'}, 'check', /a Saturday/], ['decision-day', {decision: '2027-03-26'}, 'check', /a bank holiday/],
    ['august 2027', {decision: '2027-11-10'}, 'check', /open for \d+ days in August 2027/], ['christmas 2026', {decision: '2027-06-02'}, 'check', /Christmas and New Year 2026/],
    ['coverage', {decision: '2029-03-07'}, 'check', /checked for 2025 to 2028/],
  ] as const)('%s', (id, over, weight, what) => {
    const warning = find(warnings(over), id);
    expect(warning?.weight).toBe(weight);
    expect(warning?.what).toMatch(what);
  });

  it('never call twelve weeks the law', () => {
    for (let openWeeks = 1; openWeeks <= 13; openWeeks += 1) {
      const norm = find(warnings({openWeeks}), 'norm');
      if (openWeeks >= 12) expect(norm).toBeUndefined();
      else expect(norm?.what).toContain('That norm is not the law.');
    }
  });

  it('name who is lost with a short period, and more of them with a shorter one', () => {
    expect(find(warnings({openWeeks: 8}), 'norm')?.who).toContain('groups that meet monthly');
    expect(find(warnings({openWeeks: 2}), 'norm')?.who.length).toBeGreaterThan(find(warnings({openWeeks: 8}), 'norm')?.who.length ?? 0);
  });

  it('ask for advice when the period is open before an election, and say when it would be over', () => {
    const warning = find(warnings({decision: '2027-09-15', periods: [election]}), 'election e');
    expect(warning?.weight).toBe('serious');
    expect(warning?.what).toContain('Local elections (Tuesday 23 March 2027 to Thursday 6 May 2027) falls inside the open period');
    expect(warning?.instead).toMatch(/Ask the monitoring officer.* lets you open on \w+day \d+ \w+ 2027, when it is over\./);
  });

  it('say less when the election touches another stage, and nothing when it touches none', () => {
    expect(find(warnings({decision: '2027-04-14', periods: [election]}), 'election e')?.weight).toBe('check');
    expect(find(warnings({periods: [election]}), 'election e')).toBeUndefined();
  });

  it('hint at local elections until the period is entered', () => {
    const over = {decision: '2027-09-15'};
    expect(find(warnings(over), 'local-elections 2027')?.what).toMatch(/Thursday 6 May 2027, the first Thursday in May\. This is a hint, to be confirmed\./);
    expect(find(warnings({...over, periods: [election]}), 'local-elections 2027')).toBeUndefined();
    expect(find(warnings({...over, periods: [{...election, to: '2027-05-05'}]}), 'local-elections 2027')).toBeUndefined();
    expect(find(warnings(), 'local-elections 2027')).toBeUndefined();
  });

  it('ask for holidays to be left out, and say so when they are', () => {
    const over = {decision: '2027-11-10'};
    expect(find(warnings(over), 'august 2027')?.instead).toContain('Add your school holidays');
    expect(find(warnings({...over, periods: [{id: 's', kind: 'school-holiday', name: '', from: '2027-07-22', to: '2027-09-01'}]}), 'august 2027')?.instead).toContain('You left these days out');
  });

  it('warn of a closing date in time that does not count, and name the last good day', () => {
    const periods: Period[] = [{id: 's', kind: 'school-holiday', name: '', from: '2027-07-22', to: '2027-08-31'}];
    expect(find(warnings({decision: '2027-10-13', periods}), 'closing-day')?.instead).toContain('You can close on Wednesday 21 July 2027');
    expect(find(warnings({decision: '2027-12-15', periods}), 'closing-day')).toBeUndefined();
  });

  it('warn of an opening on the Friday before a bank holiday', () => {
    // They open on Friday 28 August 2026, before the bank holiday of 31 August, or on a day close to it.
    const found = Array.from({length: 40}, (_, index) => warnings({decision: addDays('2027-01-04', index)})).flat();
    expect(ids(found)).toContain('opening-day');
  });

  it('come with the serious first, each once, and say something whatever the plan', () => {
    fc.assert(fc.property(anyPlan, (given) => {
      const timeline = buildTimeline(given);
      if (!timeline) throw new Error('No timeline.');
      const list = warningsOf(given, timeline, '2027-01-04');
      expect(new Set(ids(list)).size).toBe(list.length);
      expect(list.map(({weight}) => weight)).toEqual(list.map(({weight}) => weight).sort().reverse());
      for (const {what, who, instead} of list) for (const text of [what, who, instead]) expect(text).not.toMatch(/undefined|null|NaN|^\.$/);
    }), {numRuns: 20});
  });
});

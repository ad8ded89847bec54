import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyPlanEdit, boxOf, inverseOf, withDone} from '#core/planning/timelineEdits.ts';
import type {PlanEdit} from '#core/planning/timelineEdits.ts';
import {MOST_PERIODS, startPlan} from '#core/planning/timelinePlan.ts';
import type {Period, TimelinePlan} from '#core/planning/timelinePlan.ts';
import {anyPeriod, anyPlan} from './anyTimeline.ts';

const plan = (over: Partial<TimelinePlan> = {}): TimelinePlan => ({...startPlan('plan-1', 'scotland'), ...over});
const period: Period = {id: 'p', kind: 'school-holiday', name: 'Easter', from: '2027-04-02', to: '2027-04-16'};
const name = (from: string, to: string): PlanEdit => ({field: 'name', from, to});

describe('a change', () => {
  it('touches one field, and leaves what another tab wrote elsewhere', () => {
    expect(applyPlanEdit(plan({decision: '2027-10-13', periods: [period]}), name('', 'Parks'))).toEqual({plan: plan({name: 'Parks', decision: '2027-10-13', periods: [period]}), overwritten: null});
  });

  it.each([
    ['nothing, when it is as it was seen', plan({openWeeks: 12}), null], ['nothing, when the other tab wrote the same', plan({openWeeks: 8}), null],
    ['nothing, when the other tab emptied it', plan({openWeeks: null}), null], ['the other tab’s figure', plan({openWeeks: 6}), '6'],
  ])('says that it replaces %s', (_, stored, overwritten) => {
    expect(applyPlanEdit(stored, {field: 'openWeeks', from: 12, to: 8}).overwritten).toBe(overwritten);
  });

  it('adds, changes and removes a period, and says in words what it replaced', () => {
    const added = applyPlanEdit(plan(), {field: 'period', id: 'p', from: null, to: period}).plan;
    expect(added.periods).toEqual([period]);
    const changed = applyPlanEdit(added, {field: 'period', id: 'p', from: period, to: {...period, to: '2027-04-18'}});
    expect(changed).toMatchObject({overwritten: null, plan: {periods: [{...period, to: '2027-04-18'}]}});
    expect(applyPlanEdit(changed.plan, {field: 'period', id: 'p', from: period, to: null})).toEqual({plan: plan(), overwritten: 'School holiday, Easter: 2027-04-02 to 2027-04-18'});
  });

  it('adds no more periods than the device should keep', () => {
    const full = plan({periods: Array.from({length: MOST_PERIODS}, (_, index) => ({...period, id: `p${index}`}))});
    expect(applyPlanEdit(full, {field: 'period', id: 'one-more', from: null, to: period}).plan).toEqual(full);
  });

  it('is taken back by its inverse, whatever the plan', () => {
    const edits = (given: TimelinePlan): fc.Arbitrary<PlanEdit> => fc.oneof(
      fc.string().map((to): PlanEdit => ({field: 'name', from: given.name, to})), fc.nat(60).map((to): PlanEdit => ({field: 'openWeeks', from: given.openWeeks, to})),
      anyPeriod('new').map((to): PlanEdit => ({field: 'period', id: 'new', from: null, to})),
    );
    fc.assert(fc.property(anyPlan.chain((given) => edits(given).map((edit) => ({given, edit}))), ({given, edit}) => {
      const there = applyPlanEdit(given, edit).plan;
      const back = applyPlanEdit(there, inverseOf(edit));
      expect(back).toEqual({plan: given, overwritten: null});
    }));
  });
});

describe('what can be undone', () => {
  it('joins letters typed into one box, and nothing else', () => {
    const typed = [name('', 'P'), name('P', 'Pa'), name('Pa', 'Par')].reduce<PlanEdit[]>(withDone, []);
    expect(typed).toEqual([name('', 'Par')]);
    expect(withDone(typed, {field: 'openWeeks', from: 12, to: 8})).toHaveLength(2);
    // Another tab changed it in between.
    expect(withDone(typed, name('Park', 'Parks'))).toHaveLength(2);
    const add: PlanEdit = {field: 'period', id: 'p', from: null, to: period};
    expect(withDone([add], {field: 'period', id: 'p', from: period, to: null})).toHaveLength(2);
    expect(withDone([add], {field: 'period', id: 'q', from: null, to: {...period, id: 'q'}})).toHaveLength(2);
  });

  it('is named in words', () => {
    expect(boxOf({field: 'openWeeks', from: 1, to: 2})).toBe('Weeks open for replies');
    expect(boxOf({field: 'period', id: 'p', from: period, to: null})).toBe('Time that does not count: Easter');
  });
});

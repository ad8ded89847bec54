import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {AttemptRule, mayStart, waitOf} from '#core/quizzes/attemptRule.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const failed = (at: string) => ({at, passed: false});

describe('starting an assessment again', () => {
  it.each([
    ['without a rule, whenever one likes', null, [failed('2026-11-22T11:59:59.000Z')], {may: true, left: null}],
    ['with tries left', {max: 3}, [failed('2026-11-01T12:00:00.000Z')], {may: true, left: 2}],
    ['not once the tries are used up', {max: 2}, [failed('2026-11-01T12:00:00.000Z'), failed('2026-11-02T12:00:00.000Z')], {may: false, why: 'used-up', max: 2}],
    ['counting those that nobody has marked yet', {max: 1}, [{at: '2026-11-01T12:00:00.000Z', passed: null}], {may: false, why: 'used-up', max: 1}],
    ['not before the wait is over', {wait: 'P1D'}, [failed('2026-11-22T11:00:00.000Z')], {may: false, why: 'wait', from: '2026-11-23T11:00:00.000Z'}],
    ['the moment the wait is over', {wait: 'PT1H'}, [failed('2026-11-22T11:00:00.000Z')], {may: true, left: null}],
    ['after a pass, whatever the rule', {max: 1, wait: 'P7D'}, [{at: '2026-11-22T11:59:00.000Z', passed: true}], {may: true, left: null}],
    ['waiting no longer than the rule says, though a clock was two years fast', {wait: 'PT1H'}, [failed('2028-11-22T12:00:00.000Z')], {may: false, why: 'wait', from: '2026-11-22T13:00:00.000Z'}],
    ['for the first time', {max: 1, wait: 'P1D'}, [], {may: true, left: 1}],
  ] as const)('%s', (_, rule, earlier, decision) => {
    expect(mayStart(rule, earlier, NOW)).toEqual(decision);
  });

  it('takes no notice of the order in which earlier attempts come', () => {
    const attempt = fc.record({at: fc.date({min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true}).map((day) => day.toISOString()), passed: fc.constantFrom(true, false, null)});
    fc.assert(fc.property(fc.array(attempt, {maxLength: 6}), fc.constantFrom<AttemptRule>({max: 3}, {wait: 'P1D'}, {max: 4, wait: 'PT30M'}), (earlier, rule) => {
      expect(mayStart(rule, [...earlier].reverse(), NOW)).toEqual(mayStart(rule, earlier, NOW));
    }));
  });

  it('reads waits of minutes, hours and days, and refuses others', () => {
    expect([waitOf({wait: 'PT10M'}), waitOf({wait: 'PT4H'}), waitOf({wait: 'P1D'}), waitOf({}), waitOf(null)]).toEqual([600_000, 14_400_000, 86_400_000, 0, 0]);
    expect(AttemptRule.safeParse({wait: '1 day'}).success).toBe(false);
    expect(AttemptRule.safeParse({max: 0}).success).toBe(false);
  });
});

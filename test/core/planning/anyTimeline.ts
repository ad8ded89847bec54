import * as fc from 'fast-check';
import {REGION_IDS} from '#core/planning/bankHolidays.ts';
import {addDays} from '#core/planning/days.ts';
import {LENGTH_IDS, LENGTHS, PERIOD_KIND_IDS} from '#core/planning/timelinePlan.ts';
import type {LengthId, Period, TimelinePlan} from '#core/planning/timelinePlan.ts';

export const anyDay = fc.integer({min: 0, max: 2500}).map((count) => addDays('2025-01-01', count));

/** A period that can be used. */
export const anyPeriod = (id: string): fc.Arbitrary<Period> => fc.record({
  id: fc.constant(id), kind: fc.constantFrom(...PERIOD_KIND_IDS), name: fc.string({maxLength: 20}), from: anyDay, days: fc.integer({min: 0, max: 150}),
}).map(({days, ...rest}) => ({...rest, to: addDays(rest.from, days)}));

const lengths = Object.fromEntries(LENGTH_IDS.map((id) => [id, fc.integer({min: LENGTHS[id].least, max: LENGTHS[id].most})])) as Record<LengthId, fc.Arbitrary<number>>;

/** A plan from which dates can be worked out. */
export const anyPlan: fc.Arbitrary<TimelinePlan> = fc.record({
  version: fc.constant(1 as const), id: fc.constant('plan-1'), name: fc.string({maxLength: 40}), region: fc.constantFrom(...REGION_IDS), decision: anyDay, ...lengths,
  periods: fc.array(fc.nat(), {maxLength: 4}).chain((list) => fc.tuple(...list.map((_, index) => anyPeriod(`period-${index}`)))),
});

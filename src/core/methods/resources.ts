import type {MethodSummary} from './method.ts';
import {bandOf} from './vocabulary.ts';
import type {CostBand, StaffEffort} from './vocabulary.ts';

/**
 * Pounds that a method of each band is taken to cost when costs are added up. Bands grow about fourfold, so this is the geometric
 * middle, rounded. Practice judgement, and on the cautious side: what two methods share (a hall, a mailing) is counted twice.
 */
export const POUNDS: Readonly<Record<CostBand, number>> = {1: 300, 2: 2_200, 3: 10_000, 4: 38_000, 5: 100_000};
/** The most that each band holds, in pounds. */
const POUNDS_TOP: Readonly<Record<CostBand, number>> = {1: 1_000, 2: 5_000, 3: 20_000, 4: 75_000, 5: Infinity};

/** Working days that a method of each effort band is taken to need. Practice judgement. */
export const DAYS: Readonly<Record<StaffEffort, number>> = {1: 0.5, 2: 2, 3: 7, 4: 17, 5: 35};
const DAYS_TOP: Readonly<Record<StaffEffort, number>> = {1: 0.5, 2: 3, 3: 10, 4: 25, 5: Infinity};

const BANDS: readonly CostBand[] = [1, 2, 3, 4, 5];

const bandHolding = (sum: number, tops: Readonly<Record<CostBand, number>>): CostBand => BANDS.find((band) => sum <= tops[band]) ?? 5;

type Cost = Pick<MethodSummary, 'costBand'>;
type Effort = Pick<MethodSummary, 'staffEffort'>;
type Time = Pick<MethodSummary, 'elapsedWeeks'>;

/** Takes methods run together; gives the cost band of the sum. 1 for none. */
export function costBandOf(methods: readonly Cost[]): CostBand {
  return bandHolding(methods.reduce((sum, method) => sum + POUNDS[bandOf(method.costBand)], 0), POUNDS_TOP);
}

/** Takes methods run together; gives the staff effort band of the sum. 1 for none. */
export function staffEffortOf(methods: readonly Effort[]): StaffEffort {
  return bandHolding(methods.reduce((sum, method) => sum + DAYS[bandOf(method.staffEffort)], 0), DAYS_TOP);
}

/** The weeks to plan for one method: the middle of its usual range, or the time there is when that is less. Never below its minimum. */
export function weeksFor({elapsedWeeks: {min, max}}: Time, available: number | undefined): number {
  return Math.max(min, Math.min(Math.ceil((min + max) / 2), available ?? Infinity));
}

/** Methods run side by side, so a mix takes as long as its longest. 0 for none. */
export function weeksOf(methods: readonly Time[], available: number | undefined): number {
  return Math.max(0, ...methods.map((method) => weeksFor(method, available)));
}

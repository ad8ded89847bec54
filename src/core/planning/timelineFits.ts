import {addDays} from './days.ts';
import {buildTimeline} from './timeline.ts';
import type {Timeline} from './timeline.ts';
import type {TimelinePlan} from './timelinePlan.ts';
import {bankHolidayTest, isWorkingDay} from './workingDays.ts';

/** How far ahead a better decision date is looked for, in days: four years. */
const FURTHEST = 1461;

/**
 * The timeline of the first working day after the decision for which `isGood` holds, or null when there is none in four years.
 * `isGood` must stay true for each later decision, as "begins after a day" and "opens after a day" do: the days are halved, not walked.
 */
export function laterDecision(plan: TimelinePlan, isGood: (timeline: Timeline) => boolean): Timeline | null {
  if (plan.decision === '') return null;
  const isBankHoliday = bankHolidayTest(plan.region);
  const days = Array.from({length: FURTHEST}, (_, index) => addDays(plan.decision, index + 1)).filter((day) => isWorkingDay(day, isBankHoliday));
  const at = (index: number): Timeline | null => buildTimeline({...plan, decision: days[index] ?? ''});
  const fits = (index: number): boolean => {
    const timeline = at(index);
    return timeline !== null && isGood(timeline);
  };
  let low = 0;
  let high = days.length - 1;
  if (!fits(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return at(low);
}

/** The most weeks open, fewer than the plan has, with which nothing begins before `today`. Null when not even one week fits. */
export function longestOpenThatFits(plan: TimelinePlan, today: string): number | null {
  const fits = (openWeeks: number): boolean => (buildTimeline({...plan, openWeeks})?.start ?? '') >= today;
  let low = 0;
  let high = (plan.openWeeks ?? 1) - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? null : low;
}

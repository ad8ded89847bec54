import type {Region} from './bankHolidays.ts';
import {dayOf, yearOf} from './days.ts';
import {buildTimeline} from './timeline.ts';
import {startPlan} from './timelinePlan.ts';
import type {TimelinePlan} from './timelinePlan.ts';

/** An example (made up) whose committee decides on 13 October of a year. The school holidays are made up too. */
export function examplePlan(id: string, region: Region, year: number): TimelinePlan {
  return {
    ...startPlan(id, region), name: 'Example (made up): a new library for Marlham', decision: dayOf(year, 10, 13), openWeeks: 10, analysisWeeks: 5,
    periods: [{id: 'example-summer', kind: 'school-holiday', name: 'Summer holidays (made up)', from: dayOf(year, 7, 22), to: dayOf(year, 8, 31)}],
  };
}

/** The same for the first year in which it can still begin on or after `today`. */
export function exampleFor(id: string, region: Region, today: string): TimelinePlan {
  let year = yearOf(today);
  while ((buildTimeline(examplePlan(id, region, year))?.start ?? today) < today) year += 1;
  return examplePlan(id, region, year);
}

import {writeCalendar} from '../calendar/calendarFile.ts';
import {writeCsv} from '../csv.ts';
import {REGIONS} from './bankHolidays.ts';
import {wordsForFile} from './ownFile.ts';
import {STAGES} from './timeline.ts';
import type {Timeline} from './timeline.ts';
import {LENGTH_IDS, LENGTHS, PERIOD_KINDS, planName, usablePeriods} from './timelinePlan.ts';
import type {TimelinePlan} from './timelinePlan.ts';
import type {Warning} from './timelineWarnings.ts';

/** A name for the file, made of the consultation's own. `ending`: csv or ics. */
export function timelineFileName(plan: TimelinePlan, ending: string): string {
  const words = wordsForFile(planName(plan));
  return `timeline-${words || 'consultation'}.${ending}`;
}

/** The timeline as a table: the stages, the warnings, and below them all that was set. Without a timeline, only what was set. */
export function timelineCsv(plan: TimelinePlan, timeline: Timeline | null, warnings: readonly Warning[]): string {
  const name = planName(plan);
  return writeCsv(['Consultation', 'Kind', 'What', 'First day', 'Last day', 'Length', 'Note'], [
    ...(timeline?.stages ?? []).map(({id, title, from, to, counted}) => [name, 'Stage', title, from, to, counted, STAGES[id].what]),
    ...warnings.map(({what, who, instead}) => [name, 'Warning', what, '', '', '', [who === '' ? '' : `Who is lost: ${who}`, instead].filter((text) => text !== '').join(' ')]),
    ...usablePeriods(plan).map(({kind, name: called, from, to}) => [name, 'Time that does not count', PERIOD_KINDS[kind], from, to, '', called]),
    [name, 'Setting', 'Part of the UK', '', '', '', REGIONS[plan.region]],
    [name, 'Setting', 'Day of the decision', plan.decision, plan.decision, '', ''],
    ...LENGTH_IDS.map((id) => [name, 'Setting', LENGTHS[id].label, '', '', plan[id], LENGTHS[id].unit]),
  ]);
}

/** The timeline as a calendar file. `stamp`: when it is written, a moment in ISO 8601 in UTC. A stage keeps its id from one file to the next. */
export function timelineCalendar(plan: TimelinePlan, timeline: Timeline, stamp: string): string {
  const name = planName(plan);
  return writeCalendar({
    name: `Timeline: ${name}`, stamp,
    events: timeline.stages.map(({id, title, from, to, counted}) =>
      ({uid: `${plan.id}-${id}@askwell`, from, to, summary: `${title}: ${name}`, description: `${STAGES[id].what}\n${counted}.`})),
  });
}

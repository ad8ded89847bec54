import {COVERED} from './bankHolidays.ts';
import {addDays, daysBetween, weekdayOf, yearOf} from './days.ts';
import {writeDay} from '../records/londonDay.ts';
import {faultsOf, usablePeriods} from './timelinePlan.ts';
import type {LengthId, TimelinePlan} from './timelinePlan.ts';
import {bankHolidayTest, countBack, isWorkingDay, lastDayThat} from './workingDays.ts';
import type {Stretch} from './workingDays.ts';

/** The stages in the order in which they are done, with what is done in each. */
export const STAGES = {
  draft: {title: 'Write, test and approve', what: 'Write the papers and questions, test them and have them approved. The text is final at the end.'},
  formats: {title: 'Make other formats', what: 'Easy Read, large print, Braille, audio, British Sign Language and translations, all ready for the opening.'},
  notice: {title: 'Give notice to groups', what: 'Tell groups and partners what is coming and when, so that they can put it on an agenda.'},
  open: {title: 'Open for replies', what: 'People reply. The first day is the opening and the last is the closing date.'},
  analysis: {title: 'Read and analyse', what: 'Enter, read, sort and count the replies.'},
  report: {title: 'Write and agree the report', what: 'Write the report and have it checked. It is finished at the end.'},
  papers: {title: 'Report deadline, then papers out', what: 'The report is due on the first day. The days after it are clear working days until the meeting.'},
  decision: {title: 'Decision', what: 'The meeting that decides.'},
} as const;
export type StageId = keyof typeof STAGES;

export interface Stage extends Stretch {
  id: StageId;
  title: string;
  /** How its length came about, in words. */
  counted: string;
}

export interface Timeline {
  /** The earliest first. All but the notice follow one another; the notice ends with the opening, whatever runs beside it. */
  stages: Stage[];
  start: string;
  opens: string;
  closes: string;
  reportDue: string;
  decision: string;
  /** Days from the opening to the closing date that do not count: bank holidays, and days in a period of the plan. */
  leftOut: number;
}

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

type Lengths = Record<LengthId, number>;

/** Which days count in a plan. Staff work on working days. People have every day to reply but bank holidays and the plan's periods. */
function daysOf(plan: TimelinePlan, isBankHoliday: (day: string) => boolean): {isWork: (day: string) => boolean; isTimeToReply: (day: string) => boolean} {
  const periods = usablePeriods(plan);
  return {
    isWork: (day) => isWorkingDay(day, isBankHoliday),
    isTimeToReply: (day) => !isBankHoliday(day) && !periods.some(({from, to}) => day >= from && day <= to),
  };
}

/**
 * Works back from the decision. Null while the decision has no date or a length cannot be read.
 *
 * The report is due as many clear working days before the meeting as the plan says. Weeks of staff work are five working days. The
 * consultation closes on the working day before the analysis, and opens on a working day. A week of replies or of notice is seven days
 * that count. No rule looks at how long another stage is, so a later decision never begins earlier and a holiday never takes time away.
 * `isBankHoliday`: other bank holidays than those of the plan's part of the UK.
 */
export function buildTimeline(plan: TimelinePlan, isBankHoliday = bankHolidayTest(plan.region)): Timeline | null {
  if (plan.decision === '' || faultsOf(plan).length > 0) return null;
  const {isWork, isTimeToReply} = daysOf(plan, isBankHoliday);
  const lengths = plan as Lengths;
  const stages: Stage[] = [];
  /** The first day of what has been placed so far. */
  let next: string = plan.decision;
  const place = (id: StageId, from: string, to: string, counted: string): void => {
    stages.push({id, title: STAGES[id].title, from, to, counted});
    if (id !== 'notice') next = from;
  };
  const placeWork = (id: StageId, days: number, counted: string): void => {
    if (days === 0) return;
    const to = lastDayThat(isWork, addDays(next, -1));
    place(id, countBack(isWork, to, days), to, counted);
  };
  const weeks = (count: number, of: string): string => `${plural(count, 'week')} of ${of}`;

  place('decision', plan.decision, plan.decision, 'The day you set');
  place('papers', countBack(isWork, addDays(next, -1), lengths.papersDays + 1), addDays(next, -1), `${plural(lengths.papersDays, 'clear working day')} before the meeting`);
  const reportDue = next;
  placeWork('report', lengths.reportDays, plural(lengths.reportDays, 'working day'));
  placeWork('analysis', lengths.analysisWeeks * 5, weeks(lengths.analysisWeeks, 'five working days'));
  const closes = lastDayThat(isWork, addDays(next, -1));
  const opens = lastDayThat(isWork, countBack(isTimeToReply, closes, lengths.openWeeks * 7));
  const leftOut = countLeftOut(isTimeToReply, opens, closes);
  place('open', opens, closes, `${plural(lengths.openWeeks, 'week')}${leftOut === 0 ? '' : `, and ${plural(leftOut, 'day')} that ${leftOut === 1 ? 'does' : 'do'} not count`}`);
  if (lengths.noticeWeeks > 0) {
    const to = addDays(opens, -1);
    const from = lastDayThat(isWork, countBack(isTimeToReply, to, lengths.noticeWeeks * 7));
    const missing = countLeftOut(isTimeToReply, from, to);
    place('notice', from, to, `${plural(lengths.noticeWeeks, 'week')}${missing === 0 ? '' : `, and ${plural(missing, 'day')} that ${missing === 1 ? 'does' : 'do'} not count`}`);
  }
  placeWork('formats', lengths.formatWeeks * 5, weeks(lengths.formatWeeks, 'five working days'));
  placeWork('draft', lengths.draftWeeks * 5, weeks(lengths.draftWeeks, 'five working days'));
  stages.reverse();
  const sorted = stages.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return {stages: sorted, start: sorted[0]?.from ?? opens, opens, closes, reportDue, decision: plan.decision, leftOut};
}

function countLeftOut(counts: (day: string) => boolean, from: string, to: string): number {
  let out = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (!counts(day)) out += 1;
  return out;
}

/** Says that bank holidays are not certain for all the dates, or null when they are. */
export function coverageNote(timeline: Timeline): string | null {
  const first = yearOf(timeline.start);
  const last = yearOf(timeline.decision);
  if (first >= COVERED.first && last <= COVERED.last) return null;
  return `Bank holidays here were checked for ${COVERED.first} to ${COVERED.last}. Your dates run from ${first} to ${last}. Outside the checked years the days follow the usual rules, and a proclamation can add or move one. Look at the list on GOV.UK before you rely on these dates.`;
}

/** A day as people say it: Wednesday 13 October 2027. */
export function writeDate(day: string): string {
  return `${weekdayOf(day)} ${writeDay(day)}`;
}

/** How long it takes from the first day to the decision, in words. */
export function spanInWords({start, decision}: Timeline): string {
  const days = daysBetween(start, decision);
  const weeks = Math.floor(days / 7);
  const rest = days % 7;
  return [weeks === 0 ? '' : plural(weeks, 'week'), rest === 0 && weeks > 0 ? '' : plural(rest, 'day')].filter((part) => part !== '').join(' and ');
}

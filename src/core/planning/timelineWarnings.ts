import {localElectionDay} from './bankHolidays.ts';
import {addDays, daysBetween, weekdayOf, yearOf} from './days.ts';
import {buildTimeline, coverageNote, writeDate} from './timeline.ts';
import type {Timeline} from './timeline.ts';
import {laterDecision, longestOpenThatFits} from './timelineFits.ts';
import {lostWith} from './timelineCosts.ts';
import {usablePeriods} from './timelinePlan.ts';
import type {TimelinePlan} from './timelinePlan.ts';
import {bankHolidayTest, isWorkingDay, lastDayThat} from './workingDays.ts';

/** Something to look at before the dates are used. */
export interface Warning {
  id: string;
  /** `serious`: the dates do not work, or people are left out. `check`: ask or write down why. */
  weight: 'serious' | 'check';
  what: string;
  /** Who loses by it; empty when nobody does. */
  who: string;
  /** What would fit instead, or what to do. */
  instead: string;
}

/** Twelve weeks: the 2008 code for central government, since replaced. Compacts used three months. Never the law by itself. */
export const OLD_NORM_WEEKS = 12;
/** Days of a holiday month inside the open period from which it is worth a word. Practice judgement, as the two below. */
const WORTH_A_WORD = 5;
const WEEKS_BEFORE_ELECTION = 6;
const USUAL_FORMAT_WEEKS = 3;

const overlap = (a: {from: string; to: string}, b: {from: string; to: string}): number =>
  daysBetween(a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to) + 1;

/** Gives what is worth a warning, the serious first. `today`: null where it is not known, and then nothing is said of the past. */
export function warningsOf(plan: TimelinePlan, timeline: Timeline, today: string | null): Warning[] {
  const warnings = [
    ...inThePast(plan, timeline, today), ...aroundElections(plan, timeline), ...noRoom(plan, timeline), ...length(plan),
    ...holidayTime(plan, timeline), ...awkwardDays(plan, timeline), ...localElection(plan, timeline),
  ];
  const note = coverageNote(timeline);
  if (note) warnings.push({id: 'coverage', weight: 'check', what: note, who: '', instead: ''});
  return [...warnings.filter(({weight}) => weight === 'serious'), ...warnings.filter(({weight}) => weight === 'check')];
}

function inThePast(plan: TimelinePlan, timeline: Timeline, today: string | null): Warning[] {
  if (today === null || timeline.start >= today) return [];
  if (timeline.decision < today) {
    return [{id: 'decided', weight: 'serious', what: `The day of the decision, ${writeDate(timeline.decision)}, has passed.`, who: '', instead: 'Set the day of the next decision. To look back on a past timeline, read on.'}];
  }
  const later = laterDecision(plan, ({start}) => start >= today);
  const open = longestOpenThatFits(plan, today);
  const move = later ? `Move the decision to ${writeDate(later.decision)} or later: then you begin on ${writeDate(later.start)}.` : 'No decision in the next four years fits. Make a stage shorter.';
  const shorten = open === null ? 'With this decision date, not even one open week fits. The other stages alone take too long.'
    : `If the date cannot move, ${open === 1 ? 'one open week fits' : `at most ${open} open weeks fit`}. That would cost you: ${lostWith(open).map(({who}) => who).join('; ') || 'nobody in the table below'}.`;
  return [{
    id: 'past', weight: 'serious', who: 'Whoever needs the stage that you skip. It is most often the people who reply.',
    what: `The first stage should have begun on ${writeDate(timeline.start)}. That day has passed.`, instead: `${move} ${shorten}`,
  }];
}

function aroundElections(plan: TimelinePlan, timeline: Timeline): Warning[] {
  const open = {from: timeline.opens, to: timeline.closes};
  return usablePeriods(plan).filter(({kind}) => kind === 'pre-election').flatMap((period): Warning[] => {
    const named = `${period.name.trim() || 'A pre-election period'} (${writeDate(period.from)} to ${writeDate(period.to)})`;
    const after = laterDecision(plan, ({opens}) => opens > period.to);
    const ask = 'Ask the monitoring officer or your legal team before you open.';
    if (overlap(open, period) > 0) {
      return [{
        id: `election ${period.id}`, weight: 'serious', what: `${named} falls inside the open period. Its days are not counted, so people keep their full time.`,
        who: 'Those who hear of a consultation only through publicity, which may have to stop in these weeks.',
        instead: `${ask}${after ? ` A decision on ${writeDate(after.decision)} lets you open on ${writeDate(after.opens)}, when it is over.` : ''}`,
      }];
    }
    if (overlap({from: timeline.start, to: timeline.decision}, period) <= 0) return [];
    return [{
      id: `election ${period.id}`, weight: 'check', what: `${named} touches another stage.`, who: '',
      instead: 'Ask what you may publish and decide in these weeks. A committee may not meet.',
    }];
  });
}

function noRoom(plan: TimelinePlan, timeline: Timeline): Warning[] {
  const warnings: Warning[] = [];
  if (plan.formatWeeks === 0) {
    const whole = buildTimeline({...plan, formatWeeks: USUAL_FORMAT_WEEKS});
    warnings.push({
      id: 'formats', weight: 'serious', what: 'There is no time to make other formats before the opening.',
      who: 'People who need Easy Read, Braille, large print, audio, British Sign Language or another language. Their period begins when their copy comes.',
      instead: whole ? `Add ${USUAL_FORMAT_WEEKS} weeks (practice judgement) and begin on ${writeDate(whole.start)}.` : '',
    });
  }
  if ((plan.analysisWeeks ?? 0) < 2) {
    const whole = buildTimeline({...plan, analysisWeeks: 2});
    warnings.push({
      id: 'analysis', weight: 'serious', what: 'There is less than two weeks to read the replies.',
      who: 'Everybody who writes a long answer. A report that is drafted while replies come in looks as if nobody read them.',
      instead: whole ? `Two weeks is the least (practice judgement): begin on ${writeDate(whole.start)}.` : '',
    });
  } else if ((plan.analysisWeeks ?? 0) * 2 < (plan.openWeeks ?? 0)) {
    warnings.push({
      id: 'analysis', weight: 'check', what: 'Analysis has less than one week for every two weeks open.', who: '',
      instead: 'That can be enough for a short form with few comments. If you expect long replies, add weeks or people.',
    });
  }
  if ((plan.noticeWeeks ?? 0) < 2) {
    warnings.push({
      id: 'notice', weight: 'check', what: 'Groups get less than two weeks’ notice.', who: 'Groups whose next agenda is already full when you open.',
      instead: 'Notice runs beside other stages, so two to four weeks may cost no time at all.',
    });
  }
  if ((plan.papersDays ?? 0) < 5) {
    warnings.push({
      id: 'papers', weight: 'check', what: `The report is due only ${plan.papersDays} clear working days before the meeting.`, who: '',
      instead: `Councils in England have to publish five clear days ahead. Other bodies and other parts of the UK have other rules. Ask your committee team when the report is due for ${writeDate(timeline.decision)}.`,
    });
  }
  return warnings;
}

function length({openWeeks}: TimelinePlan): Warning[] {
  if (openWeeks === null || openWeeks >= OLD_NORM_WEEKS) return [];
  return [{
    id: 'norm', weight: openWeeks < 2 ? 'serious' : 'check',
    what: `${openWeeks} ${openWeeks === 1 ? 'week is' : 'weeks are'} below twelve weeks, or three months, the norm of old codes and compacts. That norm is not the law.`,
    who: `${lostWith(openWeeks).map(({who}) => who).join('; ')}.`,
    instead: 'Look for a number in your own charter, compact or field. If fewer weeks are enough here, write down why before you open, and say so in the papers.',
  }];
}

function holidayTime(plan: TimelinePlan, {opens, closes}: Timeline): Warning[] {
  const open = {from: opens, to: closes};
  const seasons = [];
  for (let year = yearOf(opens) - 1; year <= yearOf(closes); year += 1) {
    seasons.push({id: 'august', name: `August ${year}`, from: `${year}-08-01`, to: `${year}-08-31`}, {id: 'christmas', name: `Christmas and New Year ${year}`, from: `${year}-12-20`, to: `${year + 1}-01-05`});
  }
  return seasons.filter((season) => overlap(open, season) >= WORTH_A_WORD).map((season): Warning => {
    const days = overlap(open, season);
    const inside = {from: opens > season.from ? opens : season.from, to: closes < season.to ? closes : season.to};
    const isLeftOut = usablePeriods(plan).some(({from, to}) => from <= inside.from && to >= inside.to);
    return {
      id: `${season.id} ${yearOf(season.from)}`, weight: 'check', what: `The consultation is open for ${days} days in ${season.name}.`,
      who: 'Families, schools, carers, students, and groups that do not meet then.',
      instead: isLeftOut ? 'You left these days out of the count, so people keep their full time. Plan no event and no last call in them.'
        : 'Add your school holidays under “Time that does not count”. The opening comes earlier, and people keep their full time.',
    };
  });
}

function awkwardDays(plan: TimelinePlan, {decision, opens, closes}: Timeline): Warning[] {
  const isBankHoliday = bankHolidayTest(plan.region);
  const warnings: Warning[] = [];
  const periods = usablePeriods(plan);
  const isAway = (day: string): boolean => periods.some(({from, to}) => day >= from && day <= to);
  if (isAway(closes)) {
    const before = lastDayThat((day) => isWorkingDay(day, isBankHoliday) && !isAway(day), closes);
    warnings.push({
      id: 'closing-day', weight: 'check', what: `The closing date, ${writeDate(closes)}, is in time that does not count.`, who: 'People who reply in the last days, as many do, and are away.',
      instead: before > opens ? `You can close on ${writeDate(before)}, before it, and begin the analysis sooner. Or move the decision so that you close after it.` : 'Move the decision so that you close after it.',
    });
  }
  if (!isWorkingDay(decision, isBankHoliday)) {
    warnings.push({id: 'decision-day', weight: 'check', what: `The decision is on ${isBankHoliday(decision) ? 'a bank holiday' : `a ${weekdayOf(decision)}`}.`, who: '', instead: 'Check the date with your committee team.'});
  }
  if (weekdayOf(opens) === 'Friday' && isBankHoliday(addDays(opens, 3))) {
    warnings.push({
      id: 'opening-day', weight: 'check', what: 'You open on the Friday before a bank holiday.', who: 'People who read the news of it on Friday and have nobody to ask until Tuesday.',
      instead: 'Open a day earlier, while the phone line is staffed.',
    });
  }
  return warnings;
}

/** A hint only: whether anybody votes there that year, and when the period begins, only democratic services can say. */
function localElection(plan: TimelinePlan, {opens, decision}: Timeline): Warning[] {
  const known = usablePeriods(plan).filter(({kind}) => kind === 'pre-election');
  const warnings: Warning[] = [];
  for (let year = yearOf(opens); year <= yearOf(decision); year += 1) {
    const day = localElectionDay(year);
    const isNear = overlap({from: opens, to: decision}, {from: addDays(day, -7 * WEEKS_BEFORE_ELECTION), to: day}) > 0;
    const isEntered = known.some(({from, to}) => from <= day && addDays(to, 1) >= day);
    if (!isNear || isEntered) continue;
    warnings.push({
      id: `local-elections ${year}`, weight: 'check', who: '',
      what: `If there are local elections here in ${year}, they are normally on ${writeDate(day)}, the first Thursday in May. This is a hint, to be confirmed.`,
      instead: 'Ask democratic services whether people vote here, and when the pre-election period begins. Then add it under “Time that does not count”.',
    });
  }
  return warnings;
}

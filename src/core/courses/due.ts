import type {Completion} from '../records/api.ts';
import {toLondonDay} from '../records/londonDay.ts';
import {addDays} from '../planning/days.ts';
import {NO_TRAINING, standingIn} from './completion.ts';
import type {AttemptFact, TrainingFacts} from './completion.ts';
import type {Course} from './course.ts';
import {addMonths, countsFrom, currencyOn, currentUntil, DUE_SOON_DAYS, latest} from './currency.ts';
import type {Currency} from './currency.ts';
import {refresherIdOf} from './derivedQuizzes.ts';
import {refresherDays, refresherOn} from './refreshers.ts';
import type {RefresherStanding} from './refreshers.ts';
import {lastMet} from './renewal.ts';
import {asksForSessions} from './rule.ts';

/** How many months ahead dates are written into calendars. */
const MONTHS_AHEAD = 24;

/**
 * A course that somebody holds. `lessons`: every lesson is done on a device whose site has no record service, so that nobody can mark
 * the assessment; the day counts all the same.
 */
export interface Held {
  courseId: string;
  by: 'completion' | 'lessons';
  completedAt: string;
  renewedAt: string | null;
}

/** What is due to somebody in a course. `on`: the day from which it is, as 2026-11-22. */
export interface Due {
  kind: 'lapsed' | 'due-soon' | 'refresher';
  courseId: string;
  title: string;
  by: Held['by'];
  on: string;
  /** The last day on which the completion counts or counted; null: without end. */
  until: string | null;
  /** Whether the course ends with an assessment, which renews it. */
  assessed: boolean;
  /** Given and true where being at the sessions of a later run renews it. */
  taught?: boolean;
  href: string;
}

/** A date to come, for calendars. `end`: the last day on which the completion counts. */
export interface Coming {
  kind: 'refresher' | 'end';
  courseId: string;
  title: string;
  on: string;
  href: string;
}

/** The completions of several lists, one for each course: the first time it was completed and the last time it was renewed. */
export function joinCompletions(completions: readonly Completion[]): Completion[] {
  const joined = new Map<string, Completion>();
  for (const completion of completions) {
    const before = joined.get(completion.courseId);
    const isFirst = !before || Date.parse(completion.completedAt) < Date.parse(before.completedAt);
    const renewedAt = latest([before?.renewedAt, completion.renewedAt].flatMap((at) => at ?? []));
    joined.set(completion.courseId, {...(isFirst ? completion : before), renewedAt});
  }
  return [...joined.values()];
}

/** What is known of somebody: their attempts, completions that a record service has confirmed, and what trainers wrote down there. */
export interface KnownFacts {
  attempts: readonly AttemptFact[];
  completions: readonly Completion[];
  training?: Omit<TrainingFacts, 'completions'>;
}

/**
 * The courses that somebody holds. A completion once confirmed stands, also when a later version of the course asks for more.
 * `canAssess`: whether there is a record service, which alone can mark an assessment.
 */
export function heldIn(courses: readonly Course[], {attempts, completions, training}: KnownFacts, canAssess: boolean): Held[] {
  const facts = {...NO_TRAINING, ...training, completions};
  return courses.flatMap((course): Held[] => {
    const {completedAt, lessonsDone} = standingIn(course, attempts, facts);
    const confirmed = completions.filter(({courseId}) => courseId === course.id);
    const [first] = [...confirmed.map((each) => each.completedAt), ...(completedAt ? [completedAt] : [])].sort((a, b) => Date.parse(a) - Date.parse(b));
    if (first !== undefined) {
      const renewals = [lastMet(course, attempts, facts), ...confirmed.map(({renewedAt}) => renewedAt)].flatMap((at) => at ?? []);
      return [{courseId: course.id, by: 'completion', completedAt: first, renewedAt: laterThan(first, latest(renewals))}];
    }
    if (canAssess || lessonsDone.length < course.lessons.length) return [];
    const lessonsOnly = {...course, assessment: undefined, rule: {all: [{lessons: 'all' as const}]}};
    const doneAt = standingIn(lessonsOnly, attempts).completedAt;
    return doneAt === null ? [] : [{courseId: course.id, by: 'lessons', completedAt: doneAt, renewedAt: laterThan(doneAt, lastMet(lessonsOnly, attempts))}];
  });
}

function laterThan(moment: string, other: string | null): string | null {
  return other !== null && Date.parse(other) > Date.parse(moment) ? other : null;
}

/** How a held course stands on a day: its currency, its last day and its refreshers. */
export interface HeldStanding {
  currency: Currency;
  until: string | null;
  refresher: RefresherStanding;
}

/** Takes the course, what somebody holds of it, their attempts and the day (2026-11-22). Days count in London. */
export function standingOf(course: Course, held: Held, attempts: readonly AttemptFact[], today: string): HeldStanding {
  const moment = countsFrom(held);
  const until = currentUntil(moment, course.validFor);
  const doneAt = latest(attempts.filter(({quizId}) => quizId === refresherIdOf(course.id)).map(({at}) => at));
  const refresher = refresherOn({from: toLondonDay(moment), every: course.refreshEvery, until}, doneAt && toLondonDay(doneAt), today);
  return {currency: currencyOn(until, today), until, refresher};
}

const refresherHref = (course: Course): string => `/learn/${course.id}/refresher/`;
/** Where a course is renewed: another run where it asks for sessions, its assessment, or its lessons where there is none to be marked. */
const renewalHref = (course: Course, {by}: Held): string =>
  (by === 'lessons' ? `/learn/${course.id}/` : asksForSessions(course.rule) ? '/bookings/' : course.assessment !== undefined ? `/learn/${course.id}/assessment/` : `/learn/${course.id}/`);

const ORDER = ['lapsed', 'due-soon', 'refresher'] as const;

/** What is due on a day: completions that have lapsed, then those that soon will, then refreshers, each with the oldest first. */
export function dueOn(courses: readonly Course[], held: readonly Held[], attempts: readonly AttemptFact[], today: string): Due[] {
  return eachHeld(courses, held).flatMap(({course, mine}): Due[] => {
    const {currency, until, refresher} = standingOf(course, mine, attempts, today);
    const about = {courseId: course.id, title: course.title, by: mine.by, until, assessed: course.assessment !== undefined && mine.by === 'completion', ...(asksForSessions(course.rule) && mine.by === 'completion' && {taught: true})};
    const renewal = {...about, href: renewalHref(course, mine)};
    if (currency === 'lapsed' && until !== null) return [{...renewal, kind: 'lapsed', on: addDays(until, 1)}];
    return [
      // Lessons by themselves prove nothing that could run out.
      ...(currency === 'due-soon' && until !== null && mine.by === 'completion' ? [{...renewal, kind: 'due-soon' as const, on: addDays(until, -DUE_SOON_DAYS)}] : []),
      ...(refresher.due !== null ? [{...about, kind: 'refresher' as const, on: refresher.due, href: refresherHref(course)}] : []),
    ];
  }).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The dates to come in the next 24 months, the soonest first: the refresher that is due now, those after it, and ends of validity. */
export function comingFrom(courses: readonly Course[], held: readonly Held[], attempts: readonly AttemptFact[], today: string): Coming[] {
  const furthest = addMonths(today, MONTHS_AHEAD);
  return eachHeld(courses, held).flatMap(({course, mine}): Coming[] => {
    const {currency, until, refresher} = standingOf(course, mine, attempts, today);
    if (currency === 'lapsed') return [];
    const days = refresher.due === null ? [] : [refresher.due];
    for (const day of refresherDays({from: toLondonDay(countsFrom(mine)), every: course.refreshEvery, until})) {
      if (day > furthest) break;
      if (refresher.next !== null && day >= refresher.next) days.push(day);
    }
    const about = {courseId: course.id, title: course.title};
    return [
      ...days.map((on): Coming => ({...about, kind: 'refresher', on, href: refresherHref(course)})),
      ...(until !== null && until <= furthest && mine.by === 'completion' ? [{...about, kind: 'end' as const, on: until, href: renewalHref(course, mine)}] : []),
    ];
  }).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function eachHeld(courses: readonly Course[], held: readonly Held[]): {course: Course; mine: Held}[] {
  return held.flatMap((mine) => courses.filter(({id}) => id === mine.courseId).map((course) => ({course, mine})));
}

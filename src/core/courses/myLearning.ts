import type {Completion} from '../records/api.ts';
import {toLondonDay} from '../records/londonDay.ts';
import {NO_TRAINING, standingIn} from './completion.ts';
import type {AttemptFact, Missing, TrainingFacts} from './completion.ts';
import type {Course} from './course.ts';
import {countsFrom, currencyOn, currentUntil} from './currency.ts';
import type {Currency} from './currency.ts';
import {refresherIdOf, SKILLS_CHECK} from './derivedQuizzes.ts';
import type {Held} from './due.ts';
import {quizPlace} from './quizPlace.ts';

/** An attempt that is on this device, as much of it as is needed here. */
export interface StoredFact {
  id: string;
  quizId: string;
  startedAt: string;
  handedInAt: string | null;
  /** How many of its questions have an answer. */
  answered: number;
  /** Null where it is not known beforehand how many will be asked. */
  of: number | null;
}

/** An attempt to go on with. */
export interface UnderWay {
  id: string;
  title: string;
  href: string;
  startedAt: string;
  answered: number;
  of: number | null;
}

/** Takes attempts on this device, latest first; gives those that are under way and that their page would open: the latest at each quiz. */
export function underWay(courses: readonly Course[], stored: readonly StoredFact[]): UnderWay[] {
  return stored.flatMap(({id, quizId, startedAt, handedInAt, answered, of}, index): UnderWay[] => {
    const place = quizPlace(courses, quizId);
    const isLatest = stored.findIndex((each) => each.quizId === quizId) === index;
    return place && isLatest && handedInAt === null ? [{id, ...place, startedAt, answered, of}] : [];
  });
}

/** A course that somebody has begun and not completed. */
export interface Begun {
  courseId: string;
  title: string;
  done: {title: string; href: string}[];
  lessons: number;
  /** What is to be done next; null where every lesson is done and nothing can be done here. */
  next: Missing | null;
  missing: Missing[];
}

/**
 * The courses begun and not completed, in the order of the site. Begun: a question of a lesson or of the assessment has been opened, or
 * somebody has a place in a run or handed in a task of a course that asks for it. `now` in ISO 8601.
 */
export function begunIn(
  courses: readonly Course[], attempts: readonly AttemptFact[], stored: readonly StoredFact[], held: readonly Held[], training: TrainingFacts = NO_TRAINING, now?: string,
): Begun[] {
  const taught = new Set([...training.runs.filter(({isCancelled}) => !isCancelled), ...training.tasks].map(({courseId}) => courseId));
  const touched = new Set([...attempts, ...stored].map(({quizId}) => quizId));
  return courses.flatMap((course): Begun[] => {
    const {id, title, lessons, assessment} = course;
    const {lessonsDone, missing, completedAt} = standingIn(course, attempts, training, now);
    const isHeld = held.some(({courseId, by}) => courseId === id && by === 'completion');
    const isBegun = lessonsDone.length > 0 || taught.has(id) || lessons.some(({practice}) => touched.has(practice)) || (assessment !== undefined && touched.has(assessment));
    if (!isBegun || isHeld || completedAt !== null) return [];
    const done = lessons.filter((lesson) => lessonsDone.includes(lesson.id)).map((lesson) => ({title: lesson.title, href: `/learn/${id}/${lesson.id}/`}));
    return [{courseId: id, title, done, lessons: lessons.length, next: missing[0] ?? null, missing}];
  });
}

/** A course completed. */
export interface Completed {
  courseId: string;
  title: string;
  version: number;
  completedAt: string;
  renewedAt: string | null;
  /** The last day on which it counts; null: without end. */
  until: string | null;
  currency: Currency;
  /** What the course teaches people to do; empty for a course that has left the site. */
  outcomes: string[];
  isAssessed: boolean;
  /** `record`: the record service says so, now. `device`: nothing but this device does. */
  where: 'record' | 'device';
}

/**
 * The courses completed, the latest first. `confirmed`: what the record service says at this moment, and nothing that a device has kept
 * of it, since a device can be told anything.
 */
export function completedIn(courses: readonly Course[], held: readonly Held[], confirmed: readonly Completion[], today: string): Completed[] {
  const onSite = held.filter(({by}) => by === 'completion').flatMap((mine): Completed[] => {
    const course = courses.find(({id}) => id === mine.courseId);
    if (!course) return [];
    const onRecord = confirmed.filter(({courseId}) => courseId === course.id).sort((a, b) => Date.parse(a.completedAt) - Date.parse(b.completedAt))[0];
    const until = currentUntil(countsFrom(mine), course.validFor);
    return [{
      courseId: course.id, title: course.title, version: onRecord?.courseVersion ?? course.version, completedAt: mine.completedAt, renewedAt: mine.renewedAt,
      until, currency: currencyOn(until, today), outcomes: course.outcomes.map(({text}) => text), isAssessed: course.assessment !== undefined,
      where: onRecord ? 'record' : 'device',
    }];
  });
  const gone = confirmed.filter(({courseId}, index) => !courses.some(({id}) => id === courseId) && confirmed.findIndex((each) => each.courseId === courseId) === index)
    .map(({courseId, courseVersion, completedAt}): Completed => ({
      courseId, title: courseId, version: courseVersion, completedAt, renewedAt: null, until: null, currency: 'current', outcomes: [], isAssessed: true, where: 'record',
    }));
  return [...onSite, ...gone].sort((a, b) => Date.parse(b.completedAt) - Date.parse(a.completedAt));
}

/** Refreshers and skills checks done, the latest first, each once a day. Scores are nobody's business here. */
export function checksDone(courses: readonly Course[], attempts: readonly AttemptFact[]): {title: string; on: string}[] {
  const ids = new Set([SKILLS_CHECK, ...courses.map(({id}) => refresherIdOf(id))]);
  const done = attempts.filter(({quizId}) => ids.has(quizId)).map(({quizId, at}) => ({title: quizPlace(courses, quizId)?.title ?? quizId, on: toLondonDay(at)}));
  // Every lesson that a skills check recognised is a fact of its own.
  return [...new Map(done.map((each) => [`${each.on} ${each.title}`, each])).values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

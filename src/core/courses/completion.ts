import {addDays} from '../planning/days.ts';
import {toLondonDay} from '../records/londonDay.ts';
import type {CertificateFact, RunFact, TaskFact} from './api.ts';
import {attendanceOf, isThere} from './attendance.ts';
import type {AttendanceRule, SessionFact} from './attendance.ts';
import type {Course, Lesson} from './course.ts';
import {countsFrom, currentUntil} from './currency.ts';
import type {Renewable} from './currency.ts';
import {sayToLearner} from './missingWords.ts';
import type {Missing} from './missingWords.ts';
import {isOutOfReach} from './need.ts';
import type {Need} from './need.ts';
import {bothHold, byTime, eitherHolds, isIn} from './periods.ts';
import type {Period} from './periods.ts';
import {conditionsIn, isGroup, partsOf} from './rule.ts';
import type {CompletionRule, Condition} from './rule.ts';
import type {LessonRef} from './skillsCheck.ts';

export type {Missing} from './missingWords.ts';

/** What completion needs to know of an attempt that was handed in. */
export interface AttemptFact {
  quizId: string;
  /** When it was handed in, as an ISO date and time. */
  at: string;
  /** Null for practice, which is neither passed nor failed. */
  passed: boolean | null;
  /** Lessons that a skills check showed to be known. Left out for everything else. */
  knows?: readonly LessonRef[];
}

/** A completion of another course. */
export interface CompletionFact extends Renewable {
  courseId: string;
}

/** What completion needs to know besides attempts. Facts of other courses do no harm. */
export interface TrainingFacts {
  runs: readonly RunFact[];
  tasks: readonly TaskFact[];
  certificates: readonly CertificateFact[];
  completions: readonly CompletionFact[];
}

export const NO_TRAINING: TrainingFacts = {runs: [], tasks: [], certificates: [], completions: []};
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/** How one condition of a course stands; a choice between several is one condition. */
export interface ConditionStanding {
  rule: CompletionRule;
  /** ISO date and time at which it was met; null while it is not. */
  metAt: string | null;
  /** What it still asks for; none when it is met. */
  needs: Need[];
  /** Whether it can no longer be met in the run that the person is in. */
  isOutOfReach: boolean;
}

export interface Standing {
  /** Ids of lessons whose practice question has been answered, or that are recognised as known. */
  lessonsDone: string[];
  /** Those of them that are recognised and have not been practised. */
  lessonsKnown: string[];
  /** ISO date and time at which the last condition was met; null while something is missing. */
  completedAt: string | null;
  /** None exactly when the course is complete. */
  missing: Missing[];
  /** Each condition by itself, in the order of the rule. */
  conditions: ConditionStanding[];
}

/**
 * Where a learner stands in a course: a pure function of the course and the facts, so that device and service agree and tables can be
 * rebuilt. Facts may come in any order, and no fact that is added ever undoes a completion (xerteonlinetoolkits #432, #488).
 *
 * The course is complete from the first moment at which its rule holds: all that it asks for has been done, and each course that has to be
 * current was so at that moment. That another course lapses later takes nothing away. `now` (ISO 8601) decides what is said to be missing
 * and never whether the course is complete; left out, it is the moment of the last fact.
 */
export function standingIn(course: Course, attempts: readonly AttemptFact[], training: TrainingFacts = NO_TRAINING, now: string = LONG_AGO): Standing {
  const lessons = lessonsOf(course, attempts);
  const evidence: Evidence = {course, attempts, training, lessonAt: lessons.doneAt};
  // A fact later than now comes from a clock that was wrong. It counts, so what is missing is looked at from there.
  const moment = [now, ...conditionsIn(course.rule).flatMap(({condition}) => periodsOf(evidence, condition).map(({from}) => from))].sort(byTime).at(-1) ?? now;
  const finding = look(evidence, course.rule, moment);
  const completedAt = finding.periods[0]?.from ?? null;
  const conditions = topConditions(course.rule).map((rule): ConditionStanding => {
    const {periods, needs} = look(evidence, rule, moment);
    const open = completedAt === null ? needs : [];
    return {rule, metAt: open.length > 0 ? null : (periods.find((period) => isIn(moment, period)) ?? periods[0])?.from ?? null, needs: open, isOutOfReach: open.some(isOutOfReach)};
  });
  return {lessonsDone: lessons.done, lessonsKnown: lessons.known, completedAt, missing: conditions.flatMap(({needs}) => needs).map((need) => sayToLearner(course, need)), conditions};
}

/** The conditions that stand by themselves: groups of `all` are opened, a choice stays whole. */
function topConditions(rule: CompletionRule): CompletionRule[] {
  return isGroup(rule) && ('all' in rule || rule.any.length === 1) ? partsOf(rule).flatMap(topConditions) : [rule];
}

interface Evidence {
  course: Course;
  attempts: readonly AttemptFact[];
  training: TrainingFacts;
  /** When each lesson was done, by its id. */
  lessonAt: ReadonlyMap<string, string>;
}

/** When a rule holds, and what it asks for at a moment: nothing exactly when it holds then. */
interface Finding {
  periods: Period[];
  needs: Need[];
}

function look(evidence: Evidence, rule: CompletionRule, moment: string): Finding {
  if (!isGroup(rule)) {
    const periods = periodsOf(evidence, rule);
    return {periods, needs: periods.some((period) => isIn(moment, period)) ? [] : needsOf(evidence, rule, moment)};
  }
  const parts = partsOf(rule).map((part) => look(evidence, part, moment));
  const [first = {periods: [], needs: []}, ...rest] = parts;
  if ('all' in rule) {
    return {periods: rest.reduce((periods, part) => bothHold(periods, part.periods), first.periods), needs: parts.flatMap(({needs}) => needs)};
  }
  // A choice within a choice is one choice, so that rules that mean the same say the same.
  const ways = parts.flatMap(({needs}) => (needs.length === 1 && needs[0]?.kind === 'either' ? needs[0].ways : [needs]));
  return {
    periods: rest.reduce((periods, part) => eitherHolds(periods, part.periods), first.periods),
    needs: ways.some((way) => way.length === 0) ? [] : ways.length === 1 ? ways.flat() : [{kind: 'either', ways}],
  };
}

const earliest = (moments: readonly string[]): string | undefined => [...moments].sort(byTime)[0];
const since = (at: string | undefined): Period[] => (at === undefined ? [] : [{from: at, until: null}]);

function lessonsOf(course: Course, attempts: readonly AttemptFact[]): {doneAt: Map<string, string>; done: string[]; known: string[]} {
  const practisedAt = ({practice}: Lesson): string | undefined => earliest(attempts.filter(({quizId}) => quizId === practice).map(({at}) => at));
  const knownAt = ({id}: Lesson): string | undefined =>
    earliest(attempts.filter(({knows}) => knows?.some((known) => known.courseId === course.id && known.lessonId === id)).map(({at}) => at));
  // Recognition of what somebody knew before stands for the lesson, never for the assessment.
  const doneAt = new Map(course.lessons.flatMap((lesson): [string, string][] => {
    const at = earliest([practisedAt(lesson), knownAt(lesson)].filter((each) => each !== undefined));
    return at === undefined ? [] : [[lesson.id, at]];
  }));
  const done = course.lessons.filter(({id}) => doneAt.has(id));
  return {doneAt, done: done.map(({id}) => id), known: done.filter((lesson) => practisedAt(lesson) === undefined).map(({id}) => id)};
}

/** When a condition holds. */
function periodsOf({course, attempts, training, lessonAt}: Evidence, condition: Condition): Period[] {
  if ('lessons' in condition) {
    const moments = course.lessons.map(({id}) => lessonAt.get(id));
    return moments.includes(undefined) ? [] : since(moments.filter((at) => at !== undefined).sort(byTime).at(-1));
  }
  if ('quiz' in condition) return since(earliest(attempts.filter(({quizId, passed}) => quizId === condition.quiz && passed === true).map(({at}) => at)));
  // Each run counts by itself: sessions of two runs do not add up.
  if ('attendance' in condition) return since(earliest(runsOf(course, training).flatMap(({sessions, marks}) => attendanceOf(sessions, marks, condition.attendance, LONG_AGO).metAt ?? [])));
  if ('task' in condition) return since(earliest(tasksOf(course, training, condition.task).filter(({state}) => state === 'competent').map(({at}) => at)));
  const id = 'current' in condition ? condition.current : condition.completed;
  const held = training.completions.filter(({courseId}) => courseId === id);
  const certificates = training.certificates.filter(({courseId}) => courseId === id);
  if ('completed' in condition) return since(earliest([...held.map(({completedAt}) => completedAt), ...certificates.map(({from}) => from)]));
  const validFor = course.others?.find((other) => other.id === id)?.validFor;
  return [
    ...held.flatMap((each) => [each.completedAt, countsFrom(each)]).map((from) => ({from, until: currentUntil(from, validFor)})),
    ...certificates.map(({from, until}) => ({from, until: until === null ? null : toLondonDay(until)})).filter((period) => isIn(period.from, period)),
  ].reduce<Period[]>((periods, period) => eitherHolds(periods, [period]), []);
}

/** What a condition that is not met asks for. */
function needsOf({course, training, lessonAt}: Evidence, condition: Condition, moment: string): Need[] {
  if ('lessons' in condition) return course.lessons.filter(({id}) => !lessonAt.has(id)).map(({id, title}) => ({kind: 'lesson', lessonId: id, title}));
  if ('quiz' in condition) return [{kind: 'assessment'}];
  if ('attendance' in condition) return [attendanceNeed(runsOf(course, training), condition.attendance, moment)];
  if ('task' in condition) {
    const last = [...tasksOf(course, training, condition.task)].sort((a, b) => byTime(a.at, b.at)).at(-1);
    const state = last === undefined ? 'to-do' : last.state === 'handed-in' ? 'with-assessors' : 'not-yet';
    return [{kind: 'task', taskId: condition.task, title: course.tasks?.find(({id}) => id === condition.task)?.title ?? condition.task, state}];
  }
  const id = 'current' in condition ? condition.current : condition.completed;
  const last = periodsOf({course, attempts: [], training, lessonAt}, condition).at(-1);
  return [{kind: 'course', courseId: id, title: course.others?.find((other) => other.id === id)?.title ?? id, lapsedOn: last?.until ? addDays(last.until, 1) : null}];
}

const runsOf = ({id}: Course, {runs}: TrainingFacts): RunFact[] => runs.filter(({courseId}) => courseId === id);
const tasksOf = ({id}: Course, {tasks}: TrainingFacts, taskId: string): TaskFact[] => tasks.filter((task) => task.courseId === id && task.taskId === taskId);

/** What attendance asks for, said of the run in which somebody is furthest: one that can still reach it, then the one with least left. */
function attendanceNeed(runs: readonly RunFact[], rule: AttendanceRule, moment: string): Need {
  const needs = runs.filter(({isCancelled}) => !isCancelled).map((run) => ({id: run.id, need: needIn(run, rule, moment)}));
  const left = ({need}: {need: Need}): number => (need.kind === 'sessions' ? Math.max(need.more, need.mandatory.length) : need.kind === 'dates' ? 1e6 : 1e9);
  return [...needs].sort((a, b) => left(a) - left(b) || (a.id < b.id ? -1 : 1))[0]?.need ?? {kind: 'run'};
}

function needIn({sessions, marks}: RunFact, rule: AttendanceRule, moment: string): Need {
  const {attended, of, canReach} = attendanceOf(sessions, marks, rule, moment);
  if (of === 0) return {kind: 'dates'};
  const markOf = (session: SessionFact) => marks.find(({sessionId}) => sessionId === session.id);
  const wasThere = (session: SessionFact): boolean => {
    const mark = markOf(session);
    return mark !== undefined && isThere(mark, session);
  };
  const unmet = rule.mandatory === true ? sessions.filter((session) => session.isMandatory && !session.isCancelled && !wasThere(session)) : [];
  if (!canReach) return {kind: 'out-of-reach', rule, missed: unmet.filter((session) => markOf(session) !== undefined).map(({title}) => title)};
  const wanted = Math.max(Math.ceil(((rule.minPercent ?? 0) * of) / 100), rule.minSessions ?? 0, 1);
  return {kind: 'sessions', rule, attended, of, more: Math.max(0, wanted - attended), mandatory: unmet.map(({title}) => title)};
}

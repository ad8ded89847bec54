import {writeDay} from '../records/londonDay.ts';
import {taskHref} from '../tasks/newsMail.ts';
import type {AttendanceRule} from './attendance.ts';
import type {Course} from './course.ts';
import {openWays} from './need.ts';
import type {Need} from './need.ts';
import type {CompletionRule} from './rule.ts';

/** One thing still to do, in words for the learner and with the place to do it. */
export interface Missing {
  text: string;
  href: string;
  /** Where one of several ways is enough: each way with its place. `text` says them all. */
  ways?: Missing[];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const inQuotes = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ');
const sessions = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`;
const isAre = (count: number): string => (count === 1 ? 'is' : 'are');

/** How far somebody is, as “1 of 4, 80% of all are asked for”. */
function soFar({rule: {minPercent, minSessions}, attended, of}: Extract<Need, {kind: 'sessions'}>): string {
  const asked = [...(minPercent === undefined ? [] : [`${minPercent}% of all`]), ...(minSessions === undefined ? [] : [sessions(minSessions)])];
  const verb = minPercent === undefined && minSessions === 1 ? 'is' : 'are';
  return `${attended} of ${of}${asked.length === 0 ? '' : `, ${asked.join(' and ')} ${verb} asked for`}`;
}

/** What a run can no longer reach, as “80%”. Without a figure one session is asked for. */
function reach({minPercent, minSessions}: AttendanceRule): string {
  return [...(minPercent === undefined ? [] : [`${minPercent}%`]), ...(minSessions === undefined ? [] : [sessions(minSessions)])].join(' and ') || sessions(1);
}

/** Says a need to the person who has it, and where to see to it. `course`: the course that asks. */
export function sayToLearner(course: Pick<Course, 'id'>, need: Need): Missing {
  const page = `/learn/${course.id}/`;
  switch (need.kind) {
    case 'lesson': return {text: `Answer the question at the end of “${need.title}”`, href: `${page}${need.lessonId}/`};
    case 'assessment': return {text: 'Pass the assessment', href: `${page}assessment/`};
    case 'run': return {text: 'Book a place in a run of this course', href: '/bookings/'};
    case 'dates': return {text: 'Ask your trainer for the dates: your course run has no sessions yet', href: '/bookings/'};
    case 'sessions': {
      const also = need.mandatory.length === 0 ? '' : `. Do not miss ${inQuotes(need.mandatory)}`;
      if (need.more === 0) return {text: `Be at ${inQuotes(need.mandatory)}: ${need.mandatory.length === 1 ? 'this session is' : 'these sessions are'} mandatory`, href: '/attendance/'};
      return {text: `Be at ${need.more} more ${need.more === 1 ? 'session' : 'sessions'} (you have ${soFar(need)})${also}`, href: '/attendance/'};
    }
    case 'out-of-reach': {
      const why = need.missed.length > 0 ? `You were not at ${inQuotes(need.missed)}, which ${need.missed.length === 1 ? 'is' : 'are'} mandatory` : `This run can no longer reach ${reach(need.rule)}`;
      return {text: `${why}: ask your trainer about another run`, href: '/bookings/'};
    }
    case 'task': {
      const text = need.state === 'with-assessors' ? `Your task “${need.title}” is with the assessors`
        : need.state === 'not-yet' ? `Hand the task “${need.title}” in again: it was judged “not yet”` : `Hand in the task “${need.title}”`;
      return {text, href: taskHref(course.id, need.taskId)};
    }
    case 'course': return {text: need.lapsedOn === null ? `Complete “${need.title}”` : `Renew “${need.title}”: it lapsed on ${writeDay(need.lapsedOn)}`, href: `/learn/${need.courseId}/`};
    case 'either': {
      const ways = openWays(need.ways).map((way) => sayTogether(way.map((each) => sayToLearner(course, each))));
      const [first, ...more] = ways;
      if (!first || more.length === 0) return first ?? {text: '', href: page};
      return {text: `Either ${ways.map(({text}) => lowerFirst(text)).join(', or ')}`, href: first.href, ways};
    }
  }
}

/** Several things as one, with the place of the first. */
function sayTogether(parts: readonly Missing[]): Missing {
  const [first] = parts;
  return {text: parts.map(({text}, index) => (index === 0 ? text : lowerFirst(text))).join(' and '), href: first?.href ?? ''};
}

/** Says what somebody still needs to their trainer, in short sentences. */
export function sayToTrainer(needs: readonly Need[]): string[] {
  const lessons = needs.flatMap((need) => (need.kind === 'lesson' ? [need.title] : []));
  return [
    ...(lessons.length === 0 ? [] : [`${lessons.length === 1 ? 'Lesson' : 'Lessons'} to do: ${inQuotes(lessons)}`]),
    ...needs.flatMap((need) => (need.kind === 'lesson' ? [] : [oneToTrainer(need)])),
  ];
}

function oneToTrainer(need: Exclude<Need, {kind: 'lesson'}>): string {
  switch (need.kind) {
    case 'assessment': return 'Has not passed the assessment';
    case 'run': return 'Is in no run of this course';
    case 'dates': return 'This run has no sessions yet';
    case 'sessions': {
      const mandatory = need.mandatory.length === 0 ? [] : [`Mandatory: ${inQuotes(need.mandatory)}`];
      return [...(need.more === 0 ? [] : [`${need.more} more ${need.more === 1 ? 'session' : 'sessions'} (has ${soFar(need)})`]), ...mandatory].join('. ');
    }
    case 'out-of-reach': return need.missed.length > 0 ? `Missed ${inQuotes(need.missed)}, which ${isAre(need.missed.length)} mandatory` : `Can no longer reach ${reach(need.rule)} in this run`;
    case 'task': return need.state === 'with-assessors' ? `“${need.title}” is with the assessors` : need.state === 'not-yet' ? `“${need.title}” was judged “not yet” and is to be handed in again` : `“${need.title}” is to be handed in`;
    case 'course': return need.lapsedOn === null ? `“${need.title}” is to be completed` : `“${need.title}” lapsed on ${writeDay(need.lapsedOn)}`;
    case 'either': return openWays(need.ways).map((way) => sayToTrainer(way).join(', and ')).join('; or: ');
  }
}

/** A rule in a few words, for a column or a list: “Attendance: 75% of all sessions, each mandatory one”. */
export function sayRule(course: Pick<Course, 'tasks' | 'others'>, rule: CompletionRule): string {
  const titleOf = (id: string): string => course.others?.find((other) => other.id === id)?.title ?? id;
  if ('all' in rule) return rule.all.map((part) => sayRule(course, part)).join(' and ');
  if ('any' in rule) return rule.any.length === 1 ? rule.any.map((part) => sayRule(course, part)).join('') : `One of these: ${rule.any.map((part) => sayRule(course, part)).join('; ')}`;
  if ('lessons' in rule) return 'All lessons';
  if ('quiz' in rule) return 'Assessment passed';
  if ('task' in rule) return `Task judged competent: “${course.tasks?.find(({id}) => id === rule.task)?.title ?? rule.task}”`;
  if ('current' in rule) return `“${titleOf(rule.current)}”, completed and not lapsed`;
  if ('completed' in rule) return `“${titleOf(rule.completed)}”, completed`;
  const {minPercent, minSessions, mandatory} = rule.attendance;
  return `Attendance: ${[
    ...(minPercent === undefined ? [] : [`${minPercent}% of all sessions`]), ...(minSessions === undefined ? [] : [sessions(minSessions)]), ...(mandatory === true ? ['each mandatory session'] : []),
  ].join(', ')}`;
}

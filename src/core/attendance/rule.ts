import {attendanceOf} from '../courses/attendance.ts';
import type {AttendanceRule, MarkFact, SessionFact} from '../courses/attendance.ts';

/**
 * What a course asks for in attendance, out of its completion rule (`{all: [...]}` or `{any: [...]}`, nested). Under `all` every
 * attendance rule counts, the strictest figure of each kind; under `any` the first one. Null where the course asks for none.
 */
export function attendanceRuleOf(rule: unknown): AttendanceRule | null {
  if (typeof rule !== 'object' || rule === null) return null;
  if ('attendance' in rule) return typeof rule.attendance === 'object' ? rule.attendance : null;
  if ('all' in rule && Array.isArray(rule.all)) return rule.all.map(attendanceRuleOf).filter((each) => each !== null).reduce(strictest, null);
  if ('any' in rule && Array.isArray(rule.any)) return rule.any.map(attendanceRuleOf).find((each) => each !== null) ?? null;
  return null;
}

function strictest(a: AttendanceRule | null, b: AttendanceRule): AttendanceRule {
  if (!a) return b;
  const most = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined ? other : Math.max(one, other ?? one));
  return {minPercent: most(a.minPercent, b.minPercent), minSessions: most(a.minSessions, b.minSessions), mandatory: a.mandatory === true || b.mandatory === true};
}

/** A rule in parts that each ask for one thing, with the words for it. */
function partsOf({minPercent, minSessions, mandatory}: AttendanceRule): {rule: AttendanceRule; words: string}[] {
  return [
    ...(minPercent === undefined ? [] : [{rule: {minPercent}, words: `${minPercent}% of all sessions`}]),
    ...(minSessions === undefined ? [] : [{rule: {minSessions}, words: `at least ${minSessions} ${minSessions === 1 ? 'session' : 'sessions'}`}]),
    ...(mandatory === true ? [{rule: {mandatory}, words: 'every mandatory session'}] : []),
  ];
}

/** What the course asks for, as a sentence. Null: nothing. */
export function askedSentence(rule: AttendanceRule | null): string | null {
  const parts = rule ? partsOf(rule).map(({words}) => words) : [];
  return parts.length === 0 ? null : `The course asks for ${parts.join(' and ')}.`;
}

/**
 * Where somebody stands, in a sentence or two: sessions out of all, percent of all, and what the rule makes of it. `marks`: those that
 * count, at most one a session. `now` in ISO 8601.
 */
export function standingSentence(sessions: readonly SessionFact[], marks: readonly MarkFact[], rule: AttendanceRule | null, now: string): string {
  const {attended, of, percent, metAt} = attendanceOf(sessions, marks, rule ?? {}, now);
  const figures = `${attended} of ${of} ${of === 1 ? 'session' : 'sessions'}, ${percent}% of all.`;
  const parts = rule ? partsOf(rule) : [];
  if (parts.length === 0) return figures;
  if (metAt !== null) return `${figures} Meets the rule of the course.`;
  const lost = parts.filter((part) => !attendanceOf(sessions, marks, part.rule, now).canReach).map(({words}) => words);
  return lost.length === 0 ? `${figures} Can still meet the rule.` : `${figures} Can no longer reach ${lost.join(' or ')}.`;
}

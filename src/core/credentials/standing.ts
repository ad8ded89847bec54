import {attendanceOf} from '../courses/attendance.ts';
import type {MarkFact, SessionFact} from '../courses/attendance.ts';
import {countsFrom, currentUntil, isCurrent} from '../courses/currency.ts';
import type {Renewable} from '../courses/currency.ts';
import {writeDay, writeDayOf, toLondonDay} from '../records/londonDay.ts';
import {attendanceRuleOf, writeAttendanceRule} from './kinds.ts';
import type {CertifiedCourse} from './kinds.ts';

/** Whether somebody has earned a certificate. */
export type EarnStanding =
  | {
    state: 'earned';
    /** The moment that it counts from, in ISO 8601: of the completion or its renewal, or of the mark that met the rule. */
    basisAt: string;
    /** The last moment at which it counts; null without end. */
    validUntil: string | null;
    /** What shows it, without saying who. */
    evidence: string;
  }
  | {state: 'not-yet'; why: string};

/** The last second of a day (2026-11-22) in London, in ISO 8601: clocks there are at UTC or an hour ahead of it. */
export function endOfLondonDay(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000;
  const summer = new Date(midnight - 3_600_000).toISOString();
  const end = toLondonDay(summer) === day ? midnight : midnight - 3_600_000;
  return new Date(end - 1000).toISOString();
}

/**
 * Whether a certificate of competence is earned: the course is completed, and the completion (or its last renewal) still counts. `completion`:
 * null for none. `now`: ISO 8601. A certificate of competence ends when the completion does.
 */
export function competenceStanding(course: {validFor?: string | undefined}, completion: (Renewable & {courseVersion: number}) | null, now: string): EarnStanding {
  if (completion === null) return {state: 'not-yet', why: 'The course is not completed.'};
  const basisAt = countsFrom(completion);
  const until = currentUntil(basisAt, course.validFor);
  if (!isCurrent(until, toLondonDay(now))) return {state: 'not-yet', why: `The completion counted until ${writeDay(until ?? '')}. It has to be renewed first.`};
  const renewed = basisAt === completion.completedAt ? '' : ` Renewed on ${writeDayOf(basisAt)}.`;
  return {
    state: 'earned', basisAt, validUntil: until === null ? null : endOfLondonDay(until),
    evidence: `Completed on ${writeDayOf(completion.completedAt)} under version ${completion.courseVersion} of the course.${renewed}`,
  };
}

/** Whether a certificate of attendance is earned for one run, by its sessions and the marks that count for the person. It has no end: having been there does not lapse. */
export function attendanceStanding(course: CertifiedCourse, sessions: readonly SessionFact[], marks: readonly MarkFact[], now: string): EarnStanding {
  const rule = attendanceRuleOf(course);
  const {attended, of, metAt, canReach} = attendanceOf(sessions, marks, rule, now);
  if (metAt !== null) return {state: 'earned', basisAt: metAt, validUntil: null, evidence: `Was at ${attended} of ${of} ${of === 1 ? 'session' : 'sessions'}.`};
  if (of === 0) return {state: 'not-yet', why: 'The run has no sessions.'};
  const sofar = `At ${attended} of ${of} ${of === 1 ? 'session' : 'sessions'}. To earn it: ${writeAttendanceRule(rule)}.`;
  return {state: 'not-yet', why: canReach ? sofar : `${sofar} This can no longer be reached in this run.`};
}

import type {AttendanceRule} from '../courses/attendance.ts';
import type {Course} from '../courses/course.ts';

/** What a certificate proves: that somebody can do it, or that they were there. The two are never one certificate. */
export const CREDENTIAL_KINDS = ['competence', 'attendance'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

export const KIND_WORDS: Readonly<Record<CredentialKind, {title: string; proves: string}>> = {
  competence: {title: 'Certificate of competence', proves: 'It shows that the holder met everything that the course asks for.'},
  attendance: {title: 'Certificate of attendance', proves: 'It shows that the holder was there. It says nothing about what they can do.'},
};

/** What deciding on certificates needs of a course. The rule is read leaf by leaf, whatever it is nested in. */
export type CertifiedCourse = Pick<Course, 'assessment' | 'certificates'> & {rule: unknown};

/** Every leaf of a completion rule that has a member of this name, with the member's value. */
function leavesWith(rule: unknown, name: string): unknown[] {
  if (typeof rule !== 'object' || rule === null) return [];
  if (Array.isArray(rule)) return rule.flatMap((each: unknown) => leavesWith(each, name));
  return Object.entries(rule).flatMap(([member, value]: [string, unknown]) => (member === name ? [value] : member === 'all' || member === 'any' ? leavesWith(value, name) : []));
}

/**
 * Which certificates a course gives: what its `certificates` says and, where it says nothing, competence for a course with an assessment or a
 * judged task, and attendance for a course whose rule asks for attendance.
 */
export function kindsOf(course: CertifiedCourse): CredentialKind[] {
  const given = {
    competence: course.certificates?.competence ?? (course.assessment !== undefined || leavesWith(course.rule, 'task').length > 0),
    attendance: course.certificates?.attendance ?? leavesWith(course.rule, 'attendance').length > 0,
  };
  return CREDENTIAL_KINDS.filter((kind) => given[kind]);
}

/** Every session of the run: what a certificate of attendance asks for where the course's rule says nothing of attendance. Practice judgement. */
const EVERY_SESSION: AttendanceRule = {minPercent: 100};

/** The attendance that a certificate of attendance asks for. Of several in the rule of the course, the first. */
export function attendanceRuleOf(course: CertifiedCourse): AttendanceRule {
  const [rule] = leavesWith(course.rule, 'attendance');
  return typeof rule === 'object' && rule !== null ? rule : EVERY_SESSION;
}

/** A rule on attendance in words that go on after “had to”. */
export function writeAttendanceRule({minPercent, minSessions, mandatory}: AttendanceRule): string {
  const parts = [
    ...(minPercent === 100 ? ['be at every session'] : minPercent !== undefined ? [`be at ${minPercent}% of all sessions or more`] : []),
    ...(minSessions === undefined ? [] : [minSessions === 1 ? 'be at a session' : `be at ${minSessions} sessions or more`]),
    ...(mandatory === true ? ['be at every mandatory session'] : []),
  ];
  return parts.length > 0 ? parts.join(', and ') : 'be at a session';
}

/** What the completion rule of a course asks for, in words that go on after “had to”. */
export function writeRequirements(course: CertifiedCourse): string {
  const [first, ...rest] = [
    ...(leavesWith(course.rule, 'lessons').length > 0 ? ['answer the practice questions of every lesson'] : []),
    ...(leavesWith(course.rule, 'quiz').length > 0 ? ['pass the assessment, which the record service marks'] : []),
    ...(leavesWith(course.rule, 'attendance').length > 0 ? [writeAttendanceRule(attendanceRuleOf(course))] : []),
    ...(leavesWith(course.rule, 'task').length > 0 ? ['hand in work that an assessor judged competent'] : []),
    ...(leavesWith(course.rule, 'current').length + leavesWith(course.rule, 'completed').length > 0 ? ['have completed the courses that come before it'] : []),
  ];
  if (first === undefined) return 'complete the course';
  return rest.length === 0 ? first : `${[first, ...rest.slice(0, -1)].join(', ')} and ${rest.at(-1) ?? ''}`;
}

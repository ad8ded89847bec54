import type {AttendanceRule} from './attendance.ts';

/** One thing that a course still asks of somebody, before it is put into words for them or for their trainer. */
export type Need =
  | {kind: 'lesson'; lessonId: string; title: string}
  | {kind: 'assessment'}
  | {kind: 'run'}
  | {kind: 'dates'}
  /** `more`: sessions to be at, besides those attended; mandatory ones that are not attended yet by title. */
  | {kind: 'sessions'; rule: AttendanceRule; attended: number; of: number; more: number; mandatory: string[]}
  /** The run can no longer meet the rule. `missed`: mandatory sessions that were missed for good. */
  | {kind: 'out-of-reach'; rule: AttendanceRule; missed: string[]}
  | {kind: 'task'; taskId: string; title: string; state: 'to-do' | 'with-assessors' | 'not-yet'}
  /** `lapsedOn`: the first day on which its completion no longer counts; null where there is no completion. */
  | {kind: 'course'; courseId: string; title: string; lapsedOn: string | null}
  /** One of several ways is enough; each is a list of needs. */
  | {kind: 'either'; ways: Need[][]};

/** Whether a need can no longer be met in the run that it is about. */
export function isOutOfReach(need: Need): boolean {
  if (need.kind === 'either') return need.ways.every((way) => way.some(isOutOfReach));
  return need.kind === 'out-of-reach';
}

/** Of several ways those that can still be gone; all of them when none can. */
export function openWays(ways: readonly Need[][]): readonly Need[][] {
  const open = ways.filter((way) => !way.some(isOutOfReach));
  return open.length > 0 ? open : ways;
}

/** How somebody was there. `late` and `left-early` count as there when the minutes say so; see `isThere`. */
export const ATTENDANCE_MARKS = ['present', 'late', 'left-early', 'absent', 'excused'] as const;
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number];

export const MARK_WORDS: Readonly<Record<AttendanceMark, string>> = {
  present: 'Present', late: 'Late', 'left-early': 'Left early', absent: 'Absent', excused: 'Excused',
};

/** A session of a course run, as attendance counts it. Moments in ISO 8601. */
export interface SessionFact {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  /** Nobody meets the rule without it, where the rule asks for mandatory sessions. */
  isMandatory: boolean;
  isCancelled: boolean;
}

/** The mark that counts for one person and one session: the last one made. */
export interface MarkFact {
  sessionId: string;
  mark: AttendanceMark;
  /** Minutes there; null where nobody wrote them down. */
  minutes: number | null;
  /** When it was made, in ISO 8601. */
  at: string;
}

/** What a course asks for. Every part that is given must be met. */
export interface AttendanceRule {
  /** Percent of all sessions of the run, those still to come among them. */
  minPercent?: number | undefined;
  minSessions?: number | undefined;
  /** Every session that the trainer marked as mandatory. */
  mandatory?: boolean | undefined;
}

/** Where somebody stands. */
export interface AttendanceStanding {
  /** Sessions they were at. */
  attended: number;
  /** Sessions that count: all that are not cancelled. */
  of: number;
  /** Of all sessions, rounded down: 79.9% is not 80%. 0 where a run has no session yet. */
  percent: number;
  /** Sessions that may still be attended: not over, and not marked. */
  toCome: number;
  /** Sessions that are over and that nobody has marked for this person yet. */
  unmarked: number;
  /** Titles of mandatory sessions not attended. */
  missedMandatory: string[];
  /** When the last mark that was needed was made; null while the rule is not met. */
  metAt: string | null;
  /**
   * Whether it can still be met when somebody is at every session to come, and was at every one that nobody has marked yet: a trainer
   * often marks after the end, and until then nothing is lost.
   */
  canReach: boolean;
}

/** The least share of a session, in percent, that somebody who came late or left early must have been there for. Practice judgement. */
export const LEAST_SHARE = 75;

/** Whether a mark counts as having been there. Without minutes, late and early count: the trainer chose not to write down more. */
export function isThere({mark, minutes}: Pick<MarkFact, 'mark' | 'minutes'>, session: Pick<SessionFact, 'startsAt' | 'endsAt'>): boolean {
  if (mark === 'present') return true;
  if (mark === 'absent' || mark === 'excused') return false;
  const length = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000;
  return minutes === null || minutes * 100 >= length * LEAST_SHARE;
}

/**
 * Where somebody stands in one course run: a pure function of its sessions, their marks and the rule, at a moment (ISO 8601). Counts all
 * sessions, not only those held so far, so that a figure never falls because a run goes on (moodle-mod_attendance #718, #745).
 */
export function attendanceOf(sessions: readonly SessionFact[], marks: readonly MarkFact[], rule: AttendanceRule, now: string): AttendanceStanding {
  const counted = sessions.filter(({isCancelled}) => !isCancelled);
  const markOf = new Map(marks.map((mark) => [mark.sessionId, mark]));
  const there = counted.filter((session) => {
    const mark = markOf.get(session.id);
    return mark !== undefined && isThere(mark, session);
  });
  const open = counted.filter((session) => !markOf.has(session.id));
  const toCome = open.filter((session) => Date.parse(session.endsAt) > Date.parse(now)).length;
  const isMet = (attended: readonly SessionFact[]): boolean =>
    attended.length > 0
    && attended.length * 100 >= (rule.minPercent ?? 0) * counted.length
    && attended.length >= (rule.minSessions ?? 0)
    && (rule.mandatory !== true || counted.every((session) => !session.isMandatory || attended.includes(session)));
  const met = isMet(there);
  return {
    attended: there.length,
    of: counted.length,
    percent: counted.length === 0 ? 0 : Math.floor((there.length * 100) / counted.length),
    toCome,
    unmarked: open.length - toCome,
    missedMandatory: counted.filter((session) => session.isMandatory && !there.includes(session)).map(({title}) => title),
    metAt: met ? firstMet(there, markOf, isMet) : null,
    canReach: met || isMet([...there, ...open]),
  };
}

/** When the marks, in the order in which they were made, first met the rule. */
function firstMet(there: readonly SessionFact[], markOf: ReadonlyMap<string, MarkFact>, isMet: (attended: readonly SessionFact[]) => boolean): string | null {
  const inOrder = [...there].sort((a, b) => Date.parse(markOf.get(a.id)?.at ?? '') - Date.parse(markOf.get(b.id)?.at ?? ''));
  const index = inOrder.findIndex((_, last) => isMet(inOrder.slice(0, last + 1)));
  return markOf.get(inOrder[index]?.id ?? '')?.at ?? null;
}

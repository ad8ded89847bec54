import {attendanceOf} from './attendance.ts';
import {NO_TRAINING} from './completion.ts';
import type {AttemptFact, TrainingFacts} from './completion.ts';
import type {Course} from './course.ts';
import {latest} from './currency.ts';
import {byTime} from './periods.ts';
import {asksForSessions, isGroup, partsOf} from './rule.ts';
import type {CompletionRule} from './rule.ts';

type Renewed = Pick<Course, 'id' | 'assessment' | 'lessons' | 'rule'>;

/**
 * The last moment at which somebody did what renews a course. Null: never. It renews a completion that is older, and no other.
 * A course whose rule asks for sessions is renewed by being at those of a later run, and by passing again whatever it asks to pass; a
 * judged task is judged once and stands. Another course is renewed by passing its assessment or, without one, by answering the question
 * of every lesson once more. Practice judgement.
 */
export function lastMet(course: Renewed, attempts: readonly AttemptFact[], training: TrainingFacts = NO_TRAINING): string | null {
  if (asksForSessions(course.rule)) return lastTaught(course, attempts, training, course.rule) ?? null;
  if (course.assessment !== undefined) return lastPass(attempts, course.assessment);
  return firstOf(course.lessons.map(({practice}) => latest(attempts.filter(({quizId}) => quizId === practice).map(({at}) => at))));
}

function lastPass(attempts: readonly AttemptFact[], quizId: string): string | null {
  return latest(attempts.filter((attempt) => attempt.quizId === quizId && attempt.passed === true).map(({at}) => at));
}

/** The earliest of some moments; null when one of them is. */
function firstOf(moments: readonly (string | null)[]): string | null {
  return moments.includes(null) ? null : moments.filter((at) => at !== null).sort(byTime)[0] ?? null;
}

/** When a rule was last met by sessions and passes. Null: never; undefined: it asks for neither. */
function lastTaught(course: Renewed, attempts: readonly AttemptFact[], training: TrainingFacts, rule: CompletionRule): string | null | undefined {
  if (isGroup(rule)) {
    const parts = partsOf(rule).map((part) => lastTaught(course, attempts, training, part)).filter((at) => at !== undefined);
    if (parts.length === 0) return undefined;
    return 'all' in rule ? firstOf(parts) : latest(parts.filter((at) => at !== null));
  }
  if ('quiz' in rule) return lastPass(attempts, rule.quiz);
  if (!('attendance' in rule)) return undefined;
  return latest(training.runs.filter(({courseId}) => courseId === course.id).flatMap(({sessions, marks}) => attendanceOf(sessions, marks, rule.attendance, '').metAt ?? []));
}

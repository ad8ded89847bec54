import type {Course} from './course.ts';

/** What completion needs to know of an attempt that was handed in. */
export interface AttemptFact {
  quizId: string;
  /** When it was handed in, as an ISO date and time. */
  at: string;
  /** Null for practice, which is neither passed nor failed. */
  passed: boolean | null;
}

/** One thing still to do, in words for the learner and with the place to do it. */
export interface Missing {
  text: string;
  href: string;
}

export interface Standing {
  /** Ids of lessons whose practice question has been answered. */
  lessonsDone: string[];
  /** ISO date and time at which the last condition was met; null while something is missing. */
  completedAt: string | null;
  missing: Missing[];
}

/**
 * Where a learner stands in a course: a pure function of attempts and course, so that device and service agree and tables can be
 * rebuilt. Later attempts never undo an earlier pass (xerteonlinetoolkits #432, #488). Attempts may come in any order.
 */
export function standingIn(course: Course, attempts: readonly AttemptFact[]): Standing {
  const firstAt = (quizId: string, passed: boolean): string | undefined =>
    attempts.filter((attempt) => attempt.quizId === quizId && (!passed || attempt.passed === true)).map((attempt) => attempt.at).sort(byTime)[0];
  const lessonsDone = course.lessons.filter((lesson) => firstAt(lesson.practice, false) !== undefined).map((lesson) => lesson.id);
  const missing: Missing[] = [];
  const met: string[] = [];
  for (const rule of course.rule.all) {
    if ('lessons' in rule) {
      for (const lesson of course.lessons) {
        const at = firstAt(lesson.practice, false);
        if (at) met.push(at);
        else missing.push({text: `Answer the question at the end of “${lesson.title}”`, href: `/learn/${course.id}/${lesson.id}/`});
      }
    } else {
      const at = firstAt(rule.quiz, true);
      if (at) met.push(at);
      else missing.push({text: 'Pass the assessment', href: `/learn/${course.id}/assessment/`});
    }
  }
  return {lessonsDone, missing, completedAt: missing.length === 0 ? [...met].sort(byTime).at(-1) ?? null : null};
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

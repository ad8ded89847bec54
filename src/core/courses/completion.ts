import type {Course, Lesson} from './course.ts';
import type {LessonRef} from './skillsCheck.ts';

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

/** One thing still to do, in words for the learner and with the place to do it. */
export interface Missing {
  text: string;
  href: string;
}

export interface Standing {
  /** Ids of lessons whose practice question has been answered, or that are recognised as known. */
  lessonsDone: string[];
  /** Those of them that are recognised and have not been practised. */
  lessonsKnown: string[];
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
  const knownAt = (lessonId: string): string | undefined =>
    attempts.filter(({knows}) => knows?.some((known) => known.courseId === course.id && known.lessonId === lessonId)).map(({at}) => at).sort(byTime)[0];
  // Recognition of what somebody knew before stands for the lesson, never for the assessment.
  const doneAt = ({id, practice}: Lesson): string | undefined => [firstAt(practice, false), knownAt(id)].filter((at) => at !== undefined).sort(byTime)[0];
  const lessonsDone = course.lessons.filter((lesson) => doneAt(lesson) !== undefined).map((lesson) => lesson.id);
  const lessonsKnown = course.lessons.filter(({id, practice}) => knownAt(id) !== undefined && firstAt(practice, false) === undefined).map(({id}) => id);
  const missing: Missing[] = [];
  const met: string[] = [];
  for (const rule of course.rule.all) {
    if ('lessons' in rule) {
      for (const lesson of course.lessons) {
        const at = doneAt(lesson);
        if (at) met.push(at);
        else missing.push({text: `Answer the question at the end of “${lesson.title}”`, href: `/learn/${course.id}/${lesson.id}/`});
      }
    } else {
      const at = firstAt(rule.quiz, true);
      if (at) met.push(at);
      else missing.push({text: 'Pass the assessment', href: `/learn/${course.id}/assessment/`});
    }
  }
  return {lessonsDone, lessonsKnown, missing, completedAt: missing.length === 0 ? [...met].sort(byTime).at(-1) ?? null : null};
}

function byTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

import type {Course} from '#core/courses/course.ts';
import type {Method} from '#core/methods/method.ts';
import {formatProblem} from '#core/problem.ts';
import type {Checked} from '#core/problem.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {readCourses} from './readCourses.ts';
import {readMethods} from './readMethods.ts';
import {readQuizEntries, readQuizzes} from './readQuizzes.ts';

/** All that authors wrote which tools and service use as data. */
export interface Content {
  methods: Method[];
  courses: Course[];
  quizzes: Quiz[];
}

/** Reads every content file below the project's folder and gathers the problems of all of them. */
export async function readContent(root: string): Promise<Checked<Content>> {
  // The banks are the largest files there are, and courses and quizzes both need them.
  const entries = readQuizEntries(root);
  const [methods, courses, quizzes] = await Promise.all([readMethods(root), readCourses(root, entries), readQuizzes(root, entries)]);
  if (methods.ok && courses.ok && quizzes.ok) return {ok: true, value: {methods: methods.value, courses: courses.value, quizzes: quizzes.value}};
  const problems = [methods, courses, quizzes].flatMap((result) => (result.ok ? [] : result.problems));
  return {ok: false, problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)};
}

/** Gives the value, or throws one error that lists every problem, each on a line that editors can jump to. */
export function valueOrThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  const count = checked.problems.length;
  throw new Error(`${count} ${count === 1 ? 'problem' : 'problems'} in the content:\n${checked.problems.map(formatProblem).join('\n')}\n`);
}

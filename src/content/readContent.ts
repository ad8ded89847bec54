import {deriveQuizzes} from '#core/courses/derivedQuizzes.ts';
import type {Course} from '#core/courses/course.ts';
import type {Method} from '#core/methods/method.ts';
import {formatProblem} from '#core/problem.ts';
import type {Checked} from '#core/problem.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {readCourses} from './readCourses.ts';
import {readMethods} from './readMethods.ts';
import {readQuizEntries, readQuizzes, shortHash} from './readQuizzes.ts';

/** All that authors wrote which tools and service use as data. */
export interface Content {
  methods: Method[];
  courses: Course[];
  /** Those of the files, and those made from them. */
  quizzes: Quiz[];
}

/** Reads every content file below the project's folder and gathers the problems of all of them. */
export async function readContent(root: string): Promise<Checked<Content>> {
  const [methods, learning] = await Promise.all([readMethods(root), readLearning(root)]);
  if (methods.ok && learning.ok) return {ok: true, value: {methods: methods.value, ...learning.value}};
  const problems = [methods, learning].flatMap((result) => (result.ok ? [] : result.problems));
  return {ok: false, problems: problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)};
}

/** Reads the courses and every quiz, those made from the courses included. */
export async function readLearning(root: string): Promise<Checked<Pick<Content, 'courses' | 'quizzes'>>> {
  // The banks are the largest files there are, and courses and quizzes both need them.
  const entries = readQuizEntries(root);
  const [courses, quizzes] = await Promise.all([readCourses(root, entries), readQuizzes(root, entries)]);
  if (courses.ok && quizzes.ok) return {ok: true, value: {courses: courses.value, quizzes: [...quizzes.value, ...deriveQuizzes(courses.value, quizzes.value, shortHash)]}};
  return {ok: false, problems: [courses, quizzes].flatMap((result) => (result.ok ? [] : result.problems))};
}

/** Gives the value, or throws one error that lists every problem, each on a line that editors can jump to. */
export function valueOrThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  const count = checked.problems.length;
  throw new Error(`${count} ${count === 1 ? 'problem' : 'problems'} in the content:\n${checked.problems.map(formatProblem).join('\n')}\n`);
}

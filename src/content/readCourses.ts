import path from 'node:path';
import {resolveCourses} from '#core/courses/catalogue.ts';
import type {CourseEntry} from '#core/courses/catalogue.ts';
import {CourseFile, LessonFacts} from '#core/courses/course.ts';
import type {Course} from '#core/courses/course.ts';
import {checkFramework, competencyIds} from '#core/courses/framework.ts';
import type {Framework} from '#core/courses/framework.ts';
import {checkYaml, splitFrontMatter} from '#core/problem.ts';
import type {Checked, Problem} from '#core/problem.ts';
import {idOf, readFiles} from './readFiles.ts';
import {readFramework} from './readFramework.ts';
import {readQuizEntries} from './readQuizzes.ts';
import type {QuizEntries} from './readQuizzes.ts';

/** Pages of a course that are no lessons: its first page and its summary to print. */
const NO_LESSON = ['index', 'summary'];

/** Reads `docs/learn/<course>/course.yml` with the lessons beside it, and `quizzes/` unless somebody has read it already. Gives every course, or every problem in any of the files. */
export async function readCourses(root: string, read: Promise<QuizEntries> = readQuizEntries(root)): Promise<Checked<Course[]>> {
  const [framework, courseFiles, pages, quizzes] = await Promise.all([
    readFramework(root),
    readFiles(root, 'docs/learn', 'course.yml'), readFiles(root, 'docs/learn', '.md'), read,
  ]);
  const problems: Problem[] = framework.ok ? [] : [...framework.problems];
  const entries: CourseEntry[] = [];
  for (const source of courseFiles) {
    const folder = path.posix.dirname(source.file);
    const lessons: [string, {facts: LessonFactsValue; source: {file: string; text: string; linesBefore: number}}][] = [];
    for (const page of pages.filter((each) => path.posix.dirname(each.file) === folder && !NO_LESSON.includes(idOf(each)))) {
      const front = {file: page.file, text: splitFrontMatter(page.text).frontMatter, linesBefore: 1};
      const facts = checkYaml(LessonFacts, front);
      if (facts.ok) lessons.push([idOf(page), {facts: facts.value, source: front}]);
      else problems.push(...facts.problems);
    }
    const checked = checkYaml(CourseFile, source);
    if (checked.ok) entries.push({id: path.posix.basename(folder), file: checked.value, source, lessons: new Map(lessons)});
    else problems.push(...checked.problems);
  }
  if (problems.length > 0 || !framework.ok) return {ok: false, problems};
  const {framework: competencies, source} = framework.value;
  const resolved = resolveCourses(entries, quizzes.entries, new Set(competencyIds(competencies)));
  const between = [...resolved.problems, ...checkFramework(competencies, source, resolved.courses)];
  return between.length > 0 ? {ok: false, problems: between} : {ok: true, value: inOrderOf(competencies, resolved.courses)};
}

/** Courses stand in the order of the framework's areas; one that no area begins with comes after, by its id. */
function inOrderOf({areas}: Framework, courses: readonly Course[]): Course[] {
  const place = ({id}: Course): number => {
    const at = areas.findIndex(({course}) => course === id);
    return at < 0 ? areas.length : at;
  };
  return [...courses].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

type LessonFactsValue = CourseEntry['lessons'] extends ReadonlyMap<string, {facts: infer Facts}> ? Facts : never;

import type * as z from 'zod';
import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import type {QuizEntry} from '../quizzes/catalogue.ts';
import {checkTasks} from '../tasks/courseTasks.ts';
import type {Course, CourseFile, LessonFacts, NamedCourse} from './course.ts';
import {conditionsIn, coursesIn} from './rule.ts';

export interface CourseEntry {
  id: string;
  file: z.infer<typeof CourseFile>;
  source: SourceText;
  /** The facts of every lesson page found in the course's folder, by file name. */
  lessons: ReadonlyMap<string, {facts: z.infer<typeof LessonFacts>; source: SourceText}>;
}

/** Joins each course with its lessons. `competencies`: the ids of the framework. Gives the courses, and every problem between the course, its lessons and its quizzes. */
export function resolveCourses(entries: readonly CourseEntry[], quizzes: readonly QuizEntry[], competencies: ReadonlySet<string>): {courses: Course[]; problems: Problem[]} {
  const problems: Problem[] = [];
  const quiz = (id: string) => quizzes.find((entry) => entry.id === id)?.file;
  const courses = entries.map(({id, file, source, lessons}): Course => {
    const outcomes = new Set(file.outcomes.map((outcome) => outcome.id));
    const unknownOutcome = (outcome: string) => `\`${outcome}\` is not an outcome of the course. Use one of: ${[...outcomes].join(', ')}.`;
    file.outcomes.forEach((outcome, index) => outcome.competencies.forEach((competency, place) => {
      if (!competencies.has(competency)) problems.push(problemAt(source, ['outcomes', index, 'competencies', place], `\`${competency}\` is no competency. Use an id of docs/learn/framework.yml.`));
    }));
    problems.push(...checkTasks(file, source));
    for (const [name, lesson] of lessons) {
      if (!file.lessons.some((each) => each.id === name)) {
        problems.push(problemAt(lesson.source, ['title'], `This page is not among the lessons of ${source.file}. Add \`${name}\` there.`));
      }
      lesson.facts.outcomes.forEach((outcome, index) => {
        if (!outcomes.has(outcome)) problems.push(problemAt(lesson.source, ['outcomes', index], unknownOutcome(outcome)));
      });
    }
    file.lessons.forEach((lesson, index) => {
      if (!lessons.has(lesson.id)) problems.push(problemAt(source, ['lessons', index, 'id'], `There is no page ${lesson.id}.md beside this file. Write it, or correct the id.`));
      const practice = quiz(lesson.practice);
      if (practice?.kind !== 'quiz' || practice.mode !== 'practice') {
        problems.push(problemAt(source, ['lessons', index, 'practice'], `\`${lesson.practice}\` is not a practice quiz. Use the name of a file in quizzes/, without .yml.`));
      }
    });
    const assessment = file.assessment === undefined ? undefined : quiz(file.assessment);
    if (file.assessment === undefined) {
      // A short component: the rule below refuses one that asks for an assessment all the same.
    } else if (assessment?.kind !== 'quiz' || assessment.mode !== 'assessed') {
      problems.push(problemAt(source, ['assessment'], `\`${file.assessment}\` is not an assessment. Use the name of a file in quizzes/ that says \`mode: assessed\`.`));
    } else {
      for (const bankId of new Set(assessment.draw.map((rule) => rule.bank))) {
        const bank = quizzes.find((entry) => entry.id === bankId);
        if (bank?.file.kind !== 'bank') continue;
        bank.file.items.forEach((item, index) => {
          if (!item.outcome || !outcomes.has(item.outcome)) problems.push(problemAt(bank.source, ['items', index, 'outcome'], unknownOutcome(item.outcome ?? '')));
        });
      }
    }
    problems.push(...checkRule(id, file, source, entries));
    const others = coursesIn(file.rule).flatMap((named) => entries.filter((entry) => entry.id === named).map(toNamed));
    return {
      ...file,
      id,
      ...(others.length > 0 && {others}),
      lessons: file.lessons.flatMap(({id: name, practice}) => {
        const facts = lessons.get(name)?.facts;
        return facts ? [{id: name, title: facts.title, description: facts.description, minutes: facts.minutes, outcomes: facts.outcomes, practice}] : [];
      }),
    };
  });
  return {courses, problems};
}

function toNamed({id, file: {title, validFor}}: CourseEntry): NamedCourse {
  return {id, title, ...(validFor !== undefined && {validFor})};
}

/** What is wrong with a course's rule: quizzes, tasks and courses that are not there, attendance that asks for nothing, and a course that waits for itself. */
function checkRule(id: string, file: CourseEntry['file'], source: SourceText, entries: readonly CourseEntry[]): Problem[] {
  return conditionsIn(file.rule).flatMap(({condition, path}): Problem[] => {
    const at = (field: readonly string[], message: string): Problem[] => [problemAt(source, ['rule', ...path, ...field], message)];
    if ('quiz' in condition && condition.quiz !== file.assessment) {
      return at(['quiz'], `\`${condition.quiz}\` is not the course's assessment (${file.assessment === undefined ? 'it names none' : `\`${file.assessment}\``}). ${file.assessment === undefined ? 'Name it under `assessment`, or take this rule out.' : 'Use that one.'}`);
    }
    if ('task' in condition) {
      const ids = (file.tasks ?? []).map((task) => task.id);
      return ids.includes(condition.task) ? [] : at(['task'], `\`${condition.task}\` is not a task of this course. ${ids.length === 0 ? 'Write it under `tasks`, or take this rule out.' : `Use one of: ${ids.join(', ')}.`}`);
    }
    if ('attendance' in condition) {
      const {minPercent, minSessions, mandatory} = condition.attendance;
      return minPercent !== undefined || minSessions !== undefined || mandatory === true ? [] : at(['attendance'], 'This asks for nothing. Give `minPercent`, `minSessions` or `mandatory: true`.');
    }
    const kind = 'current' in condition ? 'current' : 'completed' in condition ? 'completed' : null;
    const named = 'current' in condition ? condition.current : 'completed' in condition ? condition.completed : null;
    if (kind === null || named === null) return [];
    if (named === id) return at([kind], 'A course cannot wait for itself. Name another course.');
    if (!entries.some((entry) => entry.id === named)) return at([kind], `\`${named}\` is not a course. Use the name of a folder in docs/learn/.`);
    const ring = wayBack(named, id, entries);
    return ring ? at([kind], `This course waits for \`${named}\`, which waits for this one (${[id, ...ring].join(', ')}). Take one of these rules out.`) : [];
  });
}

/** The courses on the way from one to another along the rules, both of them included; null where there is no way. */
function wayBack(from: string, to: string, entries: readonly CourseEntry[], seen: ReadonlySet<string> = new Set()): string[] | null {
  if (from === to) return [to];
  if (seen.has(from)) return null;
  const rule = entries.find((entry) => entry.id === from)?.file.rule;
  for (const next of rule ? coursesIn(rule) : []) {
    const way = wayBack(next, to, entries, new Set([...seen, from]));
    if (way) return [from, ...way];
  }
  return null;
}

import type * as z from 'zod';
import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import type {QuizEntry} from '../quizzes/catalogue.ts';
import type {Course, CourseFile, LessonFacts} from './course.ts';

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
    file.rule.all.forEach((rule, index) => {
      if ('quiz' in rule && rule.quiz !== file.assessment) {
        problems.push(problemAt(source, ['rule', 'all', index, 'quiz'], `\`${rule.quiz}\` is not the course's assessment (${file.assessment === undefined ? 'it names none' : `\`${file.assessment}\``}). ${file.assessment === undefined ? 'Name it under `assessment`, or take this rule out.' : 'Use that one.'}`));
      }
    });
    return {
      ...file,
      id,
      lessons: file.lessons.flatMap(({id: name, practice}) => {
        const facts = lessons.get(name)?.facts;
        return facts ? [{id: name, title: facts.title, description: facts.description, minutes: facts.minutes, outcomes: facts.outcomes, practice}] : [];
      }),
    };
  });
  return {courses, problems};
}

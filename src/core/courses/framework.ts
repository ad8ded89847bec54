import * as z from 'zod';
import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import {Id} from '../quizzes/question.ts';
import type {Course} from './course.ts';

/** How far somebody has come with a competency, from the first to the last. */
export const COMPETENCY_LEVELS = {aware: 'Aware', able: 'Able', leading: 'Leading'} as const;
export type CompetencyLevel = keyof typeof COMPETENCY_LEVELS;

const Sentence = z.string().regex(/^[^.]+(?:\.[^.]+)*\.$/, {message: 'Write a sentence with a full stop.'});

/** `docs/learn/framework.yml`: what people who consult should be able to do, for appraisals and for choosing courses. */
export const FrameworkFile = z.strictObject({
  areas: z.array(z.strictObject({
    id: Id,
    title: z.string().min(1),
    /** The course that teaches the area first. */
    course: Id,
    competencies: z.array(z.strictObject({
      id: Id,
      title: z.string().min(1),
      /** What can be seen of somebody at each level. */
      levels: z.strictObject({aware: Sentence, able: Sentence, leading: Sentence}),
    })).min(1),
  })).min(1),
});
export type Framework = z.infer<typeof FrameworkFile>;

/** Takes the framework; gives the ids of its competencies, in order. */
export function competencyIds({areas}: Framework): string[] {
  return areas.flatMap(({competencies}) => competencies.map(({id}) => id));
}

/** Takes the framework, the text it came from and all courses. Gives what does not fit: ids twice, courses that are not there, and competencies that nothing teaches. */
export function checkFramework(framework: Framework, source: SourceText, courses: readonly Pick<Course, 'id' | 'outcomes'>[]): Problem[] {
  const ids = competencyIds(framework);
  const taught = new Set(courses.flatMap(({outcomes}) => outcomes.flatMap(({competencies}) => competencies)));
  return framework.areas.flatMap((area, index): Problem[] => [
    ...(courses.some(({id}) => id === area.course) ? [] : [problemAt(source, ['areas', index, 'course'], `\`${area.course}\` is not a course. Use the name of a folder in docs/learn/.`)]),
    ...area.competencies.flatMap(({id}, place): Problem[] => [
      ...(ids.indexOf(id) === ids.lastIndexOf(id) ? [] : [problemAt(source, ['areas', index, 'competencies', place, 'id'], `\`${id}\` stands twice. Give each competency an id of its own.`)]),
      ...(taught.has(id) ? [] : [problemAt(source, ['areas', index, 'competencies', place, 'id'], `No outcome of any course builds \`${id}\`. Name it in a course.yml, or take it out.`)]),
    ]),
  ]);
}

/** A place where a competency is taught. */
export interface TaughtIn {
  course: {id: string; title: string};
  /** Lessons of the course that work towards an outcome that builds it. */
  lessons: {id: string; title: string}[];
}

/** Takes a competency's id and all courses; gives where it is taught, in the order of the courses. */
export function taughtIn(competency: string, courses: readonly Course[]): TaughtIn[] {
  return courses.flatMap(({id, title, outcomes, lessons}): TaughtIn[] => {
    const building = new Set(outcomes.filter(({competencies}) => competencies.includes(competency)).map((outcome) => outcome.id));
    if (building.size === 0) return [];
    return [{course: {id, title}, lessons: lessons.filter((lesson) => lesson.outcomes.some((outcome) => building.has(outcome))).map((lesson) => ({id: lesson.id, title: lesson.title}))}];
  });
}

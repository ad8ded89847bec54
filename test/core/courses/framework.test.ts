import {beforeAll, describe, expect, it} from 'vitest';
import {valueOrThrow} from '#content/readContent.ts';
import {readCourses} from '#content/readCourses.ts';
import {readFramework} from '#content/readFramework.ts';
import {checkFramework, competencyIds, taughtIn} from '#core/courses/framework.ts';
import type {Framework} from '#core/courses/framework.ts';
import type {Course} from '#core/courses/course.ts';
import {projectRoot} from '../../support/project.ts';

let framework: Framework;
let courses: Course[];
beforeAll(async () => {
  framework = valueOrThrow(await readFramework(projectRoot)).framework;
  courses = valueOrThrow(await readCourses(projectRoot));
});

describe('the competency framework', () => {
  it('has at least 24 competencies, each with three levels that differ', () => {
    expect(competencyIds(framework).length).toBeGreaterThanOrEqual(24);
    const sentences = framework.areas.flatMap(({competencies}) => competencies.flatMap(({levels}) => Object.values(levels)));
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
  });

  it('is taught: every competency by lessons of some course, and every course builds some', () => {
    for (const id of competencyIds(framework)) {
      const places = taughtIn(id, courses);
      expect(places.length, id).toBeGreaterThan(0);
      for (const {lessons} of places) expect(lessons.length, id).toBeGreaterThan(0);
    }
    for (const course of courses) expect(course.outcomes.flatMap(({competencies}) => competencies).length, course.id).toBeGreaterThan(0);
  });

  it('sets the order of the courses, and short components come after', () => {
    expect(courses.slice(0, framework.areas.length).map(({id}) => id)).toEqual(framework.areas.map(({course}) => course));
  });

  it('is refused when an id stands twice, a course is not there, or nothing teaches a competency', () => {
    const levels = {aware: 'You know.', able: 'You do.', leading: 'You help.'};
    const text = 'areas:\n  - id: a\n    title: A\n    course: nowhere\n    competencies:\n      - {id: same, title: S}\n      - {id: same, title: T}\n';
    const broken: Framework = {areas: [{id: 'a', title: 'A', course: 'nowhere', competencies: [{id: 'same', title: 'S', levels}, {id: 'same', title: 'T', levels}]}]};
    const problems = checkFramework(broken, {file: 'x.yml', text, linesBefore: 0}, [{id: 'c', outcomes: []}]);
    expect(problems.map(({line, message}) => [line, message.replace(/\..*/, '')])).toEqual([
      [4, '`nowhere` is not a course'], [6, '`same` stands twice'], [6, 'No outcome of any course builds `same`'], [7, '`same` stands twice'], [7, 'No outcome of any course builds `same`'],
    ]);
  });
});

describe('the courses', () => {
  it('are eight with an assessment and 4 to 7 lessons, two short components and a programme; each lesson takes 3 to 7 minutes', () => {
    const whole = courses.filter(({assessment}) => assessment !== undefined);
    expect([whole.length, courses.length]).toEqual([8, 11]);
    for (const {id, lessons} of whole) expect(lessons.length, id).toSatisfy((count: number) => count >= 4 && count <= 7);
    for (const {id, lessons} of courses) {
      for (const {minutes} of lessons) expect(minutes, id).toSatisfy((each: number) => each >= 3 && each <= 7);
    }
  });
});

import {describe, expect, it} from 'vitest';
import {resolveCourses} from '#core/courses/catalogue.ts';
import type {CourseEntry} from '#core/courses/catalogue.ts';
import {CourseFile} from '#core/courses/course.ts';
import {checkYaml, formatProblem} from '#core/problem.ts';

const HEAD = `title: Course
version: 1
summary: For the tests.
minutes: 10
outcomes:
  - {id: one, text: You can do it., competencies: [know]}
lessons:
  - {id: a, practice: practice-a}
owner: Team
reviewed: 2026-11-22
reviewBy: 2027-11-22
`;
const TASKS = `tasks:
  - id: plan
    title: Plan
    brief: Hand in a plan. Say what you did.
    evidence: [text]
    rubric: [{outcome: one, criterion: It is whole., levels: {not-yet: No., competent: Yes., strong: More.}}]
    assessors: 1
    sample: 20
`;

/** Takes course files by id; gives the problems of their rules, as authors read them. */
function problemsOf(files: Record<string, string>): string[] {
  const entries: CourseEntry[] = [];
  const found: string[] = [];
  for (const [id, text] of Object.entries(files)) {
    const source = {file: `${id}/course.yml`, text};
    const checked = checkYaml(CourseFile, source);
    if (checked.ok) entries.push({id, file: checked.value, source, lessons: new Map()});
    else found.push(...checked.problems.map(formatProblem));
  }
  return [...found, ...resolveCourses(entries, [], new Set(['know'])).problems.filter(({field}) => field.startsWith('rule')).map(formatProblem)];
}
const withRule = (rule: string, tasks = ''): string => `${HEAD}${tasks}rule:\n${rule}`;

describe('the rule of a course', () => {
  it.each([
    ['an empty list', 'all: []', 'course/course.yml:13 rule.all: This list is too short. Give at least 1.'],
    ['an empty list inside', 'all:\n    - {lessons: all}\n    - any: []', 'course/course.yml:15 rule.all.1.any: This list is too short. Give at least 1.'],
    ['both groups at once', 'all: [{lessons: all}]\n  any: [{lessons: all}]', 'course/course.yml:13 rule: Give either `all` or `any`, with a list of conditions.'],
    ['no group', 'lessons: all', 'course/course.yml:13 rule.lessons: There is no field called `lessons` here. Correct its spelling or take it out.'],
    ['a condition that says nothing', 'all:\n    - {}', 'course/course.yml:14 rule.all.0: This asks for nothing. Give one of: lessons, quiz, attendance, task, current, completed, all, any.'],
    ['two conditions in one', 'all:\n    - {lessons: all, current: other}', 'course/course.yml:14 rule.all.0.current: `lessons` stands here already. Put each condition into an item of its own, under `all` or `any`.'],
    ['half a sentence', 'all:\n    - {task: plan}', 'course/course.yml:14 rule.all.0.task: Write `judged: competent` beside it.'],
    ['a word that belongs elsewhere', 'all:\n    - {lessons: all, passed: true}', 'course/course.yml:14 rule.all.0.passed: This belongs beside `quiz`. Take it out.'],
    ['a share that nobody can reach', 'all:\n    - {attendance: {minPercent: 120}}', 'course/course.yml:14 rule.all.0.attendance.minPercent: `120` is too big. Use 100 or less.'],
    ['attendance that asks for nothing', 'all:\n    - {attendance: {mandatory: false}}', 'course/course.yml:14 rule.all.0.attendance: This asks for nothing. Give `minPercent`, `minSessions` or `mandatory: true`.'],
    ['a quiz that is not the assessment', 'any:\n    - {quiz: final, passed: true}', "course/course.yml:14 rule.any.0.quiz: `final` is not the course's assessment (it names none). Name it under `assessment`, or take this rule out."],
    ['a task where there is none', 'all:\n    - {task: plan, judged: competent}', 'course/course.yml:14 rule.all.0.task: `plan` is not a task of this course. Write it under `tasks`, or take this rule out.'],
    ['a course that is not there', 'all:\n    - any:\n        - {completed: nowhere}', 'course/course.yml:15 rule.all.0.any.0.completed: `nowhere` is not a course. Use the name of a folder in docs/learn/.'],
    ['itself', 'all:\n    - {current: course}', 'course/course.yml:14 rule.all.0.current: A course cannot wait for itself. Name another course.'],
  ])('refuses %s, with file and line', (_, rule, problem) => {
    expect(problemsOf({course: withRule(`  ${rule}`)})[0]).toBe(problem);
  });

  it('names the tasks that there are', () => {
    expect(problemsOf({course: withRule('  all: [{task: other, judged: competent}]', TASKS)})[0]).toMatch(/`other` is not a task of this course. Use one of: plan\.$/);
    expect(problemsOf({course: withRule('  all: [{task: plan, judged: competent}]', TASKS)})).toEqual([]);
  });

  it('refuses courses that wait for each other, however far round', () => {
    const waits = (id: string, kind = 'current'): string => withRule(`  all: [{lessons: all}, {${kind}: ${id}}]`);
    const problems = problemsOf({a: waits('b'), b: waits('c', 'completed'), c: waits('a'), d: waits('a')});
    expect(problems).toHaveLength(3);
    expect(problems[0]).toBe('a/course.yml:13 rule.all.1.current: This course waits for `b`, which waits for this one (a, b, c, a). Take one of these rules out.');
  });

  it('gives a course the titles and lengths of those that it names', () => {
    const source = (id: string, text: string): CourseEntry => {
      const checked = checkYaml(CourseFile, {file: `${id}/course.yml`, text});
      if (!checked.ok) throw new Error(checked.problems.map(formatProblem).join('\n'));
      return {id, file: checked.value, source: {file: `${id}/course.yml`, text}, lessons: new Map()};
    };
    const [programme, basis] = resolveCourses([
      source('programme', withRule('  all: [{current: basis}, {any: [{completed: basis}, {lessons: all}]}]')), source('basis', `${withRule('  all: [{lessons: all}]')}\nvalidFor: P24M\n`),
    ], [], new Set(['know'])).courses;
    expect(programme?.others).toEqual([{id: 'basis', title: 'Course', validFor: 'P24M'}]);
    expect(basis && 'others' in basis).toBe(false);
  });
});

import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {standingIn} from '#core/courses/completion.ts';
import type {Standing} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {SKILLS_CHECK} from '#core/courses/derivedQuizzes.ts';
import {answersOf, dealNext, knownLessons, lessonsToCheck, nextQuestion} from '#core/courses/skillsCheck.ts';
import type {CheckLesson} from '#core/courses/skillsCheck.ts';
import {pathOf} from '#core/courses/skillsPath.ts';
import {FrameworkFile} from '#core/courses/framework.ts';
import {drawItems, faultOfDraw} from '#core/quizzes/attempt.ts';
import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import type {QuestionType} from '#core/quizzes/questions/index.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import {readFramework} from '#content/readFramework.ts';
import {valueOrThrow} from '#content/readContent.ts';
import {projectRoot, realContent} from '../../support/project.ts';

/** Lessons written as `a1: s1 t2`: course a, lesson a1, a question of one choice and one that is true or false. */
const TYPES: Record<string, QuestionType> = {s: 'single', m: 'multi', t: 'true-false'};
const lessonsOf = (...lines: string[]): CheckLesson[] => lines.map((line) => {
  const [lessonId = '', ids = ''] = line.split(': ');
  return {courseId: lessonId.charAt(0), lessonId, questions: ids.split(' ').filter(Boolean).map((type, index) => ({id: `${lessonId}-${type}${index + 1}`, type: TYPES[type] ?? 'single'}))};
});

/** Asks until the check ends; gives what was asked and how it was answered. */
function take(lessons: readonly CheckLesson[], knows: (id: string) => boolean, seen = new Set<string>()): Map<string, boolean> {
  const answers = new Map<string, boolean>();
  for (let id = nextQuestion(lessons, answers, seen); id !== null; id = nextQuestion(lessons, answers, seen)) {
    if (answers.has(id) || answers.size > 20) throw new Error(`${id} is one too many.`);
    answers.set(id, knows(id));
  }
  return answers;
}
const after = (lessons: readonly CheckLesson[], given: Record<string, boolean>, seen: string[] = []): string | null => nextQuestion(lessons, new Map(Object.entries(given)), new Set(seen));

const TWO = lessonsOf('a1: s t', 'a2: s m', 'b1: s t', 'b2: s t');

describe('the question asked next', () => {
  const cases: [string, string | null, string | null][] = [
    ['is on the first course at the start', after(TWO, {}), 'a1-s1'],
    ['is on each course once before anything else', after(TWO, {'a1-s1': true}), 'b1-s1'],
    ['confirms a lesson whose first answer was right', after(TWO, {'a1-s1': false, 'b1-s1': true}), 'b1-t2'],
    ['confirms in the order of the framework', after(TWO, {'a1-s1': true, 'b1-s1': true}), 'a1-t2'],
    ['leaves a lesson once it was missed', after(TWO, {'a1-s1': true, 'b1-s1': true, 'a1-t2': false, 'b1-t2': true}), 'b2-s1'],
    ['goes on with the course that goes best', after(TWO, {'a1-s1': false, 'b1-s1': true, 'b1-t2': true}), 'b2-s1'],
    ['is on the course asked least when courses stand alike', after(TWO, {'a1-s1': true, 'a1-t2': false, 'a2-s1': true, 'a2-m2': false, 'b1-s1': true, 'b1-t2': false}), 'b2-s1'],
    ['is on the first course when all stand alike', after(TWO, {'a1-s1': false, 'b1-s1': false}), 'a2-s1'],
    ['leaves a course alone after two misses', after(lessonsOf('a1: s t', 'a2: s t', 'a3: s t', 'b1: s t', 'b2: s t', 'b3: s t'), {'a1-s1': false, 'b1-s1': true, 'b1-t2': false, 'a2-s1': false}), 'b2-s1'],
    ['comes back to it when no other has anything to ask', after(lessonsOf('a1: s t', 'a2: s t', 'a3: s t', 'b1: s t'), {'a1-s1': false, 'b1-s1': true, 'b1-t2': true, 'a2-s1': false}), 'a3-s1'],
    ['is on a lesson that can be shown to be known, before one that cannot', after(lessonsOf('a1: s', 'a2: t s'), {}), 'a2-s2'],
    ['is the one that is harder to guess', after(lessonsOf('a1: t m s'), {}), 'a1-s3'],
    ['is one not met before on this device', after(lessonsOf('a1: s t', 'a2: s t'), {}, ['a1-s1', 'a1-t2']), 'a2-s1'],
    ['is one met before when nothing else is left', after(lessonsOf('a1: s t'), {}, ['a1-s1', 'a1-t2']), 'a1-s1'],
    ['is none without lessons', after([], {}), null],
  ];
  it.each(cases)('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('ends when nothing useful is left, and not before eight questions where there are as many', () => {
    const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((course) => `${course}1: s t`);
    expect(take(lessonsOf(...eight), () => false).size).toBe(8);
    expect(take(lessonsOf('a1: s t', 'a2: s t', 'a3: s t', 'a4: s t', 'a5: s t'), () => false).size).toBe(8);
    expect(take(lessonsOf('a1: s t'), () => true).size).toBe(2);
  });

  it('stops at twenty', () => {
    expect(take(lessonsOf(...Array.from({length: 9}, (_, index) => `a${index}: s s s`)), () => true).size).toBe(18);
    expect(take(lessonsOf(...Array.from({length: 30}, (_, index) => `a${index}: s s s`)), () => true).size).toBe(20);
  });
});

const content = await realContent();
const {framework} = valueOrThrow(await readFramework(projectRoot));
const quiz = content.quizzes.find(({id}) => id === SKILLS_CHECK)!;
const lessons = lessonsToCheck(content.courses, content.quizzes, framework);
const courseIds = framework.areas.map(({course}) => course);
const courseOf = (id: string): string | undefined => lessons.find(({questions}) => questions.some((question) => question.id === id))?.courseId;

describe('the check over the real courses', () => {
  it('asks about every course of the framework, and about no short component, which has no assessment', () => {
    expect([...new Set(lessons.map(({courseId}) => courseId))]).toEqual(courseIds);
    expect(lessons).toHaveLength(content.courses.filter(({id}) => courseIds.includes(id)).flatMap((each) => each.lessons).length);
    expect(lessons.filter(({questions}) => questions.length === 0)).toEqual([]);
    expect(lessonsToCheck(content.courses.map((each) => ({...each, assessment: undefined})), content.quizzes, framework)).toEqual([]);
  });

  const anyLearner = fc.record({luck: fc.array(fc.boolean(), {minLength: quiz.items.length, maxLength: quiz.items.length}), seen: fc.subarray(quiz.items.map(({id}) => id))});

  it('asks any learner one question of each course first, at most 20, and none twice', () => {
    fc.assert(fc.property(anyLearner, ({luck, seen}) => {
      const answers = take(lessons, (id) => luck[quiz.items.findIndex((item) => item.id === id)] ?? false, new Set(seen));
      const asked = [...answers.keys()];
      expect(asked.slice(0, 8).map(courseOf)).toEqual(courseIds);
      expect(asked.length).toBeLessThanOrEqual(20);
      expect(asked.length).toBeGreaterThanOrEqual(8);
    }), {numRuns: 300});
  });

  it('calls a lesson known after two right answers and no wrong one, and no other', () => {
    fc.assert(fc.property(anyLearner, ({luck, seen}) => {
      const answers = take(lessons, (id) => luck[quiz.items.findIndex((item) => item.id === id)] ?? false, new Set(seen));
      const known = knownLessons(lessons, answers).map(({lessonId, courseId}) => `${courseId}/${lessonId}`);
      for (const lesson of lessons) {
        const given = lesson.questions.flatMap(({id}) => answers.get(id) ?? []);
        expect(known.includes(`${lesson.courseId}/${lesson.lessonId}`)).toBe(given.length >= 2 && given.every(Boolean));
      }
    }), {numRuns: 300});
  });

  it('gives ten learners the same path for the same answers, with every lesson on it once', () => {
    const standings = new Map<string, Standing>();
    for (let learner = 0; learner < 10; learner += 1) {
      const knows = (id: string): boolean => (id.length * 7 + learner * 13 + id.charCodeAt(id.length - 1)) % 10 < learner;
      const [first, second] = [take(lessons, knows), take(lessons, knows)];
      expect([...second]).toEqual([...first]);
      const path = pathOf({courses: content.courses, framework, lessons, answers: first, standings});
      expect(pathOf({courses: content.courses, framework, lessons, answers: second, standings})).toEqual(path);
      const all = path.courses.flatMap((course) => course.lessons);
      expect(path.courses.map(({id}) => id)).toEqual(courseIds);
      expect(all.filter(({state}) => state === 'known')).toHaveLength(knownLessons(lessons, first).length);
      expect(all.every(({reason}) => reason.endsWith('.'))).toBe(true);
      expect(path.minutes.all - path.minutes.left).toBe(all.filter(({state}) => state === 'known').reduce((sum, {minutes}) => sum + minutes, 0));
      expect(path.start && all.find(({href}) => href === path.start?.lesson.href)?.state).toBe('to-do');
    }
  });

  it('shows somebody who knows all at least eight lessons that they can skip', () => {
    expect(knownLessons(lessons, take(lessons, () => true)).length).toBeGreaterThanOrEqual(8);
  });

  it('makes draws that the service takes, of 8 to 20 questions, and the service takes no fewer and no more', () => {
    const open = toPublicQuiz(quiz);
    const deck = drawItems({...open, draw: [{from: open.items.map(({id}) => id), take: open.items.length}]}, () => 0.5);
    const drawn: DrawnItem[] = [];
    for (let next = dealNext({lessons, deck, seen: []}, quiz.items, drawn, {}); next; next = dealNext({lessons, deck, seen: []}, quiz.items, drawn, {})) drawn.push(next);
    expect(faultOfDraw(open, drawn)).toBeNull();
    expect(faultOfDraw(open, drawn.slice(0, 8))).toBeNull();
    expect(faultOfDraw(open, drawn.slice(0, 7))).toMatch(/8 questions/);
    expect(faultOfDraw(open, deck.slice(0, 21))).toMatch(/More questions/);
    expect(faultOfDraw({...open, mode: 'practice'}, drawn.slice(0, 8))).toMatch(/20 questions/);
  });

  it('counts a partly right answer and one not known as not right', () => {
    const multi = quiz.items.find((item) => item.type === 'multi')!;
    const drawn = [{itemId: multi.id, itemVersion: multi.version, optionOrder: []}];
    const right = multi.type === 'multi' ? multi.options.filter((option) => option.right).map(({id}) => id) : [];
    const given = (responses: Responses): boolean | undefined => answersOf(quiz.items, drawn, responses).get(multi.id);
    expect([given({[multi.id]: right}), given({[multi.id]: right.slice(1)}), given({})]).toEqual([true, false, false]);
  });
});

describe('the path', () => {
  const course = (id: string, outcomes: string[]): Course => ({
    id, title: `Course ${id}`, version: 1, summary: '-', minutes: 30, outcomes: outcomes.map((outcome) => ({id: outcome, text: 'You can.', competencies: [`c-${outcome}`]})),
    lessons: outcomes.map((outcome, index) => ({id: `${id}${index + 1}`, title: `Lesson ${id}${index + 1}`, description: '-', minutes: 5, outcomes: [outcome], practice: `practice-${id}${index + 1}`})),
    assessment: `final-${id}`, rule: {all: [{lessons: 'all'}, {quiz: `final-${id}`, passed: true}]}, owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
  });
  const courses = [course('a', ['one', 'two']), course('b', ['three', 'four'])];
  const competency = (id: string) => ({id: `c-${id}`, title: `Do ${id}`, levels: {aware: 'A.', able: 'B.', leading: 'C.'}});
  const small = FrameworkFile.parse({areas: [
    {id: 'first', title: 'First', course: 'a', competencies: ['one', 'two'].map(competency)}, {id: 'second', title: 'Second', course: 'b', competencies: ['three', 'four'].map(competency)},
  ]});
  const path = (answers: Record<string, boolean>, done: Parameters<typeof standingIn>[1] = []) => pathOf({
    courses, framework: small, lessons: TWO, answers: new Map(Object.entries(answers)), standings: new Map(courses.map((each) => [each.id, standingIn(each, done)])),
  });
  const AT = '2026-11-22T10:00:00Z';

  it('gives each lesson its state and its reason, and starts where most was missed', () => {
    const {courses: [a, b], start, minutes} = path({'a1-s1': true, 'b1-s1': false, 'a1-t2': true, 'a2-s1': true, 'b2-s1': false});
    expect(a?.lessons.map(({state, reason}) => [state, reason])).toEqual([
      ['known', 'You answered both questions on this lesson right.'], ['to-do', 'You answered one question right. It takes two to skip a lesson.'],
    ]);
    expect(b?.lessons.map(({state, reason}) => [state, reason])).toEqual([
      ['to-do', 'You missed a question on this lesson, so start here.'], ['to-do', 'You missed a question on this lesson.'],
    ]);
    expect(start).toMatchObject({courseId: 'b', lesson: {id: 'b1'}, why: 'You missed questions on 2 lessons of this course, more than of any other.'});
    expect([a?.competencies, b?.competencies, a?.asked]).toEqual([['Do two'], ['Do three', 'Do four'], 3]);
    expect(minutes).toEqual({all: 20, left: 15});
  });

  it('says that nothing was missed, and starts with the first lesson left', () => {
    expect(path({'a1-s1': true, 'a1-t2': true}).start).toMatchObject({lesson: {id: 'a2'}, why: expect.stringContaining('missed nothing') as string});
    expect(path({}).courses[0]?.lessons[0]?.reason).toBe('We did not ask about this lesson.');
  });

  it('says so when two courses stand the same', () => {
    expect(path({'a1-s1': false, 'b1-s1': false}).start).toMatchObject({lesson: {id: 'a1'}, why: expect.stringContaining('comes first') as string});
  });

  it('leaves out what is done, keeps what an earlier check showed, and ends with the assessments', () => {
    const known = {quizId: SKILLS_CHECK, at: AT, passed: null, knows: [{courseId: 'a', lessonId: 'a2'}, {courseId: 'b', lessonId: 'b1'}]};
    const done = [{quizId: 'practice-a1', at: AT, passed: null}, {quizId: 'practice-b2', at: AT, passed: null}, known];
    const result = path({'a1-s1': false}, done);
    expect(result.courses.flatMap((each) => each.lessons.map(({state}) => state))).toEqual(['done', 'known', 'known', 'done']);
    expect(result.courses[0]?.lessons[0]?.reason).toContain('Read it again.');
    expect(result.start).toBeNull();
    expect(result.minutes).toEqual({all: 10, left: 0});
    expect(result.courses[0]?.isComplete).toBe(false);
    expect(path({}, [...done, {quizId: 'final-a', at: AT, passed: true}]).courses[0]?.isComplete).toBe(true);
  });
});

import {createElement} from 'react';
import type {ComponentType, ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {KnownLessons} from '#components/account/KnownLessons.tsx';
import {SkillsCheckAnswers} from '#components/learn/SkillsCheckAnswers.tsx';
import {SkillsCheckIntro} from '#components/learn/SkillsCheckIntro.tsx';
import {SkillsCheckPath} from '#components/learn/SkillsCheckPath.tsx';
import {SkillsCheckRun} from '#components/learn/SkillsCheckRun.tsx';
import type {PathCourse, PathLesson, SkillsPath} from '#core/courses/skillsPath.ts';
import {makeQuestion, RIGHT} from '../support/smallContent.ts';

const draw = <P extends object>(component: ComponentType<P>, props: P): string => renderToStaticMarkup(createElement(component, props));
const Link = ({to, children}: {to: string; children: ReactNode}): ReactNode => createElement('a', {href: to}, children);
const nothing = (): void => undefined;
const lesson = (id: string, state: PathLesson['state'], reason: string): PathLesson => ({id, title: `Lesson ${id}`, href: `/learn/a/${id}/`, minutes: 5, state, reason});
const course = (changes: Partial<PathCourse>): PathCourse => ({
  id: 'a', title: 'Course a', href: '/learn/a/', assessmentHref: '/learn/a/assessment/', isComplete: false, lessons: [], competencies: [], asked: 2, ...changes,
});
const path = (changes: Partial<SkillsPath>): string => draw(SkillsCheckPath, {path: {courses: [], start: null, minutes: {all: 10, left: 5}, ...changes}, Link});

describe('the path on screen', () => {
  const todo = lesson('two', 'to-do', 'You missed a question on this lesson, so start here.');
  const html = path({
    courses: [course({lessons: [lesson('one', 'known', 'You answered both questions on this lesson right.'), todo], competencies: ['Know the law', 'Feed back']})],
    start: {courseId: 'a', courseTitle: 'Course a', lesson: todo, why: 'You missed a question.'},
  });

  it('says what can be skipped, how long the rest takes, where to start and why, in words', () => {
    expect(html).toContain('You can skip 1 lesson. The lessons left take about 5 minutes to read. With those you know, it would be 10 minutes.');
    expect(html).toMatch(/Start here:<\/strong> <a href="\/learn\/a\/two\/">Lesson two<\/a>/);
    for (const words of ['Known already', 'To do', 'You answered both questions on this lesson right.', '1 lesson to do, about 5 minutes.', 'know the law; feed back']) expect(html).toContain(words);
    expect(html).toContain('<a href="/learn/a/assessment/">Assessment</a>');
  });

  it.each([
    [0, 'We did not ask about this course.'], [1, 'We asked one question about this course, which is too few to skip a lesson.'], [3, 'We asked 3 questions about this course.'],
  ])('says when %i questions were asked about a course', (asked, words) => {
    expect(path({courses: [course({lessons: [todo], asked})]})).toContain(words);
  });

  it('leads straight to the assessment when no lesson is left, and nowhere when the course is complete', () => {
    expect(path({courses: [course({lessons: [lesson('one', 'known', 'Right.')]})]})).toContain('Go straight to the assessment.');
    const complete = path({courses: [course({isComplete: true})]});
    expect(complete).toContain('You have completed this course.');
    expect(complete).not.toContain('/learn/a/assessment/');
  });
});

describe('the check on screen', () => {
  const items = ['one', 'two'].map((id) => makeQuestion(id));
  const deck = items.map(({id}) => ({itemId: id, itemVersion: 'v1', optionOrder: ['c', 'a', 'b']}));
  const bank = {lessons: [{courseId: 'a', lessonId: 'l', questions: items.map(({id, type}) => ({id, type}))}], deck, seen: []};
  const run = (index: number): string => draw(SkillsCheckRun, {
    input: {items, bank, drawn: deck, index, responses: {}}, most: 20, isNew: false, drafted: null, status: null, onDraft: nothing, onAsked: nothing, onHandIn: () => Promise.resolve(), listen: () => nothing,
  });

  it('shows one question, its options as drawn, with “I do not know” beside the answer, and tells nothing', () => {
    const html = run(0);
    expect(html).toContain('Question 1 of at most 20');
    expect([...html.matchAll(/value="([abc])"/g)].map(([, id]) => id)).toEqual(['c', 'a', 'b']);
    expect(html.match(/class="aw-button"/g)).toHaveLength(2);
    expect(html).not.toMatch(/is right|is wrong|Stop here/);
  });

  it('says what to know before, without JavaScript too', () => {
    const html = draw(SkillsCheckIntro, {loading: false, courses: 8, most: 20, onStarted: nothing});
    for (const words of ['up to 20 short questions', 'about 8 minutes', 'no pass mark', 'one time in nine', '<noscript>']) expect(html).toContain(words);
  });

  it('tells at the end what was right and why, also of what was not known', () => {
    const html = draw(SkillsCheckAnswers, {items, drawn: deck, responses: {one: RIGHT}});
    expect(html).toContain('Your answer, right');
    expect(html).toContain('You did not know');
    expect(html).toContain('two b is right');
  });
});

it('names on the record the check that showed a lesson to be known, and nothing where there is none', () => {
  const known = {courseId: 'a', lessonId: 'one', courseTitle: 'Course a', title: 'Lesson one', on: '3 May 2027'};
  expect(draw(KnownLessons, {lessons: [known]})).toContain('Known already (skills check of 3 May 2027)');
  expect(draw(KnownLessons, {lessons: []})).toBe('');
});

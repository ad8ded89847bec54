import {describe, expect, it} from 'vitest';
import {nextStep} from '#components/learn/nextStep.ts';
import type {AssessmentState} from '#components/learn/nextStep.ts';
import {chosenFirst, namePart} from '#components/quiz/feedback.ts';
import {inOrder} from '#components/quiz/questions/question.ts';
import type {Course} from '#core/courses/course.ts';

const lesson = (id: string) => ({id, title: `Lesson ${id}`, description: '-', minutes: 5, outcomes: ['one'], practice: `practice-${id}`});
const course: Course = {
  id: 'intro', title: 'Introduction', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: [lesson('a'), lesson('b')], assessment: 'final', rule: {all: [{lessons: 'all'}]}, owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};

describe('the next step in a course', () => {
  it.each([
    ['at the start', [], 'none', 'Start the course', '/learn/intro/a/'],
    ['after a lesson', ['a'], 'none', 'Continue with: Lesson b', '/learn/intro/b/'],
    ['after a lesson out of turn', ['b'], 'none', 'Continue with: Lesson a', '/learn/intro/a/'],
    ['after the lessons', ['a', 'b'], 'none', 'Continue with: the assessment', '/learn/intro/assessment/'],
    ['with an assessment under way', ['a'], 'under-way', 'Continue with: the assessment', '/learn/intro/assessment/'],
    ['with an assessment that waits', ['a', 'b'], 'waiting', 'See where your assessment stands', '/learn/intro/assessment/'],
    ['after a failed assessment', ['a', 'b'], 'failed', 'See your result and try again', '/learn/intro/assessment/'],
    ['after passing first and reading later', [], 'passed', 'Continue with: Lesson a', '/learn/intro/a/'],
  ] as [string, string[], AssessmentState, string, string][])('%s', (_, lessonsDone, assessment, text, href) => {
    expect(nextStep(course, {lessonsDone, completedAt: null, missing: []}, assessment)).toEqual({text, href});
  });

  it('is none when the course is complete', () => {
    expect(nextStep(course, {lessonsDone: ['a', 'b'], completedAt: '2026-11-22T10:00:00Z', missing: []}, 'passed')).toBeNull();
  });
});

describe('feedback in words', () => {
  const part = (id: string, chosen: boolean, right?: boolean) => ({id, text: id, chosen, why: '-', ...(right !== undefined && {right})});

  it('says of each option whether it was chosen and whether it is right', () => {
    const words = (chosen: boolean, right?: boolean) => namePart('single', part('a', chosen, right)).words;
    expect([words(true, true), words(true, false), words(false, true), words(false, false), words(true)])
      .toEqual(['Your answer, right', 'Your answer, not right', 'The right answer', 'Not right, and you did not choose it', 'Your answer']);
  });

  it('puts what was chosen first, and the rest as it was shown', () => {
    const parts = [part('a', false, true), part('b', false, false), part('c', true, false)];
    expect(chosenFirst('single', parts, ['b', 'c', 'a']).map(({id}) => id)).toEqual(['c', 'b', 'a']);
    expect(chosenFirst('order', parts, ['b', 'c', 'a'])).toEqual(parts);
  });
});

it('shows options in the order drawn, and any that the draw does not name after them', () => {
  expect(inOrder([{id: 'a'}, {id: 'b'}, {id: 'c'}], ['c', 'a']).map(({id}) => id)).toEqual(['c', 'a', 'b']);
});

import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {standingIn} from '#core/courses/completion.ts';
import type {AttemptFact} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';

const lesson = (id: string) => ({id, title: `Lesson ${id}`, description: '-', minutes: 5, outcomes: ['one'], practice: `practice-${id}`});
const course: Course = {
  id: 'intro', title: 'Introduction', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: [lesson('a'), lesson('b')], assessment: 'final', rule: {all: [{lessons: 'all'}, {quiz: 'final', passed: true}]},
  owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};
const done = (quizId: string, at: string, passed: boolean | null = null): AttemptFact => ({quizId, at, passed});
const A = done('practice-a', '2026-11-01T10:00:00Z');
const B = done('practice-b', '2026-11-02T10:00:00Z');
const FAILED = done('final', '2026-11-03T10:00:00Z', false);
const PASSED = done('final', '2026-11-04T10:00:00Z', true);

describe('where a learner stands', () => {
  it.each([
    ['at the start', [], [], null, 3],
    ['after one lesson', [A], ['a'], null, 2],
    ['after the lessons', [A, B], ['a', 'b'], null, 1],
    ['after a failed assessment', [A, B, FAILED], ['a', 'b'], null, 1],
    ['after an assessment that waits to be marked', [A, B, done('final', '2026-11-03T10:00:00Z')], ['a', 'b'], null, 1],
    ['with the assessment alone', [PASSED], [], null, 2],
    ['when all is met', [A, B, PASSED], ['a', 'b'], '2026-11-04T10:00:00Z', 0],
    ['when the last lesson came after the pass', [A, PASSED, done('practice-b', '2026-11-05T10:00:00Z')], ['a', 'b'], '2026-11-05T10:00:00Z', 0],
    ['when it failed again after the pass', [A, B, PASSED, done('final', '2026-12-01T10:00:00Z', false)], ['a', 'b'], '2026-11-04T10:00:00Z', 0],
    ['when a lesson was done again', [A, B, PASSED, done('practice-a', '2026-12-01T10:00:00Z')], ['a', 'b'], '2026-11-04T10:00:00Z', 0],
    ['with quizzes of another course', [done('other', '2026-11-01T10:00:00Z', true)], [], null, 3],
  ] as [string, AttemptFact[], string[], string | null, number][])('%s', (_, attempts, lessonsDone, completedAt, missing) => {
    const standing = standingIn(course, attempts);
    expect(standing).toMatchObject({lessonsDone, completedAt});
    expect(standing.missing).toHaveLength(missing);
  });

  it('takes a lesson that a skills check showed to be known as done, and never the assessment', () => {
    const known = (at: string, courseId = 'intro'): AttemptFact => ({quizId: 'skills-check', at, passed: null, knows: [{courseId, lessonId: 'a'}]});
    expect(standingIn(course, [known('2026-11-01T10:00:00Z')])).toMatchObject({lessonsDone: ['a'], lessonsKnown: ['a'], completedAt: null});
    expect(standingIn(course, [known('2026-11-01T10:00:00Z'), B]).missing).toEqual([{text: 'Pass the assessment', href: '/learn/intro/assessment/'}]);
    expect(standingIn(course, [known('2026-11-06T10:00:00Z'), B, PASSED])).toMatchObject({missing: [], completedAt: '2026-11-06T10:00:00Z'});
    expect(standingIn(course, [known('2026-11-06T10:00:00Z'), A, B, PASSED])).toMatchObject({lessonsKnown: [], completedAt: PASSED.at});
    expect(standingIn(course, [known('2026-11-01T10:00:00Z', 'other')]).lessonsDone).toEqual([]);
  });

  it('says what is missing in words and where to do it', () => {
    expect(standingIn(course, [A]).missing).toEqual([
      {text: 'Answer the question at the end of “Lesson b”', href: '/learn/intro/b/'}, {text: 'Pass the assessment', href: '/learn/intro/assessment/'},
    ]);
  });

  it('compares times, not texts, where offsets differ', () => {
    const early = done('practice-b', '2026-11-04T10:30:00+01:00');
    expect(standingIn(course, [A, early, PASSED]).completedAt).toBe(PASSED.at);
  });

  it('does not depend on the order of attempts, and no later attempt takes a completion away', () => {
    const any = fc.record({quizId: fc.constantFrom('practice-a', 'practice-b', 'final', 'other'), at: fc.integer({min: 0, max: 1e6}).map((s) => new Date(1.7e12 + s * 1000).toISOString()), passed: fc.constantFrom(true, false, null)});
    fc.assert(fc.property(fc.array(any, {maxLength: 12}), (attempts) => {
      const standing = standingIn(course, attempts);
      expect(standingIn(course, [...attempts].reverse())).toEqual(standing);
      const later = [...attempts, done('final', '2099-01-01T00:00:00Z', false), done('practice-a', '2099-01-01T00:00:00Z')];
      if (standing.completedAt) expect(standingIn(course, later).completedAt).toBe(standing.completedAt);
    }));
  });
});

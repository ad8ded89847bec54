import {describe, expect, it} from 'vitest';
import type {Course} from '#core/courses/course.ts';
import {heldIn} from '#core/courses/due.ts';
import {begunIn, checksDone, completedIn, underWay} from '#core/courses/myLearning.ts';
import type {StoredFact} from '#core/courses/myLearning.ts';
import {quizPlace} from '#core/courses/quizPlace.ts';

const AT = '2026-11-22T10:00:00.000Z';
const lesson = (id: string) => ({id, title: `Lesson ${id}`, description: '-', minutes: 5, outcomes: ['one'], practice: `practice-${id}`});
const course: Course = {
  id: 'intro', title: 'Introduction', version: 2, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: [lesson('a'), lesson('b')], assessment: 'final', rule: {all: [{lessons: 'all'}, {quiz: 'final', passed: true}]}, validFor: 'P24M',
  owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};
const did = (quizId: string, passed: boolean | null = null, at = AT) => ({quizId, at, passed});
const stored = (quizId: string, over: Partial<StoredFact> = {}): StoredFact => ({id: quizId, quizId, startedAt: AT, handedInAt: null, answered: 1, of: 3, ...over});
const whole = [did('practice-a'), did('practice-b'), did('final', true)];

it.each([
  ['practice-b', 'Introduction: Lesson b', '/learn/intro/b/'], ['final', 'Introduction: assessment', '/learn/intro/assessment/'],
  ['intro-refresher', 'Introduction: refresher', '/learn/intro/refresher/'], ['skills-check', 'Skills check', '/learn/skills-check/'],
])('%s is called “%s” and taken at %s', (quizId, title, href) => {
  expect(quizPlace([course], quizId)).toEqual({title, href});
});

describe('what is under way', () => {
  it('is the latest attempt at each quiz while it is open, with the page that opens it', () => {
    expect(underWay([course], [stored('practice-a', {id: 'new'}), stored('practice-a', {id: 'old'}), stored('final', {handedInAt: AT}), stored('final', {id: 'older'}), stored('gone')]))
      .toEqual([{id: 'new', title: 'Introduction: Lesson a', href: '/learn/intro/a/', startedAt: AT, answered: 1, of: 3}]);
  });

  it('holds a course as soon as a question of it has been opened, with what comes next', () => {
    expect(begunIn([course], [], [], [])).toEqual([]);
    expect(begunIn([course], [], [stored('practice-a')], [])[0]).toMatchObject({done: [], lessons: 2, next: {href: '/learn/intro/a/'}});
    expect(begunIn([course], [did('practice-a')], [], [])[0]).toMatchObject({done: [{title: 'Lesson a', href: '/learn/intro/a/'}], next: {href: '/learn/intro/b/'}});
    expect(begunIn([course], whole.slice(0, 2), [], [])[0]).toMatchObject({next: {text: 'Pass the assessment'}, missing: [{href: '/learn/intro/assessment/'}]});
  });

  it('leaves out a course that is complete', () => {
    expect(begunIn([course], whole, [], heldIn([course], {attempts: whole, completions: []}, true))).toEqual([]);
  });
});

describe('a completion', () => {
  const confirmed = {courseId: 'intro', courseVersion: 1, completedAt: AT};

  it('stands on this device alone until the record service says so', () => {
    const held = heldIn([course], {attempts: whole, completions: []}, true);
    expect(completedIn([course], held, [], '2026-11-23')[0]).toMatchObject({where: 'device', version: 2, until: '2028-11-22', currency: 'current', outcomes: ['You can do it.']});
  });

  it('has the version that the record service confirmed', () => {
    const held = heldIn([course], {attempts: [], completions: [confirmed]}, true);
    expect(completedIn([course], held, [confirmed], '2028-11-23')[0]).toMatchObject({where: 'record', version: 1, currency: 'lapsed'});
  });

  it('is not confirmed by what the device has kept of the service’s words', () => {
    const held = heldIn([course], {attempts: [], completions: [confirmed]}, true);
    expect(completedIn([course], held, [], '2026-11-23')[0]?.where).toBe('device');
  });

  it('of a course that has left the site stays on the list', () => {
    expect(completedIn([], [], [confirmed], '2026-11-23')).toMatchObject([{title: 'intro', where: 'record', outcomes: []}]);
  });
});

it('lists refreshers and skills checks done, the latest first, each once and without scores', () => {
  const check = {...did('skills-check', null, '2026-12-01T10:00:00.000Z'), knows: [{courseId: 'intro', lessonId: 'a'}]};
  expect(checksDone([course], [did('intro-refresher'), did('practice-a'), check, {...check, knows: [{courseId: 'intro', lessonId: 'b'}]}]))
    .toEqual([{title: 'Skills check', on: '2026-12-01'}, {title: 'Introduction: refresher', on: '2026-11-22'}]);
});

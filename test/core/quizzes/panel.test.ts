import {describe, expect, it} from 'vitest';
import {resolveQuizzes} from '#core/quizzes/catalogue.ts';
import {QuizFile} from '#core/quizzes/quiz.ts';

const bank = {
  kind: 'bank', title: 'Bank',
  items: ['one', 'two'].map((id) => ({id, type: 'true-false', stem: `Statement ${id}.`, answer: true, why: {true: 'Yes.', false: 'No.'}})),
};
const panel = (ratings: Record<string, number>[]) => ({on: '2027-03-01', ratings: ratings.map((items, index) => ({judge: String.fromCharCode(65 + index), items}))});
const BOTH = panel([{one: 0.5, two: 0.7}, {one: 0.7, two: 0.9}, {one: 0.6, two: 0.8}]);

function problemsOf(pass: unknown): string[] {
  const entry = (id: string, file: unknown) => ({id, file: QuizFile.parse(file), source: {file: `${id}.yml`, text: JSON.stringify(file)}});
  const quiz = {kind: 'quiz', mode: 'assessed', title: 'Test', pass, draw: [{bank: 'bank', take: 2}]};
  return resolveQuizzes([entry('bank', bank), entry('test', quiz)], (text) => String(text.length)).problems.map(({field, message}) => `${field}: ${message}`);
}

describe('a pass mark by a panel', () => {
  it('is the cut that the ratings give, cut up to a whole percent', () => {
    expect(problemsOf({percent: 70, basis: 'angoff', rationale: 'By a panel.', panel: BOTH})).toEqual([]);
    expect(problemsOf({percent: 75, basis: 'angoff', rationale: 'By a panel.', panel: BOTH})).toEqual([expect.stringMatching(/^pass\.percent: The panel's ratings give 70%/)]);
  });

  it('may have its ratings in the file before it rests on them', () => {
    expect(problemsOf({percent: 75, basis: 'provisional', rationale: 'Ours.', panel: BOTH})).toEqual([]);
  });

  it('needs a rating of each question by each judge', () => {
    expect(problemsOf({percent: 70, basis: 'angoff', rationale: 'By a panel.', panel: panel([{one: 0.5, two: 0.7}, {one: 0.7}])})[0]).toMatch(/^pass\.panel\.ratings: /);
  });

  it.each([
    ['no panel', {percent: 70, basis: 'angoff', rationale: 'x'}, 'needs the ratings of its judges'],
    ['one judge', {percent: 70, basis: 'angoff', rationale: 'x', panel: panel([{one: 0.5, two: 0.7}])}, '2'],
    ['a chance above one', {percent: 70, basis: 'angoff', rationale: 'x', panel: panel([{one: 1.5, two: 0.7}, {one: 0.5, two: 0.7}])}, 'ratings'],
    ['a judge with a name', {percent: 70, basis: 'angoff', rationale: 'x', panel: {on: '2027-03-01', ratings: [{judge: 'Name', items: {one: 1}}, {judge: 'B', items: {one: 1}}]}}, 'one capital letter'],
  ])('is refused with %s', (_, pass, message) => {
    expect(() => problemsOf(pass)).toThrow(message);
  });
});

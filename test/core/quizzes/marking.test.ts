import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {explainQuestion, isAnswered, isAnswerTo, markQuestion, Question} from '#core/quizzes/questions/index.ts';
import type {QuestionOutcome} from '#core/quizzes/question.ts';

const option = (id: string, right = false) => ({id, text: `Option ${id}`, why: `Because ${id}.`, ...(right && {right})});
const multi = (rule: string, rights: string, marks = 1) =>
  Question.parse({type: 'multi', id: 'm', stem: 'Which?', marks, rule, options: ['a', 'b', 'c', 'd', 'e'].map((id) => option(id, rights.includes(id)))});

const single = Question.parse({type: 'single', id: 's', stem: 'Which?', options: [option('a'), option('b', true), option('c')]});
const trueFalse = Question.parse({type: 'true-false', id: 't', stem: 'So.', answer: false, why: {true: 'No.', false: 'Yes.'}});
const match = Question.parse({
  type: 'match', id: 'x', stem: 'Which goes with which?',
  rows: [{id: '1', text: 'One', answer: 'c', why: 'W1'}, {id: '2', text: 'Two', answer: 'a', why: 'W2'}, {id: '3', text: 'Three', answer: 'a', why: 'W3'}],
  targets: [{id: 'a', text: 'A'}, {id: 'b', text: 'B'}, {id: 'c', text: 'C'}],
});
const order = (rule: string) => Question.parse({
  type: 'order', id: 'o', stem: 'In which order?', rule, answer: ['c', 'a', 'd', 'b'],
  options: ['a', 'b', 'c', 'd'].map((id) => ({id, text: `Step ${id}`, why: `Place of ${id}.`})),
});
const ALL = [single, trueFalse, match, order('exact'), order('pairs'), multi('plus-minus', 'ac'), multi('per-option', 'ac'), multi('all-or-nothing', 'ac', 3)];

type Case = [string, Question, unknown, QuestionOutcome, number];
const CASES: Case[] = [
  ['single: the right option', single, 'b', 'right', 60],
  ['single: a wrong option', single, 'a', 'wrong', 0],
  ['single: an option it does not have', single, 'z', 'wrong', 0],
  ['single: left open', single, undefined, 'not-answered', 0],
  ['single: an answer of another kind', single, ['b'], 'not-answered', 0],
  ['true or false: right', trueFalse, false, 'right', 60],
  ['true or false: wrong', trueFalse, true, 'wrong', 0],
  ['true or false: left open', trueFalse, undefined, 'not-answered', 0],
  ['true or false: a word', trueFalse, 'false', 'not-answered', 0],
  ['multi, plus-minus: all right ones and no other', multi('plus-minus', 'ac'), ['c', 'a'], 'right', 60],
  ['multi, plus-minus: one of two right ones', multi('plus-minus', 'ac'), ['a'], 'partly', 30],
  ['multi, plus-minus: a wrong one takes a right one off', multi('plus-minus', 'ac'), ['a', 'c', 'b'], 'partly', 30],
  ['multi, plus-minus: as many wrong as right', multi('plus-minus', 'ac'), ['a', 'b'], 'wrong', 0],
  ['multi, plus-minus: never under nothing', multi('plus-minus', 'ac'), ['b', 'd', 'e'], 'wrong', 0],
  ['multi, plus-minus: everything chosen', multi('plus-minus', 'ac'), ['a', 'b', 'c', 'd', 'e'], 'wrong', 0],
  ['multi, plus-minus: a third is cut to whole units', multi('plus-minus', 'abc', 1), ['a', 'b'], 'partly', 40],
  ['multi, per-option: left nothing chosen', multi('per-option', 'ac'), [], 'not-answered', 0],
  ['multi, per-option: one right one', multi('per-option', 'ac'), ['a'], 'partly', 48],
  ['multi, per-option: the opposite', multi('per-option', 'ac'), ['b', 'd', 'e'], 'wrong', 0],
  ['multi, per-option: everything chosen', multi('per-option', 'ac'), ['a', 'b', 'c', 'd', 'e'], 'partly', 24],
  ['multi, all-or-nothing: one missing', multi('all-or-nothing', 'ac', 2), ['a'], 'wrong', 0],
  ['multi, all-or-nothing: all, for two marks', multi('all-or-nothing', 'ac', 2), ['a', 'c'], 'right', 120],
  ['multi: left open', multi('plus-minus', 'ac'), undefined, 'not-answered', 0],
  ['multi: an option chosen twice is no answer', multi('plus-minus', 'ac'), ['a', 'a'], 'not-answered', 0],
  ['match: every row', match, {1: 'c', 2: 'a', 3: 'a'}, 'right', 60],
  ['match: two of three rows', match, {1: 'c', 2: 'a', 3: 'b'}, 'partly', 40],
  ['match: one row filled in, rightly', match, {1: 'c'}, 'partly', 20],
  ['match: one row filled in, wrongly', match, {1: 'b'}, 'wrong', 0],
  ['match: no row filled in', match, {}, 'not-answered', 0],
  ['match: a row it does not have', match, {9: 'a'}, 'not-answered', 0],
  ['match: left open', match, undefined, 'not-answered', 0],
  ['order, exact: right', order('exact'), ['c', 'a', 'd', 'b'], 'right', 60],
  ['order, exact: two changed places', order('exact'), ['a', 'c', 'd', 'b'], 'wrong', 0],
  ['order, pairs: two neighbours changed places', order('pairs'), ['a', 'c', 'd', 'b'], 'partly', 40],
  ['order, pairs: turned round', order('pairs'), ['b', 'd', 'a', 'c'], 'wrong', 0],
  ['order, pairs: as many right as wrong', order('pairs'), ['a', 'b', 'c', 'd'], 'wrong', 0],
  ['order: an option left out', order('pairs'), ['c', 'a', 'd'], 'not-answered', 0],
  ['order: left open', order('exact'), undefined, 'not-answered', 0],
];

describe('marking', () => {
  it.each(CASES)('%s', (_, question, given, outcome, got) => {
    expect(markQuestion(question, given)).toEqual({outcome, got, of: question.marks * 60});
  });

  const anything = fc.oneof(
    fc.constant(undefined), fc.boolean(), fc.constantFrom('a', 'b', 'c', 'z', ''), fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']),
    fc.dictionary(fc.constantFrom('1', '2', '3', '9', '__proto__'), fc.constantFrom('a', 'b', 'c', 'z')), fc.anything(),
  );

  it('gives whole units, from none to all, for any answer whatever', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), anything, (question, given) => {
      const {got, of, outcome} = markQuestion(question, given);
      expect(Number.isInteger(got) && Number.isInteger(of)).toBe(true);
      expect(got).toBeGreaterThanOrEqual(0);
      expect(got).toBeLessThanOrEqual(of);
      expect(outcome === 'right').toBe(got === of);
      if (outcome === 'partly') expect(got).toBeGreaterThan(0);
      if (given === undefined) expect(outcome).toBe('not-answered');
    }), {numRuns: 500});
  });

  it('takes no notice of the order in which options were chosen', () => {
    fc.assert(fc.property(
      fc.constantFrom('plus-minus', 'per-option', 'all-or-nothing'), fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']),
      (rule, chosen) => {
        expect(markQuestion(multi(rule, 'ac'), chosen)).toEqual(markQuestion(multi(rule, 'ac'), [...chosen].sort()));
      },
    ));
  });

  it('counts as answered only what it can mark, and nothing it cannot', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL), anything, (question, given) => {
      if (!isAnswerTo(question, given)) return;
      if (isAnswered(question, given)) expect(markQuestion(question, given).outcome).not.toBe('not-answered');
    }), {numRuns: 500});
  });
});

describe('explaining', () => {
  it('tells the why of every option once the key may be told', () => {
    expect(explainQuestion(single, 'a', true)).toEqual([
      {id: 'a', text: 'Option a', chosen: true, right: false, why: 'Because a.'},
      {id: 'b', text: 'Option b', chosen: false, right: true, why: 'Because b.'},
      {id: 'c', text: 'Option c', chosen: false, right: false, why: 'Because c.'},
    ]);
    expect(explainQuestion(match, {1: 'b'}, true).map(({answer}) => answer)).toEqual(['C', 'A', 'A']);
    expect(explainQuestion(order('exact'), ['a', 'b', 'c', 'd'], true).map(({id}) => id)).toEqual(['c', 'a', 'd', 'b']);
  });

  it.each([
    ['single', single, 'a', ['a']],
    ['single left open', single, undefined, []],
    ['multi', multi('plus-minus', 'ac'), ['b', 'c'], ['b', 'c']],
    ['true or false left open', trueFalse, undefined, []],
    ['match, rightly filled rows only', match, {1: 'c', 2: 'b'}, ['1']],
    ['order', order('exact'), ['a', 'b', 'c', 'd'], []],
  ] as [string, Question, unknown, string[]][])('tells without the key only of what was chosen: %s', (_, question, given, ids) => {
    const parts = explainQuestion(question, given, false);
    expect(parts.map(({id}) => id)).toEqual(ids);
    expect(parts.every((part) => part.answer === undefined)).toBe(true);
  });
});

describe('what an author may write', () => {
  it.each([
    ['two right options in a single choice', {type: 'single', options: [option('a', true), option('b', true), option('c')]}, 'exactly one right option, and 2'],
    ['no right option', {type: 'single', options: [option('a'), option('b'), option('c')]}, 'exactly one right option, and 0'],
    ['a letter used twice', {type: 'single', options: [option('a', true), option('a'), option('c')]}, '`a` is there twice'],
    ['one right option in a multiple choice', {type: 'multi', options: [option('a', true), option('b'), option('c'), option('d')]}, 'two or more right'],
    ['only right options', {type: 'multi', options: ['a', 'b', 'c', 'd'].map((id) => option(id, true))}, 'Every option is right'],
    ['an answer that is no target', {type: 'match', rows: [{id: '1', text: 'R', answer: 'x', why: 'w'}, {id: '2', text: 'R', answer: 'a', why: 'w'}], targets: [{id: 'a', text: 'A'}, {id: 'b', text: 'B'}]}, 'not one of the targets (a, b)'],
    ['the order written as the answer', {type: 'order', options: ['a', 'b', 'c'].map((id) => ({id, text: id, why: 'w'})), answer: ['a', 'b', 'c']}, 'letters give it away'],
    ['an order that leaves one out', {type: 'order', options: ['a', 'b', 'c', 'd'].map((id) => ({id, text: id, why: 'w'})), answer: ['c', 'b', 'a']}, 'must name each option once'],
    ['a field that does not exist', {type: 'true-false', answer: true, why: {true: 'a', false: 'b'}, hint: 'x'}, 'hint'],
  ])('refuses %s', (_, fields, message) => {
    const result = Question.safeParse({id: 'q', stem: 'Which?', ...fields});
    expect(result.success).toBe(false);
    expect(result.error?.message).toContain(message);
  });
});

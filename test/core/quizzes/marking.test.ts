import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {explainQuestion, isAnswered, isAnswerTo, markQuestion, Question, toSendable} from '#core/quizzes/questions/index.ts';
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
const gap = Question.parse({
  type: 'gap', id: 'g', stem: 'Fill the gaps here.', text: 'It closes on {1}, and we will {2} by {3}.',
  gaps: [
    {id: '1', options: [{id: 'a', text: '3 June', right: true, why: 'Day.'}, {id: 'b', text: 'soon', why: 'Vague.'}]},
    {id: '2', accept: ['write to you', 'reply'], why: 'Reply.'}, {id: '3', accept: ['1 July'], why: 'July.'},
  ],
});
const numeric = Question.parse({
  type: 'numeric', id: 'n', stem: 'How many?', unit: 'people', answer: 1068, tolerance: 2, near: {within: 20, credit: 50}, why: 'Worked out.', mistakes: [{value: 385, why: 'That is for 5%.'}],
});
const shortText = Question.parse({
  type: 'short-text', id: 'w', stem: 'Which words?', accept: [{text: 'seldom heard'}, {text: 'rarely heard', credit: 50}], why: 'Points at us.', mistakes: [{text: 'hard to reach', why: 'Blames.'}],
});
const choice = (id: string, credit: number, next?: string) => ({id, text: `Choice ${id}`, credit, why: `Then ${id}.`, ...(next && {next})});
const scenario = Question.parse({
  type: 'scenario', id: 'c', stem: 'A case.', marks: 2,
  steps: [
    {id: '1', text: 'First?', options: [choice('a', 100), choice('b', 50, '3'), choice('c', 0, '2')]},
    {id: '2', text: 'Second?', options: [choice('a', 0), choice('b', 100, '3')]},
    {id: '3', text: 'Third?', options: [choice('a', 100), choice('b', 0)]},
  ],
});
const reflection = Question.parse({type: 'reflection', id: 'f', stem: 'What do you think?', points: ['One.', 'Two.']});
const ALL = [gap, numeric, shortText, scenario, single, trueFalse, match, order('exact'), order('pairs'), multi('plus-minus', 'ac'), multi('per-option', 'ac'), multi('all-or-nothing', 'ac', 3)];

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
  ['gap: every gap, chosen and typed', gap, {1: 'a', 2: ' Write to you. ', 3: '1 JULY'}, 'right', 60],
  ['gap: another wording that counts', gap, {1: 'a', 2: 'reply', 3: '1 July'}, 'right', 60],
  ['gap: two of three', gap, {1: 'a', 2: 'forget', 3: '1 July'}, 'partly', 40],
  ['gap: one filled rightly, the others open', gap, {3: '1 July'}, 'partly', 20],
  ['gap: the wrong option and nothing else', gap, {1: 'b'}, 'wrong', 0],
  ['gap: nothing but spaces', gap, {2: '  '}, 'not-answered', 0],
  ['gap: left open', gap, {}, 'not-answered', 0],
  ['number: exact', numeric, '1068', 'right', 60],
  ['number: with a comma, spaces and inside the tolerance', numeric, ' 1,070 ', 'right', 60],
  ['number: just outside the tolerance earns a share', numeric, '1071', 'partly', 30],
  ['number: at the edge of what is near', numeric, '1088', 'partly', 30],
  ['number: beyond what is near', numeric, '1089', 'wrong', 0],
  ['number: a known slip', numeric, '385', 'wrong', 0],
  ['number: words are no number', numeric, 'about a thousand', 'not-answered', 0],
  ['number: two numbers are no number', numeric, '10 68', 'not-answered', 0],
  ['number: left open', numeric, undefined, 'not-answered', 0],
  ['short text: as listed', shortText, 'seldom heard', 'right', 60],
  ['short text: capitals, spaces and a full stop make no difference', shortText, '  Seldom   HEARD. ', 'right', 60],
  ['short text: a wording that earns half', shortText, 'Rarely heard', 'partly', 30],
  ['short text: a known slip', shortText, 'hard to reach', 'wrong', 0],
  ['short text: anything else', shortText, 'quiet', 'wrong', 0],
  ['short text: only punctuation', shortText, ' . ', 'not-answered', 0],
  ['scenario: the best way', scenario, {1: 'a'}, 'right', 120],
  ['scenario: half a good start, then the best', scenario, {1: 'b', 3: 'a'}, 'partly', 90],
  ['scenario: a poor start, mended', scenario, {1: 'c', 2: 'b', 3: 'a'}, 'partly', 80],
  ['scenario: a poor start that ends the case badly', scenario, {1: 'c', 2: 'a'}, 'wrong', 0],
  ['scenario: answers to steps off the path are taken no notice of', scenario, {1: 'a', 2: 'a', 3: 'b'}, 'right', 120],
  ['scenario: not played to its end', scenario, {1: 'b'}, 'not-answered', 0],
  ['scenario: not begun', scenario, {}, 'not-answered', 0],
];

describe('marking', () => {
  it.each(CASES)('%s', (_, question, given, outcome, got) => {
    expect(markQuestion(question, given)).toEqual({outcome, got, of: question.marks * 60});
  });

  const anything = fc.oneof(
    fc.constant(undefined), fc.boolean(), fc.constantFrom('a', 'b', 'c', 'z', ''), fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']),
    fc.dictionary(fc.constantFrom('1', '2', '3', '9', '__proto__'), fc.constantFrom('a', 'b', 'c', 'z')), fc.constantFrom('1,068', '1071', '£385', 'seldom heard', 'rarely heard'), fc.anything(),
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

describe('a reflection', () => {
  it('has no marks to be had, and nothing is wrong with any answer', () => {
    expect(markQuestion(reflection, 'My thoughts')).toEqual({outcome: 'noted', got: 0, of: 0});
    expect(markQuestion(reflection, '')).toEqual({outcome: 'noted', got: 0, of: 0});
    expect(markQuestion(reflection, undefined)).toEqual({outcome: 'not-answered', got: 0, of: 0});
  });

  it('is answered by thinking alone, and never sends its words', () => {
    expect(isAnswered(reflection, '')).toBe(true);
    expect(toSendable(reflection, 'Only for me')).toBe('');
    expect(toSendable(shortText, 'seldom heard')).toBe('seldom heard');
  });
});

describe('explaining', () => {
  it('names the slip behind a number or a wording, and adds how it is worked out once the key may be told', () => {
    expect(explainQuestion(numeric, '385', false)).toMatchObject([{why: 'That is for 5%.', right: false}]);
    expect(explainQuestion(numeric, '385', true)).toMatchObject([{why: 'That is for 5%. Worked out.', answer: '1,068 people'}]);
    expect(explainQuestion(numeric, '7', false)).toEqual([]);
    expect(explainQuestion(shortText, 'hard to reach', false)).toMatchObject([{why: 'Blames.'}]);
    expect(explainQuestion(shortText, 'rarely heard', true)).toMatchObject([{credit: 50, answer: 'seldom heard', why: 'Points at us.'}]);
  });

  it('follows the path that was taken through a case, and tells the better choice at each step', () => {
    expect(explainQuestion(scenario, {1: 'c', 2: 'b', 3: 'b'}, true).map(({id, credit, why, answer}) => [id, credit, why, answer])).toEqual([
      ['1', 0, 'Then c.', 'Choice a'], ['2', 100, 'Then b.', 'Choice b'], ['3', 0, 'Then b.', 'Choice a'],
    ]);
  });

  it('says what belongs into each gap, and why the choice was wrong', () => {
    expect(explainQuestion(gap, {1: 'b', 2: 'reply'}, true).map(({id, chosen, right, why, answer}) => [id, chosen, right, why, answer])).toEqual([
      ['1', true, false, 'Vague. Day.', '3 June'], ['2', true, true, 'Reply.', 'write to you'], ['3', false, false, 'July.', '1 July'],
    ]);
    expect(explainQuestion(gap, {1: 'b', 2: 'reply'}, false).map(({id}) => id)).toEqual(['2']);
  });

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
    ['a gap that the text does not hold', {type: 'gap', text: 'No gap.', gaps: [{id: '1', accept: ['x'], why: 'w'}]}, 'must hold {1} once'],
    ['a marker without its gap', {type: 'gap', text: 'A {1} and {2}.', gaps: [{id: '1', accept: ['x'], why: 'w'}]}, 'holds {2}, and there is no gap'],
    ['a gap with two right options', {type: 'gap', text: 'A {1}.', gaps: [{id: '1', options: [option('a', true), option('b', true)]}]}, 'exactly one right option, and 2'],
    ['a slip that counts as right', {type: 'numeric', answer: 5, tolerance: 1, why: 'w', mistakes: [{value: 6, why: 'w'}]}, '6 counts as right'],
    ['a near that lies inside the tolerance', {type: 'numeric', answer: 5, tolerance: 2, near: {within: 1, credit: 50}, why: 'w'}, 'never counts'],
    ['a wording listed as right and as a slip', {type: 'short-text', accept: [{text: 'Yes'}], why: 'w', mistakes: [{text: 'yes.', why: 'w'}]}, '“yes” is listed twice'],
    ['a first wording that earns half', {type: 'short-text', accept: [{text: 'Yes', credit: 50}], why: 'w'}, 'must earn everything'],
    ['a step that leads back', {type: 'scenario', steps: [{id: '1', text: 't', options: [choice('a', 100, '2'), choice('b', 0)]}, {id: '2', text: 't', options: [choice('a', 100, '1'), choice('b', 0)]}]}, 'must name a later step'],
    ['a step that nothing leads to', {type: 'scenario', steps: [{id: '1', text: 't', options: [choice('a', 100), choice('b', 0)]}, {id: '2', text: 't', options: [choice('a', 100), choice('b', 0)]}]}, 'No choice leads to step `2`'],
    ['a case without a branch', {type: 'scenario', steps: [{id: '1', text: 't', options: [choice('a', 100, '2'), choice('b', 0, '2')]}, {id: '2', text: 't', options: [choice('a', 100), choice('b', 0)]}]}, 'has no branch'],
    ['a step without a best choice', {type: 'scenario', steps: [{id: '1', text: 't', options: [choice('a', 50, '2'), choice('b', 0)]}, {id: '2', text: 't', options: [choice('a', 100), choice('b', 0)]}]}, 'No option earns everything'],
    ['a field that does not exist', {type: 'true-false', answer: true, why: {true: 'a', false: 'b'}, hint: 'x'}, 'hint'],
  ])('refuses %s', (_, fields, message) => {
    const result = Question.safeParse({id: 'q', stem: 'Which?', ...fields});
    expect(result.success).toBe(false);
    expect(result.error?.message).toContain(message);
  });
});

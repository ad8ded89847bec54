import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {drawItems, explainAttempt, faultOfDraw, faultOfResponses, markAttempt} from '#core/quizzes/attempt.ts';
import type {DrawnItem, Random} from '#core/quizzes/attempt.ts';
import {resolveQuizzes} from '#core/quizzes/catalogue.ts';
import type {QuizEntry} from '#core/quizzes/catalogue.ts';
import {QuizFile, toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';

const hash = (text: string) => String([...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7));
const entry = (id: string, file: unknown): QuizEntry => ({id, file: QuizFile.parse(file), source: {file: `quizzes/${id}.yml`, text: JSON.stringify(file)}});
const question = (id: string, outcome: string) => ({
  id, outcome, type: 'single', stem: `${id}?`,
  options: [{id: 'a', text: `${id} A`, right: true, why: `SECRET why ${id} a`}, {id: 'b', text: `${id} B`, why: `SECRET why ${id} b`}, {id: 'c', text: `${id} C`, why: `SECRET why ${id} c`}],
});
const bank = {
  kind: 'bank', title: 'Bank',
  items: [
    ...['p1', 'p2', 'p3', 'p4'].map((id) => question(id, 'plan')), ...['r1', 'r2', 'r3'].map((id) => question(id, 'run')),
    {id: 'k1', outcome: 'run', type: 'true-false', stem: 'So.', answer: true, why: {true: 'SECRET yes', false: 'SECRET no'}},
    {id: 'k2', outcome: 'run', type: 'multi', stem: 'Which?', rule: 'per-option', options: ['a', 'b', 'c', 'd'].map((id, index) => ({id, text: `k2 ${id}`, why: `SECRET ${id}`, ...(index < 2 && {right: true})}))},
    {id: 'k3', outcome: 'run', type: 'match', stem: 'Match?', rows: [{id: '1', text: 'R1', answer: 'b', why: 'SECRET 1'}, {id: '2', text: 'R2', answer: 'a', why: 'SECRET 2'}], targets: [{id: 'a', text: 'TA'}, {id: 'b', text: 'TB'}, {id: 'c', text: 'TC'}]},
    {id: 'k4', outcome: 'run', type: 'order', stem: 'Order?', rule: 'pairs', options: ['a', 'b', 'c'].map((id) => ({id, text: `k4 ${id}`, why: `SECRET ${id}`})), answer: ['b', 'c', 'a']},
  ],
};
const assessed = (draw: unknown) => ({kind: 'quiz', mode: 'assessed', title: 'Assessment', pass: {percent: 75, basis: 'provisional', rationale: 'Because.'}, draw});

function resolve(draw: unknown) {
  return resolveQuizzes([entry('bank', bank), entry('test', assessed(draw))], hash);
}
const DRAW = [{bank: 'bank', outcome: 'plan', take: 2}, {bank: 'bank', outcome: 'run', take: 3}];
const quiz = resolve(DRAW).quizzes[0] as Quiz;
const open = toPublicQuiz(quiz);

/** Dice that give the same throws for the same seed (mulberry32). */
function dice(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const seed = fc.integer();

describe('what is published of an assessment', () => {
  const FORBIDDEN = new Set(['right', 'answer', 'why', 'rule', 'source']);
  function keysOf(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(keysOf);
    return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [];
  }

  it('holds no answer and no explanation, however deep one looks', () => {
    expect(keysOf(open).filter((key) => FORBIDDEN.has(key))).toEqual([]);
    expect(JSON.stringify(open)).not.toContain('SECRET');
  });

  it('holds every question, its options in the order written', () => {
    expect(open.items.map(({id}) => id)).toEqual(bank.items.map(({id}) => id));
    expect(open.items[0]).toMatchObject({stem: 'p1?', options: [{id: 'a', text: 'p1 A'}, {id: 'b', text: 'p1 B'}, {id: 'c', text: 'p1 C'}]});
  });

  it('gets another version when anything that decides a mark changes', () => {
    const changed = structuredClone(bank);
    const options = changed.items[0] as ReturnType<typeof question>;
    options.options[0]!.right = undefined;
    options.options[1] = {...options.options[1]!, right: true};
    const other = resolveQuizzes([entry('bank', changed), entry('test', assessed(DRAW))], hash).quizzes[0];
    expect(other?.version).not.toBe(quiz.version);
    expect(other?.items[1]?.version).toBe(quiz.items[1]?.version);
  });
});

describe('drawing', () => {
  it('gives a draw that the service takes, whatever the dice', () => {
    fc.assert(fc.property(seed, (value) => {
      const drawn = drawItems(open, dice(value));
      expect(faultOfDraw(open, drawn)).toBeNull();
      expect(drawn).toHaveLength(5);
    }));
  });

  it('gives the same draw for the same dice', () => {
    expect(drawItems(open, dice(1))).toEqual(drawItems(open, dice(1)));
  });

  it('takes questions not seen before as long as there are any', () => {
    fc.assert(fc.property(seed, fc.subarray(bank.items.map(({id}) => id)), (value, seen) => {
      const drawn = drawItems(open, dice(value), new Set(seen)).map(({itemId}) => itemId);
      for (const rule of open.draw) {
        const fresh = rule.from.filter((id) => !seen.includes(id));
        expect(drawn.filter((id) => fresh.includes(id)).length).toBe(Math.min(rule.take, fresh.length));
      }
    }));
  });

  it('comes to every question in the end, and to every order of options', () => {
    const draws = Array.from({length: 300}, (_, index) => drawItems(open, dice(index)));
    expect(new Set(draws.flat().map(({itemId}) => itemId)).size).toBe(bank.items.length);
    expect(new Set(draws.flat().filter(({itemId}) => itemId === 'p1').map(({optionOrder}) => optionOrder.join())).size).toBe(6);
  });

  it('keeps the order written where the author asked for it', () => {
    const fixed = {...open, shuffle: {items: false, options: false}};
    expect(drawItems(fixed, dice(3)).filter(({itemId}) => itemId === 'k2' || itemId.startsWith('p')).every(({optionOrder}) => optionOrder.join() === [...optionOrder].sort().join())).toBe(true);
  });

  it('refuses two rules that could take the same question, since a draw by them may come out short', () => {
    const {problems} = resolve([{bank: 'bank', take: 2}, {bank: 'bank', outcome: 'plan', take: 1}]);
    expect(problems).toMatchObject([{field: 'draw.1.outcome', message: expect.stringContaining('the same questions') as string}]);
  });

  it('refuses a bank that has too few questions', () => {
    expect(resolve([{bank: 'bank', outcome: 'plan', take: 5}]).problems).toMatchObject([{field: 'draw.0.take', message: expect.stringContaining('the bank has 4') as string}]);
  });

  it('refuses a bank that does not exist', () => {
    expect(resolve([{bank: 'nowhere', take: 1}]).problems).toMatchObject([{field: 'draw.0.bank', message: expect.stringContaining('not a question bank') as string}]);
  });
});

describe('a draw that a device could not have made', () => {
  const good = drawItems(open, dice(5));
  const change = (index: number, fields: Partial<DrawnItem>) => good.map((item, place) => (place === index ? {...item, ...fields} : item));
  const spare = open.items.find(({id}) => id.startsWith('p') && !good.some(({itemId}) => itemId === id))!;
  it.each([
    ['a question left out', good.slice(1)],
    ['a question too many', [...good, {itemId: spare.id, itemVersion: spare.version, optionOrder: ['a', 'b', 'c']}]],
    ['a question twice', [...good, good[0] as DrawnItem]],
    ['a question of another quiz', change(0, {itemId: 'elsewhere'})],
    ['another version of a question', change(0, {itemVersion: 'old'})],
    ['an option too few', change(0, {optionOrder: good[0]!.optionOrder.slice(1)})],
    ['an option it does not have', change(0, {optionOrder: ['x', 'y', 'z']})],
    ['nothing', []],
  ])('is found out: %s', (_, drawn) => {
    expect(faultOfDraw(open, drawn)).toMatch(/\.$/);
  });
});

describe('answers that do not fit', () => {
  const drawn = drawItems(open, dice(5));
  const first = drawn.find(({itemId}) => /^[pr]/.test(itemId))!.itemId;
  it.each([
    ['an answer to a question that was not asked', {elsewhere: 'a'}],
    ['an option the question does not have', {[first]: 'z'}],
    ['an answer of another kind', {[first]: true}],
  ])('%s', (_, responses) => {
    expect(faultOfResponses(open, drawn, responses)).toMatch(/\.$/);
  });

  it('does not mind questions left open', () => {
    expect(faultOfResponses(open, drawn, {})).toBeNull();
    expect(faultOfResponses(open, drawn, {[first]: 'a'})).toBeNull();
  });
});

describe('marking an attempt', () => {
  const RIGHT = {p1: 'a', p2: 'a', p3: 'a', p4: 'a', r1: 'a', r2: 'a', r3: 'a', k1: true, k2: ['a', 'b'], k3: {1: 'b', 2: 'a'}, k4: ['b', 'c', 'a']};

  it('counts the questions drawn, and only those', () => {
    fc.assert(fc.property(seed, (value) => {
      const drawn = drawItems(open, dice(value));
      expect(markAttempt(quiz, drawn, RIGHT)).toMatchObject({got: 300, of: 300, percent: 100, passed: true});
      expect(markAttempt(quiz, drawn, {})).toMatchObject({got: 0, of: 300, percent: 0, passed: false});
    }));
  });

  it('gives the same marks however questions and options were shuffled', () => {
    const given = {p1: 'a', p2: 'b', r1: 'a', k2: ['a'], k3: {1: 'b'}};
    const drawn = ['p1', 'p2', 'r1', 'k2', 'k3'].map((itemId): DrawnItem => ({itemId, itemVersion: 'v', optionOrder: []}));
    const {got} = markAttempt(quiz, drawn, given);
    fc.assert(fc.property(fc.shuffledSubarray(drawn, {minLength: 5}), fc.shuffledSubarray(['a', 'b', 'c'], {minLength: 3}), (shuffled, optionOrder) => {
      expect(markAttempt(quiz, shuffled.map((item) => ({...item, optionOrder})), given).got).toBe(got);
    }));
  });

  it('cuts the percentage down and passes on whole marks alone', () => {
    const drawn = ['p1', 'p2', 'p3'].map((itemId): DrawnItem => ({itemId, itemVersion: 'v', optionOrder: []}));
    const twoThirds = markAttempt({...quiz, pass: {percent: 67, basis: 'provisional', rationale: '-'}}, drawn, {p1: 'a', p2: 'a'});
    expect(twoThirds).toMatchObject({got: 120, of: 180, percent: 66, passed: false});
    expect(markAttempt({...quiz, pass: {percent: 66, basis: 'provisional', rationale: '-'}}, drawn, {p1: 'a', p2: 'a'}).passed).toBe(true);
  });

  it('is neither passed nor failed where there is no pass mark', () => {
    expect(markAttempt({...quiz, pass: null}, drawItems(open, dice(1)), RIGHT).passed).toBeNull();
  });

  it('does not pass an attempt in which nothing was drawn', () => {
    expect(markAttempt(quiz, [], {}).passed).toBe(false);
  });

  it('tells nothing of a question left open unless the key may be told', () => {
    const drawn = drawItems(open, dice(1));
    expect(explainAttempt(quiz, drawn, {}, false).flatMap(({parts}) => parts)).toEqual([]);
    expect(explainAttempt(quiz, drawn, {}, true).every(({parts}) => parts.length > 0)).toBe(true);
  });
});

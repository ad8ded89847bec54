import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {analyseItems, needALook} from '#core/quizzes/itemAnalysis.ts';
import {toAnalysed} from '#core/quizzes/itemAnalysis/attempts.ts';
import type {AnalysedAttempt} from '#core/quizzes/itemAnalysis/attempts.ts';
import {guessScore} from '#core/quizzes/itemAnalysis/choices.ts';
import {toAnalysisCsv} from '#core/quizzes/itemAnalysis/csv.ts';
import {meanShareOf} from '#core/quizzes/itemAnalysis/statistics.ts';
import {t95} from '#core/quizzes/itemAnalysis/studentT.ts';
import {ItemAnalysis} from '#core/quizzes/itemAnalysisApi.ts';
import type {ItemFigures} from '#core/quizzes/itemAnalysisApi.ts';
import {Question} from '#core/quizzes/questions/index.ts';
import type {Quiz, VersionedQuestion} from '#core/quizzes/quiz.ts';

const option = (id: string, right = false) => ({id, text: `Option ${id}`, why: `Because ${id}.`, ...(right && {right})});
const make = (question: object): VersionedQuestion => ({...Question.parse({stem: 'Which of these is it?', ...question}), version: 'v1'});
const single = (id: string): VersionedQuestion => make({type: 'single', id, options: [option('a'), option('b', true), option('c')]});

/** An assessment that draws all of these questions; half of the marks pass. */
const quizOf = (...items: VersionedQuestion[]): Quiz => ({
  id: 'quiz', version: 'v1', title: 'Example', mode: 'assessed', pass: {percent: 50, basis: 'provisional', rationale: 'For the tests.'}, attempts: null,
  shuffle: {items: false, options: false}, draw: [{from: items.map(({id}) => id), take: items.length}], items,
});
const X = single('x');
const Y = single('y');
const QUIZ = quizOf(X, Y);
const today = (...questions: VersionedQuestion[]) => questions.map((question) => ({question, isOld: false}));

/** So many attempts with these answers; a question that is not named was left open. */
const times = (count: number, responses: Record<string, string | string[] | boolean>, quiz: Quiz = QUIZ): AnalysedAttempt[] => Array.from({length: count},
  () => toAnalysed(quiz, quiz.items.map(({id, version}) => ({itemId: id, itemVersion: version, optionOrder: []})), responses));
const find = (analysis: ItemAnalysis, id: string): ItemFigures => analysis.items.find(({itemId}) => itemId === id) as ItemFigures;

/**
 * Twenty people. Of the 12 who have x right (b), 9 have y right too; of the 8 who have it wrong (7 chose a, 1 chose c), 2 have y right,
 * both of whom chose a.
 */
const TWENTY = [
  ...times(9, {x: 'b', y: 'b'}), ...times(3, {x: 'b', y: 'a'}), ...times(2, {x: 'a', y: 'b'}), ...times(5, {x: 'a', y: 'a'}), ...times(1, {x: 'c', y: 'a'}),
];

describe('the figures of a question', () => {
  const x = find(analyseItems(TWENTY, today(X, Y)), 'x');

  it('are those worked out by hand', () => {
    // Facility 12/20 = 0.6. Wilson with z = 1.96: middle (0.6 + 3.8416/40) / (1 + 3.8416/20) = 0.69604/1.19208 = 0.58389;
    // reach 1.96/1.19208 × √(0.6 × 0.4/20 + 3.8416/1600) = 1.64418 × 0.12000 = 0.19731.
    expect(x.statistics?.facility).toEqual({value: 0.6, low: expect.closeTo(0.38658, 4) as number, high: expect.closeTo(0.7812, 4) as number, rule: 'wilson'});
    // √(20/19 × 0.6 × 0.4) = √0.252632 = 0.50262.
    expect(x.statistics?.deviation).toBeCloseTo(0.50262, 4);
    // For two columns of noughts and ones r = (9 × 6 − 3 × 2) / √(12 × 8 × 11 × 9) = 48/97.4885 = 0.49237.
    expect(x.statistics?.discrimination?.value).toBeCloseTo(0.49237, 4);
    // Fisher: z = 0.53920, reach 1.95996/√17 = 0.47536; tanh(0.06384) = 0.06375 and tanh(1.01456) = 0.76776.
    expect(x.statistics?.discrimination?.low).toBeCloseTo(0.06375, 3);
    expect(x.statistics?.discrimination?.high).toBeCloseTo(0.76776, 3);
    // Covariance 9/20 − 0.6 × 0.55 = 0.12. Sorted, 11 pairs are (1, 1), so at most 11/20 − 0.33 = 0.22. 0.12/0.22 = 0.54545.
    expect(x.statistics?.efficiency).toBeCloseTo(0.54545, 4);
    expect(x).toMatchObject({n: 20, band: 'early', leftOpen: 0, fullMarks: 12, guess: 1 / 3});
  });

  it('say of each option who chose it, and no mean of fewer than five', () => {
    expect(x.options).toEqual([
      {id: 'a', text: 'Option a', isRight: false, count: 7, share: 0.35, meanRest: expect.closeTo(2 / 7, 10) as number},
      {id: 'b', text: 'Option b', isRight: true, count: 12, share: 0.6, meanRest: 0.75},
      {id: 'c', text: 'Option c', isRight: false, count: 1, share: 0.05, meanRest: null},
    ]);
    // One in twenty is 5%, which is not under 5%; and nothing else is wrong with it.
    expect(x.flags).toEqual([]);
  });

  it('take Student’s t where part of the marks can be had', () => {
    const m = make({type: 'multi', id: 'm', rule: 'plus-minus', options: [option('a', true), option('b', true), option('c'), option('d')]});
    const quiz = quizOf(m, Y);
    const {statistics} = find(analyseItems([...times(10, {m: ['a'], y: 'b'}, quiz), ...times(10, {m: ['a', 'b'], y: 'b'}, quiz)], today(m, Y)), 'm');
    // Shares 0.5 and 1, ten each: mean 0.75, deviation √(20/19 × 0.0625) = 0.25649; 2.09302 × 0.25649/√20 = 0.12004.
    expect(statistics?.facility).toEqual({value: 0.75, low: expect.closeTo(0.62996, 4) as number, high: expect.closeTo(0.87004, 4) as number, rule: 't'});
    // Everybody has y right, so there is nothing to correlate with.
    expect(statistics).toMatchObject({discrimination: null, efficiency: null});
    expect(meanShareOf([0.5, 0.5, 0.5]).rule).toBe('wilson');
  });

  it.each([[1, 12.7062], [2, 4.3027], [3, 3.1824], [10, 2.2281], [19, 2.093], [30, 2.0423], [120, 1.9799], [200, 1.9719], [201, 1.9718], [1000, 1.9623]])(
    'use the t of the printed tables for %s degrees of freedom', (degrees, value) => expect(t95(degrees)).toBeCloseTo(value, 3),
  );

  it.each([
    ['single', single('s'), 1 / 3], ['true or false', make({type: 'true-false', id: 't', answer: true, why: {true: 'Yes.', false: 'No.'}}), 1 / 2],
    ['order, exact', make({type: 'order', id: 'o', rule: 'exact', answer: ['c', 'a', 'b'], options: ['a', 'b', 'c'].map((id) => option(id))}), 1 / 6],
    ['order, pairs', make({type: 'order', id: 'o', rule: 'pairs', answer: ['c', 'a', 'b'], options: ['a', 'b', 'c'].map((id) => option(id))}), null],
    ['several answers', make({type: 'multi', id: 'm', options: [option('a', true), option('b', true), option('c'), option('d')]}), null],
  ])('give the score of guessing where it can be said: %s', (_, question, guess) => expect(guessScore(question)).toBe(guess));

  it('count the rest of the attempt in marks, and by the questions of that attempt', () => {
    const heavy: VersionedQuestion = {...single('heavy'), marks: 3};
    const quiz = quizOf(X, Y, heavy);
    const [attempt] = times(1, {x: 'b', y: 'a', heavy: 'b'}, quiz);
    // Of x the rest is y (0 of 1 mark) and heavy (3 of 3): three quarters.
    const {items} = analyseItems(Array.from({length: 20}, () => attempt as AnalysedAttempt), today(X, Y, heavy));
    expect(items.find(({itemId}) => itemId === 'x')?.options.find(({id}) => id === 'b')?.meanRest).toBe(0.75);
  });
});

describe('the assessment as a whole', () => {
  it('has the figures worked out by hand, with alpha when all were asked the same', () => {
    const {whole} = analyseItems(TWENTY, today(X, Y));
    // Half of the marks pass: all but the 5 + 1 who have nothing right.
    expect(whole).toMatchObject({n: 20, passed: 14, passShare: {value: 0.7}});
    // (9 × 1 + 5 × 0.5) / 20 = 0.575.
    expect(whole.mean?.value).toBeCloseTo(0.575, 10);
    // Variances of x, y and the sum, each less its 20/19: 0.24, 0.2475 and 0.24 + 0.2475 + 2 × 0.12 = 0.7275. 2 × (1 − 0.4875/0.7275) = 0.65979.
    expect(whole.alpha).toBeCloseTo(0.65979, 4);
    expect(whole.whyNoAlpha).toBeNull();
  });

  it('has no alpha for a drawn bank, and says why', () => {
    const z = single('z');
    const {whole} = analyseItems([...TWENTY, ...times(5, {x: 'b', z: 'b'}, quizOf(X, z))], today(X, Y, z));
    expect(whole.alpha).toBeNull();
    expect(whole.whyNoAlpha).toMatch(/drawn from a bank/);
  });
});

describe('few people', () => {
  it('give counts alone under 20, and no count at all under 5', () => {
    expect(find(analyseItems(TWENTY.slice(0, 19), today(X, Y)), 'x')).toMatchObject({n: 19, band: 'counts', statistics: null, flags: [], leftOpen: 0, options: [{count: 7, share: null, meanRest: null}, {count: 12}, {count: 0}]});
    const four = analyseItems(TWENTY.slice(0, 4), today(X, Y));
    expect(find(four, 'x')).toMatchObject({n: 4, band: 'hidden', leftOpen: null, fullMarks: null, options: [{count: null}, {count: null}, {count: null}]});
    expect(four.whole).toMatchObject({n: 4, passed: null, passShare: null, mean: null});
  });

  it('are an early sign to 49 and steady from 50', () => {
    const bandOf = (count: number) => find(analyseItems(times(count, {x: 'b', y: 'b'}), today(X, Y)), 'x').band;
    expect([20, 49, 50].map(bandOf)).toEqual(['early', 'early', 'steady']);
  });

  it('show a question that nobody was asked', () => {
    const {items, whole} = analyseItems([], today(X));
    expect(items[0]).toMatchObject({n: 0, band: 'hidden', statistics: null, flags: []});
    expect(whole).toMatchObject({n: 0, mean: null});
  });
});

describe('flags', () => {
  const kinds = (attempts: AnalysedAttempt[], id = 'x', ...questions: VersionedQuestion[]): string[] =>
    find(analyseItems(attempts, today(...(questions.length > 0 ? questions : [X, Y]))), id).flags.map(({kind, severity}) => `${severity} ${kind}`);

  it.each<[string, AnalysedAttempt[], string[]]>([
    ['a key that is wrong', [...times(25, {x: 'a', y: 'b'}), ...times(10, {x: 'b', y: 'a'}), ...times(5, {x: 'c', y: 'a'})],
      ['serious negative-discrimination', 'serious wrong-option-preferred', 'serious wrong-option-stronger', 'look hard']],
    ['no bearing on the rest', [...times(10, {x: 'b', y: 'b'}), ...times(10, {x: 'b', y: 'a'}), ...times(8, {x: 'a', y: 'b'}), ...times(8, {x: 'a', y: 'a'}), ...times(2, {x: 'c', y: 'a'}), ...times(2, {x: 'c', y: 'b'})],
      ['look low-discrimination']],
    ['nearly all right', [...times(48, {x: 'b', y: 'b'}), ...times(10, {x: 'b', y: 'a'}), ...times(1, {x: 'a', y: 'a'})], ['note easy', 'note unused-option']],
    ['often left open', [...times(20, {x: 'b', y: 'b'}), ...times(6, {x: 'a', y: 'a'}), ...times(3, {x: 'c', y: 'a'}), ...times(5, {y: 'a'})], ['look left-open']],
    ['an option that nobody chose', [...times(20, {x: 'b', y: 'b'}), ...times(10, {x: 'a', y: 'a'})], ['note unused-option']],
    ['hard, and clearly so', [...times(4, {x: 'b', y: 'b'}), ...times(30, {x: 'a', y: 'a'}), ...times(26, {x: 'c', y: 'a'})], ['serious wrong-option-preferred', 'serious wrong-option-preferred', 'serious hard']],
  ])('see %s', (_, attempts, expected) => expect(kinds(attempts)).toEqual(expected));

  it('say in words what was seen, how sure it is and what to try', () => {
    const [flag] = find(analyseItems([...times(11, {x: 'a', y: 'b'}), ...times(10, {x: 'b', y: 'b'})], today(X, Y)), 'x').flags;
    expect(flag).toEqual({
      kind: 'wrong-option-preferred', severity: 'look',
      reason: 'Option a (“Option a”) is marked wrong, and 11 people chose it. A right answer was chosen by 10. This may still be chance.',
      tryThis: expect.stringMatching(/^Check the key first/) as string,
    });
  });

  it('hold a wrong option against those who left it alone where several are right', () => {
    const m = make({type: 'multi', id: 'm', options: [option('a', true), option('b', true), option('c'), option('d')]});
    const quiz = quizOf(m, Y);
    const attempts = [...times(15, {m: ['a', 'b', 'c'], y: 'b'}, quiz), ...times(12, {m: ['a', 'b'], y: 'a'}, quiz), ...times(3, {m: ['a', 'd'], y: 'a'}, quiz)];
    expect(kinds(attempts, 'm', m, Y)).toContain('serious wrong-option-stronger');
  });

  it('put serious questions first, then those worth a look, then the rest by id, and older wordings last', () => {
    const [bad, open, fine] = [single('m-bad'), single('z-open'), single('a-fine')];
    const old = {...bad, version: 'v0'};
    const quiz = quizOf(bad, open, fine);
    const attempts = [
      ...times(25, {'m-bad': 'a', 'z-open': 'b', 'a-fine': 'b'}, quiz), ...times(8, {'m-bad': 'b', 'a-fine': 'a'}, quiz), ...times(5, {'m-bad': 'b', 'z-open': 'a', 'a-fine': 'c'}, quiz), ...times(3, {'m-bad': 'c', 'z-open': 'c', 'a-fine': 'c'}, quiz),
      ...times(30, {'m-bad': 'a'}, quizOf(old)),
    ];
    const {items} = analyseItems(attempts, [{question: old, isOld: true}, ...today(fine, open, bad)]);
    expect(items.map(({itemId, isOld}) => [itemId, isOld])).toEqual([['m-bad', false], ['z-open', false], ['a-fine', false], ['m-bad', true]]);
    expect(needALook(items).map(({itemId, isOld}) => [itemId, isOld])).toEqual([['m-bad', false], ['z-open', false]]);
    // An edited wording is another question: each has its own people.
    expect(items.filter(({itemId}) => itemId === 'm-bad').map(({n}) => n)).toEqual([41, 30]);
  });
});

describe('the file for a spreadsheet', () => {
  it('has a row for each question, and cells that cannot run', () => {
    const sly = {...X, stem: '=1+1 is which of these?'};
    const csv = toAnalysisCsv(analyseItems(TWENTY, today(sly, Y)));
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(csv).toContain('"\'=1+1 is which of these?"');
    expect(csv).toContain('20,"Early sign (20 to 49 people)",12,0,0.6,0.3866,0.7812,"Wilson",0.5026,0.4924');
    expect(csv).toContain('"a: 7; b (right): 12; c: 1"');
  });
});

describe('for any attempts', () => {
  const BANK = [
    ...['q1', 'q2', 'q3'].map(single), make({type: 'multi', id: 'q4', rule: 'plus-minus', options: [option('a', true), option('b', true), option('c'), option('d')]}),
    make({type: 'true-false', id: 'q5', answer: false, why: {true: 'No.', false: 'Yes.'}}),
  ];
  const answerTo: Record<string, fc.Arbitrary<string | string[] | boolean | undefined>> = {
    single: fc.constantFrom('a', 'b', 'c', undefined), multi: fc.subarray(['a', 'b', 'c', 'd']), 'true-false': fc.constantFrom(true, false, undefined),
  };
  const attempt = fc.subarray(BANK, {minLength: 1}).chain((drawn) => fc.tuple(...drawn.map(({type}) => answerTo[type] ?? fc.constant(undefined))).map((given) => toAnalysed(
    quizOf(...BANK), drawn.map(({id, version}) => ({itemId: id, itemVersion: version, optionOrder: []})),
    Object.fromEntries(drawn.flatMap(({id}, index): [string, string | string[] | boolean][] => { const each = given[index]; return each === undefined ? [] : [[id, each]]; })),
  )));
  const attempts = fc.array(attempt, {maxLength: 60});
  const runs = {numRuns: 60};
  const questions = today(...BANK);

  it('gives figures within their bounds, and limits around each figure', () => {
    fc.assert(fc.property(attempts, (all) => {
      const {items, whole} = ItemAnalysis.parse(analyseItems(all, questions));
      for (const {n, statistics, options, leftOpen, guess} of items) {
        if (guess !== null) expect(guess > 0 && guess < 1).toBe(true);
        for (const {count, share, meanRest} of options) {
          expect(count === null || (count >= 0 && count <= n)).toBe(true);
          for (const each of [share, meanRest]) expect(each === null || (each >= 0 && each <= 1)).toBe(true);
        }
        expect(leftOpen === null || leftOpen <= n).toBe(true);
        if (!statistics) continue;
        const {facility, discrimination, efficiency, deviation} = statistics;
        expect(0 <= facility.low && facility.low <= facility.value && facility.value <= facility.high && facility.high <= 1).toBe(true);
        expect(deviation >= 0 && deviation <= 0.6).toBe(true);
        if (discrimination) expect(-1 <= discrimination.low && discrimination.low <= discrimination.value && discrimination.value <= discrimination.high && discrimination.high <= 1).toBe(true);
        expect(efficiency === null || efficiency <= 1).toBe(true);
        expect((discrimination === null) === (efficiency === null)).toBe(true);
      }
      expect(whole.alpha === null || whole.alpha <= 1).toBe(true);
    }), runs);
  });

  it('does not hang on the order in which people handed in', () => {
    fc.assert(fc.property(attempts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {minLength: all.length}))), ([all, mixed]) => {
      expect(analyseItems(mixed, questions)).toEqual(analyseItems(all, questions));
    }), runs);
  });

  it('leaves the number of people of every other question alone when an attempt is added', () => {
    fc.assert(fc.property(attempts, attempt, (all, added) => {
      const before = analyseItems(all, questions).items;
      const after = analyseItems([...all, added], questions).items;
      for (const {itemId, n} of before) {
        expect(after.find((item) => item.itemId === itemId)?.n).toBe(n + (added.items.some((item) => item.itemId === itemId) ? 1 : 0));
      }
    }), runs);
  });

  it('gives no statistics, no shares and no flags under 20 people', () => {
    fc.assert(fc.property(fc.array(attempt, {maxLength: 19}), (all) => {
      const {items, whole} = analyseItems(all, questions);
      expect(items.every(({statistics, flags, options}) => statistics === null && flags.length === 0 && options.every(({share, meanRest}) => share === null && meanRest === null))).toBe(true);
      expect([whole.mean, whole.deviation, whole.passShare, whole.alpha]).toEqual([null, null, null, null]);
    }), runs);
  });
});

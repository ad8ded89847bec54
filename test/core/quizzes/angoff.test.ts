import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {setCutScore} from '#core/quizzes/angoff.ts';
import type {CutScore, Judgement} from '#core/quizzes/angoff.ts';

/** The worked example of Shrout and Fleiss (1979), divided by ten: six questions, four judges. */
const RATINGS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
const IDS = RATINGS.map((_, index) => `q${index + 1}`);
const panelOf = (rows: readonly (readonly number[])[], ids: readonly string[] = IDS): Judgement[] => (rows[0] ?? []).map((_, column) => ({
  judge: 'ABCDEFGH'[column] ?? '', items: Object.fromEntries(ids.map((id, row) => [id, rows[row]?.[column] ?? 0])),
}));
const PANEL = panelOf(RATINGS.map((row) => row.map((value) => value / 10)));

function cutOf(panel: readonly Judgement[], ids: readonly string[] = IDS, weights?: Record<string, number>): CutScore {
  const result = setCutScore(panel, ids, weights);
  if (!result.ok) throw new Error(result.faults.join(' '));
  return result.value;
}

describe('a pass mark by a panel', () => {
  it('is the mean of the judges’ means, with limits by Student’s t, worked out by hand', () => {
    const value = cutOf(PANEL);
    // Sums 46, 15, 26 and 40 of 60: 76.667, 25, 43.333 and 66.667 percent. Mean 127/240 = 52.9167%.
    expect(value.byJudge.map(({cut}) => Number(cut.toFixed(3)))).toEqual([76.667, 25, 43.333, 66.667]);
    expect(value.cut).toBeCloseTo(52.9167, 3);
    // Squares about the mean add up to 1624.306; deviation √(1624.306/3) = 23.2688; t with 3 degrees 3.18245; reach 3.18245 × 23.2688/2 = 37.026.
    expect(value.low).toBeCloseTo(15.891, 2);
    expect(value.high).toBeCloseTo(89.943, 2);
  });

  it('has the agreement that Shrout and Fleiss print for their example: ICC(2,4) of 0.62', () => {
    expect(cutOf(PANEL).icc).toBeCloseTo(0.62, 2);
    expect(cutOf(PANEL).whyNoIcc).toBeNull();
  });

  it('names the questions on which judges are furthest apart, the furthest first', () => {
    const value = cutOf(panelOf([[0.5, 0.6, 0.7], [0.2, 0.6, 0.7], [0.1, 0.5, 0.9], [0.8, 0.8, 0.8]], ['a', 'b', 'c', 'd']), ['a', 'b', 'c', 'd']);
    expect(value.disagreed.map(({itemId}) => itemId)).toEqual(['c', 'b']);
    expect(value.items.find(({itemId}) => itemId === 'c')).toEqual({itemId: 'c', mean: 0.5, deviation: expect.closeTo(0.4, 10) as number});
  });

  it('counts a question by its weight', () => {
    const panel = panelOf([[0.9, 0.9], [0.5, 0.5]], ['a', 'b']);
    expect(cutOf(panel, ['a', 'b']).cut).toBeCloseTo(70, 10);
    expect(cutOf(panel, ['a', 'b'], {a: 3, b: 1}).cut).toBeCloseTo(80, 10);
  });

  it.each<[string, Judgement[], string[], RegExp]>([
    ['one judge', PANEL.slice(0, 1), IDS, /two judges or more, and has 1/],
    ['a judge twice', [...PANEL, PANEL[0] as Judgement], IDS, /Judge A is there twice/],
    ['a question not rated', PANEL, [...IDS, 'q7'], /Judge A has not rated q7/],
    ['a rating in percent', [...PANEL.slice(1), {judge: 'Z', items: {...PANEL[0]?.items, q1: 70}}], IDS, /Judge Z rated q1 as 70\. Write a chance from 0 to 1/],
    ['no questions', PANEL, [], /no questions/],
  ])('says what is wrong: %s', (_, panel, ids, sentence) => {
    const result = setCutScore(panel, ids);
    expect(result.ok ? [] : result.faults).toContainEqual(expect.stringMatching(sentence));
  });

  it.each<[string, number[][], RegExp]>([['one question', [[0.5, 0.6]], /two questions/], ['all rated alike', [[0.5, 0.5], [0.5, 0.5]], /rated all questions alike/]])('says why there is no agreement to tell: %s', (_, rows, why) => {
    const ids = rows.map((__, index) => `q${index}`);
    const value = cutOf(panelOf(rows, ids), ids);
    expect(value.icc).toBeNull();
    expect(value.whyNoIcc).toMatch(why);
  });

  it('lies within its limits and within the judges’ own marks, in whatever order the judges are given', () => {
    const chance = fc.integer({min: 0, max: 100}).map((value) => value / 100);
    const rows = fc.tuple(fc.integer({min: 2, max: 6}), fc.integer({min: 1, max: 8})).chain(([judges, items]) => fc.array(fc.array(chance, {minLength: judges, maxLength: judges}), {minLength: items, maxLength: items}));
    fc.assert(fc.property(rows, (each) => {
      const ids = each.map((_, index) => `q${index}`);
      const value = cutOf(panelOf(each, ids), ids);
      const cuts = value.byJudge.map(({cut}) => cut);
      expect(value.cut).toBeGreaterThanOrEqual(Math.min(...cuts) - 1e-9);
      expect(value.cut).toBeLessThanOrEqual(Math.max(...cuts) + 1e-9);
      expect(value.low).toBeGreaterThanOrEqual(0);
      expect(value.high).toBeLessThanOrEqual(100);
      expect(value.low <= value.cut + 1e-9 && value.cut <= value.high + 1e-9).toBe(true);
      expect(value.icc === null || value.icc <= 1 + 1e-9).toBe(true);
      const turned = cutOf([...panelOf(each, ids)].reverse(), ids);
      expect(turned.cut).toBeCloseTo(value.cut, 9);
      expect(turned.icc ?? 0).toBeCloseTo(value.icc ?? 0, 6);
    }), {numRuns: 100});
  });
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Brief} from '#core/methods/brief.ts';
import {recommend} from '#core/methods/recommend.ts';
import {anyBrief, methods} from './catalogue.ts';

const ids = (list: {id: string}[]): Set<string> => new Set(list.map(({id}) => id));
const RUNS = {numRuns: 150};

describe('recommend, for any brief', () => {
  it('gives the same answer to the same brief, whatever the order of audiences and methods', () => {
    fc.assert(fc.property(anyBrief, fc.shuffledSubarray(methods, {minLength: methods.length}), (brief, shuffled) => {
      const turned: Brief = {...brief, audience: brief.audience && [...brief.audience].reverse()};
      expect(recommend(turned, shuffled)).toEqual(recommend(brief, methods));
    }), RUNS);
  });

  it('never shortens the list when an answer is left out', () => {
    fc.assert(fc.property(anyBrief, fc.constantFrom('canChange', 'level', 'audience', 'decisionStage', 'weeksAvailable', 'budgetBand', 'sensitivity', 'geography', 'numberAffected'), (brief, field) => {
      const all = ids(recommend(brief, methods).ranked);
      const more = ids(recommend({...brief, [field]: undefined}, methods).ranked);
      for (const id of all) expect(more.has(id)).toBe(true);
    }), RUNS);
  });

  it('puts every method in exactly one of the two lists', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {ranked, rejected} = recommend(brief, methods);
      expect([...ids(ranked), ...ids(rejected)].sort()).toEqual(methods.map(({id}) => id).sort());
      expect(rejected.every(({why}) => why.length > 0)).toBe(true);
    }), RUNS);
  });

  it('orders by score from 0 to 1, and ties by id', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {ranked} = recommend(brief, methods);
      ranked.forEach(({score, id}, index) => {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const next = ranked[index + 1];
        if (next) expect(next.score < score || (next.score === score && next.id > id)).toBe(true);
      });
    }), RUNS);
  });

  it('covers every named audience or says that it does not, within time and money', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {mix, ranked} = recommend(brief, methods);
      const allowed = ids(ranked);
      expect(mix.methods.every((id) => allowed.has(id))).toBe(true);
      expect(new Set(mix.methods).size).toBe(mix.methods.length);
      for (const audience of brief.audience ?? []) {
        const by = mix.coverage[audience] ?? [];
        expect(by.length > 0).toBe(!mix.uncovered.includes(audience));
        for (const id of by) expect(methods.find((method) => method.id === id)?.audiences.goodFor).toContain(audience);
        if (by.length === 0) expect(mix.uncoveredAdvice[audience]).toMatch(/\.$/);
      }
      if (brief.weeksAvailable !== undefined) expect(mix.weeks).toBeLessThanOrEqual(brief.weeksAvailable);
      if (brief.budgetBand !== undefined) expect(mix.costBand).toBeLessThanOrEqual(brief.budgetBand);
      for (const id of mix.methods) {
        expect(mix.costBand).toBeGreaterThanOrEqual(methods.find((method) => method.id === id)?.costBand ?? 0);
        expect(mix.staffEffort).toBeGreaterThanOrEqual(methods.find((method) => method.id === id)?.staffEffort ?? 0);
      }
      expect(mix.faceToFace.why).toMatch(/\.$/);
      expect(mix.faceToFace.included).toBe(mix.methods.some((id) => methods.find((method) => method.id === id)?.faceToFace));
    }), RUNS);
  });

  it('always recommends something, and two methods when two fit', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {mix, ranked} = recommend(brief, methods);
      expect(ranked.length).toBeGreaterThan(0);
      expect(mix.methods.length).toBeGreaterThan(0);
      if ((brief.budgetBand ?? 5) >= 3 && ranked.length >= 5) expect(mix.methods.length).toBeGreaterThanOrEqual(2);
    }), RUNS);
  });

  it('never rejects more with more weeks or more money', () => {
    fc.assert(fc.property(anyBrief, fc.integer({min: 1, max: 30}), fc.integer({min: 0, max: 4}), (brief, weeks, bands) => {
      const more: Brief = {
        ...brief,
        weeksAvailable: brief.weeksAvailable && brief.weeksAvailable + weeks,
        budgetBand: brief.budgetBand && Math.min(5, brief.budgetBand + bands),
      };
      const before = ids(recommend(brief, methods).rejected);
      for (const id of ids(recommend(more, methods).rejected)) expect(before.has(id)).toBe(true);
    }), RUNS);
  });

  it('proposes only changes that do what they say', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const now = recommend(brief, methods);
      for (const {change, effect} of now.wouldChange) {
        const then = recommend({...brief, ...change}, methods);
        expect([then.ranked.map(({id}) => id), then.mix.methods, then.gate]).not.toEqual([now.ranked.map(({id}) => id), now.mix.methods, now.gate]);
        expect(Object.keys(change)).toHaveLength(1);
        expect(effect).toMatch(/^(With|If) .*\.$/);
      }
    }), {numRuns: 60});
  });
});

import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Brief} from '#core/methods/brief.ts';
import {decide} from '#core/methods/decide.ts';
import {mixOf} from '#core/methods/mix.ts';
import {isOffline} from '#core/methods/mixNeeds.ts';
import {recommend} from '#core/methods/recommend.ts';
import {scheduleOf} from '#core/methods/schedule.ts';
import {AUDIENCES, termsOf} from '#core/methods/vocabulary.ts';
import {anyBrief, methods} from './catalogue.ts';
import {isTrue} from './reasons.ts';

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
    fc.assert(fc.property(anyBrief, fc.constantFrom('canChange', 'duty', 'known', 'level', 'audience', 'decisionStage', 'weeksAvailable', 'budgetBand', 'staffEffort', 'sensitivity', 'complexity', 'geography', 'numberAffected'), (brief, field) => {
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
      if (brief.staffEffort !== undefined && mix.methods.length > 1) expect(mix.staffEffort).toBeLessThanOrEqual(brief.staffEffort);
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
      if ((brief.budgetBand ?? 5) >= 3 && (brief.staffEffort ?? 5) >= 4 && ranked.length >= 5) expect(mix.methods.length).toBeGreaterThanOrEqual(2);
    }), RUNS);
  });

  it('never loses anybody who was covered when one more audience is named, where money and staff set no limit', () => {
    fc.assert(fc.property(anyBrief, fc.constantFrom(...termsOf(AUDIENCES)), (brief, extra) => {
      const free: Brief = {...brief, budgetBand: undefined, staffEffort: undefined};
      const before = recommend(free, methods).mix;
      const after = recommend({...free, audience: [...(brief.audience ?? []), extra]}, methods).mix;
      for (const audience of brief.audience ?? []) {
        if (before.coverage[audience] !== undefined) expect(after.coverage[audience], `${audience} when ${extra} joins`).toBeDefined();
      }
    }), RUNS);
  });

  it('leaves nobody out whom an affordable method alone would reach, without saying what stands in the way', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {mix} = recommend(brief, methods);
      for (const audience of mix.uncovered) expect(mix.uncoveredAdvice[audience]).not.toMatch(/Add it\.$/);
    }), RUNS);
  });

  it('gives only reasons that are true of the facts', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      for (const {id, parts} of recommend(brief, methods).ranked) {
        const method = methods.find((each) => each.id === id);
        if (!method) throw new Error(`${id} is no method.`);
        for (const part of parts) for (const reason of [...part.for, ...part.against]) expect(isTrue(reason, method, brief), `${id}: ${reason}`).toBe(true);
      }
    }), {numRuns: 60});
  });

  it('offers a way in for people who are not online, or says why not', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {mix} = recommend(brief, methods);
      const offline = mix.methods.some((id) => methods.some((method) => method.id === id && isOffline(method)));
      expect(mix.alternativeRoute === null).toBe(offline || mix.methods.length === 0);
    }), RUNS);
  });

  it('places every method of the mix in weeks that it can keep to', () => {
    fc.assert(fc.property(anyBrief, (brief) => {
      const {mix} = recommend(brief, methods);
      const schedule = scheduleOf(brief, mix, methods);
      expect(schedule.methods.map(({id}) => id).sort()).toEqual([...mix.methods].sort());
      for (const {id, from, to} of schedule.methods) {
        expect(from).toBeGreaterThanOrEqual(1);
        expect(to).toBeLessThanOrEqual(schedule.weeks);
        expect(to - from + 1).toBeGreaterThanOrEqual(methods.find((method) => method.id === id)?.elapsedWeeks.min ?? 0);
      }
      if (brief.weeksAvailable !== undefined) expect(schedule.inHand).toBe(brief.weeksAvailable - schedule.weeks);
      expect(schedule.inHand ?? 0).toBeGreaterThanOrEqual(0);
    }), RUNS);
  });

  it('reckons a mix that a person changed as it reckons its own', () => {
    fc.assert(fc.property(anyBrief, fc.array(fc.constantFrom(...methods.map(({id}) => id)), {maxLength: 6}), (brief, picked) => {
      const decided = decide(brief, methods);
      expect(mixOf(decided.mix.methods, decided.asked, decided.mix, decided.ranked, decided.shut)).toEqual(decided.mix);
      const own = mixOf(picked, decided.asked, decided.mix, decided.ranked, decided.shut);
      expect([...own.methods].sort()).toEqual([...new Set(picked)].filter((id) => decided.ranked.some(({method}) => method.id === id)).sort());
      for (const id of own.methods) expect(own.roles[id]).toBe(decided.mix.roles[id] ?? 'chosen');
    }), RUNS);
  });

  it('never rejects more with more weeks, more money or more staff', () => {
    fc.assert(fc.property(anyBrief, fc.integer({min: 1, max: 30}), fc.integer({min: 0, max: 4}), (brief, weeks, bands) => {
      const more: Brief = {
        ...brief,
        weeksAvailable: brief.weeksAvailable && brief.weeksAvailable + weeks,
        budgetBand: brief.budgetBand && Math.min(5, brief.budgetBand + bands),
        staffEffort: brief.staffEffort && Math.min(5, brief.staffEffort + bands),
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

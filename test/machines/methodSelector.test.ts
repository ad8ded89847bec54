import * as fc from 'fast-check';
import {getShortestPaths} from 'xstate/graph';
import {beforeAll, describe, expect, it} from 'vitest';
import {answersIn, briefToRecommend, methodSelector, nextState, selectorFrom, stepOf} from '#machines/methodSelector.ts';
import type {SelectorEvent, SelectorState} from '#machines/methodSelector.ts';
import {QUESTIONS, readBriefCode, writeBriefCode} from '#core/methods/briefCode.ts';
import type {Question} from '#core/methods/briefCode.ts';
import type {Brief} from '#core/methods/brief.ts';
import {recommend} from '#core/methods/recommend.ts';
import {anyBrief, methods} from '../core/methods/catalogue.ts';

const start = (): SelectorState => selectorFrom({brief: {}, skipped: [], at: null, chosen: null});
const after = (...events: SelectorEvent[]): SelectorState => events.reduce(nextState, start());

/** Few answers per question, and those the ones that open different ways. */
const FEW: {[Q in Question]: NonNullable<Brief[Q]>[]} = {
  canChange: [true, false],
  duty: ['law'],
  known: ['gaps'],
  purpose: ['gather-views', 'give-information', 'informed-public-judgement'],
  audience: [['older-people']],
  decisionStage: ['options'],
  weeksAvailable: [1, 30],
  budgetBand: [5],
  staffEffort: [3],
  sensitivity: ['high'],
  complexity: ['high'],
  geography: ['ward'],
  numberAffected: [45],
};
const answer = (question: Question, value: unknown): SelectorEvent => ({type: 'answer.given', question, value} as SelectorEvent);

describe('walking the selector', () => {
  const paths = getShortestPaths(methodSelector, {
    input: {level: undefined},
    // Thirteen questions have too many sets of answers to walk them all. Two are told apart by what can lead somewhere else.
    serializeState: (state) => {
      const {brief, skipped} = state.context;
      return JSON.stringify([state.value, brief.canChange, brief.purpose, skipped.includes('purpose'), brief.duty, brief.audience, brief.weeksAvailable, brief.staffEffort]);
    },
    // Only what the screen offers: the open question can be answered or skipped.
    events: (state): SelectorEvent[] => {
      const step = stepOf(state);
      if (step === 'result' || step === 'gate') return [];
      return [...FEW[step].map((value) => answer(step, value)), {type: 'question.skipped', question: step}];
    },
  });
  const ends = paths.filter(({state}) => ['result', 'gate'].includes(stepOf(state)));

  it('finds many ways through', () => {
    expect(ends.length).toBeGreaterThan(100);
    expect(new Set(ends.map(({state}) => stepOf(state)))).toEqual(new Set(['result', 'gate']));
  });

  it('ends every path in a recommendation or in the gate, and leaves no path without a way on', () => {
    const open = paths.filter(({state}) => !['result', 'gate'].includes(stepOf(state)));
    for (const {state} of open) {
      const next = nextState(state, {type: 'question.skipped', question: stepOf(state) as Question});
      expect(QUESTIONS.indexOf(stepOf(next) as Question) > QUESTIONS.indexOf(stepOf(state) as Question) || stepOf(next) === 'result').toBe(true);
    }
    for (const {state} of ends) {
      const result = recommend(briefToRecommend(state.context), methods);
      expect(result.gate !== null).toBe(stepOf(state) === 'gate');
      expect(result.ranked.length).toBeGreaterThan(0);
      expect(result.mix.methods.length).toBeGreaterThan(0);
    }
  });

  it('can be reproduced from its address at every step', () => {
    for (const {state} of paths) {
      const back = selectorFrom(readBriefCode(writeBriefCode(answersIn(state))));
      expect(stepOf(back)).toBe(stepOf(state));
      expect(back.context.brief).toEqual(state.context.brief);
    }
  });
});

describe('the selector', () => {
  it('asks in order and ends in a result', () => {
    let state = start();
    const seen: string[] = [];
    while (stepOf(state) !== 'result') {
      seen.push(stepOf(state));
      state = nextState(state, {type: 'question.skipped', question: stepOf(state) as Question});
    }
    expect(seen).toEqual([...QUESTIONS]);
  });

  it('ends in the gate as soon as nothing can change, and still takes the other answers', () => {
    const gate = after(answer('canChange', false));
    expect(stepOf(gate)).toBe('gate');
    const asking = nextState(gate, {type: 'question.revisited', question: 'audience'});
    expect(stepOf(asking)).toBe('audience');
    const back = nextState(asking, answer('audience', ['tenants']));
    expect(stepOf(back)).toBe('gate');
    expect(back.context.brief).toEqual({canChange: false, audience: ['tenants']});
  });

  it('goes back to the result when one answer is changed, and keeps the others', () => {
    const result = selectorFrom(readBriefCode('purpose=gather-views&weeks=8&budget=2'));
    expect(stepOf(result)).toBe('result');
    const asking = nextState(result, {type: 'question.revisited', question: 'weeksAvailable'});
    expect(asking.context.brief).toEqual(result.context.brief);
    const changed = nextState(asking, answer('weeksAvailable', 20));
    expect(stepOf(changed)).toBe('result');
    expect(changed.context.brief).toEqual({purpose: 'gather-views', weeksAvailable: 20, budgetBand: 2});
  });

  it('forgets an answer when its question is skipped, and everything when asked', () => {
    const skipped = after(answer('canChange', true), {type: 'question.skipped', question: 'canChange'});
    expect(skipped.context).toEqual({brief: {}, skipped: ['canChange'], chosen: null});
    expect(nextState(skipped, {type: 'answers.cleared'}).context).toEqual({brief: {}, skipped: [], chosen: null});
  });

  it('keeps a level that a link carries', () => {
    const state = selectorFrom(readBriefCode('level=involve&purpose=gather-views'));
    expect(state.context.brief.level).toBe('involve');
    expect(writeBriefCode(answersIn(state))).toBe('level=involve&purpose=gather-views');
  });

  it.each<[string, unknown, unknown]>([
    ['weeksAvailable', 'twelve', {}], ['weeksAvailable', 0, {}], ['audience', ['__proto__'], {}], ['audience', [], {}], ['__proto__', true, {}], ['toString', 1, {}], ['level', 'inform', {}],
  ])('refuses %s = %o', (question, value, brief) => {
    const state = after(answer(question as Question, value));
    expect(stepOf(state)).toBe('canChange');
    expect(state.context.brief).toEqual(brief);
  });

  it('does not open a question before those that come first', () => {
    expect(stepOf(after({type: 'question.revisited', question: 'budgetBand'}))).toBe('canChange');
    expect(stepOf(selectorFrom(readBriefCode('at=budget&budget=2')))).toBe('canChange');
  });

  it('loses no answer on any walk of answers and returns', () => {
    const event = fc.oneof(
      ...QUESTIONS.flatMap((question) => FEW[question].map((value) => fc.constant(answer(question, value)))),
      fc.constantFrom(...QUESTIONS).map((question): SelectorEvent => ({type: 'question.revisited', question})),
    );
    fc.assert(fc.property(fc.array(event, {maxLength: 25}), (events) => {
      const given: Record<string, unknown> = {};
      for (const each of events) if (each.type === 'answer.given') given[each.question] = each.value;
      const state = after(...events);
      expect(state.context.brief).toEqual(given);
      expect(selectorFrom(readBriefCode(writeBriefCode(answersIn(state)))).context.brief).toEqual(given);
    }));
  });
});

describe('the catalogue through the selector', () => {
  const seen = new Map<string, number>();
  beforeAll(() => {
    for (const brief of fc.sample(anyBrief, {numRuns: 1500, seed: 7})) {
      const state = selectorFrom({brief, skipped: [], at: null, chosen: null});
      const result = recommend(briefToRecommend(state.context), methods);
      for (const {id} of result.ranked.slice(0, 5)) seen.set(id, (seen.get(id) ?? 0) + 1);
      if (result.stepZero) seen.set(result.stepZero.id, (seen.get(result.stepZero.id) ?? 0) + 1);
    }
  });

  it.each(methods.filter(({councilCanCommission}) => !councilCanCommission).map(({id}) => id))('never offers %s, which the public starts, and says why', (id) => {
    expect(seen.has(id)).toBe(false);
    expect(recommend({purpose: 'gather-views'}, methods).rejected.find((each) => each.id === id)?.why.join()).toMatch(/started by the public/);
  });

  it.each(methods.filter(({councilCanCommission}) => councilCanCommission).map(({id}) => id))('brings %s into the first five on some path', (id) => {
    expect(seen.get(id) ?? 0).toBeGreaterThan(0);
  });
});

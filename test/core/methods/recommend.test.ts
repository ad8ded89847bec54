import {describe, expect, it} from 'vitest';
import type {Brief} from '#core/methods/brief.ts';
import {recommend} from '#core/methods/recommend.ts';
import type {Recommendation} from '#core/methods/recommend.ts';
import {methods} from './catalogue.ts';

const placeOf = (result: Recommendation, id: string): number => result.ranked.findIndex((method) => method.id === id) + 1;
const whyNot = (result: Recommendation, id: string): string => result.rejected.find((method) => method.id === id)?.why.join('; ') ?? 'not rejected';

/** Named situations, with what a practitioner would expect and defend. */
const SCENARIOS: {name: string; brief: Brief; firstFive: string[]; rejected: Record<string, RegExp>; inMix?: string[]}[] = [
  {
    name: 'a care home for 45 people may close',
    brief: {level: 'consult', purpose: 'meet-statutory-duty', audience: ['older-people', 'carers-parents'], decisionStage: 'preferred-proposal',
      weeksAvailable: 14, budgetBand: 2, sensitivity: 'high', geography: 'single-site', numberAffected: 45},
    firstFive: ['home-visit', 'written-consultation', 'vcs-outreach'],
    rejected: {'citizens-assembly': /needs 20 weeks, you have 14/, 'public-meeting': /shows others who takes part/, 'postal-survey': /needs 300 people or more, 45 are affected/},
    inMix: ['written-consultation', 'home-visit'],
  },
  {
    name: 'the council must publish a statutory proposal',
    brief: {purpose: 'meet-statutory-duty', decisionStage: 'statutory-proposal', weeksAvailable: 12, budgetBand: 3},
    firstFive: ['written-consultation', 'statutory-notice', 'online-survey'],
    rejected: {'citizens-jury': /the law now prescribes/, 'co-design': /the law now prescribes/},
    inMix: ['exhibition-drop-in'],
  },
  {
    name: 'residents are to decide on a community fund',
    brief: {purpose: 'allocate-money', audience: ['residents-of-an-area'], decisionStage: 'early-ideas', weeksAvailable: 30, budgetBand: 4},
    firstFive: ['participatory-budgeting'],
    rejected: {},
    inMix: ['participatory-budgeting'],
  },
  {
    name: 'figures are to stand for a whole district',
    brief: {purpose: 'measure-opinion', audience: ['general-public'], decisionStage: 'options', weeksAvailable: 16, budgetBand: 4, geography: 'district', numberAffected: 120_000},
    firstFive: ['postal-survey', 'telephone-survey', 'citizens-panel'],
    rejected: {'school-workshop': /only for children and young people/},
  },
  {
    name: 'young people who are in no group',
    brief: {purpose: 'reach-under-represented', audience: ['young-people-not-in-groups'], decisionStage: 'early-ideas', weeksAvailable: 20, budgetBand: 3},
    firstFive: ['peer-research', 'vcs-outreach'],
    rejected: {'youth-council': /only for/, 'school-workshop': /only for/},
  },
  {
    name: 'a divided city wants an informed judgement',
    brief: {purpose: 'informed-public-judgement', audience: ['general-public'], decisionStage: 'options', weeksAvailable: 40, budgetBand: 5, geography: 'city', numberAffected: 300_000},
    firstFive: ['citizens-assembly', 'citizens-jury', 'deliberative-workshop'],
    rejected: {},
  },
  {
    name: 'a form is to be tested before it goes live',
    brief: {purpose: 'test-materials', audience: ['service-users', 'blind-partially-sighted'], decisionStage: 'implementation', weeksAvailable: 3, budgetBand: 1},
    firstFive: ['user-testing'],
    rejected: {'co-design': /needs 12 weeks, you have 3/},
    inMix: ['user-testing'],
  },
  {
    name: 'staff at desks and away from them',
    brief: {purpose: 'gather-views', audience: ['staff', 'staff-without-desks'], decisionStage: 'options', weeksAvailable: 8, budgetBand: 2, geography: 'organisation'},
    firstFive: ['staff-forum'],
    rejected: {'on-street-interviews': /inside your organisation/},
    inMix: ['staff-forum'],
  },
  {
    name: 'people with a learning disability',
    brief: {purpose: 'explore-why', audience: ['learning-disabled-people'], decisionStage: 'options', weeksAvailable: 10, budgetBand: 2, sensitivity: 'medium'},
    firstFive: ['easy-read-workshop', 'vcs-outreach', 'home-visit'],
    rejected: {},
    inMix: ['easy-read-workshop'],
  },
];

describe('recommend', () => {
  it.each(SCENARIOS)('gives what a practitioner would defend: $name', ({brief, firstFive, rejected, inMix}) => {
    const result = recommend(brief, methods);
    expect(result.gate).toBeNull();
    for (const id of firstFive) expect(placeOf(result, id), `${id} in ${result.ranked.slice(0, 8).map((each) => `${each.id} ${each.score}`).join(', ')}`).toSatisfy((place) => place >= 1 && place <= 5);
    for (const [id, why] of Object.entries(rejected)) expect(whyNot(result, id)).toMatch(why);
    expect(result.mix.methods).toEqual(expect.arrayContaining(inMix ?? []));
    expect(result.mix.methods.length).toBeGreaterThanOrEqual(2);
  });

  it('puts the best method for the purpose first in the plain cases', () => {
    expect(recommend({purpose: 'allocate-money'}, methods).ranked[0]?.id).toBe('participatory-budgeting');
    expect(recommend({purpose: 'measure-opinion', audience: ['staff'], geography: 'organisation'}, methods).ranked[0]?.id).toBe('staff-survey');
    expect(recommend({purpose: 'expert-view', audience: ['businesses']}, methods).ranked[0]?.id).toBe('business-panel');
  });

  it('says no when nothing can change, and offers only ways of informing', () => {
    const result = recommend({purpose: 'gather-views', canChange: false}, methods);
    expect(result.gate).toMatchObject({id: 'not-a-consultation'});
    const informing = new Set(methods.filter(({level}) => level.includes('inform')).map(({id}) => id));
    expect(result.ranked.length).toBeGreaterThan(3);
    expect(result.ranked.every(({id}) => informing.has(id))).toBe(true);
    expect(whyNot(result, 'focus-group')).toMatch(/nothing for people to influence/);
    expect(result.wouldChange[0]?.change).toEqual({canChange: true});
  });

  it.each<Brief>([{purpose: 'give-information'}, {purpose: 'gather-views', level: 'inform'}])('says no when the aim is only to tell people: %o', (brief) => {
    expect(recommend(brief, methods).gate?.instead).toMatch(/information/);
  });

  it('lets a made decision be asked about when how to carry it out is open', () => {
    expect(recommend({purpose: 'test-service', decisionStage: 'implementation', canChange: true}, methods).gate).toBeNull();
  });

  it('treats existing feedback as the first step and never as an answer', () => {
    const result = recommend({purpose: 'avoid-fatigue'}, methods);
    expect(result.stepZero).toMatchObject({id: 'existing-feedback', why: expect.stringMatching(/starts/) as string});
    expect(placeOf(result, 'existing-feedback')).toBe(0);
    expect(whyNot(result, 'existing-feedback')).toMatch(/first step/);
  });

  it('says which change of time would let a method in', () => {
    const result = recommend({purpose: 'informed-public-judgement', weeksAvailable: 10, budgetBand: 5}, methods);
    const weeks = result.wouldChange.find(({change}) => change.weeksAvailable === 12);
    expect(weeks?.effect).toMatch(/^With 12 weeks: .*Citizens. jury/);
    expect(result.wouldChange.length).toBeLessThanOrEqual(5);
  });

  it('never asks for money beyond the top band', () => {
    const result = recommend({purpose: 'gather-views', budgetBand: 4}, methods);
    expect(result.wouldChange.map(({change}) => change.budgetBand ?? 0).every((band) => band <= 5)).toBe(true);
  });

  it('lists what rests on practice judgement', () => {
    const {confidence, mix} = recommend({purpose: 'explore-why'}, methods);
    expect(Object.keys(confidence.judgedFacts).sort()).toEqual([...mix.methods].sort());
    expect(confidence.judged).toBeGreaterThan(0);
    expect(confidence.sentence).toMatch(/practice judgement/);
  });
});

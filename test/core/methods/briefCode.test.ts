import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PartialBrief} from '#core/methods/brief.ts';
import {isAnswer, sortAudiences} from '#core/methods/answers.ts';
import {Brief} from '#core/methods/brief.ts';
import {QUESTIONS, readBriefCode, writeBriefCode} from '#core/methods/briefCode.ts';
import {anyBrief} from './catalogue.ts';

/** The same brief as a link gives it back: audiences in order, nothing empty. */
function tidy(brief: PartialBrief): PartialBrief {
  const kept = Object.fromEntries(Object.entries(brief).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
  return {...kept, ...(Array.isArray(kept.audience) ? {audience: sortAudiences(brief.audience ?? [])} : {})};
}

describe('the brief in an address', () => {
  it('is short and can be read', () => {
    expect(writeBriefCode({
      brief: {purpose: 'gather-views', audience: ['carers-parents', 'older-people'], decisionStage: 'options', weeksAvailable: 14, budgetBand: 2, sensitivity: 'high', geography: 'ward', numberAffected: 45},
      skipped: [], at: null, chosen: null,
    })).toBe('purpose=gather-views&audience=carers-parents,older-people&stage=options&weeks=14&budget=2&sensitivity=high&place=ward&people=45');
  });

  it('comes back as it went', () => {
    fc.assert(fc.property(anyBrief, fc.constantFrom(null, ...QUESTIONS), (brief, at) => {
      const back = readBriefCode(`?${writeBriefCode({brief, skipped: [], at, chosen: null})}`);
      expect(back).toEqual({brief: tidy(brief), skipped: [], at, chosen: null, dropped: []});
    }));
  });

  it('keeps "not sure" while questions are open, and drops it from a finished link except for the purpose', () => {
    expect(writeBriefCode({brief: {}, skipped: ['canChange', 'purpose'], at: 'audience', chosen: null})).toBe('open=not-sure&purpose=not-sure&at=audience');
    expect(writeBriefCode({brief: {weeksAvailable: 4}, skipped: ['canChange', 'purpose'], at: null, chosen: null})).toBe('purpose=not-sure&weeks=4');
    expect(readBriefCode('open=not-sure&at=audience')).toMatchObject({skipped: ['canChange'], at: 'audience'});
  });

  it.each([
    ['weeks=many', '“many” is not an answer to “weeks”.'],
    ['weeks=-3', '“-3” is not an answer to “weeks”.'],
    ['weeks=1e3', '“1e3” is not an answer to “weeks”.'],
    ['budget=6', '“6” is not an answer to “budget”.'],
    ['people=99999999999999999999', '“99999999999999999999” is not an answer to “people”.'],
    ['open=constructor', '“constructor” is not an answer to “open”.'],
    ['open=__proto__', '“__proto__” is not an answer to “open”.'],
    ['purpose=__proto__', '“__proto__” is not an answer to “purpose”.'],
    ['audience=older-people,__proto__,toString', '“__proto__” is not an answer to “audience”.'],
    ['__proto__=1', '“__proto__” is not one of the questions.'],
    ['at=__proto__', '“__proto__” is not one of the questions.'],
  ])('drops what it does not know in %s, and says which', (query, sentence) => {
    const read = readBriefCode(query);
    expect(read.dropped).toContain(sentence);
    expect(Object.getPrototypeOf(read.brief)).toBe(Object.prototype);
    expect(read.brief).toEqual(query.startsWith('audience') ? {audience: ['older-people']} : {});
  });

  it('never throws, whatever stands in the address', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webQueryParameters(), fc.string().map((text) => `purpose=${text}&audience=${text}&at=${text}&weeks=${text}&%E0%A4%A`)), (query) => {
      expect(() => readBriefCode(query)).not.toThrow();
    }));
  });

  it('accepts exactly what the schema accepts, except for an empty list', () => {
    const fields = Object.keys(Brief.shape) as (keyof PartialBrief)[];
    const value = fc.oneof(fc.anything(), fc.integer({min: -5, max: 600}), fc.constantFrom('ward', 'high', 'options', 'gather-views', 'inform', '__proto__', ['tenants'], ['tenants', 'x'], 5.5));
    fc.assert(fc.property(fc.constantFrom(...fields), value, (field, given) => {
      const bySchema = given !== undefined && Brief.shape[field].safeParse(given).success && !(Array.isArray(given) && given.length === 0);
      expect(isAnswer(field, given)).toBe(bySchema);
    }), {numRuns: 1000});
  });
});

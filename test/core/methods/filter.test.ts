import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {BUDGETS, choicesOf, countWith, fitsFilter, loosenings, NO_FILTER, WAYS} from '#core/methods/filter.ts';
import type {FilteredMethod, MethodFilter} from '#core/methods/filter.ts';
import {readFilterCode, writeFilterCode} from '#core/methods/filterCode.ts';
import {AUDIENCES, DECISION_STAGES, LEVELS, PURPOSES, termsOf} from '#core/methods/vocabulary.ts';
import {catalogue} from './catalogue.ts';

const jury: FilteredMethod = {
  title: "Citizens' jury", description: 'People drawn by lot hear witnesses and give a verdict.', aka: ['Community jury', 'Café talks'],
  level: ['involve', 'collaborate'], purposes: ['informed-public-judgement', 'choose-between-options'], stages: ['options'],
  audiences: {goodFor: ['general-public', 'tenants'], poorFor: ['low-income']}, faceToFace: true, remote: false, costBand: 4, elapsedWeeks: {min: 12, max: 30},
};

describe('a method fits a filter', () => {
  it.each([
    ['nothing chosen', {}, true],
    ['a word of its title', {words: 'jury'}, true],
    ['part of a word', {words: 'jur'}, true],
    ['a word of another name', {words: 'community'}, true],
    ['words of title and description', {words: '  witnesses JURY '}, true],
    ['one word that it lacks', {words: 'jury online'}, false],
    ['no apostrophe and no accent', {words: 'citizens cafe'}, true],
    ['a curly apostrophe', {words: 'citizens’'}, true],
    ['a hyphen for a space', {words: 'community-jury'}, true],
    ['nothing but punctuation', {words: ' - '}, true],
    ['a level that it has', {level: ['involve']}, true],
    ['two levels that it has', {level: ['involve', 'collaborate']}, true],
    ['a level that it has and one that it lacks', {level: ['involve', 'consult']}, false],
    ['its purpose', {purpose: ['choose-between-options']}, true],
    ['another purpose', {purpose: ['track-change']}, false],
    ['people it suits', {audience: ['tenants', 'general-public']}, true],
    ['people it tends to miss', {audience: ['low-income']}, false],
    ['people it says nothing of', {audience: ['tenants', 'students']}, false],
    ['its cost', {budget: 4}, true],
    ['a band below its cost', {budget: 3}, false],
    ['just time enough', {weeks: 12}, true],
    ['a week too few', {weeks: 11}, false],
    ['face to face', {way: ['face-to-face']}, true],
    ['both ways', {way: ['face-to-face', 'remote']}, false],
    ['its stage', {stage: 'options'}, true],
    ['another stage', {stage: 'early-ideas'}, false],
    ['two things of which one does not fit', {stage: 'options', budget: 1}, false],
  ] as [string, Partial<MethodFilter>, boolean][])('%s: %j gives %s', (_, filter, fits) => {
    expect(fitsFilter(jury, {...NO_FILTER, ...filter})).toBe(fits);
  });
});

const some = <T>(terms: readonly T[]): fc.Arbitrary<T[]> => fc.oneof({weight: 3, arbitrary: fc.constant<T[]>([])}, {weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...terms), {maxLength: 3})});
const anyFilter: fc.Arbitrary<MethodFilter> = fc.record({
  words: fc.oneof({weight: 3, arbitrary: fc.constant('')}, fc.constantFrom('survey', 'people', 'jury', 'community group', 'zzz'), fc.string({maxLength: 12})),
  level: some(LEVELS), purpose: some(termsOf(PURPOSES)), audience: some(termsOf(AUDIENCES)), way: some(termsOf(WAYS)),
  stage: fc.option(fc.constantFrom(...termsOf(DECISION_STAGES))), budget: fc.option(fc.constantFrom(...BUDGETS)), weeks: fc.option(fc.integer({min: 1, max: 60})),
});
const idsOf = (filter: MethodFilter): string[] => catalogue.filter((method) => fitsFilter(method, filter)).map(({id}) => id);

describe('the filter, whatever is chosen', () => {
  it('hides no method when a choice is taken off', () => {
    fc.assert(fc.property(anyFilter, (filter) => {
      const shown = idsOf(filter);
      for (const {without} of choicesOf(filter)) expect(idsOf(without)).toEqual(expect.arrayContaining(shown));
    }));
  });

  it('hides no method when a limit is raised or a word is shortened', () => {
    fc.assert(fc.property(anyFilter, fc.nat(4), fc.nat(20), (filter, bands, weeks) => {
      const looser = {...filter, words: filter.words.slice(0, -1), budget: filter.budget && Math.min(5, filter.budget + bands), weeks: filter.weeks && filter.weeks + weeks};
      expect(idsOf(looser)).toEqual(expect.arrayContaining(idsOf(filter)));
    }));
  });

  it('shows as many as it counted before the choice was made', () => {
    fc.assert(fc.property(anyFilter, fc.constantFrom(...termsOf(AUDIENCES)), (filter, audience) => {
      const change = {audience: [...new Set([...filter.audience, audience])]};
      expect(countWith(catalogue, filter, change)).toBe(idsOf({...filter, ...change}).length);
    }));
  });

  it('comes to no filter when every choice is taken off', () => {
    fc.assert(fc.property(anyFilter, (filter) => {
      let left = filter;
      for (let first = choicesOf(left)[0]; first; first = choicesOf(left)[0]) left = first.without;
      expect(idsOf(left)).toEqual(catalogue.map(({id}) => id));
    }));
  });

  it('offers only ways out of an empty list that lead somewhere, and counts them rightly', () => {
    fc.assert(fc.property(anyFilter, (filter) => {
      fc.pre(idsOf(filter).length === 0);
      for (const {filter: looser, count, takeOff} of loosenings(catalogue, filter)) {
        expect(count).toBeGreaterThan(0);
        expect(idsOf(looser)).toHaveLength(count);
        expect(choicesOf(filter).length - choicesOf(looser).length).toBe(takeOff.length);
      }
    }));
  });
});

describe('ways out of an empty list', () => {
  const cheap: FilteredMethod = {...jury, title: 'Street stall', aka: [], costBand: 1, elapsedWeeks: {min: 1, max: 6}, audiences: {goodFor: ['students'], poorFor: []}};

  it('name the one choice to take off, the most methods first', () => {
    const ways = loosenings([jury, cheap, {...cheap, title: 'Roadshow'}], {...NO_FILTER, budget: 1, audience: ['tenants']});
    expect(ways.map(({takeOff, count}) => [takeOff, count])).toEqual([[['“Tenants”'], 2], [['“Under £1,000”'], 1]]);
  });

  it('name two when no single one is enough', () => {
    const ways = loosenings([jury], {...NO_FILTER, words: 'jury', budget: 1, weeks: 4});
    expect(ways.map(({takeOff, count}) => [takeOff, count])).toEqual([[['“Under £1,000”', '“Within 4 weeks”'], 1]]);
  });

  it('are none when not even two are enough', () => {
    expect(loosenings([jury], {...NO_FILTER, words: 'zebra', budget: 1, weeks: 4})).toEqual([]);
  });
});

describe('a filter in the address', () => {
  it('is short and can be read', () => {
    expect(writeFilterCode({...NO_FILTER, words: ' focus group ', budget: 2, weeks: 8, stage: 'options', way: ['remote', 'face-to-face'], level: ['consult'], audience: ['older-people', 'children']}))
      .toBe('words=focus%20group&budget=2&weeks=8&stage=options&way=face-to-face,remote&level=consult&audience=children,older-people');
    expect(writeFilterCode(NO_FILTER)).toBe('');
  });

  it('comes back as it went', () => {
    fc.assert(fc.property(anyFilter, (filter) => {
      const {filter: back, dropped} = readFilterCode(`?${writeFilterCode(filter)}`);
      expect(dropped).toEqual([]);
      expect(back).toEqual({...filter, words: filter.words.trim(), ...Object.fromEntries((['level', 'purpose', 'audience', 'way'] as const).map((field) => [field, expect.arrayContaining([...filter[field]]) as unknown]))});
      expect(writeFilterCode(back)).toBe(writeFilterCode(filter));
    }));
  });

  it.each([
    ['budget=6', '“6” is not a choice for “budget”.'],
    ['weeks=lots', '“lots” is not a choice for “weeks”.'],
    ['weeks=0', '“0” is not a choice for “weeks”.'],
    ['stage=__proto__', '“__proto__” is not a choice for “stage”.'],
    ['level=consult,shout', '“shout” is not a choice for “level”.'],
    ['audience=martians,toString', '“martians” is not a choice for “audience”.'],
    ['purpose=gather-views,x', '“x” is not a choice for “purpose”.'],
    ['way=by-post', '“by-post” is not a choice for “way”.'],
    ['audeince=children', '“audeince” is not one of the filters.'],
    ['__proto__=1', '“__proto__” is not one of the filters.'],
  ])('says what it left out of %s', (query, sentence) => {
    expect(readFilterCode(query).dropped).toContain(sentence);
  });

  it('keeps what it knows beside what it does not, and leaves alone what belongs to somebody else', () => {
    expect(readFilterCode('?level=consult,shout&m=focus-group', ['m'])).toEqual({filter: {...NO_FILTER, level: ['consult']}, dropped: ['“shout” is not a choice for “level”.']});
  });

  it('takes the highest band for no limit', () => {
    expect(readFilterCode('budget=5')).toEqual({filter: NO_FILTER, dropped: []});
  });

  it('never throws, whatever stands in it or was typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.webQueryParameters(), fc.string().map((text) => `words=${text}&level=${text}&weeks=${text}&%E0%A4%A`)), (text) => {
      expect(() => writeFilterCode(readFilterCode(text).filter)).not.toThrow();
      expect(() => writeFilterCode({...NO_FILTER, words: `${text}\ud800`})).not.toThrow();
    }));
  });
});

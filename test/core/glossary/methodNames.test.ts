import {describe, expect, it} from 'vitest';
import {namesOfMethods, pluralOf} from '#core/glossary/methodNames.ts';

describe('names of methods', () => {
  it.each([
    ['focus group', 'focus groups'], ["citizens' jury", "citizens' juries"], ['postal survey', 'postal surveys'], ["citizens' assembly", "citizens' assemblies"],
    ['street stall', 'street stalls'], ['business brush', 'business brushes'], ['staff mix', 'staff mixes'],
  ])('%s makes %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  const texts = (title: string, ways = {}) => namesOfMethods([{id: 'it', title}], {it: ways}).map(({text}) => text);

  it('are the title without brackets, in small letters, one and many', () => {
    expect(texts('Online survey (open link)')).toEqual(['online survey', 'online surveys']);
  });

  it('are joined by what the list adds', () => {
    expect(texts('Area or neighbourhood forum', {also: ['area fora']})).toEqual(['area or neighbourhood forum', 'area or neighbourhood forums', 'area fora', 'area foras']);
  });

  it('are those of the list where the title says too much', () => {
    expect(texts('Petition', {instead: ['petition scheme']})).toEqual(['petition scheme', 'petition schemes']);
    expect(texts('Petition', {instead: []})).toEqual([]);
  });

  it('keep the capitals that the list gives them', () => {
    expect(texts('Planning for Real', {instead: ['Planning for Real']})[0]).toBe('Planning for Real');
  });
});

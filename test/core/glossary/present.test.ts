import {describe, expect, it} from 'vitest';
import {GlossaryFile} from '#core/glossary/glossary.ts';
import {groupByLetter, hasWords} from '#core/glossary/present.ts';

const terms = GlossaryFile.parse([
  {id: 'sample', term: 'sample', also: ['sampling'], definition: 'The people asked.', see: ['bias'], more: '/writing/sample-size/', source: 'LGA-1'},
  {id: 'bias', term: 'bias', definition: 'A lean.'},
  {id: 'easy-read', term: 'Easy Read', definition: 'Short sentences.', everyday: true},
  {id: 'baseline', term: 'baseline', abbreviation: 'BL', definition: 'The start.'},
]);
const letters = groupByLetter(terms, [{key: 'LGA-1', title: 'A book'}]);

describe('the glossary as shown', () => {
  it('goes from A to Z, with a large first letter', () => {
    expect(letters.map(({letter, terms: each}) => [letter, each.map(({name}) => name)])).toEqual([['B', ['Baseline', 'Bias']], ['E', ['Easy Read']], ['S', ['Sample']]]);
  });

  it('gives what a term points at its name', () => {
    expect(letters[2]?.terms[0]).toEqual({
      id: 'sample', name: 'Sample', definition: 'The people asked.', see: [{id: 'bias', name: 'Bias'}], more: '/writing/sample-size/',
      source: {key: 'LGA-1', title: 'A book'}, also: ['sampling'],
    });
  });

  it.each([['', true], ['samp', true], ['SAMPLING', true], ['people sample', true], ['bias', false]])('finds "%s" in a term: %s', (words, found) => {
    const [sample] = letters[2]?.terms ?? [];
    expect(sample && hasWords(sample, words)).toBe(found);
  });
});

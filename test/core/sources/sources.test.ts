import {describe, expect, it} from 'vitest';
import {groupSources} from '#core/sources/citations.ts';
import {citedKeys} from '#core/sources/source.ts';

describe('the keys that a page cites', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['of a guide', {sources: ['GUN-BIN', 'OXON']}, ['GUN-BIN', 'OXON']],
    ['of a method', {sources: [{key: 'HSC-FG', title: 'A page', url: 'https://example.org/'}]}, ['HSC-FG']],
    ['of a duty, with those of its page', {sources: ['OXON'], duty: {say: [{text: '-', sources: ['KC-11', 'OXON']}, {text: '-', confirmed: false}]}}, ['OXON', 'KC-11']],
    ['of a page on practice judgement', {sources: 'practice judgement'}, []],
    ['of a method on practice judgement', {sources: [{key: 'practice judgement', title: 'practice judgement'}]}, []],
    ['of a page without sources', {title: 'A page'}, []],
    ['of a page written wrongly', {sources: {a: 1}, duty: 'none'}, []],
    ['of a page with a list in the list', {sources: [['OXON'], null, 7]}, []],
  ])('%s', (_, frontMatter, expected) => {
    expect(citedKeys(frontMatter)).toEqual(expected);
  });
});

it('groups sources by file and names the pages that cite each, in order of titles', () => {
  const sources = [
    {key: 'B-1', title: 'Beta', group: 'plain-english'}, {key: 'A-1', title: 'Alpha', url: 'https://example.org/', group: 'plain-english'}, {key: 'C-1', title: 'Gamma', group: 'law'},
  ];
  const pages = [{url: '/b/', title: 'Second', keys: ['A-1', 'C-1']}, {url: '/a/', title: 'First', keys: ['A-1']}, {url: '/c/', title: 'None', keys: []}];
  expect(groupSources(sources, pages)).toEqual([
    {id: 'law', name: 'Law', sources: [{key: 'C-1', title: 'Gamma', pages: [{url: '/b/', title: 'Second'}]}]},
    {id: 'plain-english', name: 'Plain english', sources: [
      {key: 'A-1', title: 'Alpha', url: 'https://example.org/', pages: [{url: '/a/', title: 'First'}, {url: '/b/', title: 'Second'}]},
      {key: 'B-1', title: 'Beta', pages: []},
    ]},
  ]);
});

import {describe, expect, it} from 'vitest';
import {groupByPage, sectionsOf} from '#core/search/sections.ts';
import type {Section} from '#core/search/sections.ts';
import {SITE_PAGES} from '#core/search/sitePages.ts';
import {addSynonyms, SYNONYMS} from '#core/search/synonyms.ts';
import {headingIds} from '#plugins/search/index.ts';

const page = {url: '/toolkit/plan/', title: 'Plan', keywords: ['planning'], about: 'How to plan.'};
const headings = (body: string) => sectionsOf({...page, body}, headingIds()).slice(1).map(({heading, url}) => [heading, url]);

describe('the sections of a page', () => {
  it('begin with the page itself, which alone carries the keywords', () => {
    expect(sectionsOf({...page, body: '## Steps\n'}, headingIds())).toEqual([
      {url: '/toolkit/plan/', title: 'Plan', heading: 'Plan', level: 1, keywords: ['planning'], about: 'How to plan.'},
      {url: '/toolkit/plan/#steps', title: 'Plan', heading: 'Steps', level: 2, keywords: []},
    ]);
  });

  it.each([
    ['a second heading of the same name', '## Steps\n## Steps\n', [['Steps', '#steps'], ['Steps', '#steps-1']]],
    ['an id of the author\'s own', '## How long it takes {#time}\n', [['How long it takes', '#time']]],
    ['links, emphasis and code', '## Use the [selector](/method-selector/) *now* with `npm`\n', [['Use the selector now with npm', '#use-the-selector-now-with-npm']]],
    ['marks that only look like a heading, in code', '```\n## not here\n```\n### Here\n', [['Here', '#here']]],
    ['details below the third level', '#### Too deep\n## Kept\n', [['Kept', '#kept']]],
    ['a closing row of marks', '## Steps ##\n', [['Steps', '#steps']]],
    ['punctuation', '## What it will, and won\'t, do?\n', [["What it will, and won't, do?", '#what-it-will-and-wont-do']]],
  ])('are right for %s', (_what, body, expected) => {
    expect(headings(body)).toEqual(expected.map(([heading, id]) => [heading, `/toolkit/plan/${id}`]));
  });
});

describe('results by page', () => {
  const section = (url: string, level = 2): Section => ({url, title: url.split('#')[0] ?? '', heading: url, level, keywords: [], about: level === 1 ? 'About.' : undefined});

  it('keep the order in which pages first appear, and put sections under their page', () => {
    const grouped = groupByPage([section('/b/#x'), section('/a/', 1), section('/b/', 1), section('/b/#y')], 5, 5);
    expect(grouped.map(({url, sections}) => [url, sections.map((one) => one.url)])).toEqual([['/b/', ['/b/#x', '/b/#y']], ['/a/', []]]);
    expect(grouped[0]?.about).toBe('About.');
  });

  it('stop at the numbers asked for', () => {
    const grouped = groupByPage(['/a/#1', '/a/#2', '/a/#3', '/b/#1', '/c/#1'].map((url) => section(url)), 2, 2);
    expect(grouped.map(({sections}) => sections.length)).toEqual([2, 1]);
  });
});

describe('words that people type for words we use', () => {
  it.each([
    ['EIA', 'eia equality impact'],
    ['hard  to reach groups', 'hard to reach groups seldom heard'],
    ['questionnaires', 'questionnaires survey'],
    ['theia', 'theia'],
    ['', ''],
  ])('"%s" is searched as "%s"', (query, asked) => {
    expect(addSynonyms(query)).toBe(asked);
  });

  it('are in small letters and listed once', () => {
    const typed = SYNONYMS.map(([words]) => words);
    expect(typed).toEqual(typed.map((words) => words.toLowerCase()));
    expect(new Set(typed).size).toBe(typed.length);
  });
});

describe('the pages that no text file makes', () => {
  it('are addressed as the site addresses them, once each', () => {
    const urls = SITE_PAGES.map(({url}) => url);
    expect(urls.every((url) => /^\/([a-z-]+\/)*$/.test(url))).toBe(true);
    expect(new Set(urls).size).toBe(urls.length);
  });
});

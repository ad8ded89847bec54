import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {makeSearch} from '#browser/search.ts';
import type {Search} from '#browser/search.ts';
import {readFiles} from '#content/readFiles.ts';
import {splitFrontMatter} from '#core/problem.ts';
import {sectionsOf} from '#core/search/sections.ts';
import {SITE_PAGES} from '#core/search/sitePages.ts';
import {headingIds, keywordsOf} from '#plugins/search/index.ts';

let search: Search;

/** The site's own pages, read as the build reads them. */
beforeAll(async () => {
  const files = await readFiles(process.cwd(), 'docs', '.md');
  const sections = files.filter(({file}) => !path.posix.basename(file).startsWith('_')).flatMap(({file, text}) => {
    const {frontMatter, body} = splitFrontMatter(text);
    const facts = parse(frontMatter) as Record<string, unknown>;
    const url = `/${file.replace(/^docs\//, '').replace(/(index)?\.md$/, '')}/`.replace('//', '/');
    return sectionsOf({url, title: String(facts.title), keywords: keywordsOf(facts), body}, headingIds());
  });
  search = makeSearch([...SITE_PAGES, ...sections]);
});

const firstThree = (query: string) => search(query).slice(0, 3).map(({url}) => url);

describe('a search over the pages of this site', () => {
  it.each([
    ['focus group', '/methods/focus-group/'],
    ['fokus group', '/methods/focus-group/'],
    ['focs grup', '/methods/focus-group/'],
    ['citizens jury', '/methods/citizens-jury/'],
    ['citzens jury', '/methods/citizens-jury/'],
    ["citizen's jury", '/methods/citizens-jury/'],
    ['deliberativ workshop', '/methods/deliberative-workshop/'],
    ['particpatory budgetting', '/methods/participatory-budgeting/'],
    ['online survay', '/methods/online-survey/'],
    ['method selecter', '/method-selector/'],
    ['which method should I use', '/method-selector/'],
    ['acessibility', '/accessibility/'],
    ['log in', '/sign-in/'],
    ['tools', '/tools/'],
    ['sample size calculater', '/tools/sample-size/'],
    ['timeline bilder', '/tools/timeline/'],
    ['offer of formats', '/tools/opening-paragraph/'],
    ['webinar', '/methods/online-event/'],
    ['sms', '/methods/text-messaging/'],
    ['the law in breif', '/learn/introduction-to-consultation/the-law-in-brief/'],
    ['trainer course runs', '/cohorts/'],
  ])('finds the page for "%s" in the first three', (query, url) => {
    expect(firstThree(query)).toContain(url);
  });

  it('finds what consultation is when the word is misspelt', () => {
    expect(firstThree('what is consultaton').join(' ')).toContain('what-consultation-is');
  });

  it('finds a section of a page, with the id that the page gives it', () => {
    expect(firstThree('focus group steps')).toContain('/methods/focus-group/#steps');
  });

  it('gives the sections of the best page, and of other pages only those whose heading answers', () => {
    const found = search('citzens jury').map(({url}) => url);
    expect(found).toContain('/methods/citizens-jury/#steps');
    expect(found).not.toContain('/methods/citizens-assembly/#steps');
  });

  it('finds nothing for letters that mean nothing', () => {
    expect(search('xqzvw')).toEqual([]);
    expect(search('   ')).toEqual([]);
  });

  it('answers a key press fast enough that typing never waits, even on a busy machine', () => {
    const query = 'consultaton with disabled people';
    search(query);
    const start = performance.now();
    for (let length = 1; length <= query.length; length += 1) search(query.slice(0, length));
    expect((performance.now() - start) / query.length).toBeLessThan(200);
  });
});

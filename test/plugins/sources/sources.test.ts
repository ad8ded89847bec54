import type {AllContent} from '@docusaurus/types';
import {expect, it} from 'vitest';
import {citingPages} from '#plugins/sources/index.ts';
import {remarkSources} from '#plugins/sources/remarkSources.ts';

const doc = (permalink: string, frontMatter: Record<string, unknown>, over = {}) => ({permalink, title: `Title of ${permalink}`, frontMatter, unlisted: false, draft: false, ...over});

it('takes the pages that cite from what the site loaded, the definitions of the glossary with them', () => {
  const docs = [
    doc('/toolkit/duties/fairness/', {sources: ['GUN-BIN'], duty: {say: [{sources: ['KC-11']}]}}),
    doc('/toolkit/glossary', {sources: 'practice judgement'}),
    doc('/toolkit/hidden/', {sources: ['GUN-BIN']}, {unlisted: true}),
  ];
  const allContent = {'docusaurus-plugin-content-docs': {default: {loadedVersions: [{docs}]}}} as unknown as AllContent;
  expect(citingPages(allContent, ['OXON'])).toEqual([
    {url: '/toolkit/duties/fairness/', title: 'Title of /toolkit/duties/fairness/', keys: ['GUN-BIN', 'KC-11']},
    {url: '/toolkit/glossary/', title: 'Title of /toolkit/glossary', keys: ['OXON']},
  ]);
});

it('hands the list to the one page that shows it', () => {
  const tree = {type: 'root', children: [{type: 'mdxJsxFlowElement', name: 'Sources', attributes: [], children: []}]};
  remarkSources()(tree);
  expect(tree.children[0]).toMatchObject({value: "import groups0 from '@generated/askwell-sources/default/sources.json'"});
});

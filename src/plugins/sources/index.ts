import path from 'node:path';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {AllContent, LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readGlossary} from '#content/readGlossary.ts';
import {readSources} from '#content/readSources.ts';
import {groupSources} from '#core/sources/citations.ts';
import type {CitingPage} from '#core/sources/citations.ts';
import {citedKeys} from '#core/sources/source.ts';
import type {Source} from '#core/sources/source.ts';

interface SourcesContent {
  sources: Source[];
  /** Keys that definitions of the glossary rest on: they stand in no front matter. */
  glossaryKeys: string[];
}

const GLOSSARY = '/toolkit/glossary/';

/** Gives the page of sources its list, with the pages that cite each source, as `@generated/askwell-sources/default/sources.json`. */
export default function sourcesPlugin({siteDir}: LoadContext): Plugin<SourcesContent> {
  return {
    name: 'askwell-sources',
    getPathsToWatch: () => [path.join(siteDir, 'docs/toolkit/sources/*.yml')],
    async loadContent() {
      const [sources, terms] = await Promise.all([readSources(siteDir).then(valueOrThrow), readGlossary(siteDir).then(valueOrThrow)]);
      return {sources, glossaryKeys: terms.flatMap(({source}) => source ?? [])};
    },
    async allContentLoaded({allContent, actions}) {
      const {sources, glossaryKeys} = allContent['askwell-sources']?.default as SourcesContent;
      await actions.createData('sources.json', groupSources(sources, citingPages(allContent, glossaryKeys)));
    },
  };
}

/** Takes what the site's plugins loaded. Gives every page of text that is published, with the keys it cites. */
export function citingPages(allContent: AllContent, glossaryKeys: readonly string[]): CitingPage[] {
  const docs = (allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined)?.loadedVersions.flatMap((version) => version.docs) ?? [];
  return docs.filter((doc) => !doc.unlisted && !doc.draft).map((doc) => {
    const url = doc.permalink.endsWith('/') ? doc.permalink : `${doc.permalink}/`;
    return {url, title: doc.title, keys: [...citedKeys(doc.frontMatter), ...(url === GLOSSARY ? glossaryKeys : [])]};
  });
}

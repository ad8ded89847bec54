import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {GLOSSARY_FILE} from '#content/readGlossary.ts';
import {readSources} from '#content/readSources.ts';
import {groupByLetter} from '#core/glossary/present.ts';
import type {Letter} from '#core/glossary/present.ts';
import {loadNames} from './loadNames.ts';

interface GlossaryContent {
  letters: Letter[];
  version: string;
}

/**
 * Gives the page of the glossary its terms as `@generated/askwell-glossary/default/terms.json`. A bad file stops the build with every
 * problem. Terms and methods in the pages themselves are marked by `remarkTerms`.
 */
export default function glossaryPlugin({siteDir}: LoadContext): Plugin<GlossaryContent> {
  return {
    name: 'askwell-glossary',
    getPathsToWatch: () => [path.join(siteDir, GLOSSARY_FILE)],
    async loadContent() {
      const [{terms, version}, sources] = await Promise.all([loadNames(siteDir), readSources(siteDir).then(valueOrThrow)]);
      return {letters: groupByLetter(terms, sources), version};
    },
    async contentLoaded({content, actions}) {
      await actions.createData('terms.json', content.letters);
    },
    // The bundler keeps a page as it was compiled until the page's own file changes. A page also depends on the names marked in it.
    configureWebpack: (config, _isServer, _bundler, content) => withCacheVersion(config, content.version),
  };
}

type BundlerChange = ReturnType<NonNullable<Plugin['configureWebpack']>>;

interface Cached {
  experiments?: {cache?: {version?: string}};
}

/** Takes the bundler's settings; gives the change that makes a kept compilation count for these names only. Nothing where nothing is kept. */
export function withCacheVersion(config: unknown, version: string): BundlerChange {
  const cache = (config as Cached).experiments?.cache;
  const change: object = cache?.version === undefined ? {} : {experiments: {cache: {version: `${cache.version}-names-${version}`}}};
  return change;
}

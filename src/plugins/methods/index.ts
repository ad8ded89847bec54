import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readMethods} from '#content/readMethods.ts';
import {summariseMethod} from '#core/methods/method.ts';
import type {Method} from '#core/methods/method.ts';

/** Gives pages the catalogue as `@generated/askwell-methods/default/summaries.json`. A bad file stops the build with every problem. */
export default function methodsPlugin({siteDir}: LoadContext): Plugin<Method[]> {
  return {
    name: 'askwell-methods',
    getPathsToWatch: () => [path.join(siteDir, 'docs/methods/**/*.md')],
    loadContent: async () => valueOrThrow(await readMethods(siteDir)),
    async contentLoaded({content, actions}) {
      await actions.createData('summaries.json', content.map(summariseMethod));
    },
  };
}

import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readMethods} from '#content/readMethods.ts';
import {detailsOf} from '#core/methods/compare.ts';
import {summariseMethod} from '#core/methods/method.ts';
import type {Method} from '#core/methods/method.ts';

/**
 * Gives pages the catalogue below `@generated/askwell-methods/default/`, in files by who needs them: `summaries.json` for the selector and
 * every list, `aliases.json` (other names by id) for the list of all methods, `details.json` for the comparison, `count.json` for
 * the home page. A bad file stops the build with every problem.
 */
export default function methodsPlugin({siteDir}: LoadContext): Plugin<Method[]> {
  return {
    name: 'askwell-methods',
    getPathsToWatch: () => [path.join(siteDir, 'docs/methods/**/*.md')],
    loadContent: async () => valueOrThrow(await readMethods(siteDir)),
    async contentLoaded({content, actions}) {
      await Promise.all([
        actions.createData('summaries.json', content.map(summariseMethod)),
        actions.createData('aliases.json', Object.fromEntries(content.map(({id, aka}) => [id, aka]))),
        actions.createData('details.json', content.map(detailsOf)),
        actions.createData('count.json', {methods: content.length}),
      ]);
    },
  };
}

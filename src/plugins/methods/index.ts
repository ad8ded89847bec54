import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readMethods} from '#content/readMethods.ts';
import {NEXT_STEPS_FILE, readNextSteps} from '#content/readNextSteps.ts';
import {detailsOf} from '#core/methods/compare.ts';
import {summariseMethod} from '#core/methods/method.ts';
import type {Method} from '#core/methods/method.ts';
import type {NextStep} from '#core/methods/stepsFor.ts';

interface Loaded {
  methods: Method[];
  steps: NextStep[];
}

/**
 * Gives pages the catalogue below `@generated/askwell-methods/default/`, in files by who needs them: `summaries.json` for the selector and
 * every list, `aliases.json` (other names by id) for the list of all methods, `details.json` for the comparison, `nextSteps.json` for
 * what to go on to after the selector, `count.json` for the home page. A bad file stops the build with every problem.
 */
export default function methodsPlugin({siteDir}: LoadContext): Plugin<Loaded> {
  return {
    name: 'askwell-methods',
    getPathsToWatch: () => [path.join(siteDir, 'docs/methods/**/*.md'), path.join(siteDir, NEXT_STEPS_FILE)],
    loadContent: async () => ({methods: valueOrThrow(await readMethods(siteDir)), steps: valueOrThrow(await readNextSteps(siteDir))}),
    async contentLoaded({content: {methods: content, steps}, actions}) {
      await Promise.all([
        actions.createData('summaries.json', content.map(summariseMethod)),
        actions.createData('aliases.json', Object.fromEntries(content.map(({id, aka}) => [id, aka]))),
        actions.createData('details.json', content.map(detailsOf)),
        actions.createData('nextSteps.json', steps),
        actions.createData('count.json', {methods: content.length}),
      ]);
    },
  };
}

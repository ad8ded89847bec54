import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {DIAGRAM_FOLDER, readDiagrams} from '#content/readDiagrams.ts';
import type {Diagram} from '#core/diagrams/diagram.ts';

/** Gives pages each diagram as `@generated/askwell-diagrams/default/<id>.json`. A bad file stops the build with every problem. */
export default function diagramsPlugin({siteDir}: LoadContext): Plugin<Diagram[]> {
  return {
    name: 'askwell-diagrams',
    getPathsToWatch: () => [path.join(siteDir, `${DIAGRAM_FOLDER}/**/*.svg`)],
    loadContent: async () => valueOrThrow(await readDiagrams(siteDir)),
    async contentLoaded({content, actions}) {
      await Promise.all(content.map((diagram) => actions.createData(`${diagram.id}.json`, diagram)));
    },
  };
}

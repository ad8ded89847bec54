import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readStandards} from '#content/readStandards.ts';
import type {Standard} from '#core/standards/standard.ts';

/** Gives pages the quality standards as `@generated/askwell-standards/default/standards.json`. */
export default function standardsPlugin({siteDir}: LoadContext): Plugin<Standard[]> {
  return {
    name: 'askwell-standards',
    getPathsToWatch: () => [path.join(siteDir, 'docs/toolkit/standards/standards.yml')],
    loadContent: async () => valueOrThrow(await readStandards(siteDir)),
    async contentLoaded({content, actions}) {
      await actions.createData('standards.json', content);
    },
  };
}

import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readPracticeCode} from '#content/readPracticeCode.ts';
import type {PracticeCode} from '#core/planning/practiceCode.ts';

/** Gives pages the code of practice as `@generated/askwell-practice-code/default/code.json`. */
export default function practiceCodePlugin({siteDir}: LoadContext): Plugin<PracticeCode> {
  return {
    name: 'askwell-practice-code',
    getPathsToWatch: () => [path.join(siteDir, 'docs/code-of-practice/code.yml')],
    loadContent: async () => valueOrThrow(await readPracticeCode(siteDir)),
    async contentLoaded({content, actions}) {
      await actions.createData('code.json', content);
    },
  };
}

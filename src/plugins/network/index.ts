import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readFiles} from '#content/readFiles.ts';
import {readFramework} from '#content/readFramework.ts';
import {readMethods} from '#content/readMethods.ts';
import {valueOrThrow} from '#content/readContent.ts';
import {addressOf} from '#core/guides/guide.ts';
import {pageKindOf} from '#core/network/guidedPage.ts';
import type {GuidedPage} from '#core/network/guidedPage.ts';
import {GuidedFacts} from '#core/network/pages.ts';
import {skillsFrom} from '#core/network/skills.ts';
import type {Skill} from '#core/network/skills.ts';
import {checkYaml, splitFrontMatter} from '#core/problem.ts';

interface Loaded {
  skills: Skill[];
  pages: GuidedPage[];
}

/**
 * Gives the practitioners' network what it chooses from, below `@generated/askwell-network/default/`: `skills.json`, which members offer and
 * want, and `pages.json`, the pages that may be suggested, each with the day on which its owner last went through it.
 */
export default function networkPlugin({siteDir}: LoadContext): Plugin<Loaded> {
  return {
    name: 'askwell-network',
    getPathsToWatch: () => [path.join(siteDir, 'docs/**/*.{md,yml}')],
    loadContent: async () => {
      const [methods, {framework}, pages] = [valueOrThrow(await readMethods(siteDir)), valueOrThrow(await readFramework(siteDir)), await readPages(siteDir)];
      return {skills: skillsFrom(methods, framework), pages};
    },
    async contentLoaded({content: {skills, pages}, actions}) {
      await Promise.all([actions.createData('skills.json', skills), actions.createData('pages.json', pages)]);
    },
  };
}

/** Every page and course that says when it was last reviewed. What is wrong in the others is found by whoever reads them whole. */
async function readPages(root: string): Promise<GuidedPage[]> {
  const texts = (await readFiles(root, 'docs', '.md')).filter(({file}) => !path.posix.basename(file).startsWith('_')).map(({file, text}) => ({file, text: splitFrontMatter(text).frontMatter, linesBefore: 1}));
  const courses = await readFiles(root, 'docs', 'course.yml');
  return [...texts, ...courses].flatMap((source): GuidedPage[] => {
    const checked = checkYaml(GuidedFacts, source);
    if (!checked.ok) return [];
    const {title, reviewed, audience, slug} = checked.value;
    const address = slug ?? addressOf(source.file.replace(/\/course\.yml$/, '/index.md'));
    return [{address, title, kind: pageKindOf(address), reviewed, audience}];
  });
}

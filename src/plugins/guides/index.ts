import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Guide} from '#core/guides/guide.ts';
import {dueReviews} from '#core/guides/review.ts';
import {reviewReport} from '#core/guides/reviewReport.ts';
import type {JourneyStep} from '#core/guides/view.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {readGuides} from '#content/readGuides.ts';
import {readReviews} from '#content/readReviews.ts';
import {readKnown} from '#content/readKnown.ts';
import {valueOrThrow} from '#content/readContent.ts';

/**
 * Checks every page of guidance, and the prose of methods and lessons; a fault stops the build with every problem. Gives pages the steps of
 * the planning journey as `@generated/askwell-guides/default/journey.json`.
 */
export default function guidesPlugin({siteDir}: LoadContext): Plugin<Guide[]> {
  return {
    name: 'askwell-guides',
    getPathsToWatch: () => ['toolkit', 'code-of-practice', 'writing'].map((folder) => path.join(siteDir, 'docs', folder, '**/*.{md,yml}')),
    loadContent: async () => valueOrThrow(await readGuides(siteDir, valueOrThrow(await readKnown(siteDir)))),
    async contentLoaded({content, actions}) {
      const journey: JourneyStep[] = content.flatMap(({step, title, sidebar_label: label, address}) => (step === undefined ? [] : [{step, title: (label ?? title).replace(/^\d+\.\s*/, ''), address}]));
      await actions.createData('journey.json', journey.sort((a, b) => a.step - b.step));
    },
    // Whoever builds the site sees which pages somebody has to read again.
    async postBuild() {
      const today = toLondonDay(new Date().toISOString());
      const due = dueReviews((await readReviews(siteDir)).pages, today);
      if (due.overdue.length + due.soon.length > 0) process.stdout.write(`${reviewReport(due, today).join('\n')}\n`);
    },
  };
}

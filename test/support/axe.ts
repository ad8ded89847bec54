import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from '@playwright/test';
import type {AxeResults, RunOptions} from 'axe-core';
import {projectRoot} from './project.ts';

const source = readFileSync(path.join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const OPTIONS: RunOptions = {
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
  resultTypes: ['violations'],
};

/** Runs axe on the page as it stands. Gives one line for each violation; an empty list is a pass. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(
    (options) => (window as unknown as {axe: {run: (context: Document, options: unknown) => Promise<AxeResults>}}).axe.run(document, options),
    OPTIONS as unknown as Record<string, unknown>,
  );
  return results.violations.flatMap((violation) => violation.nodes.map((node) =>
    `${violation.id} (${violation.help}) at ${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
}

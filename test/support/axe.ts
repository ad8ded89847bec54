import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Page} from '@playwright/test';
import type {AxeResults, RunOptions} from 'axe-core';
import {projectRoot} from './project.ts';

const source = readFileSync(path.join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const EVERYTHING: RunOptions = {
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
  resultTypes: ['violations'],
};
/** The rules that a change of colours can break. The others see the same page in light and in dark. */
const COLOURS: RunOptions = {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}, resultTypes: ['violations']};

/** All but what looks at colours and sizes, which a page of text shares with the others of its kind, and at what scripts add to wide tables. */
const TEXT: RunOptions = {...EVERYTHING, rules: {'color-contrast': {enabled: false}, 'target-size': {enabled: false}, 'scrollable-region-focusable': {enabled: false}}};

/** Runs axe on the page as it stands, or on the part of it that a selector names. Gives one line for each violation; an empty list is a pass. */
export function violationsOn(page: Page, part?: string): Promise<string[]> {
  return run(page, EVERYTHING, part);
}

/** The same for the rules of colour alone: for a page that has passed in its other colours. */
export function colourViolationsOn(page: Page): Promise<string[]> {
  return run(page, COLOURS);
}

/** The same without the rules of colour and size: for one of many pages of text whose kind has passed whole. */
export function textViolationsOn(page: Page, part: string): Promise<string[]> {
  return run(page, TEXT, part);
}

async function run(page: Page, options: RunOptions, part?: string): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(source);
  const results = await page.evaluate(
    ({chosen, within}) => (window as unknown as {axe: {run: (context: Document | string, options: unknown) => Promise<AxeResults>}}).axe.run(within ?? document, chosen),
    {chosen: options as unknown as Record<string, unknown>, within: part},
  );
  return results.violations.flatMap((violation) => violation.nodes.map((node) =>
    `${violation.id} (${violation.help}) at ${node.target.join(' ')}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
}

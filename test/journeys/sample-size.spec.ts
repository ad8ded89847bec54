import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

const PAGE = '/tools/sample-size/';
const SAYS = 'If 60 in 100 say yes, the true figure of 40,000 people is very likely between 55% and 65%.';
const words = (page: Page) => page.getByText(SAYS).and(page.locator(':not([role=status])'));

test('an analyst works out a margin by keyboard, finds it after a reload, and takes it away', async ({page}) => {
  const keys = keyboard(page);
  await page.goto(PAGE);
  await keys.check(page.getByLabel('Chance picks them'));
  await keys.fill(page.getByLabel('People in all'), '40,000');
  await keys.fill(page.getByLabel('Answers', {exact: true}), '400');
  await keys.fill(page.getByLabel('Share who say yes, in 100'), '60');
  await expect(words(page)).toBeVisible();
  await expect(page).toHaveURL(/people=40%2C000&answers=400&share=60$/);
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.reload();
  await expect(words(page)).toBeVisible();
  await expect(page.getByText('came from a link')).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Download as CSV'}).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('sample-size-survey.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('"Whole survey",40000,400');
  await page.getByLabel('Anybody can answer').check();
  await expect(page.getByText('No margin of error may be quoted.').last()).toBeVisible();
  await expect(words(page)).toHaveCount(0);
});

test('a link is shown without touching what is kept, fits a small screen, and starting again can be undone', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(PAGE);
  await page.getByRole('button', {name: 'Load an example'}).click();
  await expect(words(page)).toBeVisible();
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`${PAGE}?way=random&answers=100`);
  await expect(page.getByText('This calculation came from a link.')).toBeVisible();
  await page.getByRole('button', {name: 'Back to your own calculation'}).click();
  await expect(words(page)).toBeVisible();
  await page.getByRole('button', {name: 'Start again'}).click();
  await page.getByRole('dialog').getByRole('button', {name: 'Clear the figures'}).click();
  await expect(words(page)).toHaveCount(0);
  await page.getByRole('button', {name: /^Undo/}).click();
  await expect(words(page)).toBeVisible();
});

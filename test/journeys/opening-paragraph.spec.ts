import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

const PAGE = '/tools/opening-paragraph/';

test('an officer writes the opening paragraph by keyboard, finds it after a reload, and takes it away', async ({page}) => {
  const keys = keyboard(page);
  await page.goto(PAGE);
  await keys.fill(page.getByLabel('Name of the consultation'), 'Pool hours');
  await keys.press(page.getByRole('button', {name: 'Start a draft'}));
  await expect(page.getByRole('heading', {level: 2, name: 'Pool hours'})).toBeFocused();
  await keys.fill(page.getByLabel('Who is asking'), 'Sample Council');
  await keys.fill(page.getByLabel('What answers can change', {exact: true}), 'nothing');
  const texts = page.getByRole('region', {name: 'The two texts'});
  await expect(texts).toContainText('Sample Council has to decide');
  await expect(page.getByText('then do not call it a consultation').first()).toBeVisible();
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Who is asking')).toHaveValue('Sample Council');
  expect(await violationsOn(page)).toEqual([]);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Save as Word'}).click();
  const word = await coming;
  expect(word.suggestedFilename()).toBe('opening-paragraph-pool-hours.docx');
  expect((await readFile(await word.path())).subarray(0, 2).toString()).toBe('PK');
});

test('the example has nothing missing, fits a small screen and prints its texts alone', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(PAGE);
  await page.getByRole('button', {name: 'Load an example'}).click();
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({media: 'print'});
  await expect(page.getByText('Why we ask you.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
});

import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

const PAGE = '/tools/representativeness/';

test('an officer types figures by keyboard, finds them after a reload, and saves a report without small numbers', async ({page}) => {
  const keys = keyboard(page);
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(PAGE);
  await keys.press(page.getByRole('button', {name: 'Sex', exact: true}));
  const figures = page.getByLabel('Figures for Sex');
  await keys.fill(figures, 'Women, 120, 50%\nMen');
  await expect(page.getByText('Line 2: There are no numbers yet.')).toBeVisible();
  await keys.fill(figures, 'Women, 120, 49%\nMen, 80, 48%\nAnother answer, 4, 3%');
  await expect(page.getByText('1 of 1 characteristic can be worked out.')).toBeVisible();
  await expect(page.getByRole('row', {name: /^Women 120 58.8% 49.0% \+9.8 120/})).toBeVisible();
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.reload();
  await expect(figures).toHaveValue('Women, 120, 49%\nMen, 80, 48%\nAnother answer, 4, 3%');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Download the report as CSV'}).click();
  const csv = await readFile(await (await coming).path(), 'utf8');
  expect(csv).toContain('"Another answer","Fewer than ten"');
  expect(csv).toContain('"Men","Not shown"');
  await page.emulateMedia({media: 'print'});
  await expect(page.getByRole('cell', {name: 'Fewer than ten'})).toBeVisible();
  await expect(page.getByRole('cell', {name: '80', exact: true})).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
});

test('the example shows a plan, and starting again asks first and can be undone', async ({page}) => {
  await page.goto(PAGE);
  await page.getByRole('button', {name: 'Load an example'}).click();
  await expect(page.getByRole('heading', {level: 2, name: 'Example (made up): panel of a district'})).toBeFocused();
  await expect(page.getByRole('row', {name: /^65 and over 140 125 0 0 140 Stop recruiting/})).toBeVisible();
  await page.getByRole('button', {name: 'Start again'}).click();
  await page.getByRole('dialog', {name: 'Start again?'}).getByRole('button', {name: 'Clear everything'}).click();
  await expect(page.getByRole('heading', {level: 2, name: 'Begin'})).toBeFocused();
  await page.getByRole('button', {name: /^Undo ?: “Example/}).click();
  await expect(page.getByText('3 of 3 characteristics can be worked out.')).toBeVisible();
});

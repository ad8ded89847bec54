import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

const PAGE = '/tools/stakeholders/';
const CSV = 'Name,Influence,Interest,Stands for,E-mail\r\nScout group,2,5,Young people,leader@example.org\r\nCorner shop,9,2,,\r\n';

const fits = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

test('an officer adds a group by keyboard, moves it on the grid, and finds it after a reload', async ({page}) => {
  const keys = keyboard(page);
  await page.goto(PAGE);
  await keys.fill(page.getByLabel('Add a person or group'), 'Tenants’ panel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {level: 2, name: 'Edit: Tenants’ panel'})).toBeFocused();
  await keys.fill(page.getByLabel('How they are affected'), 'Rents change in April');
  await keys.press(page.getByRole('button', {name: 'Close this entry'}));
  await expect(page.getByRole('button', {name: /^Edit ?: Tenants’ panel/})).toBeFocused();

  await page.getByLabel('Influence of Tenants’ panel').selectOption('2');
  await page.getByLabel('Interest of Tenants’ panel').selectOption('5');
  const goOut = page.getByRole('cell').filter({has: page.getByRole('heading', {name: 'Go out to them'})});
  await expect(goOut.getByText('Tenants’ panel', {exact: true})).toBeVisible();
  await expect(page.getByLabel('Interest of Tenants’ panel')).toBeFocused();
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.reload();
  await expect(goOut.getByText('Tenants’ panel', {exact: true})).toBeVisible();
  await expect(page.getByText('Rents change in April')).toBeVisible();
  await page.setViewportSize({width: 320, height: 640});
  expect(await fits(page)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);
});

test('a file is looked at before it is added, can be taken back, and is exported without contacts', async ({page}) => {
  await page.goto(PAGE);
  await page.getByLabel('Import a CSV or JSON file').setInputFiles({name: 'groups.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV)});
  await expect(page.getByRole('heading', {name: 'What is in the file'})).toBeFocused();
  await expect(page.getByRole('row', {name: /^3 Corner shop Influence is “9”/})).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', {name: 'Import 1 entry'}).click();
  await expect(page.getByRole('heading', {name: 'The full list'})).toBeFocused();
  const row = page.getByRole('row').filter({has: page.getByRole('rowheader', {name: 'Scout group'})});
  await expect(row).toBeVisible();

  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Download as CSV'}).click();
  const csv = await readFile(await (await coming).path(), 'utf8');
  expect(csv).toContain('"Scout group"');
  expect(csv).not.toContain('leader@example.org');

  await page.getByRole('button', {name: /^Undo ?: Imported/}).click();
  await expect(row).toBeHidden();
  await page.getByRole('button', {name: 'Load an example'}).click();
  await expect(page.getByRole('rowheader', {name: 'Example: Ward councillors'})).toBeVisible();
});

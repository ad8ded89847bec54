import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

const PAGE = '/tools/timeline/';

test('an officer counts back by keyboard, comes back to the dates, and takes them away as a calendar', async ({page}) => {
  const keys = keyboard(page);
  await page.goto(PAGE);
  await keys.press(page.getByRole('button', {name: 'Start a timeline'}));
  await expect(page.getByRole('heading', {level: 2, name: 'Consultation without a name'})).toBeFocused();
  await keys.fill(page.getByLabel('Name of the consultation'), 'Parks');
  await page.getByLabel('Day of the decision').fill('2040-10-17');
  await keys.fill(page.getByLabel('Weeks open for replies'), '8');
  await expect(page.getByRole('status').filter({hasText: /^Begin by /})).toContainText('before the decision');
  await expect(page.getByText('8 weeks are below twelve weeks')).toBeVisible();
  await expect(page.getByText(/Bank holidays here were checked for \d+ to \d+/)).toBeVisible();
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  await page.reload();
  await expect(page.getByLabel('Weeks open for replies')).toHaveValue('8');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Download calendar file'}).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('timeline-parks.ics');
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text).toContain('SUMMARY:Decision: Parks\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20401017\r\nDTEND;VALUE=DATE:20401018\r\n');
});

test('a period is added and undone, and starting again can be taken back, on a small screen', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(PAGE);
  await page.getByRole('button', {name: 'Load an example'}).click();
  await expect(page.getByRole('heading', {level: 2, name: /^Example \(made up\)/})).toBeFocused();
  await page.getByRole('button', {name: 'Add a period'}).click();
  await expect(page.getByRole('group', {name: 'Period 2'}).getByLabel('Kind')).toBeFocused();
  await page.getByRole('button', {name: /^Undo ?: Time that does not count/}).click();
  await expect(page.getByRole('group', {name: 'Period 2'})).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole('button', {name: 'Start again'}).click();
  await page.getByRole('dialog').getByRole('button', {name: 'Clear this timeline'}).click();
  await expect(page.getByRole('heading', {name: 'Before you begin'})).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', {name: /^Undo/}).click();
  await expect(page.getByRole('heading', {level: 2, name: /^Example \(made up\)/})).toBeVisible();
});

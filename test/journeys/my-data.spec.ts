import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {appoint, newEmail, signIn, signInTo} from '../support/journey.ts';

test('somebody reads what is held about them, takes a copy, sees who looked, and is erased; the coordinator who looked has the proof', async ({browser, page, baseURL}) => {
  test.setTimeout(60_000);
  const [email, coordinator] = [newEmail('learner'), newEmail('coordinator')];
  await appoint(coordinator, 'coordinator');
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(signInTo('/my-data/'));
  await signIn(page, email, {name: 'Sample Learner', directorate: 'Place'});
  await expect(page.getByRole('heading', {name: 'What is held'})).toBeVisible();

  const room = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const desk = await room.newPage();
  await desk.goto(signInTo('/people/'));
  await signIn(desk, coordinator, {name: 'Sample Coordinator', directorate: 'Corporate services'});
  await desk.getByLabel('Their work e-mail address').fill(email);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', {name: 'Sample Learner'})).toBeFocused();
  expect(await violationsOn(desk)).toEqual([]);
  await desk.getByRole('button', {name: 'Go on to erase this person'}).click();
  await desk.getByRole('button', {name: 'Erase this person'}).click();
  await expect(desk.getByRole('alert')).toContainText('Choose why.');

  await page.reload();
  await expect(page.getByRole('row', {name: /Sample Coordinator/})).toContainText('Personal data of one person');
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('definition').filter({hasText: email}).first()).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download it as a file'}).click()]);
  expect(download.suggestedFilename()).toMatch(/^personal-data-\d{4}-\d{2}-\d{2}\.json$/);
  expect(readFileSync(await download.path(), 'utf8')).toContain(email);

  await page.getByRole('button', {name: 'Go on to erase my account'}).click();
  await page.getByRole('button', {name: 'Erase my account'}).click();
  await expect(page.getByRole('alert')).toContainText('Type the word erase');
  await page.getByLabel('Type erase to go on').fill('erase');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {name: 'Your account is erased'})).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await desk.getByLabel('Their work e-mail address').fill(email);
  await desk.getByRole('button', {name: 'Find them'}).click();
  await expect(desk.getByText('Nobody here has this address').first()).toBeVisible();
  await room.close();
});

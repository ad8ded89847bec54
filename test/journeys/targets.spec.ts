import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {appoint, newEmail, signIn, signInTo} from '../support/journey.ts';

test('a coordinator imports a staff list, sets a target, finds who is still to be trained, reminds one by keyboard, and undoes the import', async ({page}) => {
  const coordinator = newEmail('coordinator');
  const colleague = newEmail('colleague');
  await appoint(coordinator, 'coordinator');
  await page.goto(signInTo('/staff-list/'));
  await signIn(page, coordinator, {name: 'Sample Coordinator', directorate: 'Corporate services'});

  const list = `Job title;Department;Work e-mail;Full name\nPlanner;Place;${colleague};Zoë Example\nPlanner;Plaice;wrong@example.org;=Wrong Example\n`;
  await page.getByLabel('Staff list as a CSV file').setInputFiles({name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(list, 'latin1')});
  await expect(page.getByRole('heading', {name: 'What this list would do'})).toBeFocused();
  await expect(page.getByText('Windows-1252')).toBeVisible();
  await expect(page.getByRole('row', {name: /^3 Directorate/})).toContainText('Did you mean “Place”?');
  await expect(page.getByRole('button', {name: 'Import 1 person'})).toHaveAttribute('aria-disabled', 'true');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel(/Leave out the row with a fault/).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', {name: 'Import 1 person'}).press('Enter');
  await expect(page.getByText(/The list is imported\. 1 person added/)).toBeVisible();

  await page.goto('/targets/?new=1');
  await page.getByRole('button', {name: 'Set the target'}).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choose at least one course.');
  await page.getByLabel('Name of the target').fill(`Everybody, ${colleague}`);
  await page.getByLabel('Introduction to consultation', {exact: true}).check();
  await page.getByLabel('Place', {exact: true}).check();
  await page.getByLabel(/Share to be trained/).fill('100');
  await page.getByLabel('By', {exact: true}).fill('2099-04-01');
  await page.getByRole('button', {name: 'Set the target'}).press('Enter');
  await expect(page.getByRole('heading', {name: `Everybody, ${colleague}`})).toBeVisible();

  const row = page.getByRole('row', {name: new RegExp(colleague)});
  await expect(row).toContainText('Not started');
  await row.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', {name: 'Remind 1 person'}).press('Enter');
  await expect(page.getByRole('heading', {name: 'This goes to 1 person'})).toBeFocused();
  await expect(page.getByText('Sample Coordinator asked us to send this.')).toBeVisible();
  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByText('Show the figures as a table').click();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', {name: 'Send the reminders'}).press('Enter');
  await expect(page.getByText('Reminders go to 1 person.')).toBeVisible();
  expect(await (await page.request.get('/dev/mail')).text()).toContain(`To ${colleague} `);

  await page.goto('/measures/');
  await expect(page.getByRole('heading', {name: 'Trained against target'})).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);
  const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download as Word'}).click()]);
  expect(word.suggestedFilename()).toMatch(/^training-measures-.*\.docx$/);

  await page.goto('/staff-list/');
  await page.getByRole('button', {name: 'Undo this import'}).press('Enter');
  await expect(page.getByText('The import is undone.')).toBeVisible();
});

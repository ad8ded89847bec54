import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {newEmail, signIn, signInTo} from '../support/journey.ts';

test('somebody adds a passkey by keyboard, signs in with it alone, ends the other session and removes it', async ({browser, page, baseURL}) => {
  test.setTimeout(60_000);
  const email = newEmail('passkey');
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {options: {protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true}});

  await page.goto(signInTo('/account/'));
  await signIn(page, email, {name: 'Sample Person', directorate: 'Place'});
  await expect(page.getByRole('heading', {level: 1, name: 'Your account'})).toBeVisible();
  await expect(page.getByText('You have none.')).toBeVisible();
  await page.getByRole('button', {name: 'Add this passkey'}).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Write a name');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Name of the passkey').focus();
  await page.keyboard.type('=Work "laptop"');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Added: =Work "laptop".')).toBeVisible();
  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);

  const elsewhere = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL})});
  const other = await elsewhere.newPage();
  await other.goto(signInTo('/account/'));
  await signIn(other, email);
  await expect(other.getByText('(this one)')).toBeVisible();

  await page.context().clearCookies();
  await page.goto(signInTo('/account/'));
  await page.getByRole('button', {name: 'Use a passkey'}).press('Enter');
  await expect(page.getByRole('heading', {level: 1, name: 'Your account'})).toBeVisible();
  await expect(page.getByText(/with a passkey/).first()).toBeVisible();
  await page.getByRole('button', {name: 'Sign out everywhere else'}).press('Enter');
  await expect(page.getByText('You are signed out everywhere but here.')).toBeVisible();
  await other.reload();
  await expect(other.getByRole('main')).toContainText('Sign in to see your passkeys');
  await elsewhere.close();

  await page.getByRole('button', {name: /^Remove/}).press('Enter');
  await page.getByRole('button', {name: 'Remove this passkey'}).press('Enter');
  await expect(page.getByText('You have none.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('a fault on the way to the organisation’s sign-in is said in a sentence', async ({page}) => {
  await page.goto('/sign-in/?fault=organisation-late');
  await expect(page.getByRole('alert')).toContainText('took longer than 10 minutes');
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/sign-in/?fault=%3Cb%3E');
  await expect(page.getByLabel('Your work e-mail address')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';

test('anyone searches from any page: "/" focuses the box, sections come while typing, mistakes are forgiven', async ({page}) => {
  await page.goto('/learn/introduction-to-consultation/the-law-in-brief/');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', {name: 'Search this site'});
  await expect(box).toBeFocused();
  await page.keyboard.type('fokus grup cost');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('option').filter({hasText: /Cost/}).first()).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/methods\/focus-group\//);
});

test('Enter shows every result, and a search that finds nothing says what to do', async ({page}) => {
  await page.goto('/');
  await page.getByRole('combobox', {name: 'Search this site'}).fill('citzens jury');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=citzens/);
  await expect(page.getByRole('main').getByRole('link', {name: /Citizens.? jury/}).first()).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/search/?q=zzzzqqq');
  await expect(page.getByRole('main')).toContainText(/nothing|no /i);
  expect(await violationsOn(page)).toEqual([]);
});

test('"/" is left alone while somebody writes in a field', async ({page}) => {
  await page.goto('/sign-in/');
  await page.getByLabel('Your work e-mail address').fill('a');
  await page.keyboard.press('/');
  await expect(page.getByLabel('Your work e-mail address')).toHaveValue('a/');
});

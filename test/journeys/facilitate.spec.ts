import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';

const COURSE = '/learn/planning-a-consultation/';

test('a trainer shows a lesson by keyboard, reads the notes in a second window, and moves the screen from there', async ({page, context}) => {
  await page.setViewportSize({width: 1280, height: 720});
  await page.goto(`${COURSE}session/`);
  await expect(page.locator('caption')).toContainText('From 9:30am');
  await page.getByLabel('The session starts at').fill('10:00');
  await expect(page.locator('caption')).toContainText('From 10:00am');
  expect(await violationsOn(page)).toEqual([]);

  const [notes] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', {name: /Open trainer notes/}).click()]);
  await expect(notes.getByText('The big screen is closed.')).toBeVisible();

  // One lesson by itself: no frame, large type, one section at a time.
  await page.goto(`${COURSE}purpose-and-limits/?present`);
  const status = page.getByRole('group', {name: 'Big screen'}).getByRole('status');
  await expect(status).toHaveText(/^1 of \d+$/);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
  const size = await page.locator('[data-wall] .markdown > p:visible').first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(28);
  await expect(notes.locator('main').getByRole('status')).toContainText(/On the big screen: .+, 1 of \d+/);
  await page.keyboard.press('ArrowRight');
  await expect(status).toHaveText(/^2 of /);
  await expect(page.locator('[data-wall] h2:visible')).toHaveCount(1);
  await expect(page.locator('[data-wall] h2:visible')).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await expect(status).toHaveText(/^2 of /);
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', {level: 2, name: 'Check what you know'})).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Home');
  await expect(status).toHaveText(/^1 of /);

  await notes.getByRole('button', {name: 'Screen on'}).click();
  await expect(status).toHaveText(/^2 of /);
  await notes.getByRole('button', {name: 'Next part'}).click();
  await expect(page).toHaveURL(/part=\d+/);
  expect(await violationsOn(notes)).toEqual([]);

  await expect(page.getByRole('group', {name: 'Big screen'})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`${COURSE}session/$`));
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(notes.getByText('The big screen is closed.')).toBeVisible();
});

test('the session pack has each sheet on a page of its own, also on a small screen, and the screen runs through the whole session', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(`${COURSE}session/pack/`);
  for (const name of ['Question sheet', 'Answers with reasons', 'Register', 'Evaluation form']) {
    const sheet = page.getByRole('region', {name, exact: true});
    await expect(sheet).toBeVisible();
    await page.emulateMedia({media: 'print'});
    expect(await sheet.evaluate((element) => getComputedStyle(element).breakBefore)).toBe('page');
    await page.emulateMedia({media: 'screen'});
  }
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await page.goto(`${COURSE}session/project/`);
  await expect(page.getByRole('heading', {level: 1, name: 'Planning a consultation'})).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const bar = page.getByRole('group', {name: 'Big screen'});
  const seen = new Set<string>();
  for (let step = 0; step < 200 && !(await page.getByRole('heading', {level: 1, name: 'That is the end'}).isVisible()); step += 1) {
    const before = await bar.getByRole('status').innerText();
    await bar.getByRole('button', {name: 'Next'}).click();
    await expect(bar.getByRole('status')).not.toHaveText(before);
    seen.add(new URL(page.url()).pathname);
  }
  await expect(page.getByRole('heading', {level: 1, name: 'That is the end'})).toBeVisible();
  for (const lesson of ['purpose-and-limits', 'two-pages-and-a-file']) expect([...seen]).toContain(`${COURSE}${lesson}/`);
});

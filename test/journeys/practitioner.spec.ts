import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';

/** Presses Tab until something matches, as a person without a mouse does. */
async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}.`);
}

/** Chooses the radio that says this, by arrow keys, and goes on with Enter. */
async function choose(page: Page, words: string): Promise<void> {
  await tabTo(page, 'main input[type=radio]');
  for (let step = 0; step < 40; step += 1) {
    const label = await page.evaluate(() => document.activeElement?.closest('label')?.innerText ?? '');
    if (label.trim().startsWith(words)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
}

async function type(page: Page, text: string): Promise<void> {
  await tabTo(page, 'main input[inputmode=numeric]');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('a practitioner answers by keyboard alone, and gets a ranked list and a mix with reasons', async ({page}) => {
  await page.goto('/method-selector/');
  await expect(page.getByRole('button', {name: 'Continue'})).toBeEnabled();
  await choose(page, 'Yes, what people say');
  await choose(page, 'Collect views from anybody');
  for (const group of ['Older people', 'Parents and carers']) {
    await page.keyboard.press('Tab');
    for (let step = 0; step < 60; step += 1) {
      const label = await page.evaluate(() => document.activeElement?.closest('label')?.innerText ?? '');
      if (label.trim() === group) break;
      await page.keyboard.press(step < 55 ? 'Tab' : 'Shift+Tab');
    }
    await page.keyboard.press('Space');
    await expect(page.getByLabel(group, {exact: true})).toBeChecked();
    if (group === 'Older people') await page.locator('main h2').first().focus();
  }
  await page.keyboard.press('Enter');
  await choose(page, 'Two or more options');
  await type(page, '14');
  await choose(page, '£1,000 to £5,000');
  await choose(page, 'Speaking openly could hurt');
  await choose(page, 'One building');
  await type(page, '45');

  await expect(page.getByRole('heading', {name: 'What we recommend'})).toBeFocused();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', {name: 'Home or setting visit'}).first()).toBeVisible();
  await expect(main.getByRole('table').first()).toContainText('Older people');
  await expect(main).toContainText('Citizens’ jury'.replace('’', "'"));
  expect(await violationsOn(page)).toEqual([]);
  expect(new URL(page.url()).search).toContain('people=45');

  // The address is the answer: a colleague opens the same.
  const before = await main.innerText();
  const colleague = await page.context().browser()?.newContext({serviceWorkers: 'block', baseURL: new URL(page.url()).origin});
  const theirs = await colleague?.newPage();
  await theirs?.goto(page.url());
  await expect(theirs?.getByRole('heading', {name: 'What we recommend'}) ?? main).toBeVisible();
  expect(await theirs?.getByRole('main').innerText()).toBe(before);
  await colleague?.close();
});

test('Back and reload never lose an answer', async ({page}) => {
  await page.goto('/method-selector/');
  await page.getByLabel('Yes, what people say could change something').check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.getByLabel('Find new options').check();
  await page.reload();
  await expect(page.getByLabel('Find new options')).toBeChecked();
  await page.getByRole('button', {name: 'Continue'}).click();
  await page.getByLabel('Young people', {exact: true}).check();
  await page.goBack();
  await expect(page.getByLabel('Find new options')).toBeChecked();
  await page.goForward();
  await expect(page.getByLabel('Young people', {exact: true})).toBeChecked();
  await page.reload();
  await expect(page.getByLabel('Young people', {exact: true})).toBeChecked();
});

test('when nothing can change, the selector says not to call it a consultation', async ({page}) => {
  await page.goto('/method-selector/');
  await page.getByLabel('No, everything is settled').check();
  await page.getByRole('button', {name: 'Continue'}).click();
  await expect(page.getByRole('main')).toContainText('Nothing can change');
  expect(await violationsOn(page)).toEqual([]);
});

test('a link with rubbish in it says what was left out and keeps the rest', async ({page}) => {
  await page.goto('/method-selector/?purpose=gather-views&audience=older-people,martians&weeks=lots&__proto__=x');
  await expect(page.getByText('Part of this link could not be read')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('martians');
});

test('a result fits a small screen and paper', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await page.goto('/method-selector/?purpose=gather-views&audience=older-people,carers-parents&stage=options&weeks=14&budget=2&sensitivity=high&place=ward&people=45');
  await expect(page.getByRole('heading', {name: 'What we recommend'})).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.emulateMedia({media: 'print'});
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

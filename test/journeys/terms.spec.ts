import {expect, test} from '@playwright/test';
import type {Locator, Page} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';

const PAGE = '/methods/focus-group/';

/** The first term of the page and the definition that describes it. */
async function firstTerm(page: Page): Promise<{word: Locator; definition: Locator}> {
  const word = page.locator('main a[aria-describedby]').first();
  return {word, definition: page.locator(`[id="${await word.getAttribute('aria-describedby')}"]`)};
}

test('a term explains itself to the pointer, which may rest on the definition, and Escape closes it', async ({page}) => {
  await page.goto(PAGE);
  const {word, definition} = await firstTerm(page);
  await expect(definition).toBeHidden();
  await word.hover();
  await expect(definition).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  const at = await definition.boundingBox();
  const from = await word.boundingBox();
  await page.mouse.move((from?.x ?? 0) + 5, (at?.y ?? 0) + (at?.height ?? 0) / 2, {steps: 40});
  await expect(definition).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
});

test('a term explains itself to the keyboard, keeps the focus when Escape closes it, and leads to the glossary', async ({page}) => {
  await page.goto(PAGE);
  const {word, definition} = await firstTerm(page);
  await page.keyboard.press('Tab');
  await word.focus();
  await expect(definition).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(word).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/toolkit\/glossary\/#[a-z-]+$/);
});

test('a definition stays on a small screen and off its word', async ({page}) => {
  await page.setViewportSize({width: 320, height: 256});
  await page.goto(PAGE);
  for (const word of await page.locator('main a[aria-describedby]').all()) {
    await word.scrollIntoViewIfNeeded();
    await word.hover();
    const definition = page.locator(`[id="${await word.getAttribute('aria-describedby')}"]`);
    await expect(definition).toBeVisible();
    const [a, b] = [await word.boundingBox(), await definition.boundingBox()];
    if (!a || !b) throw new Error('Nothing is drawn.');
    expect(b.x).toBeGreaterThanOrEqual(0);
    expect(b.x + b.width).toBeLessThanOrEqual(320);
    // Half a pixel is rounding.
    expect(b.y + b.height <= a.y + 0.5 || b.y >= a.y + a.height - 0.5).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test('the glossary is found by a word, and the sources by the page that cites them', async ({page}) => {
  await page.goto('/toolkit/glossary/');
  await page.getByLabel('Show terms with these words').fill('margin of error');
  await expect(page.getByRole('status').filter({hasText: 'terms shown'})).toBeVisible();
  await expect(page.getByRole('term').filter({hasText: 'Margin of error'})).toBeVisible();
  await expect(page.getByRole('term').filter({hasText: 'Credential'})).toBeHidden();
  await page.goto('/toolkit/sources/');
  await expect(page.getByRole('main').getByRole('link', {name: 'Focus group', exact: true}).first()).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({javaScriptEnabled: false});
  test('a term is a link that style sheets explain, and the glossary is whole', async ({page}) => {
    await page.goto(PAGE);
    const {word, definition} = await firstTerm(page);
    await expect(word).toHaveAttribute('href', /^\/toolkit\/glossary\/#/);
    await word.hover();
    await expect(definition).toBeVisible();
    await page.goto('/toolkit/glossary/');
    expect(await page.getByRole('term').count()).toBeGreaterThanOrEqual(90);
  });
});

import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

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
  await choose(page, 'Yes, we have promised to');
  await choose(page, 'Two or more options');
  await choose(page, 'We have looked, and we know what is missing');
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
  await type(page, '14');
  await choose(page, '£1,000 to £5,000');
  await choose(page, 'Not sure');
  await choose(page, 'Speaking openly could hurt');
  await choose(page, 'People need some facts first');
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
  for (const answer of ['Yes, what people say could change something', 'Not sure. Ask your legal team', 'Two or more options are open', 'Not sure']) {
    await page.getByLabel(answer, {exact: true}).check();
    await page.getByRole('button', {name: 'Continue'}).click();
  }
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

test('a practitioner changes answers and the mix where they stand, saves both and takes them away', async ({page}) => {
  await page.goto('/method-selector/');
  await page.getByRole('link', {name: 'Look at an example'}).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', {name: 'What we recommend'})).toBeFocused();
  const time = main.getByRole('region', {name: 'Weeks of each method'});
  await expect(time).toBeVisible();

  // An answer changes in its own field: the result follows and the focus stays.
  const budget = main.getByLabel('Budget');
  await budget.focus();
  await budget.selectOption('Under £1,000');
  await expect(page).toHaveURL(/budget=1/);
  await expect(budget).toBeFocused();
  const weeks = main.getByLabel('Weeks', {exact: true});
  await weeks.fill('0');
  await expect(main.getByText('Write a whole number from 1')).toBeVisible();
  await weeks.fill('20');
  await expect(page).toHaveURL(/weeks=20/);
  await page.goBack();
  await expect(page).toHaveURL(/budget=2/);
  await expect(main.getByLabel('Budget')).toHaveValue('2');

  // The mix becomes one's own, and what that does is said.
  const hand = keyboard(page);
  await hand.press(main.locator('summary', {hasText: 'Swap or take out'}).first());
  await hand.press(main.getByRole('button', {name: /^Swap for/}).first());
  await expect(main.getByRole('heading', {name: 'Your own mix'})).toBeFocused();
  await expect(main.getByRole('region', {name: 'Your mix beside ours'})).toContainText('Groups covered');
  await expect(page).toHaveURL(/&mix=/);
  expect(await violationsOn(page)).toEqual([]);

  await main.getByLabel('Name for this selection').fill('Day centre');
  await main.getByRole('button', {name: 'Save on this device'}).click();
  await expect(main.getByText('“Day centre” is saved on this device.').last()).toBeVisible();
  for (const [kind, start] of [['Word', 'PK'], ['CSV', '\uFEFF"Method"'], ['JSON', '{']] as const) {
    const coming = page.waitForEvent('download');
    await main.getByRole('button', {name: `Download as ${kind}`}).click();
    const file = await readFile(await (await coming).path());
    expect(file.toString('utf8').startsWith(start), `${kind}: ${file.toString('utf8').slice(0, 20)}`).toBe(true);
    expect(file.length).toBeGreaterThan(1_000);
  }
  const own = page.url();
  await main.getByRole('link', {name: 'Start again with no answers'}).click();
  await page.reload();
  await main.getByRole('link', {name: 'Day centre'}).click();
  await expect(page).toHaveURL(own);
  await expect(main.getByRole('heading', {name: 'Your own mix'})).toBeVisible();
  await main.getByRole('button', {name: 'Delete Day centre'}).click();
  await expect(main.getByRole('link', {name: 'Day centre'})).toHaveCount(0);
  await main.getByRole('button', {name: /^Undo ?: “Day centre” is deleted/}).click();
  await expect(main.getByRole('link', {name: 'Day centre'})).toBeVisible();
  await main.getByRole('button', {name: 'Go back to the mix we recommend'}).click();
  await expect(main.getByRole('heading', {name: 'Use these together'})).toBeFocused();
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

test('by keyboard alone, a practitioner narrows the list of methods, sends it on, ticks two and compares them', async ({page}) => {
  const hand = keyboard(page);
  const main = page.getByRole('main');
  const count = main.getByRole('status').filter({hasText: /methods/});
  await page.goto('/methods/');
  await expect(main.getByLabel('Words to look for')).toBeEnabled();
  await expect(count).toHaveText(/^\d+ methods\.$/);

  await hand.press(main.locator('summary', {hasText: 'More filters'}));
  const money = main.getByLabel('Most money');
  await hand.select(money, await money.locator('option', {hasText: 'Up to £5,000'}).innerText());
  await hand.check(main.getByLabel('Face to face', {exact: false}));
  await hand.press(main.locator('summary', {hasText: 'People it suits'}));
  await hand.check(main.getByLabel(/^Older people/));
  await expect(count).toHaveText(/^\d+ of \d+ methods fit everything you chose\.$/);
  await expect(page).toHaveURL(/\/methods\/\?budget=2&way=face-to-face&audience=older-people$/);
  expect(await violationsOn(page)).toEqual([]);

  // The address is the list: a colleague opens the same.
  const said = await count.innerText();
  const names = await main.locator('section li').getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.parentElement?.textContent));
  const colleague = await page.context().browser()?.newContext({serviceWorkers: 'block', baseURL: new URL(page.url()).origin});
  const theirs = await colleague?.newPage();
  await theirs?.goto(page.url());
  await expect(theirs?.getByRole('status').filter({hasText: /methods fit/}) ?? main).toHaveText(said);
  expect(await theirs?.locator('main section li').getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.parentElement?.textContent))).toEqual(names);
  await colleague?.close();

  await hand.check(main.getByRole('checkbox', {name: 'Compare Depth interview'}));
  await hand.check(main.getByRole('checkbox', {name: 'Compare Home or setting visit'}));
  await expect(main.getByRole('status').filter({hasText: 'to compare'})).toHaveText(/^2 to compare: Depth interview and Home or setting visit\.\s*$/);
  await hand.press(main.getByRole('link', {name: 'See both side by side'}).last());

  await expect(page.getByRole('heading', {name: 'Compare methods'})).toBeVisible();
  await expect(page).toHaveURL(/\/methods\/compare\/\?m=depth-interview,home-visit$/);
  const table = main.getByRole('table', {name: 'Depth interview and Home or setting visit'});
  await expect(table.getByRole('columnheader', {name: 'Home or setting visit'})).toBeVisible();
  await expect(table.getByRole('row', {name: 'Outside cost'}).getByRole('cell')).toHaveCount(2);
  const all = await table.getByRole('row').count();
  await hand.check(main.getByLabel('Show only what differs'));
  await expect(main.getByRole('status').filter({hasText: 'rows differ'})).toContainText('hidden');
  expect(await table.getByRole('row').count()).toBeLessThan(all);
  // Letters find an option, as anybody who knows the name would type them.
  await hand.fill(main.getByLabel('Method 3'), 'Focus');
  await expect(main.getByRole('columnheader', {name: 'Focus group'})).toBeVisible();
  await expect(page).toHaveURL(/m=depth-interview,home-visit,focus-group&only=differences$/);
  expect(await violationsOn(page)).toEqual([]);

  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expect(main.getByRole('table').getByRole('rowheader', {name: 'Strengths'})).toBeVisible();
});

test('Back takes the last filter off, and a list with nothing left says which one to loosen', async ({page}) => {
  const main = page.getByRole('main');
  await page.goto('/methods/');
  await expect(main.getByLabel('Words to look for')).toBeEnabled();
  await main.getByText('More filters').click();
  await main.getByLabel(/^Empower/).check();
  await main.getByLabel('Words to look for').fill('street stall');
  await expect(main.getByText(/^None of the \d+ methods fits everything you chose\.$/)).toBeVisible();
  await expect(main.getByText('Without “Empower: let people decide” there is 1 method.')).toBeVisible();
  await main.getByRole('button', {name: 'Show it without “Empower: let people decide”'}).click();
  await expect(main.getByRole('link', {name: 'Street stall', exact: true})).toBeVisible();
  await expect(page).toHaveURL(/\?words=street%20stall$/);
  await page.goBack();
  await expect(main.getByText(/^None of the/)).toBeVisible();
  await page.goBack();
  await expect(main.getByLabel('Words to look for')).toHaveValue('');
  await expect(main.getByLabel(/^Empower/)).toBeChecked();
  await main.getByRole('button', {name: 'Clear filters'}).click();
  await expect(main.getByText(/^\d+ methods\.$/)).toBeFocused();
  await expect(page).toHaveURL(/\/methods\/$/);
});

test('a fifth method cannot be ticked, and the page says why; ticks are there again after Back', async ({page}) => {
  const main = page.getByRole('main');
  await page.goto('/methods/?m=focus-group,citizens-jury,street-stall');
  await main.getByRole('checkbox', {name: 'Compare Postal survey'}).check();
  await expect(main.getByRole('checkbox', {name: 'Four ticked already, untick one to compare Home or setting visit'})).toBeDisabled();
  await main.getByRole('link', {name: 'Compare all 4'}).click();
  await expect(main.getByRole('columnheader')).toHaveCount(5);
  await page.goBack();
  await expect(main.getByRole('checkbox', {name: 'Compare Postal survey'})).toBeChecked();
  await main.getByRole('button', {name: 'Untick all'}).click();
  await expect(main.getByRole('checkbox', {name: 'Compare Home or setting visit'})).toBeEnabled();
});

test('a comparison with names that nobody knows says which, and shows the rest', async ({page}) => {
  await page.goto('/methods/compare/?m=martians,focus-group,__proto__');
  const main = page.getByRole('main');
  await expect(main.getByText('There is no method called “martians”.')).toContainText('“__proto__”');
  await expect(main.getByRole('columnheader', {name: 'Focus group'})).toBeVisible();
});

test('without JavaScript the list of methods is whole and the comparison says what to do instead', async ({browser, baseURL}) => {
  const context = await browser.newContext({javaScriptEnabled: false, ...(baseURL !== undefined && {baseURL})});
  const page = await context.newPage();
  await page.goto('/methods/');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', {name: 'Focus group', exact: true})).toBeVisible();
  expect(await main.locator('section li > a').count()).toBeGreaterThan(60);
  await expect(main.getByRole('checkbox')).toHaveCount(0);
  await expect(main.getByRole('textbox')).toHaveCount(0);
  await page.goto('/methods/compare/');
  // Playwright's own search for text passes over what stands in noscript.
  expect(await main.innerText()).toContain('A comparison on one page needs JavaScript.');
  await expect(main.getByRole('combobox')).toHaveCount(0);
  await context.close();
});

import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import type {Download, Locator, Page} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';

const PAGE = '/code-of-practice/self-assessment/';
const FIRST = 'Consult while the decision is open';
const SECOND = 'Plan it with voluntary groups';
const LAST = 'Look back and learn';

const step = (page: Page, title: string): Locator => page.getByRole('group', {name: title});
const evidence = (page: Page, title: string): Locator => step(page, title).getByLabel('Evidence: what shows it');
const action = (page: Page, title: string): Locator => step(page, title).getByLabel('Action: what you will do next');
const saved = (page: Page): Locator => page.getByText('Saved on this device.', {exact: true});

async function start(page: Page, name: string): Promise<void> {
  await page.goto(PAGE);
  await page.getByLabel('Name of the consultation').fill(name);
  await page.getByRole('button', {name: 'Start a self-assessment'}).click();
  await expect(page.getByRole('heading', {level: 2, name})).toBeFocused();
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

async function download(page: Page, button: string): Promise<Download> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', {name: button}).click();
  return coming;
}

test('an officer answers by keyboard alone, comes back the next day, and finds every word', async ({page, context}) => {
  test.setTimeout(180_000);
  const keys = keyboard(page);
  await page.goto(PAGE);
  await keys.fill(page.getByLabel('Name of the consultation'), 'Library hours');
  await keys.press(page.getByRole('button', {name: 'Start a self-assessment'}));
  await expect(page.getByRole('heading', {level: 2, name: 'Library hours'})).toBeFocused();
  await keys.check(step(page, FIRST).getByLabel('Yes', {exact: true}));
  await expect(step(page, FIRST).getByText('Say what shows it.')).toBeVisible();
  await keys.fill(evidence(page, FIRST), 'The brief of 4 May');
  await expect(step(page, FIRST).getByText('Say what shows it.')).toBeHidden();
  await keys.check(step(page, SECOND).getByLabel('Does not apply', {exact: true}));
  await keys.fill(step(page, SECOND).getByLabel('Why it does not apply'), 'No group works here');
  await expect(page.getByText('2 of 18 steps answered.')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  await page.close();
  const later = await context.newPage();
  await later.goto(PAGE);
  await expect(later.getByText('2 of 18 steps answered')).toBeVisible();
  await keyboard(later).press(later.getByRole('link', {name: 'Library hours'}));
  await expect(later.getByRole('heading', {level: 2, name: 'Library hours'})).toBeFocused();
  await expect(step(later, FIRST).getByLabel('Yes', {exact: true})).toBeChecked();
  await expect(evidence(later, FIRST)).toHaveValue('The brief of 4 May');
  await later.reload();
  await expect(step(later, SECOND).getByLabel('Does not apply', {exact: true})).toBeChecked();
  await expect(step(later, SECOND).getByLabel('Why it does not apply')).toHaveValue('No group works here');
});

test('the list of what is left to do leads to the step', async ({page}) => {
  await start(page, 'Bus routes');
  await step(page, FIRST).getByLabel('No', {exact: true}).check();
  const left = page.getByRole('listitem').filter({hasText: 'Write down what you will do, who does it and by when.'});
  await expect(left).toHaveCount(1);
  await left.getByRole('link', {name: `Step 1: ${FIRST}`}).click();
  await expect(step(page, FIRST)).toBeFocused();
  await action(page, FIRST).fill('Ask the board in June');
  await expect(left).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({hasText: 'Step 1: Ask the board in June'})).toBeVisible();
  await expect(page.getByRole('row', {name: /^Plan 0 0 1 0 6 7/})).toBeVisible();
});

test('two tabs show each other’s words and lose none', async ({page, context}) => {
  await start(page, 'Parks');
  const other = await context.newPage();
  await other.goto(page.url());
  await evidence(page, FIRST).fill('Written in the first tab');
  await expect(evidence(other, FIRST)).toHaveValue('Written in the first tab');
  await Promise.all([evidence(page, SECOND).pressSequentially('one at a time'), action(other, SECOND).pressSequentially('at the same time')]);
  for (const tab of [page, other]) {
    await expect(evidence(tab, SECOND)).toHaveValue('one at a time');
    await expect(action(tab, SECOND)).toHaveValue('at the same time');
  }
  await page.getByRole('button', {name: 'Delete this self-assessment'}).click();
  await page.getByRole('dialog').getByRole('button', {name: 'Delete it'}).click();
  await expect(other.getByText('“Parks” is not on this device any more.')).toBeVisible();
});

test('the record is downloaded as CSV that no spreadsheet runs, and as JSON that loads again', async ({page}) => {
  await start(page, 'Home care');
  await step(page, FIRST).getByLabel('Yes', {exact: true}).check();
  await evidence(page, FIRST).fill('=1+1, he said "no"');
  await expect(saved(page)).toBeVisible();
  const csv = await download(page, 'Download as CSV');
  expect(csv.suggestedFilename()).toBe('self-assessment-home-care.csv');
  const rows = (await textOf(csv)).split('\r\n');
  expect(rows).toHaveLength(20);
  expect(rows[1]).toContain(`"Yes","'=1+1, he said ""no""",""`);
  const json = await download(page, 'Download as JSON');
  const text = await textOf(json);

  await page.getByRole('button', {name: 'Delete this self-assessment'}).click();
  await page.getByRole('dialog').getByRole('button', {name: 'Delete it'}).click();
  await expect(page.getByText('There is none on this device yet.')).toBeVisible();
  const file = page.getByLabel('Load a JSON file');
  await file.setInputFiles({name: 'half.json', mimeType: 'application/json', buffer: Buffer.from(text.slice(0, 50))});
  await expect(page.getByRole('alert').filter({hasText: 'cannot be read as JSON'})).toBeVisible();
  await file.setInputFiles({name: 'whole.json', mimeType: 'application/json', buffer: Buffer.from(text)});
  await expect(page.getByRole('heading', {level: 2, name: 'Home care'})).toBeFocused();
  await expect(evidence(page, FIRST)).toHaveValue('=1+1, he said "no"');
});

test('starting again asks first, and can be undone', async ({page}) => {
  await start(page, 'Markets');
  await step(page, LAST).getByLabel('Partly', {exact: true}).check();
  await expect(page.getByText('1 of 18 steps answered.')).toBeVisible();
  const again = page.getByRole('button', {name: 'Start again'});
  await again.click();
  const dialog = page.getByRole('dialog', {name: 'Start again?'});
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(again).toBeFocused();
  await again.click();
  await dialog.getByRole('button', {name: 'Clear the answers'}).click();
  await expect(page.getByText('0 of 18 steps answered.')).toBeVisible();
  await page.getByRole('button', {name: /^Undo/}).click();
  await expect(page.getByText('1 of 18 steps answered.')).toBeVisible();
  await expect(step(page, LAST).getByLabel('Partly', {exact: true})).toBeChecked();
});

test('prints the full record without its controls', async ({page}) => {
  await start(page, 'Recycling');
  await step(page, FIRST).getByLabel('No', {exact: true}).check();
  await evidence(page, FIRST).fill('Announced in March');
  await action(page, FIRST).fill('Say so in the document');
  await page.emulateMedia({media: 'print'});
  await expect(page.getByRole('heading', {level: 2, name: 'Recycling'})).toBeVisible();
  await expect(page.getByText(/^Begun on \d+ \w+ \d{4}, last changed on/)).toBeVisible();
  for (const text of ['Announced in March', 'Say so in the document']) await expect(step(page, FIRST).getByRole('definition').filter({hasText: text})).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('radio')).toHaveCount(0);
  await expect(page.getByText('Give each consultation an assessment of its own.')).toBeHidden();
});

test('fits a small screen, in the list and while it is filled in', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await start(page, 'A consultation with a name that is much too long for the screen of a small telephone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', {name: 'All self-assessments'}).first().click();
  await expect(page.getByRole('heading', {name: 'Your self-assessments'})).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(page)).toEqual([]);
});

test('is a list of questions to read where no script runs', async ({browser, baseURL}) => {
  const context = await browser.newContext({javaScriptEnabled: false, ...(baseURL && {baseURL})});
  const page = await context.newPage();
  await page.goto(PAGE);
  await expect(page.getByRole('heading', {name: 'The 18 questions'})).toBeVisible();
  await expect(page.getByText('Did you evaluate the consultation with care afterwards')).toBeVisible();
  await expect(page.locator('main noscript p').filter({hasText: 'To answer on this page, switch on JavaScript'})).toHaveCount(1);
  await context.close();
});

test('says that a browser without storage keeps nothing, and offers a file', async ({page}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {value: {open: () => { throw new DOMException('Blocked.', 'SecurityError'); }}});
  });
  await start(page, 'Allotments');
  await step(page, FIRST).getByLabel('Yes', {exact: true}).check();
  await expect(page.getByText('This browser cannot keep your answers. If you close this page now, that is lost.')).toBeVisible();
  expect((await download(page, 'Save your answers as a file')).suggestedFilename()).toBe('self-assessment-allotments.json');
});

test('each step of the code has an address of its own', async ({page}) => {
  await page.goto('/code-of-practice/involvement-process/#give-enough-time');
  await expect(page.getByRole('heading', {level: 3, name: /7\. Give people enough time/})).toBeInViewport();
  await page.goto('/code-of-practice/principles/');
  await page.getByRole('link', {name: 'Step 15: Keep what you are told in confidence'}).click();
  await expect(page).toHaveURL(/involvement-process\/#keep-confidences$/);
});

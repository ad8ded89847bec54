import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {answer, answerAll, assessmentKey, COURSE, newEmail, questionOn, signIn} from '../support/journey.ts';

const LESSON = `${COURSE}what-consultation-is/`;

test('two tabs answering at once lose nothing, and one handing in closes the other', async ({page, context}) => {
  test.setTimeout(180_000);
  const key = await assessmentKey();
  await page.goto(`${COURSE}assessment/`);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await answer(page, await questionOn(page, key));
  await expect(page.getByText('Saved on this device.').first()).toBeVisible();

  const other = await context.newPage();
  await other.goto(`${COURSE}assessment/`);
  await expect(other.getByRole('heading', {name: /Question 1 of 12/})).toBeVisible();
  await other.getByRole('button', {name: 'Next question'}).click();
  await answer(other, await questionOn(other, key));
  await expect(other.getByText('2 of 12 answered.')).toBeVisible();
  await expect(page.getByText('2 of 12 answered.')).toBeVisible();

  // Both write at the same moment, to different questions.
  await page.getByRole('button', {name: 'Next question'}).click();
  await page.getByRole('button', {name: 'Next question'}).click();
  await other.getByRole('button', {name: 'Next question'}).click();
  await other.getByRole('button', {name: 'Next question'}).click();
  const [mine, theirs] = [await questionOn(page, key), await questionOn(other, key)];
  await Promise.all([answer(page, mine), answer(other, theirs)]);
  await expect(page.getByText('4 of 12 answered.')).toBeVisible();
  await expect(other.getByText('4 of 12 answered.')).toBeVisible();

  await answerAll(other);
  await other.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(other.getByText('Saved on this device. Sign in to add it to your record.')).toBeVisible();
  await expect(page.getByText('You handed this in from another tab or window.')).toBeVisible();
});

test('a service that fails, then restarts, gets the record once, and the screen says each time where it stands', async ({page}) => {
  await page.goto('/sign-in/');
  await signIn(page, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'});
  await expect(page).toHaveURL('/');
  let failing = true;
  const sent: string[] = [];
  await page.route('**/api/records', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    if (failing) return route.fulfill({status: 500, contentType: 'application/problem+json', body: '{"title":"x","status":500,"detail":"x","type":"x"}'});
    sent.push((route.request().postDataJSON() as {id: string}).id);
    return route.continue();
  });
  await page.goto(LESSON);
  await page.getByRole('button', {name: 'Check my answer'}).waitFor();
  for (const select of await page.locator('fieldset select').all()) await select.selectOption({index: 1});
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await expect(page.getByText(/Could not send: .* It is saved on this device, and we try again by ourselves\./)).toBeVisible();
  failing = false;
  await page.getByRole('button', {name: /now|again/i}).first().click();
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('an answer lost on the way back is sent again and recorded once', async ({page}) => {
  await page.goto('/sign-in/');
  await signIn(page, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'});
  await expect(page).toHaveURL('/');
  let swallowed = 0;
  await page.route('**/api/records', async (route) => {
    if (route.request().method() !== 'POST' || swallowed > 0) return route.continue();
    swallowed += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.goto(LESSON);
  await page.getByRole('button', {name: 'Check my answer'}).waitFor();
  for (const select of await page.locator('fieldset select').all()) await select.selectOption({index: 1});
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await expect(page.getByText('Sent to your record.')).toBeVisible({timeout: 30_000});
  expect(swallowed).toBe(1);
  const records = await page.evaluate(async () => (await fetch('/api/records')).json() as Promise<{attempts: unknown[]}>);
  expect(records.attempts).toHaveLength(1);
});

test('a record that the service refuses is set aside with its sentence, and stays on the device', async ({page}) => {
  await page.goto('/sign-in/');
  await signIn(page, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'});
  await expect(page).toHaveURL('/');
  let asked = 0;
  await page.route('**/api/records', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    asked += 1;
    return route.fulfill({status: 409, contentType: 'application/problem+json', body: JSON.stringify({type: 'x', title: 'x', status: 409, detail: 'Something else is recorded under this id, so this was not added.'})});
  });
  await page.goto(LESSON);
  await page.getByRole('button', {name: 'Check my answer'}).waitFor();
  for (const select of await page.locator('fieldset select').all()) await select.selectOption({index: 1});
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await expect(page.getByText(/Could not send: Something else is recorded under this id/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Could not send: Something else is recorded under this id/)).toBeVisible();
  expect(asked).toBe(1);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: /file/}).first().click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('responses');
});

test('a browser that cannot keep answers says so and offers them as a file', async ({page}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', {value: undefined}));
  const key = await assessmentKey();
  await page.goto(`${COURSE}assessment/`);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await answer(page, await questionOn(page, key));
  await expect(page.getByText(/This browser cannot keep your answers\. They will be lost if you close this page\./)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Save your answers as a file'}).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain((await questionOn(page, key)).id);
});

test('a full device says so, and the answers in memory can still be handed in', async ({page}) => {
  test.setTimeout(180_000);
  await page.goto('/sign-in/');
  await signIn(page, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'});
  await expect(page).toHaveURL('/');
  await page.addInitScript(() => {
    const full = (): never => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
    IDBObjectStore.prototype.put = full;
    IDBObjectStore.prototype.add = full;
  });
  const key = await assessmentKey();
  await page.goto(`${COURSE}assessment/`);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  for (let place = 0; place < 12; place += 1) {
    await answer(page, await questionOn(page, key));
    if (place < 11) await page.getByRole('button', {name: 'Next question'}).click();
  }
  await expect(page.getByText(/This browser has no room to keep your answers\./)).toBeVisible();
  await page.locator('button[type=submit]', {hasText: 'Review my answers'}).click();
  await page.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(page.getByText('You passed.')).toBeVisible();
});

test('a copy of the site without the service closes assessments and says why; lessons and practice work', async ({page}) => {
  await page.route('**/api/**', (route) => route.fulfill({status: 404, contentType: 'text/html', body: '<h1>Not found</h1>'}));
  await page.goto(`${COURSE}assessment/`);
  await expect(page.getByText('This copy of the site has no record service')).toBeVisible();
  await page.goto(LESSON);
  await page.getByRole('button', {name: 'Check my answer'}).waitFor();
  for (const select of await page.locator('fieldset select').all()) await select.selectOption({index: 1});
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await expect(page.getByText('This copy of the site has no record service, so it is not sent.')).toBeVisible();
});

import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {appoint, newEmail, signIn, signInTo} from '../support/journey.ts';

const COURSE = '/facilitate/live/?course=introduction-to-consultation';

test('a room of five answers on phones, one of them offline for a while: no results at four, counts at five, nothing left at the end', async ({browser, page, baseURL, playwright}) => {
  test.setTimeout(150_000);
  const trainer = newEmail('trainer');
  await appoint(trainer, 'trainer');
  await page.goto(signInTo(COURSE));
  await signIn(page, trainer, {name: 'Sample Trainer', directorate: 'Place'});
  await expect(page).toHaveURL(COURSE);
  await page.getByRole('button', {name: 'Start', exact: true}).click();
  const code = (await page.locator('p').filter({hasText: /^Code: / }).textContent())?.match(/[2-9CDFHJKMNPRTVWX]{4}$/)?.[0] ?? '';
  await expect(page.getByText('0 people answered.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  const away = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), viewport: {width: 320, height: 640}});
  const phone = await away.newPage();
  await phone.goto('/live/');
  await phone.getByLabel('Code', {exact: true}).fill(code.toLowerCase());
  await phone.getByRole('button', {name: 'Join'}).click();
  const first = phone.locator('fieldset input').first();
  await first.waitFor();
  expect(await violationsOn(phone)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const others = await playwright.request.newContext({...(baseURL && {baseURL, extraHTTPHeaders: {origin: baseURL}})});
  const room = await (await others.get(`/api/live/rooms/${code}`)).json() as {question: {id: string; options: {id: string}[]}};
  for (let device = 1; device <= 4; device += 1) {
    const answer = await others.post(`/api/live/rooms/${code}/answers`, {data: {token: String(device).repeat(32), questionId: room.question.id, chosen: [room.question.options[0]?.id]}});
    expect(answer.status()).toBe(200);
  }
  await away.setOffline(true);
  await first.check();
  await phone.getByRole('button', {name: 'Send my answer'}).click();
  await expect(phone.getByText('Not sent yet. We keep trying.')).toBeVisible();
  await expect(page.getByText('4 people answered.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Show results'})).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('table')).toHaveCount(0);

  await away.setOffline(false);
  await expect(phone.getByText('Sent. You can change it until answers are closed.')).toBeVisible({timeout: 20_000});
  await expect(page.getByText('5 people answered.')).toBeVisible();
  await page.keyboard.press('r');
  for (const each of [page, phone]) {
    await expect(each.getByRole('table', {name: '5 people answered'})).toBeVisible();
    await expect(each.getByRole('row').nth(1)).toContainText('100%');
    expect(await violationsOn(each)).toEqual([]);
  }
  await page.reload();
  await expect(page.getByRole('table', {name: '5 people answered'})).toBeVisible();
  await page.getByRole('button', {name: 'Show the reasons'}).click();
  await expect(page.getByText('✓ Right.').first()).toBeVisible();

  await page.getByRole('button', {name: 'End', exact: true}).click();
  await page.getByRole('button', {name: 'End and delete the answers'}).click();
  await expect(phone.getByText('Your trainer has ended this. The answers are deleted.')).toBeVisible();
  expect((await others.get(`/api/live/rooms/${code}`)).status()).toBe(404);
  await others.dispose();
  await away.close();
});

test('without signing in and with no network, a trainer counts hands and shows the same bars', async ({page, context}) => {
  await page.goto(COURSE);
  await expect(page.getByRole('link', {name: 'sign in as a trainer'})).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', {name: 'Count hands instead'}).click();
  const hands = page.getByLabel(/^Hands for /);
  await hands.first().fill('3');
  await hands.nth(1).fill('1');
  await page.getByRole('button', {name: 'Show the bars'}).click();
  await expect(page.getByRole('table', {name: /^Counted by hand/})).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  const stem = page.getByRole('main').getByRole('heading', {level: 2});
  const words = await stem.innerText();
  await page.keyboard.press('n');
  await expect(stem).not.toHaveText(words);
});

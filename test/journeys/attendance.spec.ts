import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {makeRecordId} from '#core/records/learningRecord.ts';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';
import {appoint, newEmail, signIn, signInTo} from '../support/journey.ts';

const newId = (): string => makeRecordId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** Sends to the service as the page's own scripts would; gives what came back. */
async function post(page: Page, address: string, body?: unknown): Promise<Record<string, unknown>> {
  return page.evaluate(async ([to, what]) => (await fetch(to, {method: 'POST', ...(what !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(what)})})).json() as Promise<Record<string, unknown>>, [address, body] as const);
}

test('a trainer marks a session without a network by keyboard, it is sent when the network is back, and a correction keeps its reason', async ({browser, page, context, baseURL}) => {
  const trainer = newEmail('trainer');
  await appoint(trainer, 'trainer');
  await page.goto(signInTo('/attendance/'));
  await signIn(page, trainer, {name: 'Sample Trainer', directorate: 'Corporate services'});
  await expect(page.getByRole('heading', {level: 1, name: 'My attendance'})).toBeVisible();
  const run = newId();
  const {joinCode} = await post(page, '/api/cohorts', {id: run, courseId: 'introduction-to-consultation', title: 'Register run', startsOn: '2026-12-01'});
  const day = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London'}).format(new Date());
  await post(page, `/api/cohorts/${run}/sessions`, {id: newId(), title: 'First day', day, from: '00:05', to: '23:55', mode: 'room', place: 'Room 1', instructions: null, isMandatory: false, tellEverybody: false});

  const away = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const learner = await away.newPage();
  await learner.goto(signInTo('/attendance/'));
  await signIn(learner, newEmail('learner'), {name: 'Sample Learner', directorate: 'Place'});
  await expect(learner.getByText('You have no place in a course run.')).toBeVisible();
  await post(learner, `/api/join/${String(joinCode)}`);

  await page.setViewportSize({width: 320, height: 700});
  await page.goto(`/attendance/?run=${run}`);
  const row = page.getByRole('group', {name: 'Sample Learner'}).first();
  await expect(row.getByText('Not marked.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await context.setOffline(true);
  await keyboard(page).check(row.getByLabel('Late', {exact: true}));
  await expect(row.getByText('On this device')).toBeVisible();
  await expect(page.getByText('1 mark is on this device and not sent yet.')).toBeVisible();
  await expect(page.getByText('We cannot reach the service now.')).toBeVisible({timeout: 15_000});
  await context.setOffline(false);
  await expect(page.getByText('Every mark is sent.')).toBeVisible({timeout: 15_000});
  await expect(row.getByText('1 of 1 session, 100% of all.')).toBeVisible();

  await keyboard(page).check(row.getByLabel('Absent', {exact: true}));
  const draft = row.getByRole('group', {name: 'Absent: Sample Learner'});
  await draft.getByRole('button', {name: 'Save “Absent”'}).click();
  await expect(draft.getByText('Say why you change the mark.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await draft.getByLabel('Reason', {exact: true}).fill('Somebody else signed the list');
  await page.keyboard.press('Enter');
  await expect(row.getByText('Reason: Somebody else signed the list.')).toBeVisible();
  await expect(row.getByText('Sent', {exact: true})).toBeVisible({timeout: 15_000});
  await row.getByText('More').click();
  await row.getByRole('button', {name: 'Show every change'}).click();
  await expect(row.getByRole('listitem')).toHaveText([/^Late\. By you, /, /^Absent\. By you, .* Reason: Somebody else signed the list$/]);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', {name: /CSV/}).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('"Sample Learner","Yes","Absent",0,1,0');
  await page.emulateMedia({media: 'print'});
  await expect(page.getByRole('heading', {name: 'Paper register: Register run'})).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeHidden();

  await learner.reload();
  await expect(learner.getByRole('row', {name: /First day/})).toContainText('Absent, marked by Sample Trainer');
  expect(await violationsOn(learner)).toEqual([]);
  await learner.goto(`/attendance/?run=${run}`);
  await expect(learner.getByRole('main')).toContainText('The trainers of a course run keep its register here.');
  await away.close();
});

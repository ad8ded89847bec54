import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {makeRecordId} from '#core/records/learningRecord.ts';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';
import {appoint, newEmail, signIn, signInTo} from '../support/journey.ts';

const PROGRAMME = '/learn/consultation-practitioner/';
const newId = (): string => makeRecordId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

async function post(page: Page, address: string, body?: unknown): Promise<Record<string, unknown>> {
  return page.evaluate(async ([to, what]) => (await fetch(to, {method: 'POST', ...(what !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(what)})})).json() as Promise<Record<string, unknown>>, [address, body] as const);
}

test('a learner and their trainer read the same about what is missing, and the trainer finds who can no longer reach it', async ({browser, page, baseURL}) => {
  const trainer = newEmail('trainer');
  await appoint(trainer, 'trainer');
  await page.goto(signInTo('/standings/'));
  await signIn(page, trainer, {name: 'Sample Trainer', directorate: 'Corporate services'});
  await expect(page.getByText('Choose a run first')).toBeVisible();
  const run = newId();
  const {joinCode} = await post(page, '/api/cohorts', {id: run, courseId: 'consultation-practitioner', title: 'Programme run', startsOn: '2026-12-01'});
  const day = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London'}).format(new Date());
  const session = newId();
  await post(page, `/api/cohorts/${run}/sessions`, {id: session, title: 'First day', day, from: '00:05', to: '23:55', mode: 'room', place: 'Room 1', instructions: null, isMandatory: true, tellEverybody: false});

  const away = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const learner = await away.newPage();
  await learner.goto(signInTo(PROGRAMME));
  await signIn(learner, newEmail('learner'), {name: 'Sample Learner', directorate: 'Place'});
  await expect(learner.getByRole('heading', {name: 'What completes this course'})).toBeVisible();
  await post(learner, `/api/join/${String(joinCode)}`);
  await learner.goto(PROGRAMME);
  await expect(learner.getByRole('link', {name: /^Be at 1 more session \(you have 0 of 1, 75% of all are asked for\)/})).toBeVisible();
  await expect(learner.getByRole('link', {name: 'Hand in the task “Plan a real consultation”'})).toBeVisible();
  expect(await violationsOn(learner)).toEqual([]);

  const me = await learner.evaluate(async () => (await (await fetch('/api/me')).json() as {person: {id: string}}).person.id);
  await post(page, `/api/cohorts/${run}/register/marks`, {marks: [{id: newId(), sessionId: session, personId: me, mark: 'absent', minutes: null, reason: null, sawId: null, at: new Date().toISOString()}]});
  await learner.reload();
  await expect(learner.getByRole('link', {name: 'You were not at “First day”, which is mandatory: ask your trainer about another run'})).toBeVisible();

  await page.setViewportSize({width: 320, height: 700});
  await page.goto(`/standings/?run=${run}`);
  const row = page.getByRole('row', {name: /Sample Learner/});
  await expect(row).toContainText('Missed “First day”, which is mandatory');
  await expect(row).toContainText('Cannot be met in this run');
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await keyboard(page).select(page.getByLabel('Show', {exact: true}), 'People who can no longer complete it in this run');
  await expect(page.getByText('Showing 1 of 1.')).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', {name: /CSV/}).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Sample Learner');
  await away.close();
});

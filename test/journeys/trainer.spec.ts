import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';
import {answerAll, appoint, COURSE, newEmail, recordLessons, signIn, signInTo} from '../support/journey.ts';

test('a trainer opens a course run, a learner joins and passes, the trainer downloads the list, a coordinator sees the directorates', async ({browser, page, baseURL}) => {
  test.setTimeout(240_000);
  const coordinator = newEmail('coordinator');
  const trainer = newEmail('trainer');
  await appoint(coordinator, 'coordinator');

  await page.goto(signInTo('/overview/'));
  await signIn(page, coordinator, {name: 'Sample Coordinator', directorate: 'Corporate services'});
  await page.getByLabel('Their work e-mail address').fill(trainer);
  await page.getByLabel('Role', {exact: true}).selectOption('trainer');
  await page.getByRole('button', {name: 'Give the role'}).click();
  await expect(page.getByText(`${trainer} now has the role`)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  const room = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const desk = await room.newPage();
  await desk.goto(signInTo('/cohorts/'));
  await signIn(desk, trainer, {name: 'Sample Trainer', directorate: 'Corporate services'});
  await desk.getByLabel('Course', {exact: true}).selectOption('Introduction to consultation');
  await desk.getByLabel('Name of the run').fill('=Planning team, "spring"');
  await desk.getByLabel('Starts on').fill('2026-12-01');
  await desk.getByRole('button', {name: 'Open the run'}).click();
  await expect(desk.getByRole('heading', {name: '=Planning team, "spring"'})).toBeVisible();
  expect(await violationsOn(desk)).toEqual([]);
  const link = (await desk.locator('main').innerHTML()).match(/\/join\/\?code=[A-Z0-9]+/)?.[0] ?? '';
  expect(link).toMatch(/code=[A-Z0-9]{8}$/);

  // On a phone and by keyboard: a session with a link that only people with a place may see, and one place.
  await desk.setViewportSize({width: 320, height: 640});
  const hand = keyboard(desk);
  await hand.press(desk.getByText('Add a session', {exact: true}));
  await hand.press(desk.getByRole('button', {name: 'Add the session'}));
  await expect(desk.getByRole('alert')).toContainText('Give the session a name.');
  await desk.getByLabel('Name of the session').fill('Day one');
  await desk.getByLabel('Date', {exact: true}).fill('2026-12-01');
  await desk.getByLabel('Start time').fill('09:30');
  await desk.getByLabel('End time').fill('12:30');
  await desk.getByLabel('Online', {exact: true}).check();
  await desk.getByLabel('Link', {exact: true}).fill('https://meet.example.org/day-one');
  await desk.getByLabel('Joining instructions, if there are any').fill('Bring your plan.');
  expect(await violationsOn(desk)).toEqual([]);
  await hand.press(desk.getByRole('button', {name: 'Add the session'}));
  await expect(desk.getByText('The session is added. Nobody gets an e-mail.')).toBeVisible();
  await expect(desk.getByText('Tuesday 1 December 2026, 9:30am to 12:30pm')).toBeVisible();
  await hand.press(desk.getByText('Change name and places', {exact: true}));
  await desk.getByLabel('Number of places').fill('1');
  await hand.press(desk.getByRole('button', {name: 'Save the run'}));
  await expect(desk.getByText('The run is saved.')).toBeVisible();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await desk.setViewportSize({width: 1280, height: 720});

  const away = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const learner = await away.newPage();
  const email = newEmail('learner');
  await learner.goto(link);
  await learner.getByRole('link', {name: 'Sign in to join'}).click();
  await signIn(learner, email, {name: 'Sample Learner', directorate: 'Place'});
  await learner.getByRole('button', {name: 'Join this course run'}).click();
  await expect(learner.getByRole('heading', {name: 'You have joined'})).toBeVisible();
  expect(await violationsOn(learner)).toEqual([]);
  await expect(learner.getByRole('link', {name: 'https://meet.example.org/day-one'})).toBeVisible();
  await recordLessons(learner);
  await learner.goto(`${COURSE}assessment/`);
  await learner.getByRole('button', {name: 'Start the assessment'}).click();
  await answerAll(learner);
  await learner.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(learner.getByText('You passed.')).toBeVisible();

  await desk.reload();
  const row = desk.getByRole('row', {name: /Sample Learner/});
  await expect(row).toContainText(email);
  await expect(row).toContainText('5 of 5');
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', {name: /CSV/}).click()]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toContain('Sample Learner');
  expect(csv).toContain(email);
  expect(csv.split('\n').some((line) => /^"?[=+\-@]/.test(line))).toBe(false);

  // A second person waits, and moves up when the first gives up the place.
  const late = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const second = await late.newPage();
  await second.goto(signInTo(link));
  await signIn(second, newEmail('second'), {name: 'Second Learner', directorate: 'Place'});
  await expect(second.getByText('Day one')).toBeVisible();
  await expect(second.getByText('meet.example.org')).toHaveCount(0);
  await second.getByRole('button', {name: 'Join the waiting list'}).click();
  await expect(second.getByRole('heading', {name: 'You are number 1 on the waiting list'})).toBeVisible();
  await learner.goto('/bookings/');
  await expect(learner.getByText('You have a place.')).toBeVisible();
  await expect(learner.getByRole('link', {name: 'Download the calendar file'})).toHaveAttribute('href', /\/api\/cohorts\/[0-9a-f-]{36}\/calendar\.ics$/);
  await learner.getByText('Give up my place').click();
  expect(await violationsOn(learner)).toEqual([]);
  await learner.getByRole('button', {name: 'Give up the place'}).click();
  await expect(learner.getByText('You gave up your place.')).toBeVisible();
  await second.goto('/bookings/');
  await expect(second.getByText('You have a place.')).toBeVisible();
  await expect(second.getByText('Bring your plan.')).toBeVisible();
  await second.setViewportSize({width: 320, height: 640});
  expect(await second.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await late.close();

  await page.goto('/overview/');
  const place = page.getByRole('row', {name: /^Place/});
  await expect(place).toBeVisible();
  const cells = await place.getByRole('cell').allInnerTexts();
  expect(Number(cells[2]), `completions in ${cells.join(', ')}`).toBeGreaterThan(0);
  expect(await violationsOn(page)).toEqual([]);
  await room.close();
  await away.close();
});

test('the pages for trainers and coordinators say in a sentence who may see them', async ({page}) => {
  const addresses = ['/cohorts/', '/overview/'];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText(/sign in/i);
    expect(await violationsOn(page)).toEqual([]);
  }
  await page.goto(signInTo('/'));
  await signIn(page, newEmail('learner'), {name: 'Sample Learner', directorate: 'Place'});
  await expect(page).toHaveURL('/');
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText(/coordinator can/i);
    expect(await violationsOn(page)).toEqual([]);
  }
});

test('a wrong code, a code typed with spaces and an address that is none are met with a sentence', async ({page}) => {
  await page.goto('/sign-in/');
  await page.getByRole('button', {name: 'Send me a code'}).click();
  await expect(page.getByRole('alert')).toContainText('Enter your work e-mail address');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Your work e-mail address').fill(newEmail('officer'));
  await page.getByRole('button', {name: 'Send me a code'}).click();
  await page.getByLabel('Code from the e-mail').fill('12 34');
  await page.getByRole('button', {name: 'Sign in'}).click();
  await expect(page.getByRole('alert')).toContainText('six digits');
  await page.getByLabel('Code from the e-mail').fill('000000');
  await page.getByRole('button', {name: 'Sign in'}).click();
  await expect(page.getByRole('alert')).toContainText(/code/);
  expect(await violationsOn(page)).toEqual([]);
});

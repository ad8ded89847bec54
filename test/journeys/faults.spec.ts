import {expect, test} from '@playwright/test';
import {answer, answerAll, assessmentKey, COURSE, newEmail, practise, questionOn, signIn, signInTo} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

const LESSON = `${COURSE}what-consultation-is/`;
const PRACTICE = 'introduction-1-what-consultation-is';

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
  await page.goto(signInTo('/'));
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
  await practise(page, (await realContent()).quizzes.find(({id}) => id === PRACTICE)?.items ?? []);
  await expect(page.getByText(/Could not send: .* It is saved on this device, and we try again by ourselves\./)).toBeVisible();
  failing = false;
  await page.getByRole('button', {name: 'Try to send now'}).click();
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('an answer lost on the way back is sent again and recorded once', async ({page}) => {
  await page.goto(signInTo('/'));
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
  await practise(page, (await realContent()).quizzes.find(({id}) => id === PRACTICE)?.items ?? []);
  await expect(page.getByText('Sent to your record.')).toBeVisible({timeout: 30_000});
  expect(swallowed).toBe(1);
  const records = await page.evaluate(async () => (await fetch('/api/records')).json() as Promise<{attempts: unknown[]}>);
  expect(records.attempts).toHaveLength(1);
});

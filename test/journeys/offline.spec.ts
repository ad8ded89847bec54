import {expect, test} from '@playwright/test';
import {answer, answerAll, assessmentKey, COURSE, newEmail, questionOn, signIn, signInTo, takeLessons} from '../support/journey.ts';

test.use({serviceWorkers: 'allow'});

test('with the network off after the first visit, the officer reads, answers and finishes; the record is sent once when it returns', async ({page, context}) => {
  test.setTimeout(300_000);
  const email = newEmail('officer');
  await page.goto(signInTo('/learn/'));
  await signIn(page, email, {name: 'Sample Officer', directorate: 'Place'});
  await expect(page).toHaveURL('/learn/');
  // The first visit puts the whole site into the worker's store.
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await expect.poll(async () => page.evaluate(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return counts.reduce((sum, count) => sum + count, 0);
  }), {timeout: 60_000}).toBeGreaterThan(150);
  await page.reload();

  await context.setOffline(true);
  await page.goto('/methods/citizens-jury/');
  await expect(page.getByRole('heading', {level: 1, name: /Citizens.? jury/})).toBeVisible();
  await page.goto(COURSE);
  await takeLessons(page);
  await expect(page.getByText(/Saved on this device|Could not send/).first()).toBeVisible();
  await page.goto(`${COURSE}assessment/`);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await expect(page.getByText('The record service could not be reached, so your questions were drawn on this device.')).toBeVisible();
  await answer(page, await questionOn(page, await assessmentKey()));
  await answerAll(page);
  await page.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(page.getByText('They are not marked yet. They are marked when they reach the record service')).toBeVisible();
  await expect(page.getByText(/saved on this device/i).first()).toBeVisible();

  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/records')) sent.push((request.postDataJSON() as {id: string}).id);
  });
  await context.setOffline(false);
  await expect(page.getByText('You passed.')).toBeVisible({timeout: 60_000});
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  expect(new Set(sent).size).toBe(sent.length);
  const records = await page.evaluate(async () => (await fetch('/api/records')).json() as Promise<{attempts: {drawnBy: string; mode: string}[]; completions: unknown[]}>);
  expect(records.attempts).toHaveLength(6);
  expect(records.attempts.find((attempt) => attempt.mode === 'assessed')?.drawnBy).toBe('device');
  expect(records.completions).toHaveLength(1);
});

import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';
import {violationsOn} from '../support/axe.ts';
import {answer, newEmail, questionOn, signIn} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

const PAGE = '/learn/skills-check/';
const give = (page: Page) => page.getByRole('button', {name: 'Give this answer'});

/** Answers the question on screen rightly, and gives its id. */
async function answerOn(page: Page, key: readonly VersionedQuestion[], place: number): Promise<string> {
  await expect(page.getByRole('heading', {name: `Question ${place} of at most 20`})).toBeVisible();
  const question = await questionOn(page, key);
  await answer(page, question);
  await give(page).click();
  return question.id;
}

test('somebody who knows it all leaves half-way, comes back, skips lessons and has that on their record', async ({page}) => {
  test.setTimeout(120_000);
  const key = (await realContent()).quizzes.find(({id}) => id === 'skills-check')?.items ?? [];
  await page.goto('/learn/');
  await page.getByRole('main').getByRole('link', {name: 'skills check'}).click();
  await expect(page).toHaveURL(PAGE);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', {name: 'Start the skills check'}).click();

  await give(page).click();
  await expect(page.getByText(/Or press “I do not know”/)).toBeVisible();
  const asked: string[] = [];
  for (let place = 1; place <= 9; place += 1) asked.push(await answerOn(page, key, place));
  await expect(page.getByRole('heading', {name: 'Question 10 of at most 20'})).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  const before = await page.locator('form fieldset').innerText();
  await page.reload();
  await expect(page.getByText('You go on at the question you had open.')).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Question 10 of at most 20'})).toBeVisible();
  expect(await page.locator('form fieldset').innerText()).toBe(before);
  for (let place = 10; place <= 20; place += 1) asked.push(await answerOn(page, key, place));
  expect(new Set(asked).size).toBe(20);

  await expect(page.getByRole('heading', {name: 'Your path', exact: true})).toBeFocused();
  await expect(page.getByText('You answered both questions on this lesson right.')).toHaveCount(10);
  await expect(page.getByText('You can skip 10 lessons.')).toBeVisible();
  await expect(page.getByText('Start here:')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await page.getByRole('main').getByRole('link', {name: /sign in/i}).first().click();
  await signIn(page, newEmail('skills'), {name: 'Sample Officer', directorate: 'Place'});
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  await page.goto('/learn/introduction-to-consultation/');
  await expect(page.getByText('Known already (skills check)').first()).toBeVisible();
  await page.goto('/my-record/');
  await expect(page.getByText(/Known already \(skills check of \d+ \w+ \d{4}\)/)).toHaveCount(10);
});

test('somebody who does not know says so, stops after eight questions and is told where to start', async ({page}) => {
  await page.goto(PAGE);
  await page.getByRole('button', {name: 'Start the skills check'}).click();
  for (let place = 1; place <= 8; place += 1) {
    await expect(page.getByRole('heading', {name: `Question ${place} of at most 20`})).toBeVisible();
    await expect(page.getByRole('button', {name: 'Stop here and show my path'})).toHaveCount(0);
    await page.getByRole('button', {name: 'I do not know'}).click();
  }
  await page.getByRole('button', {name: 'Stop here and show my path'}).click();
  await expect(page.getByRole('heading', {name: 'Your path', exact: true})).toBeVisible();
  await expect(page.getByText('You can skip 0 lessons.')).toBeVisible();
  await expect(page.getByText('You missed a question on this lesson, so start here.')).toHaveCount(1);
  await expect(page.getByText('You did not know')).toHaveCount(8);
  await page.reload();
  await expect(page.getByRole('heading', {name: 'Your path', exact: true})).toBeVisible();
});

import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {drawItems} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import {toLearningRecord} from '#core/records/handIn.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import {rightAnswer} from '#server/tasks/rightAnswer.ts';
import {violationsOn} from '../support/axe.ts';
import {newEmail, recordLessons, signIn, signInTo} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

/** Hands in the assessment of the first course, answered rightly, as the device would: another journey walks through its questions. */
async function passAssessment(page: Page): Promise<void> {
  const {courses, quizzes} = await realContent();
  const quiz = quizzes.find(({id}) => id === courses[0]?.assessment);
  if (!quiz) throw new Error('The first course has no assessment.');
  const at = new Date().toISOString();
  const id = makeRecordId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const drawn = drawItems(toPublicQuiz(quiz), Math.random);
  const ids = new Set(drawn.map(({itemId}) => itemId));
  const record = toLearningRecord({id, quizId: quiz.id, quizVersion: quiz.version, mode: quiz.mode, drawnBy: 'device', startedAt: at, drawn, quiz}, Object.fromEntries(quiz.items.filter((item) => ids.has(item.id)).map((item) => [item.id, rightAnswer(item)])), at);
  expect(await page.evaluate(async (body) => (await fetch('/api/records', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)})).status, record)).toBe(201);
}

const isWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test('a learner gets a certificate, prints it on one page, and anybody can check it, also without a network', async ({page, browser, baseURL}) => {
  test.setTimeout(60_000);
  await page.goto(signInTo('/certificates/'));
  await signIn(page, newEmail('certificate'), {name: 'Sample Learner', directorate: 'Place'});
  await expect(page.getByText('You have no certificates yet.')).toBeVisible();
  await recordLessons(page);
  await passAssessment(page);
  await page.reload();
  const get = page.getByRole('button', {name: /^Get your certificate ?: Certificate of competence/});
  await get.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Your certificate is ready/)).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('link', {name: 'Introduction to consultation'}).first().click();
  await expect(page.getByRole('heading', {level: 1, name: 'Certificate of competence'})).toBeVisible();
  await expect(page.getByRole('img', {name: /^QR code/})).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({width: 320, height: 640});
  expect(await isWide(page)).toBe(false);
  const pdf = (await page.pdf({preferCSSPageSize: true, tagged: true})).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  expect(pdf).toContain('/StructTreeRoot');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download the signed certificate'}).click()]);
  expect(saved.suggestedFilename()).toBe('certificate-introduction-to-consultation-competence.jwt');
  const jwt = readFileSync(await saved.path(), 'utf8');
  const address = await page.getByLabel('Address where anybody can check it').inputValue();

  const away = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London'});
  const employer = await away.newPage();
  await employer.goto(new URL(address).pathname + new URL(address).search);
  await expect(employer.getByRole('heading', {name: 'This certificate is genuine'})).toBeFocused();
  await expect(employer.getByRole('main')).toContainText('Sample Learner');
  expect(await violationsOn(employer)).toEqual([]);
  await employer.setViewportSize({width: 320, height: 640});
  expect(await isWide(employer)).toBe(false);
  const box = employer.getByLabel('The signed certificate');
  await box.fill(`${jwt.slice(0, -20)}A${jwt.slice(-19)}`);
  await employer.getByRole('button', {name: 'Check it'}).click();
  await expect(employer.getByRole('heading', {name: 'Do not rely on this certificate'})).toBeVisible();
  await expect(employer.getByRole('main')).not.toContainText('Sample Learner');
  const [verifier] = await Promise.all([employer.waitForEvent('download'), employer.getByRole('link', {name: 'Download the verifier'}).click()]);
  const file = test.info().outputPath('verifier.html');
  await verifier.saveAs(file);

  await away.setOffline(true);
  await employer.goto(`file://${file}`);
  await expect(employer.getByText('less than a day old')).toBeVisible();
  await employer.getByLabel('The signed certificate').fill(jwt);
  await employer.getByRole('button', {name: 'Check it'}).click();
  await expect(employer.getByRole('heading', {name: 'This certificate is genuine'})).toBeFocused();
  await expect(employer.getByText('Sample Learner')).toBeVisible();
  await away.close();
});

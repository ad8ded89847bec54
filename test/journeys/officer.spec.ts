import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard, mouse} from '../support/hands.ts';
import {answer, answerAll, assessmentKey, COURSE, newEmail, questionOn, signIn, signInTo, takeLessons} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

const drawnOrder = 'fieldset label, fieldset ol > li, fieldset option';

test('a new officer takes the course, leaves half-way, comes back, finishes, signs in and sees the completion', async ({page}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page.getByRole('link', {name: 'Start the course'}).click();
  await expect(page).toHaveURL(COURSE);
  await takeLessons(page);
  await expect(page.getByText('Saved on this device. Sign in to add it to your record.')).toBeVisible();

  await page.goto(`${COURSE}assessment/`);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  const key = await assessmentKey();
  for (let place = 0; place < 5; place += 1) {
    await answer(page, await questionOn(page, key));
    await expect(page.getByText('Saved on this device.').first()).toBeVisible();
    await page.getByRole('button', {name: 'Next question'}).click();
  }
  await expect(page.getByRole('heading', {name: 'Question 6 of 12'})).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  const before = {question: (await questionOn(page, key)).id, options: await page.locator(drawnOrder).allInnerTexts()};

  // The next day, in a new tab of the same browser.
  const context = page.context();
  await page.close();
  const later = await context.newPage();
  await later.goto(COURSE);
  await later.getByRole('link', {name: /assessment/i}).first().click();
  await expect(later.getByRole('heading', {name: 'Question 6 of 12'})).toBeVisible();
  expect({question: (await questionOn(later, key)).id, options: await later.locator(drawnOrder).allInnerTexts()}).toEqual(before);

  await answerAll(later);
  await expect(later.getByText('All questions are answered.')).toBeVisible();
  expect(await violationsOn(later)).toEqual([]);
  await later.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(later.getByText('Saved on this device. Sign in to add it to your record.')).toBeVisible();
  await later.getByRole('main').getByRole('link', {name: /sign in/i}).click();
  await expect(later.getByText('6 things done on this device are not on anybody’s record yet.')).toBeVisible();
  await signIn(later, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'});

  await expect(later.getByText('You passed.')).toBeVisible();
  await expect(later.getByText('You have completed the course.')).toBeVisible();
  await expect(later.getByText('Sent to your record.')).toBeVisible();
  expect(await violationsOn(later)).toEqual([]);
  await later.getByRole('link', {name: 'See my record'}).click();
  await expect(later.getByRole('main').getByText('Introduction to consultation').first()).toBeVisible();
  expect(await violationsOn(later)).toEqual([]);
});

test('a new officer does the whole course by keyboard alone', async ({page}) => {
  test.setTimeout(240_000);
  const keys = keyboard(page);
  await page.goto('/');
  await keys.press(page.getByRole('link', {name: 'Start the course'}));
  await expect(page).toHaveURL(COURSE);
  // Three lessons hold a question of each kind that the assessment has not; the others would show the same again.
  await takeLessons(page, (place) => ([1, 2, 4].includes(place) ? keys : mouse));
  await keys.press(page.getByRole('link', {name: 'Assessment', exact: true}).first());
  await keys.press(page.getByRole('button', {name: 'Start the assessment'}));
  await expect(page.getByRole('heading', {name: 'Question 1 of 12'})).toBeVisible();
  await answerAll(page, true, keys);
  await keys.press(page.getByRole('button', {name: 'Hand in my answers'}));
  await expect(page.getByText('Saved on this device. Sign in to add it to your record.')).toBeVisible();
  await keys.press(page.getByRole('main').getByRole('link', {name: /sign in/i}));
  await signIn(page, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'}, keys);
  await expect(page.getByText('You have completed the course.')).toBeVisible();
});

test('a practice question explains every option, and can be tried again', async ({page}) => {
  await page.goto(`${COURSE}the-law-in-brief/`);
  const check = page.getByRole('button', {name: 'Check my answer'});
  await check.click();
  await expect(page.getByText('Choose an answer first.')).toBeVisible();
  const options = page.locator('fieldset label');
  const count = await options.count();
  const texts = await options.allInnerTexts();
  await options.first().click();
  await check.click();
  await expect(page.locator('h3:focus')).toHaveText(/Right|Not right|Partly right/);
  for (const text of texts) await expect(page.getByText(text.trim(), {exact: true}).first()).toBeVisible();
  await expect(page.locator('main').getByRole('listitem').filter({hasText: texts[0]?.trim() ?? ''}).first()).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', {name: 'Next question'}).click();
  const rest = (await realContent()).quizzes.find(({id}) => id === 'introduction-2-the-law-in-brief')?.items.slice(1) ?? [];
  for (const [place, question] of rest.entries()) {
    await answer(page, question);
    await page.getByRole('button', {name: /^(Check my answer|Compare my thoughts)$/}).click();
    if (place < rest.length - 1) await page.getByRole('button', {name: 'Next question'}).click();
  }
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(options).toHaveCount(count);
});

test('a failed assessment says what to read again, keeps the key, and can be tried again with other questions', async ({page}) => {
  test.setTimeout(180_000);
  const key = await assessmentKey();
  await page.goto(signInTo('/'));
  await signIn(page, newEmail('officer'), {name: 'Sample Officer', directorate: 'Place'});
  await expect(page).toHaveURL('/');
  await page.goto(`${COURSE}assessment/`);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await answerAll(page, false);
  await page.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(page.getByText('You have not passed this time.')).toBeVisible();
  await expect(page.getByRole('heading', {name: 'What to read again'})).toBeVisible();
  const shown = await page.locator('main').innerText();
  const told = key.flatMap((item) => (item.type === 'single' ? item.options.filter((option) => option.right).map((option) => option.why) : [])).filter((why) => shown.includes(why));
  expect(told).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
  const first = await page.locator('main h4').allInnerTexts();
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('heading', {name: 'Question 1 of 12'})).toBeVisible();
  const stems: string[] = [];
  for (let place = 0; place < 12; place += 1) {
    stems.push((await questionOn(page, key)).stem);
    if (place < 11) await page.getByRole('button', {name: 'Next question'}).click();
  }
  // Each outcome has more questions than are drawn twice over, so that none need come again.
  expect(stems.filter((stem) => first.some((line) => line.includes(stem)))).toEqual([]);
});

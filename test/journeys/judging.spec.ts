import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';
import {appoint, newEmail, signIn, signInTo} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

test('a learner hands in a task, two people judge it apart from each other, and the learner reads what they say', async ({browser, page, baseURL}) => {
  const course = (await realContent()).courses.find(({tasks}) => tasks !== undefined);
  const task = course?.tasks?.[0];
  if (!course || !task) throw new Error('No course has a judged task.');
  const address = `/tasks/?course=${course.id}&task=${task.id}`;
  const [trainer, coordinator] = [newEmail('trainer'), newEmail('coordinator')];
  await Promise.all([appoint(trainer, 'trainer'), appoint(coordinator, 'coordinator')]);

  await page.goto(signInTo(address));
  await signIn(page, newEmail('learner'), {name: 'Sample Learner', directorate: 'Place'});
  await expect(page.getByRole('heading', {level: 1, name: task.title})).toBeVisible();
  await page.getByRole('button', {name: 'Hand in the task'}).click();
  await expect(page.getByRole('alert')).toContainText('Write your text');
  const words = `Unlike any other: ${Date.now().toString(36)}. ${'We ask who is affected and what can change. '.repeat(Math.ceil((task.words?.least ?? 0) / 9) + 1)}`.trim();
  await page.getByLabel('Your text').fill(words);
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your text')).toHaveValue(words);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', {name: 'Hand in the task'}).click();
  await expect(page.getByText('Handed in. Your assessors can see it now.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  /** Opens the learner's task from the list, as somebody who judges. */
  const openTask = async (email: string, name: string) => {
    const room = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London', viewport: {width: 320, height: 640}});
    const desk = await room.newPage();
    await desk.goto(signInTo('/judging/'));
    await signIn(desk, email, {name, directorate: 'Corporate services'});
    return {room, desk};
  };
  const first = await openTask(trainer, 'Sample Trainer');
  await expect(first.desk.getByRole('heading', {name: /^Mine to do/})).toBeVisible();
  expect(await violationsOn(first.desk)).toEqual([]);
  await first.desk.getByRole('link', {name: `Sample Learner: ${task.title}`}).last().click();
  await expect(first.desk.getByText(words)).toBeVisible();
  const hand = keyboard(first.desk);
  const choose = (level: string, index: number) => first.desk.getByRole('group', {name: new RegExp(`^${index + 1}\\. `)}).getByRole('radio', {name: new RegExp(`^${level}\\.`)});
  await hand.press(first.desk.getByRole('button', {name: 'Send the judgement'}));
  await expect(first.desk.getByRole('alert')).toContainText('Choose a level for criterion 1.');
  for (const index of task.rubric.keys()) await hand.check(choose('Competent', index));
  await hand.fill(first.desk.getByLabel('Comment on the whole'), 'The dates fit the budget.');
  await hand.check(first.desk.getByLabel('Ask a second assessor too'));
  await expect(first.desk.getByText('With these levels your verdict is “competent”.')).toBeVisible();
  expect(await first.desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violationsOn(first.desk)).toEqual([]);
  await hand.press(first.desk.getByRole('button', {name: 'Send the judgement'}));
  await expect(first.desk.getByText('Your judgement is kept.')).toBeVisible();
  await expect(first.desk.getByText('Waiting for a second assessor.')).toBeVisible();
  const link = first.desk.url();

  await page.reload();
  await expect(page.getByText(/^With the assessors since/)).toBeVisible();
  await expect(page.getByText('The dates fit the budget.')).toHaveCount(0);

  const second = await openTask(coordinator, 'Sample Coordinator');
  await second.desk.goto(link);
  await expect(second.desk.getByText(words)).toBeVisible();
  await expect(second.desk.getByText('The dates fit the budget.')).toHaveCount(0);
  for (const index of task.rubric.keys()) {
    await second.desk.getByRole('group', {name: new RegExp(`^${index + 1}\\. `)}).getByRole('radio', {name: /^Strong\./}).check();
  }
  await second.desk.getByRole('button', {name: 'Send the judgement'}).click();
  await expect(second.desk.getByText('Decided: competent.')).toBeVisible();
  await expect(second.desk.getByText('The dates fit the budget.')).toBeVisible();
  expect(await violationsOn(second.desk)).toEqual([]);

  await page.reload();
  await expect(page.getByText(/^Judged “competent” on/)).toBeVisible();
  await expect(page.getByText('The dates fit the budget.')).toBeVisible();
  await expect(page.getByText('Sample Trainer')).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
  await first.room.close();
  await second.room.close();
});

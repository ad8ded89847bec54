import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {keyboard} from '../support/hands.ts';
import {newEmail, signIn, signInTo} from '../support/journey.ts';

test('a member joins by keyboard, a colleague finds them by a question and asks, the member answers by the link, and leaves', async ({browser, page, baseURL}) => {
  const skilled = newEmail('skilled');
  // A name of its own, so that another run of this test in the same register is another person.
  const juror = `Sample Juror ${Date.now().toString(36)}`;
  await page.setViewportSize({width: 320, height: 640});
  await page.goto(signInTo('/network/profile/'));
  await signIn(page, skilled, {name: juror, directorate: 'Place'});
  const hand = keyboard(page);
  await hand.select(page.getByLabel('A method or skill that you have used'), 'Citizens\' jury');
  await hand.press(page.getByRole('button', {name: 'Add the skill'}).first());
  await expect(page.getByText('Added: Citizens\' jury.')).toBeVisible();
  await page.getByLabel('Team', {exact: true}).fill('Hidden team');
  await expect(page.getByRole('region', {name: 'This is how a colleague sees you'})).toContainText('Citizens\' jury: has done it once');
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await hand.press(page.getByRole('button', {name: 'Join the register'}));
  await expect(page.getByText('You have been in the register since')).toBeVisible();

  const room = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL}), locale: 'en-GB', timezoneId: 'Europe/London', viewport: {width: 320, height: 640}});
  const desk = await room.newPage();
  await desk.goto('/network/');
  await expect(desk.getByRole('main')).toContainText('Nobody puts you there.');
  await desk.goto(signInTo('/network/profile/'));
  await signIn(desk, newEmail('asker'), {name: 'Sample Asker', directorate: 'Place'});
  await desk.getByRole('button', {name: 'Join the register'}).click();
  await desk.getByRole('link', {name: 'Find a colleague'}).click();
  await desk.getByRole('button', {name: 'Find people'}).click();
  await expect(desk.getByRole('alert')).toContainText('Write a skill');
  await desk.getByLabel('Whom are you looking for?').fill('Who has run a citizens’ jury?');
  await desk.getByRole('button', {name: 'Find people'}).click();
  await expect(desk.getByRole('link', {name: juror})).toBeVisible();
  expect(await violationsOn(desk)).toEqual([]);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await desk.getByRole('link', {name: juror}).click();
  await expect(desk.getByRole('heading', {name: juror, exact: true})).toBeFocused();
  await expect(desk.getByRole('main')).not.toContainText('Hidden team');
  await desk.getByRole('button', {name: 'Send the question'}).click();
  await expect(desk.getByRole('alert')).toContainText('Write your message.');
  expect(await violationsOn(desk)).toEqual([]);
  await desk.getByLabel('What is it about?').fill('Your jury');
  await desk.getByLabel('Your message').fill('How long did it take?');
  await desk.getByRole('button', {name: 'Send the question'}).click();
  await expect(desk.getByRole('heading', {name: 'Your question is on its way'})).toBeFocused();

  let link = '';
  await expect.poll(async () => {
    const mails = (await (await page.request.get('/dev/mail')).text()).split('<article>');
    link = mails.find((each) => each.includes(`To ${skilled} `) && each.includes('A colleague asks'))?.match(/\/network\/\?reply=[0-9a-f-]+/)?.[0] ?? '';
    return link;
  }).not.toBe('');
  await page.goto(link);
  await page.getByLabel('What is it about?').fill('Two days');
  await page.getByLabel('Your message').fill('It took two days.');
  await page.getByRole('button', {name: 'Send the answer'}).click();
  await expect(page.getByRole('heading', {name: 'Your answer is on its way'})).toBeVisible();
  await page.goto('/network/profile/');
  await page.getByRole('button', {name: 'Leave the register'}).click();
  await page.getByRole('button', {name: 'Leave now'}).click();
  await expect(page.getByText('You have left the register.')).toBeFocused();
  await desk.goto(`/network/?q=citizens+jury+${encodeURIComponent(juror)}`);
  await expect(desk.getByRole('heading', {name: /found$/})).toBeVisible();
  await expect(desk.getByRole('link', {name: juror})).toHaveCount(0);

  await desk.goto('/network/for-you/');
  await expect(desk.getByText('You have saved no selection of methods on this device.')).toBeVisible();
  expect(await violationsOn(desk)).toEqual([]);
  await desk.goto('/');
  await expect(desk.getByRole('region', {name: 'For you'})).toBeVisible();
  await room.close();
});

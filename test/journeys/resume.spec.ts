import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {chromium, expect, test} from '@playwright/test';
import type {BrowserContext, Page} from '@playwright/test';
import {answer, answerAll, assessmentKey, COURSE, newEmail, practise, questionOn, signIn, signInTo} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

const ASSESSMENT = `${COURSE}assessment/`;
const HALF = 'A sentence that is not fin';
const DRAWN = 'fieldset label, fieldset ol > li, fieldset option';

test('goes on where it was when the browser is killed in the middle of a question, half-typed words included', async ({baseURL, launchOptions}) => {
  test.setTimeout(120_000);
  const profile = mkdtempSync(path.join(tmpdir(), 'askwell-killed-'));
  const open = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, {...launchOptions, ...(baseURL && {baseURL}), reducedMotion: 'reduce', serviceWorkers: 'block'});
  const quiz = (await realContent()).quizzes.find(({items, mode}) => mode === 'practice' && items.findIndex(({type}) => type === 'reflection') > 0);
  const lesson = (await realContent()).courses.flatMap((course) => course.lessons.map(({id, practice}) => ({address: `/learn/${course.id}/${id}/`, practice}))).find(({practice}) => practice === quiz?.id);
  if (!quiz || !lesson) throw new Error('No lesson asks for a reflection.');
  const place = quiz.items.findIndex(({type}) => type === 'reflection');

  const first = await open();
  const page = first.pages()[0] ?? await first.newPage();
  await page.goto(lesson.address);
  await practise(page, quiz.items.slice(0, place), undefined, quiz.items.length);
  await page.getByRole('button', {name: 'Next question'}).click();
  await page.getByLabel('Your thoughts').fill(HALF);
  // A crash in the very moment of typing may cost the last letters; what has reached storage may not be lost.
  await expect.poll(() => draftOn(page)).toBe(HALF);
  killBrowser(profile);
  await first.close().catch(() => undefined);

  const second = await open();
  const again = second.pages()[0] ?? await second.newPage();
  await again.goto(lesson.address);
  const next = again.getByRole('button', {name: 'Next question'});
  const thoughts = again.getByLabel('Your thoughts');
  // Until storage is read, the page shows all questions with their inputs switched off.
  await expect(next.or(again.locator('textarea:enabled'))).toBeVisible();
  if (await next.isVisible()) await next.click();
  await expect(thoughts).toHaveValue(HALF);
  await second.close();
  rmSync(profile, {recursive: true, force: true});
});

/** What storage holds of the answer that is not checked yet. */
function draftOn(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open('askwell');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('attempts').objectStore('attempts').getAll() as IDBRequest<{draft?: {response: unknown} | null}[]>;
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.find(({draft}) => draft)?.draft?.response);
      };
    };
  }));
}

/** Kills the browser of this profile at once, as a crash or a flat battery would. */
function killBrowser(profile: string): void {
  const running = execFileSync('pgrep', ['-f', '--', `--user-data-dir=${profile}`], {encoding: 'utf8'}).trim().split('\n').map(Number);
  const main = running.find((pid) => !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type='));
  if (main === undefined) throw new Error('The browser to be killed is not running.');
  process.kill(main, 'SIGKILL');
}

test('goes on on another device after signing in, joins the answers of both, and comes back after storage was cleared', async ({page, browser, baseURL}) => {
  test.setTimeout(150_000);
  const email = newEmail('mover');
  const key = await assessmentKey();
  await page.goto(signInTo(ASSESSMENT));
  await signIn(page, email, {name: 'Sample Mover', directorate: 'Place'});
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  for (let question = 0; question < 3; question += 1) {
    await answer(page, await questionOn(page, key));
    await page.getByRole('button', {name: 'Next question'}).click();
    await expect(page.getByRole('heading', {name: `Question ${question + 2} of 12`})).toBeVisible();
  }
  await expect(page.getByText('A copy is on your record, so you can go on on another device.')).toBeVisible();
  const before = {question: (await questionOn(page, key)).id, options: await page.locator(DRAWN).allInnerTexts()};
  // Sent after a pause in answering.
  await page.waitForTimeout(2_000);

  const context = await browser.newContext({serviceWorkers: 'block', ...(baseURL && {baseURL})});
  const other = await context.newPage();
  await other.goto(signInTo(ASSESSMENT));
  await signIn(other, email);
  await expect(other.getByRole('heading', {name: 'Question 4 of 12'})).toBeVisible();
  await expect(other.getByText('3 of 12 answered.')).toBeVisible();
  expect({question: (await questionOn(other, key)).id, options: await other.locator(DRAWN).allInnerTexts()}).toEqual(before);
  await answer(other, await questionOn(other, key));
  await expect(other.getByText('4 of 12 answered.')).toBeVisible();
  await other.waitForTimeout(2_000);
  await context.close();

  // The first device forgets everything: its storage is cleared by the system or by a policy.
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', {origin: new URL(page.url()).origin, storageTypes: 'indexeddb,local_storage,cache_storage,service_workers'});
  await page.reload();
  await expect(page.getByText('4 of 12 answered.')).toBeVisible();
  await answerAll(page);
  await page.getByRole('button', {name: 'Hand in my answers'}).click();
  await expect(page.getByText('You passed.')).toBeVisible({timeout: 20_000});
});

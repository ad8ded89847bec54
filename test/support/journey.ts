import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import type {Locator, Page} from '@playwright/test';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';
import {projectRoot, realContent} from './project.ts';

export const COURSE = '/learn/introduction-to-consultation/';
const ASSESSMENT = 'introduction-to-consultation-assessment';

/** The newest code mailed to an address, as a person on their own machine would read it. */
export async function codeFor(page: Page, email: string): Promise<string> {
  const html = await (await page.request.get('/dev/mail')).text();
  const mail = html.split('<article>').find((each) => each.includes(`To ${email} `));
  const code = mail?.match(/\b\d{6}\b/)?.[0];
  if (!code) throw new Error(`No code was mailed to ${email}.`);
  return code;
}

/** Signs in on the sign-in page, wherever the reader came from, and says who they are when they are asked. */
export async function signIn(page: Page, email: string, about?: {name: string; directorate: string}): Promise<void> {
  await page.getByLabel('Your work e-mail address').fill(email);
  await page.getByRole('button', {name: 'Send me a code'}).click();
  await expect(page.getByRole('heading', {name: 'Check your e-mail'})).toBeVisible();
  await page.getByLabel('Code from the e-mail').fill(await codeFor(page, email));
  await page.getByRole('button', {name: 'Sign in'}).click();
  if (about) {
    await page.getByLabel('Your name').fill(about.name);
    await page.getByLabel('Your directorate').selectOption({label: about.directorate});
    await page.getByRole('button', {name: 'Save'}).click();
  }
}

/** Gives a role on the command line, while the service runs. */
export async function appoint(email: string, role: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'appoint', email, role], {cwd: projectRoot});
}

/** The questions of the real assessment, with their answers. */
export async function assessmentKey(): Promise<VersionedQuestion[]> {
  return (await realContent()).quizzes.find((quiz) => quiz.id === ASSESSMENT)?.items ?? [];
}

/** The question on screen. */
export async function questionOn(page: Page, key: readonly VersionedQuestion[]): Promise<VersionedQuestion> {
  const stem = (await page.locator('fieldset > legend').innerText()).trim();
  const question = key.find((each) => each.stem.trim() === stem);
  if (!question) throw new Error(`No question says “${stem}”.`);
  return question;
}

/** Answers the question on screen, rightly or not, by the words that a person reads. */
export async function answer(page: Page | Locator, question: VersionedQuestion, rightly = true): Promise<void> {
  switch (question.type) {
    case 'single': case 'multi':
      for (const option of question.options) {
        const wanted = question.type === 'single' ? (rightly ? Boolean(option.right) : option === question.options.find((each) => !each.right)) : Boolean(option.right) === rightly;
        if (wanted) await page.getByLabel(option.text, {exact: true}).check();
      }
      return;
    case 'true-false':
      await page.getByLabel(question.answer === rightly ? 'True' : 'False', {exact: true}).check();
      return;
    case 'match':
      for (const row of question.rows) {
        const target = question.targets.find((each) => (each.id === row.answer) === rightly);
        await page.getByLabel(row.text, {exact: true}).selectOption({label: target?.text ?? ''});
      }
      return;
    case 'order': {
      // Bubbles the right line to each place in turn with the Up button.
      const texts = question.answer.map((id) => question.options.find((option) => option.id === id)?.text ?? '');
      const wanted = rightly ? texts : [...texts].reverse();
      const use = page.getByRole('button', {name: 'Use this order'});
      if (await use.isVisible()) await use.click();
      for (const [place, text] of wanted.entries()) {
        for (let now = await placeOf(page, text); now > place; now -= 1) await page.getByRole('button', {name: `Move up: ${text}, place ${now + 1} of`}).click();
      }
    }
  }
}

async function placeOf(page: Page | Locator, text: string): Promise<number> {
  const lines = await page.locator('fieldset ol > li').allInnerTexts();
  return lines.findIndex((line) => line.startsWith(text));
}

/** Answers the assessment from the question on screen to the last, and opens the list of answers. */
export async function answerAll(page: Page, rightly = true): Promise<void> {
  const key = await assessmentKey();
  for (;;) {
    await answer(page, await questionOn(page, key), rightly);
    await expect(page.getByText('Saved on this device.').first()).toBeVisible();
    const next = page.getByRole('button', {name: 'Next question'});
    if (!(await next.isVisible())) break;
    await next.click();
  }
  await page.locator('button[type=submit]', {hasText: 'Review my answers'}).click();
}

/** Answers the practice question at the end of each lesson, going from lesson to lesson by the course page. */
export async function takeLessons(page: Page): Promise<void> {
  const {courses, quizzes} = await realContent();
  for (const lesson of courses[0]?.lessons ?? []) {
    await page.goto(`${COURSE}${lesson.id}/`);
    const question = quizzes.find((quiz) => quiz.id === lesson.practice)?.items[0];
    if (!question) throw new Error(`Lesson ${lesson.id} has no question.`);
    await page.getByRole('button', {name: 'Check my answer'}).waitFor();
    await answer(page, question);
    await page.getByRole('button', {name: 'Check my answer'}).click();
    await expect(page.getByRole('heading', {name: 'Right'})).toBeVisible();
  }
}

/** An address that no other test uses. */
export function newEmail(who: string): string {
  return `${who}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}@example.org`;
}

/** The sign-in address that comes back to a page. */
export function signInTo(next: string): string {
  return `/sign-in/?next=${encodeURIComponent(next)}`;
}

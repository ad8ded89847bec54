import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import {drawItems} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';
import {toLearningRecord} from '#core/records/handIn.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import {rightAnswer} from '#server/tasks/rightAnswer.ts';
import {mouse} from './hands.ts';
import type {Hand} from './hands.ts';
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
export async function signIn(page: Page, email: string, about?: {name: string; directorate: string}, hand: Hand = mouse): Promise<void> {
  await hand.fill(page.getByLabel('Your work e-mail address'), email);
  await hand.press(page.getByRole('button', {name: 'Send me a code'}));
  await expect(page.getByRole('heading', {name: 'Check your e-mail'})).toBeVisible();
  await hand.fill(page.getByLabel('Code from the e-mail'), await codeFor(page, email));
  await hand.press(page.getByRole('button', {name: 'Sign in'}));
  if (about) {
    await hand.fill(page.getByLabel('Your name'), about.name);
    await hand.select(page.getByLabel('Your directorate'), about.directorate);
    await hand.press(page.getByRole('button', {name: 'Save'}));
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
export async function answer(page: Page, question: VersionedQuestion, rightly = true, hand: Hand = mouse): Promise<void> {
  switch (question.type) {
    case 'single': case 'multi':
      for (const option of question.options) {
        const wanted = question.type === 'single' ? (rightly ? Boolean(option.right) : option === question.options.find((each) => !each.right)) : Boolean(option.right) === rightly;
        if (wanted) await hand.check(page.getByLabel(option.text, {exact: true}));
      }
      return;
    case 'true-false':
      await hand.check(page.getByLabel(question.answer === rightly ? 'True' : 'False', {exact: true}));
      return;
    case 'match':
      for (const row of question.rows) {
        const target = question.targets.find((each) => (each.id === row.answer) === rightly);
        await hand.select(page.getByLabel(row.text, {exact: true}), target?.text ?? '');
      }
      return;
    case 'order': {
      // Bubbles the right line to each place in turn with the Up button.
      const texts = question.answer.map((id) => question.options.find((option) => option.id === id)?.text ?? '');
      const wanted = rightly ? texts : [...texts].reverse();
      const use = page.getByRole('button', {name: 'Use this order'});
      if (await use.isVisible()) await hand.press(use);
      for (const [place, text] of wanted.entries()) {
        for (let now = await placeOf(page, text); now > place; now -= 1) {
          await hand.press(page.getByRole('button', {name: `Move up: ${text}, place ${now + 1} of`}));
        }
      }
      return;
    }
    case 'gap':
      for (const gap of question.gaps) {
        const place = page.getByLabel(`Gap ${gap.id} of`);
        if ('options' in gap) await hand.select(place, gap.options.find((option) => Boolean(option.right) === rightly)?.text ?? '');
        else await hand.fill(place, rightly ? gap.accept[0] ?? '' : 'something else');
      }
      return;
    case 'numeric':
      await hand.fill(page.getByLabel(/^Your number/), rightly ? String(question.answer) : '-1');
      return;
    case 'short-text':
      await hand.fill(page.getByLabel('Your words'), rightly ? question.accept[0]?.text ?? '' : 'something else');
      return;
    case 'scenario':
      for (let step = question.steps[0]; step;) {
        const choice = step.options.find(({credit}) => (credit === 100) === rightly);
        await hand.check(page.getByLabel(choice?.text ?? '', {exact: true}));
        await hand.press(page.getByRole('button', {name: 'Go on with this'}));
        step = question.steps.find(({id}) => id === choice?.next);
      }
      return;
    case 'reflection':
      await hand.fill(page.getByLabel('Your thoughts'), 'Sample thoughts.');
  }
}

/** Answers the questions of a practice quiz from the first on, reading what is said about each answer. `of`: how many the quiz has. */
export async function practise(page: Page, items: readonly VersionedQuestion[], hand: Hand = mouse, of = items.length): Promise<void> {
  for (const [place, question] of items.entries()) {
    if (of > 1) await expect(page.getByText(`Question ${place + 1} of ${of}`)).toBeVisible();
    const check = page.getByRole('button', {name: /^(Check my answer|Compare my thoughts)$/});
    await check.waitFor();
    await answer(page, question, true, hand);
    await hand.press(check);
    await expect(page.getByRole('heading', {name: /^(Right|Compare with what others say)$/})).toBeVisible();
    if (place < items.length - 1) await hand.press(page.getByRole('button', {name: 'Next question'}));
  }
}

async function placeOf(page: Page, text: string): Promise<number> {
  const lines = await page.locator('fieldset ol > li').allInnerTexts();
  return lines.findIndex((line) => line.startsWith(text));
}

/** Answers the assessment from the question on screen to the last, and opens the list of answers. */
export async function answerAll(page: Page, rightly = true, hand: Hand = mouse): Promise<void> {
  const key = await assessmentKey();
  for (;;) {
    await answer(page, await questionOn(page, key), rightly, hand);
    await expect(page.getByText('Saved on this device.').first()).toBeVisible();
    const next = page.getByRole('button', {name: 'Next question'});
    if (!(await next.isVisible())) break;
    const [, place = '0'] = /Question (\d+)/.exec(await page.locator('main h2').first().innerText()) ?? [];
    await hand.press(next);
    // The next question must be on screen before it is read.
    await expect(page.getByRole('heading', {name: `Question ${Number(place) + 1} of`})).toBeVisible();
  }
  await hand.press(page.locator('button[type=submit]', {hasText: 'Review my answers'}));
}

/** Reads each lesson and answers the practice questions at its end, going from lesson to lesson by the links beside the page. */
export async function takeLessons(page: Page, handOf: (place: number) => Hand = () => mouse): Promise<void> {
  const {courses, quizzes} = await realContent();
  for (const [place, lesson] of (courses[0]?.lessons ?? []).entries()) {
    const hand = handOf(place);
    await hand.press(page.getByRole('link', {name: lesson.title, exact: true}).first());
    await expect(page.getByRole('heading', {level: 1, name: lesson.title})).toBeVisible();
    await practise(page, quizzes.find((quiz) => quiz.id === lesson.practice)?.items ?? [], hand);
    // As a person should, wait until the page says where the answer is before leaving it.
    await expect(page.getByRole('main').getByText(/Saved on this device|saved on this device|Sent to your record/).first()).toBeVisible();
  }
}

/** Puts the lessons of the course on the record of whoever is signed in, as their device would. For journeys that are about what comes after. */
export async function recordLessons(page: Page): Promise<void> {
  const {courses, quizzes} = await realContent();
  const records = (courses[0]?.lessons ?? []).map(({practice}): LearningRecord => {
    const quiz = quizzes.find(({id}) => id === practice);
    if (!quiz) throw new Error(`There is no quiz ${practice}.`);
    const at = new Date().toISOString();
    const id = makeRecordId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const attempt = {id, quizId: quiz.id, quizVersion: quiz.version, mode: quiz.mode, drawnBy: 'device' as const, startedAt: at, drawn: drawItems(toPublicQuiz(quiz), Math.random), quiz};
    return toLearningRecord(attempt, Object.fromEntries(quiz.items.map((item) => [item.id, rightAnswer(item)])), at);
  });
  const statuses = await page.evaluate(async (all) => Promise.all(all.map(async (record) => (await fetch('/api/records', {
    method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(record),
  })).status)), records);
  expect(statuses).toEqual(records.map(() => 201));
}

/** An address that no other test uses. */
export function newEmail(who: string): string {
  return `${who}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}@example.org`;
}

/** The sign-in address that comes back to a page. */
export function signInTo(next: string): string {
  return `/sign-in/?next=${encodeURIComponent(next)}`;
}

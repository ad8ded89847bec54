import {existsSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {chromium} from '@playwright/test';
import {answer} from './journey.ts';
import {projectRoot, realContent} from './project.ts';

/** Takes the README's pictures from a running site: `npm start` in one terminal, `npm run screens` in another. */
const base = process.env.PUBLIC_URL ?? 'http://localhost:3000';
const folder = path.join(projectRoot, 'docs/developers/screens');
const system = process.env.ASKWELL_CHROMIUM ?? '/usr/bin/chromium';

async function main(): Promise<void> {
  await mkdir(folder, {recursive: true});
  const browser = await chromium.launch({...(existsSync(system) && {executablePath: system}), args: ['--no-sandbox', '--disable-gpu']});
  const page = await browser.newPage({viewport: {width: 1280, height: 860}, serviceWorkers: 'block', locale: 'en-GB'});
  const picture = (name: string): Promise<unknown> => page.screenshot({path: path.join(folder, `${name}.png`)});

  await page.goto(base, {waitUntil: 'networkidle'});
  await picture('home');

  await page.goto(`${base}/method-selector/?purpose=gather-views&audience=older-people,carers-parents&stage=options&weeks=14&budget=2&sensitivity=high&place=single-site&people=45`, {waitUntil: 'networkidle'});
  await page.getByRole('heading', {name: 'What we recommend'}).waitFor();
  await picture('selector');

  const lesson = (await realContent()).courses[0]?.lessons[1];
  const question = (await realContent()).quizzes.find((quiz) => quiz.id === lesson?.practice)?.items[0];
  if (!lesson || !question) throw new Error('The course has no second lesson with a question.');
  await page.goto(`${base}/learn/introduction-to-consultation/${lesson.id}/`, {waitUntil: 'networkidle'});
  await answer(page, question);
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await page.getByRole('heading', {name: 'Check what you know'}).evaluate((heading) => heading.scrollIntoView());
  await picture('quiz');
  await browser.close();
}

void main();

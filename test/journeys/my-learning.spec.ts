import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {COURSE, practise} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

test.use({serviceWorkers: 'allow'});

async function download(page: Page): Promise<string> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Download everything', exact: true}).click();
  const file = await started;
  expect(file.suggestedFilename()).toMatch(/^askwell-my-learning-\d{4}-\d{2}-\d{2}\.json$/);
  return file.path();
}

async function choose(page: Page, file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]): Promise<void> {
  await page.getByLabel('Choose your file').setInputFiles(file);
}

test('what was practised without signing in is downloaded, cleared and loaded again, all of it without a network', async ({page, context}) => {
  test.setTimeout(180_000);
  const {courses, quizzes} = await realContent();
  const [first, second] = courses[0]?.lessons ?? [];
  if (!first || !second) throw new Error('The course has no two lessons.');
  await page.goto('/');
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await expect.poll(async () => page.evaluate(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return counts.reduce((sum, count) => sum + count, 0);
  }), {timeout: 60_000}).toBeGreaterThan(150);
  await page.reload();
  await context.setOffline(true);

  await page.goto(`${COURSE}${first.id}/`);
  await practise(page, quizzes.find(({id}) => id === first.practice)?.items ?? []);
  await expect(page.getByRole('main').getByText(/saved on this device/i).first()).toBeVisible();

  await page.goto('/my-learning/');
  await expect(page.getByText(`1 of ${courses[0]?.lessons.length} lessons done.`)).toBeVisible();
  await expect(page.getByText('Nothing is due now.')).toBeVisible();
  const path = await download(page);
  const saved = JSON.parse(await readFile(path, 'utf8')) as {inside: {what: string; count: number}[]; device: {outbox: {id: string}[]; responses: unknown[]}};
  expect(saved.inside.map(({what}) => what)).toContain('Answers');
  expect(saved.device.outbox).toHaveLength(1);

  // The pages kept for reading offline go too, so the network comes back for this.
  await context.setOffline(false);
  await page.getByRole('button', {name: 'Clear what this site keeps on this device'}).click();
  await page.getByRole('button', {name: 'Clear this device', exact: true}).click();
  await expect(page.getByText('Cleared. This device keeps nothing of this site any more.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing is under way.')).toBeVisible();

  await context.setOffline(true);
  await choose(page, path);
  await expect(page.getByRole('heading', {name: 'What this file would add'})).toBeFocused();
  await expect(page.getByRole('row', {name: /^Attempts handed in 1 0 0 0$/})).toBeVisible();
  await page.getByRole('button', {name: 'Add these'}).click();
  await expect(page.getByRole('heading', {name: 'Added to this device'})).toBeFocused();
  await expect(page.getByText(`1 of ${courses[0]?.lessons.length} lessons done.`)).toBeVisible();
  await expect(page.getByText(`Next: Answer the question at the end of “${second.title}”`)).toBeVisible();

  // A second time there is nothing to add; what is no such file is refused.
  await choose(page, path);
  await expect(page.getByText('Everything in the file is on this device already.')).toBeVisible();
  await choose(page, {name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"kind": "askwell-timeline"}')});
  await expect(page.getByText('This is another kind of file.')).toBeVisible();
  const again = JSON.parse(await readFile(await download(page), 'utf8')) as typeof saved;
  expect(again.device).toEqual(saved.device);
  await context.setOffline(false);
});

import {expect, test} from '@playwright/test';
import type {BrowserContext, Page, Route} from '@playwright/test';
import {answer as answerRightly} from '../support/journey.ts';
import {realContent} from '../support/project.ts';
import type {LearningRecord} from '../../src/core/records/learningRecord.ts';

const COURSE = '/learn/introduction-to-consultation/';
const ASSESSMENT = `${COURSE}assessment/`;

/** Stands in for the record service, so that each fault can be made at will. */
class Service {
  person: string | null = null;
  mode: 'up' | 'down' | 'refuses' | 'absent' = 'up';
  posted: LearningRecord[] = [];

  async attach(context: BrowserContext): Promise<void> {
    await context.route('**/api/**', (route) => this.answer(route));
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const path = new URL(request.url()).pathname;
    if (this.mode === 'absent') return route.fulfill({status: 404, contentType: 'text/html', body: '<h1>Not found</h1>'});
    if (this.mode === 'down') return route.fulfill({status: 500, json: {}});
    if (path === '/api/me') return route.fulfill({json: {person: this.person && {id: this.person, email: 'a@example.org', displayName: null, directorate: null, role: 'learner'}}});
    if (path === '/api/records' && request.method() === 'GET') return route.fulfill({json: {attempts: [], completions: [], cohorts: []}});
    if (path !== '/api/records') return route.fulfill({status: 503, json: {}});
    if (this.mode === 'refuses') {
      return route.fulfill({status: 409, contentType: 'application/problem+json', body: JSON.stringify({type: 'about:blank', title: 'No', status: 409, detail: 'Another record has this id.'})});
    }
    const record = request.postDataJSON() as LearningRecord;
    this.posted.push(record);
    return route.fulfill({status: 201, json: {
      id: record.id, outcome: 'added', receivedAt: record.at, completions: [], clockNote: null,
      result: {
        id: record.id, quizId: record.object.id, version: record.object.version, mode: record.body.mode, drawnBy: record.body.drawnBy, at: record.at, receivedAt: record.at,
        got: 60, of: 720, percent: 8, passed: record.body.mode === 'assessed' ? false : null,
        items: record.body.drawn.map(({itemId}) => ({itemId, outcome: 'wrong', got: 0, of: 60, parts: []})),
      },
    }});
  }
}

let service: Service;
test.beforeEach(async ({context}) => {
  service = new Service();
  await service.attach(context);
});

async function start(page: Page): Promise<void> {
  await page.goto(ASSESSMENT);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await expect(page.getByRole('heading', {name: 'Question 1 of 12'})).toBeVisible();
}

/** Answers the question shown, whatever its type. */
async function answer(page: Page): Promise<void> {
  const question = page.locator('form fieldset');
  await question.waitFor();
  if (await question.getByRole('radio').count()) await question.getByRole('radio').first().check();
  else if (await question.getByRole('checkbox').count()) await question.getByRole('checkbox').first().check();
  else if (await question.getByRole('combobox').count()) for (const list of await question.getByRole('combobox').all()) await list.selectOption({index: 1});
  else await question.getByRole('button', {name: 'Use this order'}).click();
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Review my answers'}).click();
  await page.getByRole('button', {name: 'Hand in my answers'}).click();
}

test('goes on at the same question with the same options after leaving half-way', async ({page, context}) => {
  await start(page);
  for (let count = 0; count < 4; count += 1) {
    await answer(page);
    await page.getByRole('button', {name: 'Next question'}).click();
  }
  await answer(page);
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  const before = await page.locator('form fieldset').innerText();
  await page.close();
  const later = await context.newPage();
  await later.goto(ASSESSMENT);
  await expect(later.getByRole('heading', {name: 'Question 5 of 12'})).toBeVisible();
  await expect(later.getByText('5 of 12 answered.')).toBeVisible();
  expect(await later.locator('form fieldset').innerText()).toBe(before);
});

test('finishes without a network and sends the record once when the network returns', async ({page, context}) => {
  service.person = 'me';
  await page.goto(ASSESSMENT);
  await page.waitForLoadState('networkidle');
  service.mode = 'down';
  await context.setOffline(true);
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await expect(page.getByText('your questions were drawn on this device')).toBeVisible();
  await answer(page);
  await handIn(page);
  await expect(page.getByRole('heading', {name: 'You have handed in your answers'})).toBeFocused();
  await expect(page.getByText(/^.?\s*Could not send: .*saved on this device/)).toBeVisible();
  service.mode = 'up';
  await context.setOffline(false);
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Your result'})).toBeVisible();
  await page.reload();
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  expect(service.posted).toHaveLength(1);
  expect(service.posted[0]?.body.drawnBy).toBe('device');
});

test('says that the service refused a record, keeps it, and does not ask for ever', async ({page}) => {
  service.person = 'me';
  await start(page);
  await answer(page);
  service.mode = 'refuses';
  await handIn(page);
  await expect(page.getByText('Could not send: Another record has this id.')).toBeVisible();
  service.mode = 'up';
  await page.reload();
  await expect(page.getByText('Could not send: Another record has this id.')).toBeVisible();
  await page.getByRole('button', {name: 'Try to send now'}).click();
  await expect(page.getByText('Sent to your record.')).toBeVisible();
});

test('takes answers from two tabs into one record, and tells the other tab', async ({page, context}) => {
  service.person = 'me';
  await start(page);
  const other = await context.newPage();
  await other.goto(ASSESSMENT);
  await expect(other.getByRole('heading', {name: 'Question 1 of 12'})).toBeVisible();
  await answer(page);
  await other.getByRole('button', {name: 'Next question'}).click();
  await answer(other);
  await expect(page.getByText('2 of 12 answered.')).toBeVisible();
  await expect(other.getByText('2 of 12 answered.')).toBeVisible();
  await handIn(page);
  await expect(other.getByText('You handed this in from another tab or window.')).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Your result'})).toBeVisible();
  await expect(other.getByRole('heading', {name: 'Your result'})).toBeVisible();
  expect(service.posted).toHaveLength(1);
  expect(Object.keys(service.posted[0]?.body.responses ?? {})).toHaveLength(2);
});

test('says that a browser without storage cannot keep answers, offers a file, and sends directly', async ({page}) => {
  service.person = 'me';
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {value: {open: () => { throw new DOMException('Blocked.', 'SecurityError'); }}});
  });
  await start(page);
  await answer(page);
  await expect(page.getByText('This browser cannot keep your answers. If you close this page now, that is lost.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Save your answers as a file'}).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
  await handIn(page);
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  expect(Object.keys(service.posted[0]?.body.responses ?? {})).toHaveLength(1);
});

test('says that storage is full, and loses no answer', async ({page}) => {
  service.person = 'me';
  // Chromium's own limit could not be made small enough here, so writing fails as it would.
  await page.addInitScript(() => {
    const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
      if (Reflect.get(window, 'isFull')) throw new DOMException('No room.', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await start(page);
  await answer(page);
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'isFull', true));
  await page.getByRole('button', {name: 'Next question'}).click();
  await answer(page);
  await expect(page.getByText('This browser has no room to keep your answers.')).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'isFull', false));
  await page.getByRole('button', {name: 'Next question'}).click();
  await answer(page);
  await expect(page.getByText('Saved on this device.', {exact: true})).toBeVisible();
  await page.reload();
  await expect(page.getByText('3 of 12 answered.')).toBeVisible();
});

test('never sends one person’s answers under another, and does not show them', async ({page}) => {
  service.person = 'first';
  await page.goto(ASSESSMENT);
  await page.waitForLoadState('networkidle');
  service.mode = 'down';
  await page.getByRole('button', {name: 'Start the assessment'}).click();
  await answer(page);
  await handIn(page);
  await expect(page.getByText(/Could not send/)).toBeVisible();
  service.mode = 'up';
  service.person = 'second';
  await page.reload();
  await expect(page.getByRole('button', {name: 'Start the assessment'})).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(service.posted).toEqual([]);
});

test('closes the assessment on a copy of the site without a record service, and says why', async ({page}) => {
  service.mode = 'absent';
  await page.goto(ASSESSMENT);
  await expect(page.getByText('This copy of the site has no record service, so nobody can mark the assessment.')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Start the assessment'})).toHaveCount(0);
});

test('gives feedback on every option at once, keeps it, and counts the lesson as done', async ({page}) => {
  await page.goto(`${COURSE}planning-your-consultation/`);
  await expect(page.getByRole('button', {name: 'Check my answer'})).toBeVisible();
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await expect(page.getByRole('alert').filter({hasText: 'first'})).toBeVisible();
  await answer(page);
  await page.getByRole('button', {name: 'Check my answer'}).click();
  await expect(page.getByRole('heading', {name: /^(Right|Partly right|Not right)$/})).toBeFocused();
  const rest = (await realContent()).quizzes.find(({id}) => id === 'introduction-3-planning')?.items.slice(1) ?? [];
  for (const question of rest) {
    await page.getByRole('button', {name: 'Next question'}).click();
    await answerRightly(page, question);
    await page.getByRole('button', {name: /^(Check my answer|Compare my thoughts)$/}).click();
  }
  await expect(page.getByText('Saved on this device. Sign in to add it to your record.')).toBeVisible();
  await page.goto(COURSE);
  await expect(page.getByText(/^\S Done$/)).toHaveCount(1);
  await expect(page.getByRole('link', {name: /^Continue with: /})).toBeVisible();
  await page.goto(`${COURSE}planning-your-consultation/`);
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('button', {name: 'Check my answer'})).toBeVisible();
});

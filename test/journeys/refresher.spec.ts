import {expect, test} from '@playwright/test';
import type {Page, Route} from '@playwright/test';
import {refresherIdOf} from '../../src/core/courses/derivedQuizzes.ts';
import type {LearningRecord} from '../../src/core/records/learningRecord.ts';
import {violationsOn} from '../support/axe.ts';
import {answer, COURSE, questionOn} from '../support/journey.ts';
import {realContent} from '../support/project.ts';

const COURSE_ID = 'introduction-to-consultation';

/** Stands in for a record service that knows one completion, of 22 November 2026, so that years can pass in a minute. */
async function attachService(page: Page): Promise<{sent: LearningRecord[]}> {
  const sent: LearningRecord[] = [];
  const completions = [{courseId: COURSE_ID, courseVersion: 1, completedAt: '2026-11-22T10:00:00.000Z', renewedAt: null}];
  const resultOf = ({id, object, body, at}: LearningRecord) =>
    ({id, quizId: object.id, version: object.version, mode: body.mode, drawnBy: body.drawnBy, at, receivedAt: at, got: 300, of: 300, percent: 100, passed: null});
  await page.context().route('**/api/**', (route: Route) => {
    const request = route.request();
    switch (`${request.method()} ${new URL(request.url()).pathname}`) {
      case 'GET /api/me': return route.fulfill({json: {person: {id: 'me', email: 'officer@example.org', displayName: 'Sample Officer', directorate: 'place', role: 'learner'}}});
      case 'GET /api/records': return route.fulfill({json: {attempts: sent.map(resultOf), completions, cohorts: []}});
      case 'GET /api/reminders': return route.fulfill({json: {email: false, feedSince: null}});
      case 'POST /api/records': {
        const record = request.postDataJSON() as LearningRecord;
        sent.push(record);
        return route.fulfill({status: 201, json: {id: record.id, outcome: 'added', receivedAt: record.at, result: {...resultOf(record), items: []}, completions, clockNote: null}});
      }
      default: return route.fulfill({status: 503, json: {}});
    }
  });
  return {sent};
}

test('a refresher falls due after four weeks, is done, and says when the next one is; two years on, the completion reads as lapsed', async ({page}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const {sent} = await attachService(page);
  const due = page.getByRole('region', {name: 'Due for you'});

  await page.clock.setFixedTime('2026-12-19T12:00:00Z');
  await page.goto('/my-record/');
  await expect(page.getByRole('heading', {name: 'Dates to come'})).toBeVisible();
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await expect(due).toHaveCount(0);

  await page.clock.setFixedTime('2026-12-20T12:00:00Z');
  await page.goto('/');
  await expect(due).toContainText('Introduction to consultation');
  await expect(due).toContainText('Refresher: 5 questions, about 3 minutes. Due since 20 December 2026.');
  expect(await violationsOn(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await due.getByRole('button', {name: 'Add to my calendar'}).click();
  expect((await download).suggestedFilename()).toBe('askwell-my-learning.ics');
  await due.getByRole('link', {name: 'Do the refresher'}).click();
  await expect(page).toHaveURL(`${COURSE}refresher/`);
  await page.getByRole('button', {name: 'Start the refresher'}).click();
  await expect(page.getByRole('heading', {name: 'Your questions'})).toBeFocused();
  const key = (await realContent()).quizzes.find(({id}) => id === refresherIdOf(COURSE_ID))?.items ?? [];
  for (let place = 1; place <= 5; place += 1) {
    await expect(page.getByText(`Question ${place} of 5`)).toBeVisible();
    await page.getByRole('button', {name: 'Check my answer'}).waitFor();
    await answer(page, await questionOn(page, key));
    await page.getByRole('button', {name: 'Check my answer'}).click();
    await expect(page.getByRole('heading', {name: 'Right', exact: true})).toBeVisible();
    if (place < 5) await page.getByRole('button', {name: 'Next question'}).click();
  }
  await expect(page.getByText('You got all 5 right.')).toBeVisible();
  await expect(page.getByText('Your next refresher is due on 22 May 2027.')).toBeVisible();
  await expect(page.getByText('Sent to your record.')).toBeVisible();
  expect(sent.map(({body}) => body.mode)).toEqual(['refresher']);
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await expect(due).toHaveCount(0);

  await page.clock.setFixedTime('2028-12-20T12:00:00Z');
  await page.goto('/');
  await expect(due).toContainText('Your completion lapsed: it counted until 22 November 2028. Pass the assessment again to renew it.');
  await expect(due.getByRole('link')).toHaveCount(1);
  await page.goto(COURSE);
  await expect(page.getByText('It counted until 22 November 2028 and has lapsed.')).toBeVisible();
  await page.goto(`${COURSE}refresher/`);
  await expect(page.getByText('A refresher does not renew it')).toBeVisible();
  await page.goto('/my-record/');
  await expect(page.getByText('22 November 2028 (lapsed)')).toBeVisible();
  expect(faults).toEqual([]);
});

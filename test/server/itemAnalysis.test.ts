import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {AssessmentAnalysis, AssessmentList, ItemFigures} from '#core/quizzes/itemAnalysisApi.ts';
import {makeSampleData} from '#server/tasks/sampleData.ts';
import {makeApp, makeRecord, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {makeAssessment, makeContent, makeQuestion} from '../support/smallContent.ts';

const PATH = '/api/item-analysis/planning-assessment';
/** Every test attempt is drawn alike: two questions of the first half, one of the second. */
const drawn = (version = 'v1') => ['q1', 'q2', 'q4'].map((itemId) => ({itemId, itemVersion: itemId === 'q1' ? version : 'v1', optionOrder: ['a', 'b', 'c']}));

describe.each(KINDS)('item analysis on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  let tess: Browser;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database);
    tess = await service.signIn('tess@example.org', 'trainer');
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  const ask = async (browser = tess): Promise<AssessmentAnalysis> => {
    const answer = await browser.send('GET', PATH);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<AssessmentAnalysis>();
  };
  const itemOf = ({items}: AssessmentAnalysis, id: string, isOld = false): ItemFigures => items.find((item) => item.itemId === id && item.isOld === isOld) as ItemFigures;

  test('says that nobody has handed in, with every question of today', async () => {
    expect((await tess.send('GET', '/api/item-analysis')).json<AssessmentList>()).toEqual({assessments: [{quizId: 'planning-assessment', title: 'Planning assessment', people: 0}]});
    const analysis = await ask();
    expect(analysis).toMatchObject({quizId: 'planning-assessment', title: 'Planning assessment', isLatestOnly: false, leftOut: 0, whole: {n: 0, band: 'hidden', mean: null}});
    expect(analysis.items.map(({itemId, n}) => [itemId, n])).toEqual([['q1', 0], ['q2', 0], ['q3', 0], ['q4', 0], ['q5', 0], ['q6', 0]]);
  });

  test('refuses what is not an assessment', async () => {
    for (const id of ['no-such-quiz', 'practice-purpose']) {
      const answer = await tess.send('GET', `/api/item-analysis/${id}`);
      expect(answer.statusCode).toBe(404);
      expect(answer.json<{detail: string}>().detail).toBe('There is no such assessment. Choose one from the list.');
    }
  });

  test('counts the first attempt of each person alone, by its time and not by its arrival, and names nobody', async () => {
    const quiz = quizOf(service.content, 'planning-assessment');
    for (let number = 0; number < 6; number += 1) {
      const person = await service.signIn(`taker.${number}.${kind}@example.org`);
      await person.send('PATCH', '/api/me', {displayName: `Taker Example ${number}`});
      const later = await person.send('POST', '/api/records', makeRecord(quiz, {drawn: drawn(), at: '2026-11-21T09:00:00Z'}));
      expect(later.statusCode, later.body).toBe(201);
      // The first of them tried a day before, on a device that was offline, and had everything wrong.
      if (number === 0) expect((await person.send('POST', '/api/records', makeRecord(quiz, {drawn: drawn(), at: '2026-11-20T09:00:00Z', answers: 'wrong'}))).statusCode).toBe(201);
    }
    expect((await tess.send('GET', '/api/item-analysis')).json<AssessmentList>().assessments[0]?.people).toBe(6);
    const analysis = await ask();
    expect(analysis.whole).toMatchObject({n: 6, band: 'counts', passed: 5, passShare: null, mean: null});
    expect(itemOf(analysis, 'q1')).toMatchObject({n: 6, fullMarks: 5, leftOpen: 0, statistics: null, flags: [], options: [{id: 'a', count: 1, share: null}, {id: 'b', count: 5, isRight: true}, {id: 'c', count: 0}]});
    expect(itemOf(analysis, 'q3').n).toBe(0);
    const body = JSON.stringify(analysis);
    expect(body).not.toMatch(/example\.org|Taker Example|personId|2026-11-2/);
    for (const {id} of await store.database.query<{id: string}>('select id::text as id from people')) expect(body).not.toContain(id);
  });

  test('shows an edited wording as another question, the older one marked and last', async () => {
    const edited = {...makeAssessment('assessment-v2'), items: [makeQuestion('q1', 'v2'), ...makeAssessment().items.slice(1)]};
    const content = makeContent();
    const next = await makeApp(store.database, {content: {...content, quizzes: [...content.quizzes.slice(0, 2), edited]}});
    try {
      const person = await next.signIn(`edited.${kind}@example.org`);
      expect((await person.send('POST', '/api/records', makeRecord(edited, {drawn: drawn('v2')}))).statusCode).toBe(201);
      const analysis = await ask(await next.signIn('tess@example.org'));
      expect(itemOf(analysis, 'q1')).toMatchObject({itemVersion: 'v2', n: 1, band: 'hidden'});
      expect(itemOf(analysis, 'q1', true)).toMatchObject({itemVersion: 'v1', n: 6});
      expect(analysis.items.at(-1)?.isOld).toBe(true);
      // A question whose wording stayed is one question over both versions of the quiz.
      expect(itemOf(analysis, 'q2').n).toBe(7);
    } finally {
      await next.close();
    }
  });

  test('has enough to show after the sample data, with limits around every facility', async () => {
    expect((await makeSampleData({...service.parts, randomBytes})).ok).toBe(true);
    const analysis = await ask();
    // 80 sample takers, the 16 sample people who reached the assessment, and the seven above.
    expect(analysis.whole).toMatchObject({n: 103, band: 'steady'});
    const asked = analysis.items.filter(({isOld}) => !isOld);
    expect(asked.every(({n}) => n >= 20)).toBe(true);
    expect(asked.every(({statistics}) => statistics !== null && statistics.facility.low <= statistics.facility.value)).toBe(true);
    expect(analysis.whole.whyNoAlpha).toMatch(/drawn from a bank/);
  });
});

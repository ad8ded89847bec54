import {randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import organisation from '#config';
import {deriveQuizzes, SKILLS_CHECK} from '#core/courses/derivedQuizzes.ts';
import {drawItems} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {MyRecords} from '#core/records/api.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import {rebuild} from '#server/tasks/rebuild.ts';
import {makeApp, makeRecord, quizOf} from '../support/app.ts';
import type {Browser, TestApp} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {COURSE, makeAssessment, makeQuestion, WRONG} from '../support/smallContent.ts';
import type {TestContent} from '../support/smallContent.ts';

const LESSONS = ['purpose', 'people', 'time', 'money', 'feedback'];

/** A course of five lessons with two questions each, of which the check asks, and a component without an assessment. */
function makeCheckContent(questions = 2): TestContent {
  const practice = (id: string): Quiz => {
    const items = Array.from({length: questions}, (_, index) => makeQuestion(`${id}-q${index + 1}`));
    return {id, version: `${id}-v${questions}`, title: id, mode: 'practice', pass: null, attempts: null, shuffle: {items: false, options: true}, draw: [{from: items.map((item) => item.id), take: items.length}], items};
  };
  const lesson = (id: string) => ({id, title: id, description: '-', minutes: 5, outcomes: ['plan'], practice: `practice-${id}`});
  const courses = [
    {...COURSE, lessons: LESSONS.map(lesson)},
    {...COURSE, id: 'component', assessment: undefined, lessons: [lesson('extra')], rule: {all: [{lessons: 'all' as const}]}},
  ];
  const quizzes = [...LESSONS, 'extra'].map((id) => practice(`practice-${id}`));
  return {courses, quizzes: [...quizzes, makeAssessment(), ...deriveQuizzes(courses, quizzes, (text) => String(text.length))]};
}

describe.each(KINDS)('the skills check on %s', (kind) => {
  let store: TestDatabase;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase(kind);
    service = await makeApp(store.database, {content: makeCheckContent()});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  /** A check that asked about these lessons, all of it answered rightly but for the questions named. */
  const checkOf = (lessons: readonly string[], {at = '2026-11-22T08:00:00.000Z', missed = [] as string[], unknown = [] as string[]} = {}): LearningRecord => {
    const quiz = quizOf(service.content, SKILLS_CHECK);
    const ids = lessons.flatMap((lesson) => [`practice-${lesson}-q1`, `practice-${lesson}-q2`]);
    const deck = drawItems({...toPublicQuiz(quiz), draw: [{from: quiz.items.map(({id}) => id), take: quiz.items.length}]}, Math.random);
    const record = makeRecord(quiz, {at, drawn: ids.flatMap((id) => deck.find(({itemId}) => itemId === id) ?? [])});
    const responses = Object.fromEntries(Object.entries(record.body.responses).filter(([id]) => !unknown.includes(id)).map(([id, right]) => [id, missed.includes(id) ? WRONG : right]));
    return {...record, body: {...record.body, responses}};
  };
  const recordsOf = async (person: Browser): Promise<MyRecords> => (await person.send('GET', '/api/records')).json<MyRecords>();
  const knownTo = async (person: Browser): Promise<string[]> => (await recordsOf(person)).recognised?.map(({lessonId}) => lessonId) ?? [];

  test('recognises the lessons of which both questions were right, with the check and the day', async () => {
    const ann = await service.signIn('ann@example.org');
    const record = checkOf(LESSONS, {missed: ['practice-people-q2'], unknown: ['practice-time-q1']});
    const answer = await ann.send('POST', '/api/records', record);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<{result: {passed: null; mode: string}}>().result).toMatchObject({passed: null, mode: 'skills-check'});
    const {recognised, completions} = await recordsOf(ann);
    expect(recognised).toEqual(['feedback', 'money', 'purpose'].map((lessonId) => ({courseId: 'planning', lessonId, attemptId: record.id, at: '2026-11-22T08:00:00.000Z'})));
    expect(completions).toEqual([]);
    expect((await ann.send('POST', '/api/records', record)).statusCode).toBe(200);
    expect((await recordsOf(ann)).recognised).toEqual(recognised);
  });

  test('completes the course by lessons recognised, a lesson done and the assessment, in any order, and never without the assessment', async () => {
    const bea = await service.signIn('bea@example.org');
    await bea.send('POST', '/api/records', checkOf(LESSONS, {missed: ['practice-money-q1']}));
    await bea.send('POST', '/api/records', makeRecord(quizOf(service.content, 'practice-money'), {at: '2026-11-22T08:10:00.000Z'}));
    expect((await recordsOf(bea)).completions).toEqual([]);
    await bea.send('POST', '/api/records', makeRecord(quizOf(service.content, 'planning-assessment'), {at: '2026-11-22T08:20:00.000Z'}));
    expect((await recordsOf(bea)).completions).toMatchObject([{courseId: 'planning', completedAt: '2026-11-22T08:20:00.000Z'}]);

    const cy = await service.signIn('cy@example.org');
    await cy.send('POST', '/api/records', makeRecord(quizOf(service.content, 'planning-assessment'), {at: '2026-11-22T07:00:00.000Z'}));
    const receipt = await cy.send('POST', '/api/records', checkOf(LESSONS));
    expect(receipt.json<MyRecords>().completions).toMatchObject([{courseId: 'planning', completedAt: '2026-11-22T08:00:00.000Z'}]);
  });

  test('keeps what one check showed when the next one misses it, and counts it from the earliest', async () => {
    const dee = await service.signIn('dee@example.org');
    const first = checkOf(LESSONS, {at: '2026-11-20T08:00:00.000Z', missed: ['practice-people-q1']});
    await dee.send('POST', '/api/records', first);
    await dee.send('POST', '/api/records', checkOf(LESSONS, {at: '2026-11-21T08:00:00.000Z', missed: ['practice-purpose-q1']}));
    expect(await knownTo(dee)).toEqual(['feedback', 'money', 'purpose', 'time', 'people']);
    expect((await recordsOf(dee)).recognised?.[0]).toMatchObject({attemptId: first.id, at: '2026-11-20T08:00:00.000Z'});
    // Taken offline before both, and sent last.
    const late = checkOf(LESSONS, {at: '2026-11-19T08:00:00.000Z'});
    await dee.send('POST', '/api/records', late);
    expect((await recordsOf(dee)).recognised?.every(({attemptId, at}) => attemptId === late.id && at === '2026-11-19T08:00:00.000Z')).toBe(true);
  });

  test('does not add up single right answers of two checks', async () => {
    const eve = await service.signIn('eve@example.org');
    await eve.send('POST', '/api/records', checkOf(LESSONS, {missed: LESSONS.map((lesson) => `practice-${lesson}-q1`)}));
    await eve.send('POST', '/api/records', checkOf(LESSONS, {missed: LESSONS.map((lesson) => `practice-${lesson}-q2`)}));
    expect(await knownTo(eve)).toEqual([]);
  });

  test('recognises nothing of a component without an assessment, which nothing else would then test', async () => {
    const fay = await service.signIn('fay@example.org');
    expect((await fay.send('POST', '/api/records', checkOf([...LESSONS.slice(0, 4), 'extra']))).statusCode).toBe(201);
    expect(await recordsOf(fay)).toMatchObject({completions: [], recognised: LESSONS.slice(0, 4).map(() => ({courseId: 'planning'}))});
  });

  test('refuses a check of fewer than eight questions', async () => {
    const gil = await service.signIn('gil@example.org');
    const answer = await gil.send('POST', '/api/records', checkOf(LESSONS.slice(0, 3)));
    expect(answer.statusCode).toBe(422);
    expect(await knownTo(gil)).toEqual([]);
  });

  test('shows nobody what another person knows', async () => {
    expect((await service.browser().send('GET', '/api/records')).statusCode).toBe(401);
    expect(await knownTo(await service.signIn('hal@example.org'))).toEqual([]);
  });

  test('makes the same lessons and completions again from the events, after the questions were retired', async () => {
    const all = async () => ({
      recognised: await store.database.query('select * from recognised_lessons order by person_id, course_id, lesson_id'),
      completions: await store.database.query('select * from completions order by person_id, course_id'),
    });
    const before = await all();
    expect(before.recognised.length).toBeGreaterThan(15);
    expect(before.completions).toHaveLength(2);
    const content = makeCheckContent(1);
    const later = await makeApp(store.database, {content, start: new Date('2027-02-01T09:00:00Z')});
    await store.database.run('delete from recognised_lessons; delete from completions;');
    expect(await rebuild({database: store.database, content, organisation, clock: () => later.now(), randomBytes})).toMatchObject({ok: true});
    expect(await all()).toEqual(before);
    await later.close();
  });
});

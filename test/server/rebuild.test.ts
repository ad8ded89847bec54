import {randomBytes} from 'node:crypto';
import {expect, test} from 'vitest';
import organisation from '#config';
import {rebuild} from '#server/tasks/rebuild.ts';
import {makeSampleData} from '#server/tasks/sampleData.ts';
import {appoint} from '#server/tasks/appoint.ts';
import {makeApp, makeRecord, quizOf} from '../support/app.ts';
import {makeAssessment, makeContent} from '../support/smallContent.ts';
import {KINDS, makeDatabase} from '../support/database.ts';

test.each(KINDS)('makes the read tables again exactly as they were, over edited quizzes and courses, on %s', async (kind) => {
  const store = await makeDatabase(kind);
  const {database} = store;
  const all = async () => ({
    attempts: await database.query('select * from attempts order by id'),
    completions: await database.query('select * from completions order by person_id, course_id'),
  });
  const first = await makeApp(database);
  expect((await makeSampleData({...first.parts, randomBytes})).ok).toBe(true);
  const ann = await first.signIn('ann@example.org');
  const days = ['2026-11-20', '2026-11-02', '2026-11-10', '1970-01-01', '2036-01-01'];
  for (const [index, day] of days.entries()) {
    const quiz = quizOf(first.content, ['planning-assessment', 'practice-purpose', 'practice-people', 'planning-assessment', 'practice-purpose'][index] ?? '');
    await ann.send('POST', '/api/records', makeRecord(quiz, {at: `${day}T08:00:00Z`}));
  }
  await first.close();
  // Later the course asks for another lesson, and the assessment is edited; what was complete stays so.
  const content = makeContent();
  const [course] = content.courses;
  if (!course) throw new Error('The tests have no course.');
  content.courses = [{...course, version: 2, lessons: [...course.lessons, {id: 'feedback', title: 'Feedback', description: 'How', minutes: 5, outcomes: ['plan'], practice: 'practice-feedback'}]}];
  content.quizzes = content.quizzes.map((quiz) => (quiz.id === 'planning-assessment' ? makeAssessment('assessment-v2') : quiz));
  const later = await makeApp(database, {content, start: new Date('2027-02-01T09:00:00Z')});
  const ben = await later.signIn('ben@example.org');
  for (const quiz of content.quizzes) await ben.send('POST', '/api/records', makeRecord(quiz, {at: '2027-01-30T09:00:00Z'}));

  const before = await all();
  expect(before.attempts.length).toBeGreaterThan(50);
  expect(before.completions.length).toBeGreaterThan(5);
  await database.run('delete from completions; delete from attempts;');
  const result = await rebuild({database, content, organisation, clock: () => later.now(), randomBytes});
  expect(result).toMatchObject({ok: true, data: {records: before.attempts.length}});
  expect(await all()).toEqual(before);
  await later.close();
  await store.remove();
});

test.each(KINDS)('adds sample data once, plainly marked, on %s', async (kind) => {
  const store = await makeDatabase(kind);
  const service = await makeApp(store.database);
  const parts = {...service.parts, randomBytes};
  expect(await makeSampleData(parts)).toMatchObject({ok: true, data: {people: 24}});
  expect((await makeSampleData(parts)).ok).toBe(false);
  const people = await store.database.query<{email: string; display_name: string}>('select email, display_name from people');
  expect(people.filter(({email, display_name}) => !/^sample\..*@example\.org$/.test(email) || !display_name.startsWith('Sample '))).toEqual([]);
  expect((await store.database.query<{count: number}>('select count(*)::int as count from completions'))[0]?.count).toBe(8);
  await service.close();
  await store.remove();
});

test('appoints the first coordinator, and says what is wrong otherwise', async () => {
  const store = await makeDatabase('postgres');
  const service = await makeApp(store.database);
  expect(await appoint(service.parts, {email: 'Boss@Example.org', role: 'coordinator'})).toEqual({ok: true, message: 'boss@example.org is now a coordinator.', data: {email: 'boss@example.org', role: 'coordinator', directorate: null}});
  expect(await appoint(service.parts, {email: 'boss@example.org', role: 'learner'})).toMatchObject({ok: false, message: expect.stringContaining('last coordinator') as string});
  expect(await appoint(service.parts, {email: 'nonsense', role: 'trainer'})).toMatchObject({ok: false, message: expect.stringContaining('full e-mail address') as string});
  expect(await appoint(service.parts, {email: 'lead@example.org', role: 'lead'})).toMatchObject({ok: false});
  await service.close();
  await store.remove();
});

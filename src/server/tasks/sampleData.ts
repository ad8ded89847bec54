import {drawItems} from '#core/quizzes/attempt.ts';
import type {Responses} from '#core/quizzes/attempt.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Course} from '#core/courses/course.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';
import {applyRecord} from '../records/applyRecord.ts';
import {canonicalHash} from '../records/canonical.ts';
import {makeJoinCode} from '../records/joinCode.ts';
import {addCohort, addMember} from '../repositories/cohorts.ts';
import {changePerson, findOrAddByEmail, setRole} from '../repositories/people.ts';
import {addOnce} from '../repositories/records.ts';
import {rightAnswer} from './rightAnswer.ts';
import type {TaskParts, TaskResult} from './task.ts';

const PEOPLE = 24;

/**
 * Adds people who do not exist, so that a new installation has something to show: "Sample person 01" and so on, one course run, and
 * attempts of which some complete the course. Their addresses end in @example.org, which belongs to nobody (RFC 2606).
 */
export async function makeSampleData(parts: TaskParts): Promise<TaskResult> {
  const {database, content, organisation, clock, randomBytes} = parts;
  const course = content.courses[0];
  if (!course) return {ok: false, message: 'There is no course to make sample records for. Write one under docs/learn/ first.', data: {}};
  const now = clock();
  let records = 0;
  const isNew = await database.transaction(async (tx) => {
    const trainer = await findOrAddByEmail(tx, 'sample.trainer@example.org', now);
    if (trainer.role !== 'learner') return false;
    await changePerson(tx, trainer.id, {displayName: 'Sample trainer'});
    await setRole(tx, trainer, 'trainer', organisation.directorates[0]?.id, null, now);
    const cohortId = makeRecordId(now.getTime(), randomBytes(10));
    await addCohort(tx, {id: cohortId, courseId: course.id, title: 'Sample course run', startsOn: now.toISOString().slice(0, 10), joinCode: makeJoinCode(randomBytes), trainerId: trainer.id}, now);
    for (let number = 1; number <= PEOPLE; number += 1) {
      const name = String(number).padStart(2, '0');
      const person = await findOrAddByEmail(tx, `sample.person.${name}@example.org`, now);
      await changePerson(tx, person.id, {displayName: `Sample person ${name}`, directorate: organisation.directorates[number % organisation.directorates.length]?.id});
      if (number <= 12) await addMember(tx, cohortId, person.id, now);
      records += await addAttempts(tx, parts, course, person.id, number);
    }
    return true;
  });
  if (!isNew) return {ok: false, message: 'The sample data is there already.', data: {}};
  return {ok: true, message: `Added ${PEOPLE} sample people, a sample course run and ${records} attempts. All of them are made up.`, data: {people: PEOPLE, records}};
}

/** A third of the people stop half-way, a third fail the assessment, a third pass. */
async function addAttempts(tx: Queries, {content, clock, randomBytes}: TaskParts, course: Course, personId: string, number: number): Promise<number> {
  const lessons = course.lessons.slice(0, number % 3 === 0 ? Math.ceil(course.lessons.length / 2) : course.lessons.length).map(({practice}) => practice);
  const quizIds = number % 3 === 0 ? lessons : [...lessons, course.assessment];
  const quizzes = quizIds.flatMap((id) => content.quizzes.find((quiz) => quiz.id === id) ?? []);
  for (const [index, quiz] of quizzes.entries()) {
    const at = new Date(clock().getTime() - (quizzes.length - index) * 600_000 - number * 3_600_000).toISOString();
    const record = makeRecord(quiz, at, number % 3 === 1, randomBytes);
    const kept = {id: record.id, personId, at, receivedAt: clock().toISOString(), clockSkewSeconds: 0, record, bodyHash: canonicalHash(record)};
    await addOnce(tx, kept);
    await applyRecord(tx, kept, quiz, content.courses);
  }
  return quizzes.length;
}

function makeRecord(quiz: Quiz, at: string, isRight: boolean, randomBytes: (count: number) => Uint8Array): LearningRecord {
  const drawn = drawItems(toPublicQuiz(quiz), () => Buffer.from(randomBytes(4)).readUInt32BE(0) / 2 ** 32);
  const responses: Responses = {};
  for (const {itemId} of drawn) {
    const item = quiz.items.find((each) => each.id === itemId);
    const given = item && (isRight ? rightAnswer(item) : undefined);
    if (given !== undefined) responses[itemId] = given;
  }
  return {
    id: makeRecordId(Date.parse(at), randomBytes(10)), v: 1, type: 'attempt.submitted', at,
    object: {kind: 'quiz', id: quiz.id, version: quiz.version},
    body: {mode: quiz.mode, drawnBy: 'device', startedAt: at, drawn, responses},
  };
}

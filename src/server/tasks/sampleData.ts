import {drawItems} from '#core/quizzes/attempt.ts';
import type {Random, Responses} from '#core/quizzes/attempt.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {Quiz, VersionedQuestion} from '#core/quizzes/quiz.ts';
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
import {likelyMistake, makeSampleTaker} from './sampleAnswers.ts';
import type {TaskParts, TaskResult} from './task.ts';

const PEOPLE = 24;
/** People who took one assessment and nothing else: enough for figures on each question of a bank from which a third is drawn. */
const TAKERS = 80;

/**
 * Adds people who do not exist, so that a new installation has something to show: "Sample person 01" and so on, one course run, and
 * attempts of which some complete the course. "Sample taker 001" and so on took an assessment once, so that its questions can be
 * analysed. Their addresses end in @example.org, which belongs to nobody (RFC 2606).
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
    records += await addTakers(tx, parts);
    return true;
  });
  if (!isNew) return {ok: false, message: 'The sample data is there already.', data: {}};
  return {ok: true, message: `Added ${PEOPLE} sample people, a sample course run, ${TAKERS} sample takers of an assessment and ${records} attempts. All of them are made up.`, data: {people: PEOPLE, takers: TAKERS, records}};
}

/** A third of the people stop half-way, a third fail the assessment, a third pass. */
async function addAttempts(tx: Queries, parts: TaskParts, course: Course, personId: string, number: number): Promise<number> {
  const {content, clock} = parts;
  const lessons = course.lessons.slice(0, number % 3 === 0 ? Math.ceil(course.lessons.length / 2) : course.lessons.length).map(({practice}) => practice);
  const quizIds = number % 3 === 0 ? lessons : [...lessons, ...(course.assessment === undefined ? [] : [course.assessment])];
  const quizzes = quizIds.flatMap((id) => content.quizzes.find((quiz) => quiz.id === id) ?? []);
  for (const [index, quiz] of quizzes.entries()) {
    const at = new Date(clock().getTime() - (quizzes.length - index) * 600_000 - number * 3_600_000).toISOString();
    await keepAttempt(tx, parts, personId, quiz, at, number % 3 === 1 ? rightAnswer : (question) => likelyMistake(question, diceOf(parts.randomBytes)));
  }
  return quizzes.length;
}

async function addTakers(tx: Queries, parts: TaskParts): Promise<number> {
  const {content, organisation, clock, randomBytes} = parts;
  const assessed = content.courses.find(({assessment}) => assessment !== undefined)?.assessment;
  const quiz = content.quizzes.find(({id}) => id === assessed);
  if (!quiz) return 0;
  for (let number = 1; number <= TAKERS; number += 1) {
    const name = String(number).padStart(3, '0');
    const person = await findOrAddByEmail(tx, `sample.taker.${name}@example.org`, clock());
    await changePerson(tx, person.id, {displayName: `Sample taker ${name}`, directorate: organisation.directorates[number % organisation.directorates.length]?.id});
    await keepAttempt(tx, parts, person.id, quiz, new Date(clock().getTime() - number * 5_400_000).toISOString(), makeSampleTaker(quiz, diceOf(randomBytes)));
  }
  return TAKERS;
}

const diceOf = (randomBytes: TaskParts['randomBytes']): Random => () => Buffer.from(randomBytes(4)).readUInt32BE(0) / 2 ** 32;

type AnswerTo = (question: VersionedQuestion) => Response | undefined;

async function keepAttempt(tx: Queries, {content, clock, randomBytes}: TaskParts, personId: string, quiz: Quiz, at: string, answerTo: AnswerTo): Promise<void> {
  const record = makeRecord(quiz, at, answerTo, randomBytes);
  const kept = {id: record.id, personId, at, receivedAt: clock().toISOString(), clockSkewSeconds: 0, record, bodyHash: canonicalHash(record)};
  await addOnce(tx, kept);
  await applyRecord(tx, kept, quiz, content.courses);
}

function makeRecord(quiz: Quiz, at: string, answerTo: AnswerTo, randomBytes: TaskParts['randomBytes']): LearningRecord {
  const drawn = drawItems(toPublicQuiz(quiz), diceOf(randomBytes));
  const responses: Responses = {};
  for (const {itemId} of drawn) {
    const item = quiz.items.find((each) => each.id === itemId);
    const given = item && answerTo(item);
    if (given !== undefined) responses[itemId] = given;
  }
  return {
    id: makeRecordId(Date.parse(at), randomBytes(10)), v: 1, type: 'attempt.submitted', at,
    object: {kind: 'quiz', id: quiz.id, version: quiz.version},
    body: {mode: quiz.mode, drawnBy: 'device', startedAt: at, drawn, responses},
  };
}

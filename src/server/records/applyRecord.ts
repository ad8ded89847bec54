import type {Course} from '#core/courses/course.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {Queries} from '../database/database.ts';
import {addAttempt} from '../repositories/readTables.ts';
import type {KeptRecord} from '../repositories/records.ts';
import {recognise} from './recognise.ts';
import {quizzesOf, recount} from './recount.ts';
import {toAttemptRow} from './result.ts';

/**
 * Writes what follows from one event into the tables that people read. Used when the event comes in and when the tables are made
 * again, so that both agree. `courses` are those in force when the event was received. `asOf`: marks and judgements that came later are
 * left out; null: none are.
 */
export async function applyRecord(tx: Queries, kept: KeptRecord, quiz: Quiz, courses: readonly Course[], asOf: string | null = null): Promise<void> {
  await addAttempt(tx, kept.personId, toAttemptRow(kept, quiz));
  const recognised = quiz.mode === 'skills-check' ? await recognise(tx, kept, quiz, courses) : [];
  for (const course of courses) {
    const isTouched = quizzesOf(course).includes(quiz.id) || recognised.some(({courseId}) => courseId === course.id);
    if (isTouched) await recount(tx, [kept.personId], course, courses, {asOf});
  }
}

import {standingIn} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {lastMet} from '#core/courses/currency.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {Queries} from '../database/database.ts';
import {addAttempt, addCompletion, findCourseFacts, renewCompletion} from '../repositories/readTables.ts';
import type {KeptRecord} from '../repositories/records.ts';
import {recognise} from './recognise.ts';
import {toAttemptRow} from './result.ts';

/** The quizzes that decide whether a course is complete. */
export function quizzesOf(course: Course): string[] {
  const assessed = course.rule.all.flatMap((rule) => ('quiz' in rule ? [rule.quiz] : []));
  return [...new Set([...course.lessons.map(({practice}) => practice), ...(course.assessment === undefined ? [] : [course.assessment]), ...assessed])];
}

/**
 * Writes what follows from one event into the tables that people read. Used when the event comes in and when the tables are made
 * again, so that both agree. `courses` are those in force when the event was received.
 */
export async function applyRecord(tx: Queries, kept: KeptRecord, quiz: Quiz, courses: readonly Course[]): Promise<void> {
  await addAttempt(tx, kept.personId, toAttemptRow(kept, quiz));
  const recognised = quiz.mode === 'skills-check' ? await recognise(tx, kept, quiz, courses) : [];
  for (const course of courses) {
    const quizIds = quizzesOf(course);
    if (!quizIds.includes(quiz.id) && !recognised.some(({courseId}) => courseId === course.id)) continue;
    const facts = await findCourseFacts(tx, kept.personId, course.id, quizIds);
    const {completedAt} = standingIn(course, facts.first);
    if (completedAt) await addCompletion(tx, kept.personId, {courseId: course.id, courseVersion: course.version, completedAt});
    const metAt = lastMet(course, facts.last);
    const since = completedAt ?? facts.completedAt;
    if (metAt && since && Date.parse(metAt) > Date.parse(since)) await renewCompletion(tx, kept.personId, course.id, metAt);
  }
}

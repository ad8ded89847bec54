import {standingIn} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import type {Queries} from '../database/database.ts';
import {addCompletion, findCourseFacts} from '../repositories/readTables.ts';
import {quizzesOf} from './applyRecord.ts';

/**
 * Looks again whether a person has completed a course, after something other than an attempt changed: a mark of the register, a judged
 * task. Call it in the transaction of that change. `courses` are those in force now; an unknown course changes nothing.
 */
export async function applyTraining(tx: Queries, personId: string, courseId: string, courses: readonly Course[]): Promise<void> {
  const course = courses.find(({id}) => id === courseId);
  if (!course) return;
  const facts = await findCourseFacts(tx, personId, course.id, quizzesOf(course));
  const {completedAt} = standingIn(course, facts.first);
  if (completedAt) await addCompletion(tx, personId, {courseId: course.id, courseVersion: course.version, completedAt});
}

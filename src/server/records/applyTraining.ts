import type {Course} from '#core/courses/course.ts';
import {asksForTraining} from '#core/courses/rule.ts';
import type {Queries} from '../database/database.ts';
import {lockPeople} from '../repositories/training.ts';
import {addAudit} from './audit.ts';
import {recount, recountWaiting} from './recount.ts';
import type {Withdrawn} from './recount.ts';

/** How the audit log names a course. */
export function auditObject(courseId: string): string {
  return `course:${courseId}`;
}

/**
 * Looks again whether people have completed a course, after something other than an attempt changed: marks of the register, a judged task,
 * the sessions of a run. A completion whose rule a correction no longer meets is withdrawn, with an entry in the audit log. Call it in the
 * transaction of that change, once for all people concerned, and after every other lock of that transaction. `courses` are those in force
 * now; an unknown course, and one that asks for nothing of the kind, changes nothing.
 */
export async function applyTraining(tx: Queries, personIds: string | readonly string[], courseId: string, courses: readonly Course[], now: Date): Promise<void> {
  const course = courses.find(({id}) => id === courseId);
  const ids = typeof personIds === 'string' ? [personIds] : [...new Set(personIds)].sort();
  if (!course || !asksForTraining(course.rule) || ids.length === 0) return;
  await lockPeople(tx, ids);
  await noteWithdrawn(tx, await recount(tx, ids, course, courses, {mayWithdraw: true}), now);
}

/**
 * Looks again at the courses that wait for one for which another body's certificate of this person was recognised, or is no longer. Call
 * it in the transaction of that decision, after every other lock of it.
 */
export async function applyRecognition(tx: Queries, personId: string, courseId: string, courses: readonly Course[], now: Date): Promise<void> {
  await lockPeople(tx, [personId]);
  await noteWithdrawn(tx, await recountWaiting(tx, [personId], courseId, courses, {mayWithdraw: true}), now);
}

async function noteWithdrawn(tx: Queries, withdrawn: readonly Withdrawn[], now: Date): Promise<void> {
  for (const {personId, courseId, courseVersion} of withdrawn) {
    await addAudit(tx, {actorId: null, action: 'completion-withdrawn', subjectId: personId, object: auditObject(courseId), detail: {courseVersion}}, now);
  }
}

import type {Course} from '#core/courses/course.ts';
import type {Queries} from '../database/database.ts';
import {applyRecord} from '../records/applyRecord.ts';
import {makeShelf} from '../records/quizShelf.ts';
import {recount, recountWaiting} from '../records/recount.ts';
import {listCoursesServed} from '../repositories/quizVersions.ts';
import type {CourseServed} from '../repositories/quizVersions.ts';
import {emptyReadTables} from '../repositories/readTables.ts';
import {emptyRecognised} from '../repositories/recognised.ts';
import {holdRecords, listRecordsAfter} from '../repositories/records.ts';
import {holdTraining, listMomentsAfter} from '../repositories/training.ts';
import type {TrainingMoment} from '../repositories/training.ts';
import type {TaskParts, TaskResult} from './task.ts';

const BATCH = 500;

/**
 * Makes the tables that people read again from the events: every record is marked by the quiz version it answered, and counted by the
 * course as it was when the record came. Marks of registers, judged tasks and recognised certificates are counted in between, each at the moment when it came in,
 * so that a completion that was withdrawn is withdrawn again; the audit log has the entry already. One transaction: readers see the old
 * tables until the new ones are whole.
 */
export async function rebuild({database, content}: TaskParts): Promise<TaskResult> {
  const shelf = makeShelf(content);
  let records = 0;
  const unmarked: string[] = [];
  await database.transaction(async (tx) => {
    await holdRecords(tx);
    await holdTraining(tx);
    await emptyReadTables(tx);
    await emptyRecognised(tx);
    const served = await listCoursesServed(tx);
    const training = replayTraining(tx, served);
    for (let seq = 0; ;) {
      const batch = await listRecordsAfter(tx, seq, BATCH);
      for (const kept of batch) {
        await training.upTo(kept.receivedAt);
        const quiz = await shelf.find(tx, kept.record.object.id, kept.record.object.version);
        if (quiz) await applyRecord(tx, kept, quiz, coursesAt(served, kept.receivedAt), kept.receivedAt);
        else unmarked.push(kept.id);
      }
      records += batch.length;
      seq = batch.at(-1)?.seq ?? seq;
      if (batch.length < BATCH) break;
    }
    await training.upTo(null);
  });
  if (unmarked.length > 0) return {ok: false, message: `Rebuilt, but the quiz of ${unmarked.length} of ${records} records is not kept: ${unmarked.slice(0, 5).join(', ')}.`, data: {records, unmarked}};
  return {ok: true, message: `Rebuilt attempts and completions from ${records} ${records === 1 ? 'record' : 'records'}.`, data: {records}};
}

/** Counts marks, judged tasks and recognised certificates in the order in which they came. `upTo`: those before a moment; null: all that are left. */
function replayTraining(tx: Queries, served: readonly CourseServed[]): {upTo: (moment: string | null) => Promise<void>} {
  let waiting: TrainingMoment[] = [];
  let last: TrainingMoment | null = null;
  let isRead = false;
  const next = async (): Promise<TrainingMoment | undefined> => {
    if (waiting.length === 0 && !isRead) {
      waiting = await listMomentsAfter(tx, last, BATCH);
      last = waiting.at(-1) ?? last;
      isRead = waiting.length < BATCH;
    }
    return waiting[0];
  };
  return {
    upTo: async (moment) => {
      for (let first = await next(); first !== undefined && (moment === null || first.at < moment); first = await next()) {
        waiting.shift();
        const {at, courseId, personId} = first;
        const courses = coursesAt(served, at);
        const course = courses.find(({id}) => id === courseId);
        if (course) await recount(tx, [personId], course, courses, {asOf: at, mayWithdraw: true});
        // A recognised certificate changes nothing in its own course, and perhaps much in those that wait for it.
        await recountWaiting(tx, [personId], courseId, courses, {asOf: at, mayWithdraw: true});
      }
    },
  };
}

/** The courses in force at a moment: of each the last state that began by then, or its first. */
function coursesAt(served: readonly CourseServed[], moment: string): Course[] {
  const byCourse = new Map<string, CourseServed>();
  for (const state of served) {
    if (!byCourse.has(state.courseId) || state.servedFrom <= moment) byCourse.set(state.courseId, state);
  }
  return [...byCourse.values()].map(({body}) => body);
}

import type {Course} from '#core/courses/course.ts';
import {applyRecord} from '../records/applyRecord.ts';
import {makeShelf} from '../records/quizShelf.ts';
import {listCoursesServed} from '../repositories/quizVersions.ts';
import type {CourseServed} from '../repositories/quizVersions.ts';
import {emptyReadTables} from '../repositories/readTables.ts';
import {emptyRecognised} from '../repositories/recognised.ts';
import {holdRecords, listRecordsAfter} from '../repositories/records.ts';
import type {TaskParts, TaskResult} from './task.ts';

const BATCH = 500;

/**
 * Makes the tables that people read again from the events: every record is marked by the quiz version it answered, and counted by the
 * course as it was when the record came. One transaction: readers see the old tables until the new ones are whole.
 */
export async function rebuild({database, content}: TaskParts): Promise<TaskResult> {
  const shelf = makeShelf(content);
  let records = 0;
  const unmarked: string[] = [];
  await database.transaction(async (tx) => {
    await holdRecords(tx);
    await emptyReadTables(tx);
    await emptyRecognised(tx);
    const served = await listCoursesServed(tx);
    for (let seq = 0; ;) {
      const batch = await listRecordsAfter(tx, seq, BATCH);
      for (const kept of batch) {
        const quiz = await shelf.find(tx, kept.record.object.id, kept.record.object.version);
        if (quiz) await applyRecord(tx, kept, quiz, coursesAt(served, kept.receivedAt));
        else unmarked.push(kept.id);
      }
      records += batch.length;
      seq = batch.at(-1)?.seq ?? seq;
      if (batch.length < BATCH) break;
    }
  });
  if (unmarked.length > 0) return {ok: false, message: `Rebuilt, but the quiz of ${unmarked.length} of ${records} records is not kept: ${unmarked.slice(0, 5).join(', ')}.`, data: {records, unmarked}};
  return {ok: true, message: `Rebuilt attempts and completions from ${records} ${records === 1 ? 'record' : 'records'}.`, data: {records}};
}

/** The courses in force at a moment: of each the last state that began by then, or its first. */
function coursesAt(served: readonly CourseServed[], moment: string): Course[] {
  const byCourse = new Map<string, CourseServed>();
  for (const state of served) {
    if (!byCourse.has(state.courseId) || state.servedFrom <= moment) byCourse.set(state.courseId, state);
  }
  return [...byCourse.values()].map(({body}) => body);
}

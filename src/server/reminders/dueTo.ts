import type {AttemptFact} from '#core/courses/completion.ts';
import {refresherIdOf} from '#core/courses/derivedQuizzes.ts';
import type {Held} from '#core/courses/due.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {listCompletions} from '../repositories/readTables.ts';
import {listLastOf} from '../repositories/reminders.ts';

/** What decides about a person's due dates: the courses on their record, and when they last did each refresher. */
export async function heldBy({shelf}: Pick<Services, 'shelf'>, db: Queries, personId: string): Promise<{held: Held[]; attempts: AttemptFact[]}> {
  const held = (await listCompletions(db, personId)).map(({courseId, completedAt, renewedAt}): Held => ({courseId, by: 'completion', completedAt, renewedAt: renewedAt ?? null}));
  const courses = shelf.courses.filter(({id}) => held.some(({courseId}) => courseId === id));
  return {held, attempts: await listLastOf(db, personId, courses.map(({id}) => refresherIdOf(id)))};
}

import type {RunStandings} from '#core/courses/api.ts';
import {standingsOf} from '#core/courses/runStandings.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {findCourseFacts} from '../repositories/readTables.ts';
import {listMembersWithWithdrawals} from '../repositories/training.ts';
import {auditObject} from './applyTraining.ts';
import {quizzesOf} from './recount.ts';

/** Where every member of a run stands, and who they are. Three questions to the database, however many there are. */
export async function standingsIn({database, shelf, clock}: Pick<Services, 'database' | 'shelf' | 'clock'>, cohort: CohortRow): Promise<{standings: RunStandings; personIds: string[]}> {
  const course = shelf.course(cohort.courseId);
  if (!course) throw new Refusal(404, 'no-such-course', 'The course of this run is no longer on the site, so nothing says what it asks for. Open the run to see who has completed it.');
  const members = await listMembersWithWithdrawals(database, cohort.id, auditObject(course.id));
  const personIds = members.map(({id}) => id);
  const facts = await findCourseFacts(database, personIds, course, quizzesOf(course));
  const known = members.flatMap(({id, name, withdrawnAt}) => {
    const mine = facts.get(id);
    return mine ? [{name, withdrawnAt, attempts: mine.first, training: mine.training, completedAt: mine.held?.completedAt ?? null}] : [];
  });
  const run = {id: cohort.id, title: cohort.title, courseId: course.id, courseTitle: course.title};
  return {standings: {run, ...standingsOf(course, cohort.id, known, clock().toISOString())}, personIds};
}

import type {Person} from '#core/records/api.ts';
import type {Run, RunMember} from '#core/runs/api.ts';
import type {Services} from '../parts.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {Refusal} from '../problem.ts';
import {countBookings} from '../repositories/bookings.ts';
import {countMembers, findCohort, isTrainerOf, listMembers, listTrainers} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';

/** The cohort, when this person may see it: one that they teach, or any for a coordinator. Throws the same 404 for other people's as for none. */
export async function cohortFor({database}: Pick<Services, 'database'>, person: Person, id: string): Promise<CohortRow> {
  const cohort = RecordId.safeParse(id).success ? await findCohort(database, id) : undefined;
  if (!cohort || (person.role !== 'coordinator' && !(await isTrainerOf(database, cohort.id, person.id)))) {
    throw new Refusal(404, 'no-such-cohort', 'You run no course run with this id. Look at the list of your course runs.');
  }
  return cohort;
}

/** Cohorts with their figures and trainers. Cohorts of a course are counted in one query. */
export async function withFigures({database, shelf}: Pick<Services, 'database' | 'shelf'>, rows: readonly CohortRow[]): Promise<Run[]> {
  const ids = rows.map(({id}) => id);
  const courseIds = [...new Set(rows.map(({courseId}) => courseId))];
  const [counts, booked, trainers] = await Promise.all([
    Promise.all(courseIds.map((courseId) => countMembers(database, rows.filter((row) => row.courseId === courseId).map(({id}) => id), shelf.course(courseId)?.assessment ?? ''))),
    countBookings(database, ids),
    listTrainers(database, ids),
  ]);
  const byId = new Map(counts.flat().map((each) => [each.id, each]));
  return rows.map((row) => {
    const {joined = 0, passed = 0, completed = 0} = byId.get(row.id) ?? {};
    const inState = (state: string): number => booked.find((each) => each.id === row.id && each.state === state)?.count ?? 0;
    const {id, courseId, courseVersion, title, startsOn, joinCode, capacity, confirms, isListed, timeZone, revision, cancelledAt, cancelledReason} = row;
    return {
      id, courseId, courseVersion, title, startsOn, joinCode, capacity, confirms, isListed, timeZone, revision, cancelledAt, cancelledReason,
      trainer: {id: row.trainerId, displayName: row.trainerName}, joined, passed, completed, requested: inState('requested'), waiting: inState('waiting'),
      trainers: trainers.filter(({cohortId}) => cohortId === row.id).map((trainer) => ({id: trainer.id, displayName: trainer.displayName, email: trainer.email})),
    };
  });
}

/** The members with how far each has come, never with their answers. */
export async function membersOf({database, shelf}: Pick<Services, 'database' | 'shelf'>, cohort: CohortRow): Promise<RunMember[]> {
  const course = shelf.course(cohort.courseId);
  const lessons = course?.lessons ?? [];
  const members = await listMembers(database, cohort, course?.assessment ?? '', lessons);
  return members.map((member) => ({...member, lessons: lessons.length}));
}

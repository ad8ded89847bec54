import type {Cohort, CohortMember, Person} from '#core/records/api.ts';
import type {Services} from '../parts.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {Refusal} from '../problem.ts';
import {countMembers, findCohort, listMembers} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';

/** The cohort, when this person may see it: their own, or any for a coordinator. Throws the same 404 for other people's as for none. */
export async function cohortFor({database}: Services, person: Person, id: string): Promise<CohortRow> {
  const cohort = RecordId.safeParse(id).success ? await findCohort(database, id) : undefined;
  if (!cohort || (person.role !== 'coordinator' && cohort.trainerId !== person.id)) {
    throw new Refusal(404, 'no-such-cohort', 'You run no course run with this id. Look at the list of your course runs.');
  }
  return cohort;
}

/** Cohorts with their figures. Cohorts of a course are counted in one query. */
export async function withFigures({database, shelf}: Services, rows: readonly CohortRow[]): Promise<Cohort[]> {
  const courseIds = [...new Set(rows.map(({courseId}) => courseId))];
  const counts = await Promise.all(courseIds.map((courseId) => countMembers(
    database, rows.filter((row) => row.courseId === courseId).map(({id}) => id), shelf.course(courseId)?.assessment ?? '',
  )));
  const byId = new Map(counts.flat().map((each) => [each.id, each]));
  return rows.map(({trainerId, trainerName, ...row}) => {
    const {joined = 0, passed = 0, completed = 0} = byId.get(row.id) ?? {};
    return {...row, trainer: {id: trainerId, displayName: trainerName}, joined, passed, completed};
  });
}

/** The members with how far each has come, never with their answers. */
export async function membersOf({database, shelf}: Services, cohort: CohortRow): Promise<CohortMember[]> {
  const course = shelf.course(cohort.courseId);
  const lessons = course?.lessons ?? [];
  const members = await listMembers(database, cohort, course?.assessment ?? '', lessons);
  return members.map((member) => ({...member, lessons: lessons.length}));
}

import * as z from 'zod';
import {Cohort, CohortDetail, CohortList, NewCohort} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {cohortFor, membersOf, withFigures} from '../records/cohorts.ts';
import {nameOfDirectorate} from '../records/directorates.ts';
import {makeJoinCode} from '../records/joinCode.ts';
import {addCohort, findCohort, listCohorts} from '../repositories/cohorts.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const params = z.object({id: z.string()});
const CSV_HEAD = ['Name', 'E-mail', 'Directorate', 'Joined', 'Lessons done', 'Lessons', 'Passed', 'Completed'];

/** Course runs: a trainer sees their own, a coordinator all. */
export function cohortRoutes(app: App, services: Services): void {
  const {database, shelf, clock, randomBytes, organisation} = services;

  app.get('/api/cohorts', {schema: {summary: 'Your course runs', response: answers({200: CohortList})}}, async (request) => {
    const person = personOf(request);
    return {cohorts: await withFigures(services, await listCohorts(database, person.role === 'coordinator' ? null : person.id))};
  });

  app.post('/api/cohorts', {
    schema: {summary: 'Open a course run, once', body: NewCohort, response: answers({200: Cohort, 201: Cohort})},
  }, async (request, reply) => {
    const person = personOf(request);
    const wanted = request.body;
    if (!shelf.course(wanted.courseId)) throw new Refusal(422, 'unknown-course', `There is no course \`${wanted.courseId}\`. Choose one from the list.`, [{field: 'courseId', message: 'Choose a course from the list.'}]);
    const added = await addCohort(database, {...wanted, joinCode: makeJoinCode(randomBytes), trainerId: person.id}, clock());
    const row = await findCohort(database, wanted.id);
    const isSame = row && row.trainerId === person.id && row.courseId === wanted.courseId && row.title === wanted.title && row.startsOn === wanted.startsOn;
    if (!isSame) throw new Refusal(409, 'other-cohort', 'Another course run has this id. Reload the page and open it again.');
    const [cohort] = await withFigures(services, [row]);
    if (!cohort) throw new Error('A course run was added and has no figures.');
    return reply.code(added ? 201 : 200).send(cohort);
  });

  app.get('/api/cohorts/:id', {schema: {summary: 'A course run and its members', params, response: answers({200: CohortDetail})}}, async (request) => {
    const row = await cohortFor(services, personOf(request), request.params.id);
    const [[cohort], members] = await Promise.all([withFigures(services, [row]), membersOf(services, row)]);
    if (!cohort) throw new Error('A course run was found and has no figures.');
    return {cohort, members};
  });

  app.get('/api/cohorts/:id/members.csv', {schema: {summary: 'The members as a file for a spreadsheet', params}}, async (request, reply) => {
    const members = await membersOf(services, await cohortFor(services, personOf(request), request.params.id));
    return sendCsv(reply, 'course-run-members.csv', CSV_HEAD, members.map((member) => [
      member.displayName, member.email, nameOfDirectorate(organisation, member.directorate), member.joinedAt,
      member.lessonsDone, member.lessons, member.passedAt, member.completedAt,
    ]));
  });
}

import * as z from 'zod';
import {MarkAnswer, MarkBatch, MarkChanges, MyAttendance, Register} from '#core/attendance/api.ts';
import {addBatch} from '../attendance/addBatch.ts';
import {attendanceOfPerson, changesOf, registerOf, registerTable} from '../attendance/register.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit, noteLooks} from '../records/audit.ts';
import {cohortFor} from '../records/cohorts.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const params = z.object({id: z.string()});
/** Several trainers of one building share an address. A device sends a batch at a time, and tries every 20 seconds at the most. */
const LIMIT = {rateLimit: {max: 300, timeWindow: 5 * 60_000}};
/** 200 marks with reasons of 200 characters, each at most six letters long in JSON, and the rest. */
const LARGEST_BATCH = 512 * 1024;
const LOOK = 'Register of a course run';

/** The attendance register of a course run, for its trainers and coordinators, and everybody's own attendance. */
export function attendanceRoutes(app: App, services: Services): void {
  const {database, clock} = services;

  app.get('/api/cohorts/:id/register', {schema: {summary: 'The attendance register of a course run', params, response: answers({200: Register})}}, async (request) => {
    const person = personOf(request);
    const register = await registerOf(services, await cohortFor(services, person, request.params.id));
    await noteLooks(database, person.id, register.people.map(({id}) => id), LOOK, clock());
    return register;
  });

  app.post('/api/cohorts/:id/register/marks', {
    config: LIMIT,
    bodyLimit: LARGEST_BATCH,
    schema: {summary: 'Mark attendance, each mark once', params, body: MarkBatch, response: answers({200: MarkAnswer})},
  }, async (request) => {
    const person = personOf(request);
    const cohort = await cohortFor(services, person, request.params.id);
    const {by, marks} = request.body;
    if (by !== undefined && by !== person.id) {
      throw new Refusal(409, 'other-person', 'Somebody else made these marks. They are sent when that person is signed in on the device.');
    }
    return {outcomes: await addBatch(services, person, cohort, marks)};
  });

  app.get('/api/cohorts/:id/register/changes', {
    schema: {summary: 'Every mark of one person in one session, with who made it and when', params, querystring: z.strictObject({person: z.guid(), session: z.guid()}), response: answers({200: MarkChanges})},
  }, async (request) => {
    const person = personOf(request);
    const cohort = await cohortFor(services, person, request.params.id);
    const changes = await changesOf(services, cohort, request.query.person, request.query.session);
    if (changes.length > 0) await noteLooks(database, person.id, [request.query.person], LOOK, clock());
    return {changes};
  });

  app.get('/api/cohorts/:id/register.csv', {schema: {summary: 'The register as a file for a spreadsheet', params}}, async (request, reply) => {
    const person = personOf(request);
    const cohort = await cohortFor(services, person, request.params.id);
    const register = await registerOf(services, cohort);
    const people = register.people.map(({id}) => id);
    await noteLooks(database, person.id, people, LOOK, clock());
    await database.transaction((tx) => addAudit(tx, {actorId: person.id, action: 'list-downloaded', subjectId: null, object: `cohort:${cohort.id}`, detail: {list: 'register', people: people.length}}, clock()));
    const {head, rows} = registerTable(register);
    return sendCsv(reply, 'course-run-register.csv', head, rows);
  });

  app.get('/api/my-attendance', {schema: {summary: 'Your own attendance, with who marked it and when', response: answers({200: MyAttendance})}}, async (request) =>
    attendanceOfPerson(services, personOf(request).id));
}

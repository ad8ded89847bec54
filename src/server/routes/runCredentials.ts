import * as z from 'zod';
import {RunCredentials, RunIssue, RunIssued} from '#core/credentials/api.ts';
import type {CredentialKind} from '#core/credentials/kinds.ts';
import type {Course} from '#core/courses/course.ts';
import {runCredentials} from '../credentials/earned.ts';
import {issueCredential, refuseOwn} from '../credentials/issue.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {noteLooks} from '../records/audit.ts';
import {cohortFor} from '../records/cohorts.ts';
import type {RunRow} from '../repositories/credentials.ts';
import {answers} from './answers.ts';

const params = z.object({id: z.string()});
/** A run of 500 people takes ten requests. */
const LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};

/** Certificates of a course run: who can have which, and issuing them. */
export function runCredentialRoutes(app: App, services: Services): void {
  const {database, shelf, clock} = services;
  const courseOf = (courseId: string): Course => {
    const course = shelf.course(courseId);
    if (!course) throw new Refusal(409, 'course-gone', 'The course of this run is no longer on the site, so no certificates can be issued for it.');
    return course;
  };

  app.get('/api/cohorts/:id/credentials', {schema: {summary: 'Who of a course run can have which certificate', params, response: answers({200: RunCredentials})}}, async (request) => {
    const person = personOf(request);
    const run = await cohortFor(services, person, request.params.id);
    const found = await runCredentials(database, run, courseOf(run.courseId), person.id, clock().toISOString());
    await noteLooks(database, person.id, found.people.map(({personId}) => personId), 'Certificates of a course run', clock());
    return found;
  });

  app.post('/api/cohorts/:id/credentials', {config: LIMIT, schema: {summary: 'Issue certificates to people of a course run, once each', params, body: RunIssue, response: answers({200: RunIssued})}}, async (request) => {
    const person = personOf(request);
    const run = await cohortFor(services, person, request.params.id);
    const {kind, personIds} = request.body;
    if (personIds.includes(person.id)) await refuseOwn(services, person.id, `cohort:${run.id}`);
    return {outcomes: await issueToAll(services, {run, course: courseOf(run.courseId), kind, actorId: person.id}, new Set(personIds))};
  });
}

interface RunIssuing {
  run: RunRow;
  course: Course;
  kind: CredentialKind;
  actorId: string;
}

/** Issues to one person after the other. What is so for one does not stop the others. */
async function issueToAll(services: Services, {run, course, kind, actorId}: RunIssuing, personIds: ReadonlySet<string>): Promise<RunIssued['outcomes']> {
  const {people} = await runCredentials(services.database, run, course, actorId, services.clock().toISOString());
  const outcomes: RunIssued['outcomes'] = [];
  for (const personId of personIds) {
    const member = people.find((each) => each.personId === personId);
    const standing = member?.standings.find((each) => each.kind === kind);
    if (!member || !standing) outcomes.push({personId, outcome: 'refused', why: member ? 'This course gives no such certificate.' : 'This person has no place in the run.'});
    else if (standing.state === 'issued') outcomes.push({personId, outcome: 'already-there', why: null});
    else if (standing.state !== 'ready') outcomes.push({personId, outcome: 'refused', why: standing.why});
    else outcomes.push(await issueToOne(services, {personId, actorId, course, kind, cohortId: run.id, name: member.name, email: null}));
  }
  return outcomes;
}

async function issueToOne(services: Services, wanted: Parameters<typeof issueCredential>[1]): Promise<RunIssued['outcomes'][number]> {
  const {personId} = wanted;
  try {
    const {added} = await issueCredential(services, wanted);
    return {personId, outcome: added ? 'issued' : 'already-there', why: null};
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return {personId, outcome: 'refused', why: error.message};
    throw error;
  }
}

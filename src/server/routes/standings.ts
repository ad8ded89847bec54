import * as z from 'zod';
import {RunStandings} from '#core/courses/api.ts';
import {isLost, writeState} from '#core/courses/runStandings.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {addAudit, noteLooks} from '../records/audit.ts';
import {cohortFor} from '../records/cohorts.ts';
import {standingsIn} from '../records/standings.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const params = z.object({id: z.string()});
/** As the people who were looked at read it. */
const LOOK = 'Standings of a course run';

/** What each person in a course run has done and still needs, for its trainers. */
export function standingRoutes(app: App, services: Services): void {
  const {database, clock} = services;

  app.get('/api/cohorts/:id/standings', {schema: {summary: 'What each member of a course run still needs', params, response: answers({200: RunStandings})}}, async (request) => {
    const person = personOf(request);
    const {standings, personIds} = await standingsIn(services, await cohortFor(services, person, request.params.id));
    await noteLooks(database, person.id, personIds, LOOK, clock());
    return standings;
  });

  app.get('/api/cohorts/:id/standings.csv', {schema: {summary: 'The standings as a file for a spreadsheet', params}}, async (request, reply) => {
    const person = personOf(request);
    const {standings: {run, conditions, people}, personIds} = await standingsIn(services, await cohortFor(services, person, request.params.id));
    await noteLooks(database, person.id, personIds, LOOK, clock());
    await database.transaction((tx) => addAudit(tx, {actorId: person.id, action: 'list-downloaded', subjectId: null, object: `cohort:${run.id}`, detail: {list: 'standings', people: people.length}}, clock()));
    return sendCsv(reply, 'course-run-standings.csv', ['Name', 'Completed at', 'Completion withdrawn at', ...conditions, 'Can no longer be met in this run'], people.map((each) => [
      each.name, each.completedAt, each.withdrawnAt, ...each.states.map(writeState), isLost(each) ? 'Yes' : 'No',
    ]));
  });
}

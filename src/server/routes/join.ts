import * as z from 'zod';
import {Invitation} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {readJoinCode} from '../records/joinCode.ts';
import {addMember, findByJoinCode, isMember, lockAndCount, MOST_MEMBERS} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {answers} from './answers.ts';

const params = z.object({code: z.string()});
/** Codes cannot be guessed at this rate: 6.5 x 10^11 of them. A room of people behind one address gets in. */
const LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};

/** Joining a course run by its code. */
export function joinRoutes(app: App, {database, shelf, clock}: Services): void {
  const find = async (typed: string): Promise<CohortRow> => {
    const code = readJoinCode(typed);
    const cohort = code === null ? undefined : await findByJoinCode(database, code);
    if (!cohort) throw new Refusal(404, 'no-such-code', 'No course run has this code. Check it with your trainer: it has 8 letters and figures.');
    return cohort;
  };
  const show = ({id, courseId, title, startsOn, trainerName}: CohortRow, joined: boolean): Invitation => ({
    cohortId: id, courseId, courseTitle: shelf.course(courseId)?.title ?? courseId, title, startsOn, trainer: trainerName, joined,
  });

  app.get('/api/join/:code', {config: LIMIT, schema: {summary: 'What a join code leads to', params, response: answers({200: Invitation})}}, async (request) => {
    const cohort = await find(request.params.code);
    return show(cohort, request.person !== null && await isMember(database, cohort.id, request.person.id));
  });

  app.post('/api/join/:code', {config: LIMIT, schema: {summary: 'Join a course run, once', params, response: answers({200: Invitation})}}, async (request) => {
    const person = personOf(request);
    const cohort = await find(request.params.code);
    await database.transaction(async (tx) => {
      const count = await lockAndCount(tx, cohort.id);
      if (await isMember(tx, cohort.id, person.id)) return;
      if (count >= MOST_MEMBERS) throw new Refusal(409, 'cohort-full', `This course run is full: it has ${MOST_MEMBERS} people. Ask your trainer to open another.`);
      await addMember(tx, cohort.id, person.id, clock());
    });
    return show(cohort, true);
  });
}

import * as z from 'zod';
import {RunInvitation} from '#core/runs/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {readJoinCode} from '../records/joinCode.ts';
import {findByJoinCode} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {askForPlace} from '../runs/bookings.ts';
import {inviteTo} from '../runs/offers.ts';
import {answers} from './answers.ts';

const params = z.object({code: z.string()});
/** Codes cannot be guessed at this rate: 6.5 x 10^11 of them. A room of people behind one address gets in. */
const LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};

/** Booking a place in a course run by its code. */
export function joinRoutes(app: App, services: Services): void {
  const find = async (typed: string): Promise<CohortRow> => {
    const code = readJoinCode(typed);
    const cohort = code === null ? undefined : await findByJoinCode(services.database, code);
    if (!cohort) throw new Refusal(404, 'no-such-code', 'No course run has this code. Check it with your trainer: it has 8 letters and figures.');
    return cohort;
  };

  app.get('/api/join/:code', {config: LIMIT, schema: {summary: 'What a join code leads to', params, response: answers({200: RunInvitation})}}, async (request) =>
    inviteTo(services, await find(request.params.code), request.person?.id ?? null));

  app.post('/api/join/:code', {config: LIMIT, schema: {summary: 'Book a place in a course run, once', params, response: answers({200: RunInvitation})}}, async (request) => {
    const person = personOf(request);
    const cohort = await find(request.params.code);
    await askForPlace(services, cohort.id, person.id);
    return inviteTo(services, cohort, person.id);
  });
}

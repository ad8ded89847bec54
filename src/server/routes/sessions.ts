import * as z from 'zod';
import {HowMany, PersonNamed, SessionList} from '#core/signIn/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {findByEmail, listSessions, removeSessionOf, removeSessionsOf} from '../repositories/signIn.ts';
import {idleSince, sessionOf} from '../signIn/sessions.ts';
import {answers} from './answers.ts';

/** A whole office may stand behind one address. */
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};
const params = z.strictObject({id: z.string().max(100)});

/** Where somebody is signed in, and ending it. */
export function sessionRoutes(app: App, {database, clock}: Services): void {
  app.get('/api/sessions', {schema: {summary: 'Where you are signed in', response: answers({200: SessionList})}}, async (request) => {
    const now = clock();
    const rows = await listSessions(database, personOf(request).id, idleSince(now), now);
    const here = sessionOf(request).id;
    return {sessions: rows.map(({id, how, strongAt, device, startedAt, lastSeenAt}) => ({id, isThis: id === here, how, isStrong: strongAt !== null, device, startedAt, lastSeenAt}))};
  });

  /** Ends the sessions of a person but one (null: all of them), and writes down who did so. Gives how many. */
  const endAll = (actorId: string, personId: string, except: string | null): Promise<number> => database.transaction(async (tx) => {
    const count = await removeSessionsOf(tx, personId, except);
    if (count > 0) await addAudit(tx, {actorId, action: 'session-ended', subjectId: personId, detail: {count}}, clock());
    return count;
  });

  app.delete('/api/sessions', {config: LIMIT, schema: {summary: 'End every session of yours but this one', response: answers({200: HowMany})}}, async (request) => {
    const {id} = personOf(request);
    return {count: await endAll(id, id, sessionOf(request).id)};
  });

  app.delete('/api/sessions/:id', {config: LIMIT, schema: {summary: 'End one session of yours', params}}, async (request, reply) => {
    const person = personOf(request);
    const {id} = request.params;
    await database.transaction(async (tx) => {
      if (!z.uuid().safeParse(id).success || !await removeSessionOf(tx, person.id, id)) {
        throw new Refusal(404, 'no-such-session', 'You have no session with this id. It may have ended by itself. Load the list again.');
      }
      await addAudit(tx, {actorId: person.id, action: 'session-ended', subjectId: person.id, object: `session:${id}`}, clock());
    });
    return reply.code(204).send();
  });

  app.post('/api/people/session-ends', {
    config: LIMIT,
    schema: {summary: 'End every session of somebody, who then signs in again', body: PersonNamed, response: answers({200: HowMany})},
  }, async (request) => {
    const me = personOf(request);
    const person = await findByEmail(database, request.body.email);
    if (!person) throw new Refusal(404, 'no-such-person', 'Nobody with this address has signed in here or has a role. Check the address.', [{field: 'email', message: 'Nobody here has this address. Check it.'}]);
    // Whoever names themselves keeps the session in which they do so.
    return {count: await endAll(me.id, person.id, person.id === me.id ? sessionOf(request).id : null)};
  });
}

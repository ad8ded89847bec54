import {Me, PersonChange} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {checkDirectorate} from '../records/directorates.ts';
import {changePerson} from '../repositories/people.ts';
import {answers} from './answers.ts';

/** The person signed in, as they see and change themselves. */
export function meRoutes(app: App, {database, organisation}: Services): void {
  app.get('/api/me', {schema: {summary: 'Say who is signed in, or null', response: answers({200: Me})}}, async (request) => ({person: request.person}));

  app.patch('/api/me', {schema: {summary: 'Change your name or directorate', body: PersonChange, response: answers({200: Me})}}, async (request) => {
    const me = personOf(request);
    const {directorate} = request.body;
    checkDirectorate(organisation, directorate);
    // A lead sees the figures of their directorate, so they cannot choose it themselves.
    if ((me.heldRole ?? me.role) === 'lead' && directorate !== undefined && directorate !== me.directorate) {
      throw new Refusal(403, 'lead-directorate', 'You are a lead, so only a coordinator can change your directorate. Ask one to do it.');
    }
    const changed = await changePerson(database, me.id, request.body);
    return {person: changed ? {...me, displayName: changed.displayName, directorate: changed.directorate} : null};
  });
}

import {Person, RoleChange, StaffList} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {giveRole} from '../records/giveRole.ts';
import {listStaff} from '../repositories/people.ts';
import {requireRecentStrong} from '../signIn/sessions.ts';
import {answers} from './answers.ts';

/** People with a role, and giving one. */
export function peopleRoutes(app: App, services: Services): void {
  app.get('/api/people', {schema: {summary: 'Everybody with a role above learner', response: answers({200: StaffList})}}, async () => ({people: await listStaff(services.database)}));

  app.put('/api/people/role', {schema: {summary: 'Give somebody a role', body: RoleChange, response: answers({200: Person})}}, async (request) => {
    requireRecentStrong(services, request);
    return giveRole(services, request.body, personOf(request).id);
  });
}

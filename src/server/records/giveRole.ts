import type * as z from 'zod';
import type {Person, RoleChange} from '#core/records/api.ts';
import type {Parts} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {findOrAddByEmail, lockCoordinators, setRole} from '../repositories/people.ts';
import {checkDomain} from '../signIn/codes.ts';
import {addAudit} from './audit.ts';
import {checkDirectorate} from './directorates.ts';

/**
 * Gives the person with this address a role, whether or not they have signed in yet, and writes down who did so (null: the command
 * line). Throws a 409 instead of taking the role from the last coordinator, and a 422 for a lead without a directorate.
 */
export async function giveRole({database, organisation, clock}: Pick<Parts, 'database' | 'organisation' | 'clock'>, change: z.infer<typeof RoleChange>, changedBy: string | null): Promise<Person> {
  const {email, role, directorate} = change;
  checkDomain(organisation.emailDomains, email);
  checkDirectorate(organisation, directorate);
  return database.transaction(async (tx) => {
    const coordinators = await lockCoordinators(tx);
    const person = await findOrAddByEmail(tx, email, clock());
    if (role !== 'coordinator' && coordinators.includes(person.id) && coordinators.length === 1) {
      throw new Refusal(409, 'last-coordinator', `${email} is the last coordinator, so the role cannot be taken away. Make somebody else a coordinator first.`);
    }
    if (role === 'lead' && !directorate && !person.directorate) {
      const message = 'A lead needs a directorate. Say which one they are to see.';
      throw new Refusal(422, 'no-directorate', message, [{field: 'directorate', message}]);
    }
    const changed = await setRole(tx, person, role, directorate, changedBy, clock());
    if (changed.role !== person.role || changed.directorate !== person.directorate) {
      await addAudit(tx, {actorId: changedBy, action: 'role-given', subjectId: person.id, detail: {from: person.role, to: role, directorate: changed.directorate}}, clock());
    }
    return changed;
  });
}

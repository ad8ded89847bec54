import type {Person} from '../records/api.ts';

/** For how long after two factors were shown a sensitive act is accepted. Practice judgement. */
export const RECENT_MINUTES = 15;

/**
 * The person as they may act. Where a role needs two factors and the session has shown one, the person acts as a learner until they use
 * their passkey: `heldRole` says what they hold. `isRequired`: whether this service insists (OWASP ASVS 5.0, 6.3.3).
 */
export function actingAs(person: Person, isStrong: boolean, isRequired: boolean): Person {
  if (!isRequired || isStrong || person.role === 'learner') return person;
  return {...person, role: 'learner', heldRole: person.role, needsSecondFactor: true};
}

/** Whether two factors were shown within the last 15 minutes. Takes the moment they were, or null for never. */
export function isRecent(strongAt: Date | null, now: Date): boolean {
  return strongAt !== null && now.getTime() - strongAt.getTime() <= RECENT_MINUTES * 60_000;
}

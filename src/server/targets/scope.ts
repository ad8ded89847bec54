import type {Person} from '#core/records/api.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';

/**
 * The directorate whose figures a person gets: a lead's own, whatever they ask for; for a coordinator the one asked for, or null for all.
 * Throws a 403 for a lead who asks for another, in the same words whether or not it exists, or who has none; a 422 for a coordinator who asks for none of ours.
 */
export function scopeOf({organisation}: Pick<Services, 'organisation'>, person: Person, asked: string | undefined): string | null {
  if (person.role === 'coordinator') {
    if (asked !== undefined && !organisation.directorates.some(({id}) => id === asked)) {
      throw new Refusal(422, 'unknown-directorate', 'There is no such directorate. Choose one from the list.', [{field: 'directorate', message: 'Choose a directorate from the list.'}]);
    }
    return asked ?? null;
  }
  if (person.directorate === null) throw new Refusal(403, 'no-directorate', 'You are a lead without a directorate, so there is nothing to show. Ask a coordinator to set yours.');
  if (asked !== undefined && asked !== person.directorate) throw new Refusal(403, 'other-directorate', 'A lead sees their own directorate and no other. Leave the directorate out.');
  return person.directorate;
}

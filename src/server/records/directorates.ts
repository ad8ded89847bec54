import type {Organisation} from '#config';
import {Refusal} from '../problem.ts';

/** Throws a 422 that lists the directorates when the id given is none of them. */
export function checkDirectorate({directorates}: Organisation, id: string | undefined): void {
  if (id === undefined || directorates.some((each) => each.id === id)) return;
  const message = `\`${id}\` is not a directorate here. Use one of: ${directorates.map((each) => each.id).join(', ')}.`;
  throw new Refusal(422, 'unknown-directorate', message, [{field: 'directorate', message}]);
}

/** The directorate's name; for one that was taken out of the configuration, its id. */
export function nameOfDirectorate({directorates}: Organisation, id: string | null): string {
  if (id === null) return 'Not said';
  return directorates.find((each) => each.id === id)?.name ?? id;
}

import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import type {Method} from './method.ts';

/** Takes the methods with the front matter they came from, and gives what is wrong between files: pairs that name no method. */
export function checkCatalogue(entries: readonly {method: Method; source: SourceText}[]): Problem[] {
  const ids = new Set(entries.map(({method}) => method.id));
  return entries.flatMap(({method, source}) =>
    method.pairsWith.flatMap((id, index) => {
      if (id === method.id) return [problemAt(source, ['pairsWith', index], 'A method cannot go with itself. Take it out.')];
      return ids.has(id) ? [] : [problemAt(source, ['pairsWith', index], `\`${id}\` is not a method. Use the name of a file in docs/methods/, without .md.`)];
    }));
}

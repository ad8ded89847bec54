import type {MethodFacts} from '#core/methods/method.ts';

type Source = MethodFacts['sources'][number];

/** A source with the number it is cited by. */
export interface NumberedSource extends Source {
  number: number;
}

/** Sources in the order written, numbered from 1. An entry that only says "practice judgement" is no source. */
export function numberSources(facts: Pick<MethodFacts, 'sources'>): NumberedSource[] {
  return facts.sources
    .filter(({title}) => title.trim().toLowerCase() !== 'practice judgement')
    .map((source, index) => ({...source, number: index + 1}));
}

/** Takes what a fact or a claim names as its sources; gives the numbered ones. Empty means practice judgement. */
export function citedBy(facts: Pick<MethodFacts, 'sources'>, keys: readonly string[] | string | undefined): NumberedSource[] {
  if (!Array.isArray(keys)) return [];
  return numberSources(facts).filter(({key}) => keys.includes(key));
}

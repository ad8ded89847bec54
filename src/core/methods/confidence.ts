import type {MethodSummary} from './method.ts';
import {countInWords} from './words.ts';

/** Facts that the ranking and the mix rest on, by the name an author gives them and the words a reader sees. */
const USED = {
  purposes: 'purposes',
  stages: 'stages',
  audiences: 'audiences',
  participants: 'numbers of people',
  elapsedWeeks: 'weeks',
  costBand: 'cost',
  staffEffort: 'staff time',
  handlesContention: 'fit for a hard subject',
  depth: 'depth',
} as const;
export type UsedFact = keyof typeof USED;

/** How much of the answer rests on practice judgement and how much on sources. */
export interface Confidence {
  /** Facts looked at, over all methods of the mix. */
  facts: number;
  /** Of those, how many no source is named for. */
  judged: number;
  /** For each method of the mix, the facts that are practice judgement, in words. */
  judgedFacts: Record<string, string[]>;
  sentence: string;
}

/** Takes a method's `provenance`; gives the used facts that rest on practice judgement, or that nobody has accounted for. */
export function judgedFactsOf(provenance: Readonly<Record<string, unknown>>): UsedFact[] {
  return (Object.keys(USED) as UsedFact[]).filter((fact) => !Array.isArray(provenance[fact]));
}

/** Takes the methods of a mix; gives what their facts rest on. */
export function confidenceIn(mix: readonly Pick<MethodSummary, 'id' | 'judged'>[]): Confidence {
  const facts = mix.length * Object.keys(USED).length;
  const judged = mix.reduce((sum, method) => sum + method.judged.length, 0);
  return {
    facts,
    judged,
    judgedFacts: Object.fromEntries(mix.map((method) => [method.id, method.judged.map((fact) => USED[fact])])),
    sentence: facts === 0 ? 'No method was recommended, so nothing rests on any fact.'
      : `Of the ${countInWords(facts)} facts behind this mix, ${countInWords(facts - judged)} ${facts - judged === 1 ? 'has' : 'have'} a named source. The rest is practice judgement, and so are the weights. Treat this as advice from a colleague.`,
  };
}

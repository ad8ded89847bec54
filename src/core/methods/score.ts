import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import {PARTS} from './parts.ts';
import {WEIGHTS} from './weights.ts';
import type {PartId} from './weights.ts';

/** What one part of the fit came to, and the words for or against that go with it. */
export interface Part {
  id: PartId;
  /** From `WEIGHTS`. */
  weight: number;
  /** 0 no fit, 1 full fit. */
  value: number;
  for: string[];
  against: string[];
}

/** Words, made only when somebody is to read them: most fits are worked out to be compared and thrown away. */
type Words = (() => string) | undefined;

/** What a part has to say of a method: null when the brief holds no answer to judge it by. */
export type Verdict = {value: number; for?: Words; against?: Words} | null;

/** One part of the fit. Reads the brief and the facts, nothing else. */
export type PartRule = (method: MethodSummary, brief: Asked) => Verdict;

/** A method with its fit. */
export interface Scored {
  id: string;
  /** 0 to 1, to three places. */
  score: number;
  verdicts: [PartId, NonNullable<Verdict>][];
}

/** Takes a method and a brief; gives the fit as the weighted mean of the parts that the brief has answers for. */
export function scoreMethod(method: MethodSummary, brief: Asked): Scored {
  const verdicts: Scored['verdicts'] = [];
  let weight = 0;
  let total = 0;
  for (const [id, rule] of PARTS) {
    const verdict = rule(method, brief);
    if (verdict === null) continue;
    verdicts.push([id, verdict]);
    weight += WEIGHTS[id];
    total += WEIGHTS[id] * verdict.value;
  }
  // Rounded before any comparison, so that the order of adding up can never decide a tie.
  return {id: method.id, score: weight === 0 ? 0 : Math.round((total / weight) * 1000) / 1000, verdicts};
}

/** Takes what each part said; gives it with its weight and in words. */
export function partsOf(verdicts: Scored['verdicts']): Part[] {
  const inWords = (words: Words): string[] => (words === undefined ? [] : [words()]);
  return verdicts.map(([id, verdict]) => ({id, weight: WEIGHTS[id], value: verdict.value, for: inWords(verdict.for), against: inWords(verdict.against)}));
}

/** Best first. Equal scores stand in the order of their ids, so that the same brief always gives the same list. */
export function byScore(a: {id: string; score: number}, b: {id: string; score: number}): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

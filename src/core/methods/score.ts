import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
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

/** What a part has to say of a method: null when the brief holds no answer to judge it by. */
export type Verdict = {value: number; for?: string | undefined; against?: string | undefined} | null;

/** One part of the fit. Reads the brief and the facts, nothing else. */
export type PartRule = (method: MethodSummary, brief: Brief) => Verdict;

/** A method with its fit. */
export interface Scored {
  id: string;
  /** 0 to 1, to three places. */
  score: number;
  parts: Part[];
}

/** Takes a method and a brief; gives the fit as the weighted mean of the parts that the brief has answers for. */
export function scoreMethod(method: MethodSummary, brief: Brief): Scored {
  const parts = PARTS.flatMap(([id, rule]): Part[] => {
    const verdict = rule(method, brief);
    if (verdict === null) return [];
    return [{
      id, weight: WEIGHTS[id], value: verdict.value,
      for: verdict.for === undefined ? [] : [verdict.for],
      against: verdict.against === undefined ? [] : [verdict.against],
    }];
  });
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const total = parts.reduce((sum, part) => sum + part.weight * part.value, 0);
  // Rounded before any comparison, so that the order of adding up can never decide a tie.
  return {id: method.id, score: weight === 0 ? 0 : Math.round((total / weight) * 1000) / 1000, parts};
}

/** Best first. Equal scores stand in the order of their ids, so that the same brief always gives the same list. */
export function byScore(a: {id: string; score: number}, b: {id: string; score: number}): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

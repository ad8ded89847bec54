import type {TaskLevel} from './task.ts';

export const VERDICTS = ['competent', 'not-yet'] as const;
/** What an assessor's levels come to. */
export type Verdict = (typeof VERDICTS)[number];

/**
 * Takes the levels that one assessor gave, one for each criterion; gives what they come to. Competent only when no criterion is "not yet":
 * strength in one place does not make up for what is missing in another (practice judgement). Nobody may override it. Throws a RangeError
 * for no levels at all, which is no judgement.
 */
export function verdictOf(levels: readonly TaskLevel[]): Verdict {
  if (levels.length === 0) throw new RangeError('A judgement has a level for each criterion.');
  return levels.includes('not-yet') ? 'not-yet' : 'competent';
}

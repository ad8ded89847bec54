import type {Group} from './representativenessTable.ts';

/** A group set against the population. Shares are from 0 to 1. */
export interface Measured {
  name: string;
  count: number;
  /** Of those who gave an answer. */
  share: number;
  populationShare: number;
  /** Percentage points: the first share less the second. */
  points: number;
  /** 100: the same share as in the population. Null where the population has none of the group. */
  index: number | null;
  /** People. Above 0: so many more would have matched the population; below 0: so many fewer. The number taking part stays the same. */
  toMatch: number;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/**
 * Sets counts against the population. Takes groups of which at least one has people and one has a population; the guide on equality
 * monitoring explains the index (there as a ratio, 1 for the same).
 */
export function measure(groups: readonly Pick<Group, 'name' | 'count' | 'population'>[]): Measured[] {
  const people = sumOf(groups.map(({count}) => count));
  const population = sumOf(groups.map((group) => group.population));
  return groups.map(({name, count, population: size}) => {
    const share = count / people;
    const populationShare = size / population;
    // In this order, so that counts in the proportions of the population give exactly 100.
    const index = size === 0 ? null : 100 * ((count * population) / (people * size));
    return {name, count, share, populationShare, points: 100 * (share - populationShare), index, toMatch: Math.round((people * size) / population - count) + 0};
  });
}

/** A group under this index deserves a look. Practice judgement, as in the guide on equality monitoring (there 0.8). */
export const LOW_INDEX = 80;

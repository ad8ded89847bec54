import {goodnessOfFit} from './chiSquare.ts';
import type {Fit} from './chiSquare.ts';
import {measure} from './representativenessMeasure.ts';
import type {Measured} from './representativenessMeasure.ts';
import type {CountTable, Group} from './representativenessTable.ts';

/** Why a count is not shown. `small`: it is under the threshold. `hidden`: showing it, or saying that it is small, would give another away. */
export type Withheld = 'small' | 'hidden';

/** A count as it may be published. */
export type Shown = number | Withheld;

export interface PublishedGroup {
  name: string;
  populationShare: number;
  /** Null: withheld. */
  measured: Measured | null;
  withheld: Withheld | null;
}

/**
 * What may be published of a table. Everything in it is worked out from the counts that it shows, so that no share, index or test says
 * more than they do.
 */
export interface Published {
  /** How many gave an answer; `small` when even that is under the threshold. */
  base: number | 'small';
  groups: PublishedGroup[];
  /** The withheld groups as one, where there are any and the others are shown. */
  together: Measured | null;
  /** The test on the groups shown and the withheld ones as one. */
  fit: Fit | null;
  /** Null: the table has no such line. */
  apart: Shown | null;
}

/**
 * What a reader can work out about one of the small groups, given the total: it is from 0 up to the threshold less one, so are the other
 * small ones, and those hidden with them are at least the threshold. Gives how many different numbers remain possible.
 */
export function possibleCounts(left: number, small: number, hidden: number, threshold: number): number {
  const least = hidden > 0 ? 0 : Math.max(0, left - (threshold - 1) * (small - 1));
  const most = Math.min(threshold - 1, left - threshold * hidden);
  return Math.max(0, most - least + 1);
}

/**
 * Takes counts and gives which are withheld. Primary: every count under the threshold. Secondary: as long as the total and the counts shown
 * leave fewer than half the threshold's numbers open for a small group, one more group is hidden. Groups are hidden in the order of their
 * share of the population, smallest first: that is public, so the choice says nothing about the counts. Where no group is left to show, none
 * is called small: the words would narrow the counts down when the total is small too. The method is that of primary and secondary (complementary) suppression: L Willenborg and T de Waal,
 * Elements of Statistical Disclosure Control (2001). How many numbers must stay open is practice judgement.
 */
export function withhold(groups: readonly Pick<Group, 'count' | 'population'>[], threshold: number): (Withheld | null)[] {
  const withheld: (Withheld | null)[] = groups.map(({count}) => (count < threshold ? 'small' : null));
  const small = withheld.filter((each) => each !== null).length;
  if (small === 0) return withheld;
  const queue = groups.map((group, index) => ({...group, index})).filter(({count}) => count >= threshold).sort((a, b) => a.population - b.population || a.index - b.index);
  const leftOver = (): number => groups.reduce((sum, {count}, index) => (withheld[index] === null ? sum : sum + count), 0);
  for (let hidden = 0; possibleCounts(leftOver(), small, hidden, threshold) < threshold / 2; hidden += 1) {
    const next = queue[hidden];
    if (!next) break;
    withheld[next.index] = 'hidden';
  }
  return withheld.includes(null) ? withheld : groups.map(() => 'hidden');
}

/** What may be published of a table. `hideApart`: whether "prefer not to say" is small in this or another table of the report. */
export function publish({groups, apart}: CountTable, threshold: number, hideApart: boolean): Published {
  const people = groups.reduce((sum, {count}) => sum + count, 0);
  const whole = measure(groups);
  const withheld: (Withheld | null)[] = people < threshold ? groups.map(() => 'hidden') : withhold(groups, threshold);
  const open = groups.filter((_, index) => withheld[index] === null);
  const closed = groups.filter((_, index) => withheld[index] !== null);
  const merged = closed.length === 0 ? [] : [{
    name: 'Groups not shown, together',
    count: closed.reduce((sum, {count}) => sum + count, 0), population: closed.reduce((sum, {population}) => sum + population, 0),
  }];
  const measured = measure([...open, ...merged]);
  const shown = measured.slice(0, open.length);
  return {
    base: people < threshold ? 'small' : people,
    groups: whole.map(({name, populationShare}, index) => ({
      name, populationShare, withheld: withheld[index] ?? null, measured: withheld[index] === null ? shown[open.findIndex((group) => group === groups[index])] ?? null : null,
    })),
    together: open.length > 0 ? measured[open.length] ?? null : null,
    fit: open.length === 0 ? null : goodnessOfFit(measured.map(({count}) => count), measured.map(({populationShare}) => populationShare)),
    apart: apart === null ? null : apart.count < threshold ? 'small' : hideApart ? 'hidden' : apart.count,
  };
}

/**
 * Publishes all tables of a report. Every table counts the same people, so one that shows how many preferred not to say tells how many
 * took part, and with that the small number in another. They are shown in all tables or in none.
 */
export function publishAll(tables: readonly CountTable[], threshold: number): Published[] {
  const hideApart = tables.some(({apart}) => apart !== null && apart.count < threshold);
  return tables.map((table) => publish(table, threshold, hideApart));
}

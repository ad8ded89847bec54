import type {CountTable} from './representativenessTable.ts';

/**
 * Shares out whole places by the largest remainder method (A Hamilton, report on apportionment, 1792; T Hare, 1859): each group gets the
 * whole part of its exact share, and those with the largest remainders one more until all are given. Equal remainders go by the order of
 * the list. The places add up, and each group is less than one place from its exact share. Weights at least 0, one of them above 0.
 */
export function shareOut(places: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (places * weight) / all);
  // An exact share that is whole must not fall short by a rounding error of the machine.
  const given = exact.map((share) => (Math.abs(share - Math.round(share)) < 1e-9 ? Math.round(share) : Math.floor(share)));
  const order = exact.map((share, index) => ({index, remainder: share - (given[index] ?? 0)})).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = places - given.reduce((sum, each) => sum + each, 0);
  for (const {index} of order.slice(0, Math.max(0, left))) given[index] = (given[index] ?? 0) + 1;
  return given;
}

export interface PlannedGroup {
  name: string;
  stay: number;
  /** Members when the panel matches the population at the wanted size. */
  wanted: number;
  recruit: number;
  /** How many to ask to rest. */
  rest: number;
  /** Members once the plan is done. */
  after: number;
  /** The group has its share already. */
  isFull: boolean;
}

export interface Plan {
  groups: PlannedGroup[];
  size: number;
  recruit: number;
  rest: number;
  /** Members once the plan is done. More than `size` when everybody stays and they are too many already. */
  after: number;
  /** The size at which the panel matches the population and nobody has to rest. Null: there is none, or it is the wanted size. */
  sizeForAll: number | null;
  /** Members who stay and preferred not to say their group: they are outside the plan. */
  outside: number;
}

/** Largest panel that is planned for. */
export const LARGEST_PANEL = 1_000_000;

/** Reads a typed panel size. Null while nothing is typed; otherwise the size or what is wrong with it. */
export function readPanelSize(typed: string): {size: number} | {fault: string} | null {
  const text = typed.trim().replace(/^(\d{1,3})((?:[ ,]\d{3})+)$/, (_, first: string, rest: string) => first + rest.replace(/[ ,]/g, ''));
  if (text === '') return null;
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < 1 || size > LARGEST_PANEL) return {fault: 'Write the size of the panel as a whole number from 1 to 1,000,000.'};
  return {size};
}

/**
 * Plans whom to recruit. `rest`: groups over their share come down to it, and the panel matches the population at the wanted size.
 * `stay`: nobody leaves; the free places go to the other groups, in proportion to the population as far as who stays allows.
 */
export function planRefresh({groups, apart}: Pick<CountTable, 'groups' | 'apart'>, size: number, surplus: 'stay' | 'rest'): Plan {
  const weights = groups.map(({population}) => population);
  const wanted = shareOut(size, weights);
  const goals = surplus === 'rest' ? wanted : sharedAround(groups.map(({stay}) => stay), weights, size);
  const planned = groups.map(({name, stay}, index): PlannedGroup => {
    const goal = goals[index] ?? 0;
    const target = wanted[index] ?? 0;
    const recruit = Math.max(0, goal - stay);
    const rest = surplus === 'rest' ? Math.max(0, stay - goal) : 0;
    return {name, stay, wanted: target, recruit, rest, after: stay + recruit - rest, isFull: stay >= target};
  });
  const total = (key: 'recruit' | 'rest' | 'after'): number => planned.reduce((sum, group) => sum + group[key], 0);
  return {
    groups: planned, size, recruit: total('recruit'), rest: total('rest'), after: total('after'),
    sizeForAll: planned.some(({stay, wanted: target}) => stay > target) ? sizeWithoutRest(groups) : null,
    outside: apart?.stay ?? 0,
  };
}

/** Goals that are never below who stays: groups over their share are set aside with what they have, and the rest is shared out anew. */
function sharedAround(stay: readonly number[], weights: readonly number[], size: number): number[] {
  const goals = [...stay];
  let open = stay.map((_, index) => index).filter((index) => (weights[index] ?? 0) > 0);
  let places = size - stay.reduce((sum, each, index) => sum + (open.includes(index) ? 0 : each), 0);
  while (open.length > 0 && places > 0) {
    const given = shareOut(places, open.map((index) => weights[index] ?? 0));
    const over = open.filter((index, at) => (stay[index] ?? 0) > (given[at] ?? 0));
    if (over.length === 0) {
      open.forEach((index, at) => { goals[index] = given[at] ?? 0; });
      break;
    }
    places -= over.reduce((sum, index) => sum + (stay[index] ?? 0), 0);
    open = open.filter((index) => !over.includes(index));
  }
  return goals;
}

/** The smallest size at which every group's exact share, rounded down, holds all who stay. Null when a group is no part of the population. */
function sizeWithoutRest(groups: CountTable['groups']): number | null {
  const all = groups.reduce((sum, {population}) => sum + population, 0);
  const sizes = groups.map(({stay, population}) => (stay === 0 ? 0 : population === 0 ? Infinity : Math.ceil((stay * all) / population - 1e-9)));
  const size = Math.max(...sizes);
  return Number.isFinite(size) ? size : null;
}

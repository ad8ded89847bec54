import type {Method} from './method.ts';
import {AUDIENCES, bandOf, COST_BANDS, DECISION_STAGES, PURPOSES} from './vocabulary.ts';
import type {Audience, DecisionStage, Level, Purpose} from './vocabulary.ts';
import {upperFirst, weeksInWords} from './words.ts';

/** The levels of the IAP2 spectrum, each with what it asks of people. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  inform: 'Inform: tell people',
  consult: 'Consult: ask for views',
  involve: 'Involve: work on it with people',
  collaborate: 'Collaborate: shape the answer together',
  empower: 'Empower: let people decide',
};

export const WAYS = {'face-to-face': 'Face to face', remote: 'At a distance'} as const;
export type Way = keyof typeof WAYS;

/** The bands that a limit of money can be set at. The highest band is no limit. */
export const BUDGETS = [1, 2, 3, 4] as const;

/** The limits of time that are offered. An address may hold any other whole number. */
export const WEEK_LIMITS = [1, 2, 4, 6, 8, 12, 16, 20, 26] as const;

/**
 * What a reader has chosen in the list of methods. A method must fit all of it, in every field, so each choice shortens the list or
 * leaves it as it is. One rule for every control: nobody has to guess whether two ticks mean "and" or "or".
 */
export interface MethodFilter {
  /** As typed. */
  words: string;
  level: readonly Level[];
  purpose: readonly Purpose[];
  /** Groups that the method suits. */
  audience: readonly Audience[];
  way: readonly Way[];
  stage: DecisionStage | null;
  /** The highest cost band; null for no limit. */
  budget: number | null;
  /** The most weeks there are; null for no limit. */
  weeks: number | null;
}

export const NO_FILTER: MethodFilter = {words: '', level: [], purpose: [], audience: [], way: [], stage: null, budget: null, weeks: null};

/** What the filter reads of a method. */
export type FilteredMethod = Pick<Method,
  'title' | 'description' | 'level' | 'purposes' | 'audiences' | 'faceToFace' | 'remote' | 'stages' | 'costBand' | 'elapsedWeeks'> & {aka: readonly string[]};

/** Does the method fit everything that was chosen? Time counts from the shortest that the method takes, as in the selector. */
export function fitsFilter(method: FilteredMethod, filter: MethodFilter): boolean {
  return hasWords(method, filter.words)
    && filter.level.every((level) => method.level.includes(level))
    && filter.purpose.every((purpose) => method.purposes.includes(purpose))
    && filter.audience.every((audience) => method.audiences.goodFor.includes(audience))
    && filter.way.every((way) => (way === 'remote' ? method.remote : method.faceToFace))
    && (filter.stage === null || method.stages.includes(filter.stage))
    && (filter.budget === null || method.costBand <= filter.budget)
    && (filter.weeks === null || method.elapsedWeeks.min <= filter.weeks);
}

/** How many methods fit when this is chosen as well. */
export function countWith(methods: readonly FilteredMethod[], filter: MethodFilter, change: Partial<MethodFilter>): number {
  const changed = {...filter, ...change};
  return methods.filter((method) => fitsFilter(method, changed)).length;
}

/** Does every word typed stand in the title, the description or another name? */
function hasWords({title, description, aka}: FilteredMethod, words: string): boolean {
  const wanted = plain(words);
  if (wanted === '') return true;
  const text = plain([title, description, ...aka].join(' '));
  return wanted.split(' ').every((word) => text.includes(word));
}

/** Small letters without accents, apostrophes and hyphens, so that "cafe", "citizens jury" and "drop in" find what they mean. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').replace(/[^\p{L}\p{N}£]+/gu, ' ').trim().toLowerCase();
}

/** One thing that was chosen, with the filter as it would be without it. */
export interface Choice {
  id: string;
  /** As the control says it. */
  label: string;
  /** As it stands inside a sentence. */
  quoted: string;
  without: MethodFilter;
}

/** Everything that was chosen, in the order of the controls. Empty when nothing is filtered. */
export function choicesOf(filter: MethodFilter): Choice[] {
  const words = filter.words.trim();
  const choice = (id: string, label: string, change: Partial<MethodFilter>): Choice => ({id, label, quoted: `“${label}”`, without: {...filter, ...change}});
  const ticks = <K extends 'level' | 'purpose' | 'audience' | 'way'>(field: K, labels: Readonly<Record<MethodFilter[K][number], string>>): Choice[] => {
    const ticked: readonly MethodFilter[K][number][] = filter[field];
    return ticked.map((term) => choice(`${field}:${term}`, labels[term], {[field]: ticked.filter((each) => each !== term)}));
  };
  return [
    ...(plain(words) === '' ? [] : [{...choice('words', `Words: ${words}`, {words: ''}), quoted: `the words “${words}”`}]),
    ...(filter.budget === null ? [] : [choice('budget', budgetInWords(filter.budget), {budget: null})]),
    ...(filter.weeks === null ? [] : [choice('weeks', weekLimitInWords(filter.weeks), {weeks: null})]),
    ...(filter.stage === null ? [] : [choice('stage', DECISION_STAGES[filter.stage], {stage: null})]),
    ...ticks('way', WAYS),
    ...ticks('level', LEVEL_WORDS),
    ...ticks('purpose', PURPOSES),
    ...ticks('audience', AUDIENCES),
  ];
}

/** A limit of money as the control says it: "Under £1,000", "Up to £5,000". */
export function budgetInWords(band: number): string {
  return upperFirst(COST_BANDS[bandOf(band)].replace(/^.* to /, 'up to '));
}

/** A limit of time as the control says it. */
export function weekLimitInWords(weeks: number): string {
  return `Within ${weeksInWords(weeks)}`;
}

/** A way out of an empty list: what to take off, and how many methods there are then. */
export interface Loosening {
  /** In the words of a sentence; one or two. */
  takeOff: string[];
  filter: MethodFilter;
  count: number;
}

/**
 * Takes a filter that nothing fits. Gives the single choices that bring methods back when taken off, the most methods first, `most` of
 * them at the outside; pairs of choices when no single one does; nothing when no pair does.
 */
export function loosenings(methods: readonly FilteredMethod[], filter: MethodFilter, most = 4): Loosening[] {
  const choices = choicesOf(filter);
  const one = choices.map(({quoted, without}) => loosening(methods, [quoted], without));
  const best = pickBest(one, most);
  if (best.length > 0) return best;
  return pickBest(choices.flatMap((first, index) =>
    choicesOf(first.without).slice(index).map((second) => loosening(methods, [first.quoted, second.quoted], second.without))), most);
}

function loosening(methods: readonly FilteredMethod[], takeOff: string[], filter: MethodFilter): Loosening {
  return {takeOff, filter, count: countWith(methods, filter, {})};
}

function pickBest(all: readonly Loosening[], most: number): Loosening[] {
  return all.filter(({count}) => count > 0).sort((a, b) => b.count - a.count).slice(0, most);
}

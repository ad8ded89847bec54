import type {Band, OptionFigures} from '../itemAnalysisApi.ts';
import type {Asked} from './attempts.ts';
import type {Choice} from './choices.ts';
import {isClearlyHigher, isClearlyMore, meanOf} from './statistics.ts';

/** The mean of fewer people than this says too much about each of them. Practice judgement. */
const FEWEST_FOR_MEAN = 5;

const restsOf = (answers: readonly Asked[]): number[] => answers.flatMap(({rest}) => (rest === null ? [] : [rest]));

/** How many chose each option, what share that is, and how they did on the other questions. */
export function countOptions(choices: readonly Choice[], answers: readonly Asked[], band: Band): OptionFigures[] {
  const hasStatistics = band === 'early' || band === 'steady';
  return choices.map((choice) => {
    const choosers = answers.filter(({chosen}) => chosen.includes(choice.id));
    const rests = restsOf(choosers);
    return {
      ...choice,
      count: band === 'hidden' ? null : choosers.length,
      share: hasStatistics ? choosers.length / answers.length : null,
      meanRest: hasStatistics && rests.length >= FEWEST_FOR_MEAN ? meanOf(rests) : null,
    };
  });
}

/** A wrong option that draws too many people, or the wrong ones. */
export interface Suspect {
  choice: Choice;
  kind: 'preferred' | 'stronger';
  /** People, or mean share of the other marks, of those who chose it. */
  its: number;
  /** The same of those it is held against. */
  others: number;
  /** Those who chose a right option, or those who answered and left this one alone. */
  against: 'right' | 'rest';
  /** Clear of chance at 95%. */
  isClear: boolean;
}

/**
 * The wrong options that more people chose than a right one, or whose choosers did better elsewhere. Where several are right, an option
 * is held against the right one with the fewest choosers, and its choosers against those who answered and left it alone; otherwise
 * against the right option and its choosers.
 */
export function findSuspects(choices: readonly Choice[], answers: readonly Asked[]): Suspect[] {
  const has = (choice: Choice) => ({chosen}: Asked): boolean => chosen.includes(choice.id);
  const hasNot = (choice: Choice) => ({chosen}: Asked): boolean => !chosen.includes(choice.id);
  const rights = choices.filter(({isRight}) => isRight);
  const [right] = [...rights].sort((a, b) => answers.filter(has(a)).length - answers.filter(has(b)).length);
  if (!right) return [];
  return choices.filter(({isRight}) => !isRight).flatMap((choice): Suspect[] => {
    const its = answers.filter(has(choice));
    const more = answers.filter(has(right));
    // Those who chose both, or neither, say nothing about which of the two is preferred.
    const isClear = isClearlyMore(its.filter(hasNot(right)).length, more.filter(hasNot(choice)).length);
    const preferred: Suspect[] = its.length > more.length ? [{choice, kind: 'preferred', its: its.length, others: more.length, against: 'right', isClear}] : [];
    const mine = restsOf(its);
    const against = rights.length === 1 ? 'right' : 'rest';
    const theirs = restsOf(against === 'right' ? more : answers.filter(({isLeftOpen}) => !isLeftOpen).filter(hasNot(choice)));
    if (Math.min(mine.length, theirs.length) < FEWEST_FOR_MEAN || meanOf(mine) <= meanOf(theirs)) return preferred;
    return [...preferred, {choice, kind: 'stronger', its: meanOf(mine), others: meanOf(theirs), against, isClear: isClearlyHigher(mine, theirs)}];
  });
}

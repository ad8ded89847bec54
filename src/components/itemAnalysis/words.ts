import type {Estimate, ItemFigures, Severity} from '#core/quizzes/itemAnalysisApi.ts';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {serious: 'Serious', look: 'Worth a look', note: 'For your information'};

export const TYPE_WORDS: Readonly<Record<ItemFigures['type'], string>> = {
  single: 'One answer', multi: 'Several answers', 'true-false': 'True or false', match: 'Match', order: 'Order', gap: 'Fill the gaps',
  numeric: 'A number', 'short-text': 'A few words', scenario: 'Scenario', reflection: 'Reflection',
};

/** A share as whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A figure between −1 and 1 with two decimals and a true minus. */
export function figure(value: number): string {
  return value.toFixed(2).replace(/^-(?=0\.00$)/, '').replace('-', '−');
}

/** A figure with its limits, for instance `62% (48% to 74%)`. */
export function withLimits({value, low, high}: Estimate, write: (value: number) => string): string {
  return `${write(value)} (${write(low)} to ${write(high)})`;
}

/** `1 person`, `2 people`. */
export function people(n: number): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? 'person' : 'people'}`;
}

const LONGEST_STEM = 90;

/** The beginning of a question, cut between words. */
export function shortStem(stem: string): string {
  return stem.length <= LONGEST_STEM ? stem : `${stem.slice(0, LONGEST_STEM).replace(/\s+\S*$/, '')}…`;
}

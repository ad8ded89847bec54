import {WORDS_TO_AVOID} from './lists/wordsToAvoid.ts';
import type {WordToAvoid} from './lists/wordsToAvoid.ts';

/** A word of the list where it stands. */
export interface FoundWord {
  entry: WordToAvoid;
  /** As it was written. */
  found: string;
  /** Characters from the start of the text. */
  offset: number;
}

const PATTERNS = WORDS_TO_AVOID.map((entry) => ({
  entry,
  pattern: whole(entry.forms),
  allowed: entry.unless === undefined ? undefined : whole(entry.unless),
}));

/** Takes a text. Gives every word of the list in it, in the order of the list, without those that stand in a phrase where they are exact. */
export function wordsToAvoidIn(text: string): FoundWord[] {
  return PATTERNS.flatMap(({entry, pattern, allowed}) => {
    const free = allowed ? [...text.matchAll(allowed)].map((match) => [match.index, match.index + match[0].length] as const) : [];
    return [...text.matchAll(pattern)]
      .filter(({index}) => !free.some(([from, to]) => index >= from && index < to))
      .map((match): FoundWord => ({entry, found: match[0], offset: match.index}));
  });
}

function whole(forms: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.replace(/ /g, '\\s+')})(?![\\p{L}\\p{N}])`, 'giu');
}

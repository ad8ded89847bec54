import {AUDIENCES, bandOf, COST_BANDS, GEOGRAPHIES, PURPOSES, STAFF_EFFORTS} from './vocabulary.ts';
import type {Audience, Geography, Purpose} from './vocabulary.ts';

/** Audiences whose first word is a name and keeps its capital in a sentence. */
const NAMES: ReadonlySet<Audience> = new Set(['deaf-bsl-users', 'gypsy-roma-traveller', 'lgbt-people']);

/** Gives "a", "a and b" or "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** The same, cut after `most` items with the number left over. */
export function shortListInWords(items: readonly string[], most: number): string {
  const left = items.length - most;
  return left <= 0 ? listInWords(items) : listInWords([...items.slice(0, most), `${left} more`]);
}

/** An audience as it stands inside a sentence. */
export function audienceInWords(audience: Audience): string {
  return NAMES.has(audience) ? AUDIENCES[audience] : lowerFirst(AUDIENCES[audience]);
}

/** Audiences as they stand inside a sentence. */
export function audiencesInWords(audiences: readonly Audience[]): string {
  const phrases = audiences.map(audienceInWords);
  // Some names hold an "and" of their own, so a list of them needs semicolons to be read.
  return phrases.length > 1 && phrases.some((phrase) => phrase.includes(' and '))
    ? `${phrases.slice(0, -1).join('; ')}; and ${phrases.at(-1) ?? ''}`
    : listInWords(phrases);
}

/** A purpose as it stands inside a sentence. */
export function purposeInWords(purpose: Purpose): string {
  return lowerFirst(PURPOSES[purpose]);
}

/** A place as it stands inside a sentence. */
export function geographyInWords(geography: Geography): string {
  return lowerFirst(GEOGRAPHIES[geography]);
}

/** A cost band in pounds. */
export function costInWords(band: number): string {
  return COST_BANDS[bandOf(band)];
}

/** A staff effort band as time. */
export function effortInWords(band: number): string {
  return STAFF_EFFORTS[bandOf(band)];
}

/** "1 week" or "4 weeks". */
export function weeksInWords(weeks: number): string {
  return weeks === 1 ? '1 week' : `${weeks} weeks`;
}

/** "3 to 10 weeks", or "4 weeks" when both ends are the same. */
export function weekRangeInWords({min, max}: {min: number; max: number}): string {
  return min === max ? weeksInWords(min) : `${min} to ${weeksInWords(max)}`;
}

/** A count with commas, for instance 20,000. Written by hand so that server and browser always agree. */
export function countInWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 person" or "1,200 people". */
export function peopleInWords(count: number): string {
  return count === 1 ? '1 person' : `${countInWords(count)} people`;
}

/** A sentence or heading with its first letter small, unless it starts with an abbreviation such as TUPE. */
export function lowerFirst(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A sentence with its first letter large. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

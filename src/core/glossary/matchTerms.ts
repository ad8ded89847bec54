/** What a name in a text stands for. */
export interface Target {
  kind: 'term' | 'method';
  id: string;
}

/** A way of writing a target. */
export interface Name {
  /**
   * Without a capital it is found however the text writes it. With one it is a name, found only so written: "Easy Read" is not "easy
   * read". A first letter that is small may be a capital at the start of a sentence.
   */
  text: string;
  target: Target;
  /** True for an abbreviation: found only in these very letters. */
  exact?: boolean;
}

/** A piece of a text. The pieces put together are the text. */
export interface Part {
  text: string;
  target?: Target;
}

/** Names by their first word, the longest first: what `splitText` looks up. */
export type NameIndex = ReadonlyMap<string, readonly {pattern: RegExp; name: Name}[]>;

const FIRST_WORD = /^[\p{L}\p{M}\p{N}_]+/u;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** Part of a longer word: "non-response" holds no "response". A possessive is not: "consultee's" holds "consultee". */
const CONTINUED = /[\p{L}\p{M}\p{N}_][-‑'’]$/u;
const CONTINUES = /^(?:[\p{L}\p{M}\p{N}_]|[-‑][\p{L}\p{M}\p{N}_])/u;
/** Enough of the text beside a place for the two patterns above: a sign and a letter, which may be two units long. */
const BESIDE = 3;

/** Takes every name there is; gives them ready for looking up. Throws for a name that does not begin with a letter or a digit. */
export function indexNames(names: readonly Name[]): NameIndex {
  const index = new Map<string, {pattern: RegExp; name: Name}[]>();
  for (const name of [...names].sort((a, b) => b.text.length - a.text.length)) {
    const first = FIRST_WORD.exec(name.text)?.[0].toLowerCase();
    if (first === undefined) throw new Error(`\`${name.text}\` does not begin with a letter or a digit, so no text can hold it as a word.`);
    index.set(first, [...index.get(first) ?? [], {pattern: patternOf(name), name}]);
  }
  return index;
}

/**
 * Takes a text and the names to look for. At each place the longest name wins, and what it covers is looked at no further, so that no
 * name is found inside another. `take` is asked once for each name found, from left to right; where it says no, the words stay plain.
 */
export function splitText(text: string, names: NameIndex, take: (target: Target) => boolean): Part[] {
  const parts: Part[] = [];
  let plainFrom = 0;
  let searchFrom = 0;
  for (const {index: at, 0: word} of text.matchAll(WORD)) {
    if (at < searchFrom || CONTINUED.test(text.slice(Math.max(0, at - BESIDE), at))) continue;
    const found = longestAt(text, at, names.get(word.toLowerCase()) ?? []);
    if (!found) continue;
    searchFrom = at + found.words.length;
    if (isPartOfName(text, at, found) || !take(found.name.target)) continue;
    if (at > plainFrom) parts.push({text: text.slice(plainFrom, at)});
    parts.push({text: found.words, target: found.name.target});
    plainFrom = searchFrom;
  }
  if (plainFrom < text.length) parts.push({text: text.slice(plainFrom)});
  return parts;
}

interface Found {
  words: string;
  name: Name;
}

function longestAt(text: string, at: number, candidates: readonly {pattern: RegExp; name: Name}[]): Found | undefined {
  for (const {pattern, name} of candidates) {
    pattern.lastIndex = at;
    const words = pattern.exec(text)?.[0];
    if (words !== undefined && !CONTINUES.test(text.slice(at + words.length, at + words.length + BESIDE))) return {words, name};
  }
  return undefined;
}

/**
 * "Plain English Campaign", "Centre for Public Engagement" and "Highland Third Sector Interface" are names of bodies. Capitals that our
 * name has not give them away: within the words, or at their start beside another capital.
 */
function isPartOfName(text: string, at: number, {words, name}: Found): boolean {
  if (countCapitals(words.slice(1)) > countCapitals(name.text.slice(1))) return true;
  const isRaised = countCapitals(words.charAt(0)) > countCapitals(name.text.charAt(0));
  return isRaised && (/^\s+\p{Lu}/u.test(text.slice(at + words.length)) || /\p{Lu}[\p{L}\p{M}]*\s+$/u.test(text.slice(0, at)));
}

function countCapitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

/** A line may end between two words, and an apostrophe or a hyphen has more than one shape. */
function patternOf({text, exact = false}: Name): RegExp {
  const hasCapital = text !== text.toLowerCase();
  const body = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/[-‑]/g, '[-‑]')
    .replace(/\s+/g, '\\s+');
  const first = text.charAt(0);
  const start = hasCapital && !exact && first !== first.toUpperCase() ? `[${first}${first.toUpperCase()}]${body.slice(1)}` : body;
  return new RegExp(start, hasCapital || exact ? 'uy' : 'iuy');
}

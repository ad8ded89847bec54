import type {Phrase} from '../templates/phrases.ts';

/** GOV.UK asks writers to look again at a sentence of more than 25 words. */
export const LONG_SENTENCE = 25;

/** Words that begin a phrase and are no names: they lose their capital inside a sentence. Short ones may be an initial, as in "A Smith". */
const NO_NAME = /^(?:(?:The|Our|Your|Their|Its|This|These|Any|Some|How|When|Where|Which|Whether|What|Who|That|From|Because|They|There)(?=\s)|(?:A|An|All|No|If|To|At|In|On|By|We|It)(?=\s+\p{Ll}))/u;

/** Words without the marks of a list, the stop at their end and needless spaces. */
export function tidy(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim().replace(/^(?:[-–•*·]\s+)+/, '').replace(/[\s.,;:!?]+$/, '');
}

/** The same, as it stands inside a sentence. */
export function cleanItem(typed: string): string {
  return tidy(typed).replace(NO_NAME, (word) => word.charAt(0).toLowerCase() + word.slice(1));
}

/** The items of a field with one on each line. */
export function itemsOf(typed: string): string[] {
  return typed.split('\n').map(cleanItem).filter((item) => item !== '');
}

/** A text of several lines as one run, as an address is written in a line. */
export function oneLine(typed: string): string {
  return tidy(typed.split('\n').map((line) => line.trim().replace(/,+$/, '')).filter((line) => line !== '').join(', '));
}

/** "a", "a and b", "a, b and c"; with semicolons, or a comma between two, where an item holds a comma, "and" or "or" itself. */
export function joinItems(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items[0] ?? '';
  const isCrowded = items.some((item) => item.includes(',') || / (?:and|or) /.test(item));
  const [comma, last] = !isCrowded ? [', ', ` ${word} `] : items.length === 2 ? ['', `, ${word} `] : ['; ', `; ${word} `];
  return `${items.slice(0, -1).join(comma)}${last}${items.at(-1) ?? ''}`;
}

/** Words in a text, as a reader counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Something with its reason, if one was given. */
export interface Reasoned {
  whats: string[];
  /** Empty: none was given. */
  why: string;
}

/** Takes lines such as "the number of pools, because the council has set it". Lines that follow each other with the same reason become one. */
export function reasonedIn(typed: string): Reasoned[] {
  return itemsOf(typed).reduce<Reasoned[]>((groups, item) => {
    const [, before = '', after = ''] = /^(.*?),?\s*\bbecause\b\s*(.*)$/i.exec(item) ?? [];
    const what = cleanItem(before) || (after === '' ? cleanItem(item.replace(/,?\s*\bbecause\b\s*$/i, '')) : '');
    const why = cleanItem(after);
    if (what === '' && why === '') return groups;
    const last = groups.at(-1);
    if (last && last.why === why && what !== '') return [...groups.slice(0, -1), {whats: [...last.whats, what], why}];
    return [...groups, {whats: what === '' ? [] : [what], why}];
  }, []);
}

/** "at any library": puts the word before a place that does not bring its own. */
export function withAt(place: string): string {
  return /^(?:at|in|on|from|outside|beside|near|by) /i.test(place) ? place : `at ${place}`;
}

/** Text as it stands. */
export const plain = (text: string): Phrase[] => (text === '' ? [] : [{kind: 'plain', text}]);
/** A place still to fill in. */
export const gap = (words: string): Phrase[] => [{kind: 'blank', text: `[${words}]`}];

/** Joins parts to one sentence. Its first letter becomes a capital, and neighbours of one kind become one. */
export function say(...parts: readonly (string | readonly Phrase[])[]): Phrase[] {
  const merged = parts.flatMap((part) => (typeof part === 'string' ? plain(part) : part)).reduce<Phrase[]>((before, phrase) => {
    const last = before.at(-1);
    return last?.kind === 'plain' && phrase.kind === 'plain' ? [...before.slice(0, -1), {kind: 'plain', text: last.text + phrase.text}] : [...before, phrase];
  }, []);
  const [first, ...rest] = merged;
  return first?.kind === 'plain' ? [{...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1)}, ...rest] : merged;
}

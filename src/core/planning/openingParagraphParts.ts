import {textOf} from '../templates/phrases.ts';
import type {Phrase} from '../templates/phrases.ts';
import {textIn} from './openingParagraph.ts';
import type {OpeningParagraph} from './openingParagraph.ts';
import {readDay, writeFullDay} from './openingParagraphDates.ts';
import {FIELDS, FORMATS} from './openingParagraphFields.ts';
import type {TextField} from './openingParagraphFields.ts';
import {cleanItem, countWords, gap, itemsOf, joinItems, LONG_SENTENCE, oneLine, plain, say} from './openingParagraphWords.ts';

/** A sentence with the field that it says most about. */
export interface Sentence {
  about: TextField;
  phrases: Phrase[];
}

/** A part of the finished text. */
export type Passage =
  | {kind: 'heading'; level: 1 | 2; text: string}
  /** `lead`: the strong words in front. */
  | {kind: 'paragraph'; lead?: string; sentences: Sentence[]}
  | {kind: 'list'; about: TextField; items: Phrase[][]};

/** Names and addresses, which keep their capitals. */
const AS_TYPED: ReadonlySet<TextField> = new Set(['contactName', 'contactPost', 'replyPost', 'replyWeb', 'privacy']);

/** What is typed into a field, as one run of words; a gap while it is empty. */
export function fill(draft: OpeningParagraph, field: TextField): Phrase[] {
  const typed = oneLine(textIn(draft, field));
  const value = AS_TYPED.has(field) ? typed : cleanItem(typed);
  return value === '' ? gap(FIELDS[field].gap) : plain(value);
}

/** The items of a field joined to one run of words; a gap while there are none. */
export function fillItems(draft: OpeningParagraph, field: TextField, word: 'and' | 'or', each: (item: string) => string = (item) => item): Phrase[] {
  const items = itemsOf(textIn(draft, field)).map(each);
  return items.length === 0 ? gap(FIELDS[field].gap) : plain(joinItems(items, word));
}

/** A date with its weekday; what was typed where it cannot be read as one date. */
export function fillDay(draft: OpeningParagraph, field: TextField): Phrase[] {
  const read = readDay(textIn(draft, field));
  return read.kind === 'day' ? plain(writeFullDay(read.day)) : fill(draft, field);
}

/** One sentence where it stays short, and else a list under its first words. */
export function sentenceOrList(about: TextField, lead: string | undefined, stem: readonly Phrase[], items: readonly string[], after: Sentence[] = [], word: 'and' | 'or' = 'and'): Passage[] {
  const opening = lead === undefined ? {} : {lead};
  const sentence = say(stem, ' ', items.length === 0 ? gap(FIELDS[about].gap) : joinItems(items, word), '.');
  if (items.length < 2 || countWords(textOf(sentence)) <= LONG_SENTENCE) return [{kind: 'paragraph', ...opening, sentences: [{about, phrases: sentence}, ...after]}];
  return [
    {kind: 'paragraph', ...opening, sentences: [{about, phrases: say(stem, ':')}]},
    {kind: 'list', about, items: items.map((item) => say(item))},
    ...(after.length > 0 ? [{kind: 'paragraph' as const, sentences: after}] : []),
  ];
}

const phoneAndHours = (draft: OpeningParagraph): Phrase[] => {
  const hours = oneLine(textIn(draft, 'contactHours'));
  return say(fill(draft, 'contactPhone'), hours === '' ? '' : `, ${hours}`);
};

/** The ways to reach the contact, a line each. */
export function contactLines(draft: OpeningParagraph, labels: {name: string; post: string}): Phrase[][] {
  return [
    say(`${labels.name}: `, fill(draft, 'contactName')),
    say('Phone: ', phoneAndHours(draft)),
    ...(oneLine(textIn(draft, 'contactText')) === '' ? [] : [say('Text message: ', fill(draft, 'contactText'))]),
    say('E-mail: ', fill(draft, 'contactEmail')),
    say(`${labels.post}: `, fill(draft, 'contactPost')),
  ];
}

/** The formats after "in", for a sentence in passing. It names no language: the statement itself does. */
export function formatsInShort(draft: OpeningParagraph): Phrase[] {
  const signed = draft.formats.includes('interpreter') && !draft.formats.includes('bsl-video') ? ['British Sign Language'] : [];
  const translated = draft.formats.includes('translation') ? [FORMATS.translation.short] : [];
  const other = itemsOf(textIn(draft, 'otherFormats')).length > 0 ? ['another format'] : [];
  const all = [...draft.formats.filter((id) => id !== 'interpreter' && id !== 'translation').map((id) => FORMATS[id].short), ...signed, ...translated, ...other];
  return all.length === 0 ? gap('formats') : plain(joinItems(all, 'or'));
}

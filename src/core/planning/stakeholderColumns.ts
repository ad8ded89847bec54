import {AUDIENCES, termsOf} from '../methods/vocabulary.ts';
import type {Audience} from '../methods/vocabulary.ts';
import {CHARACTERISTIC_IDS, CHARACTERISTICS} from './stakeholderGaps.ts';
import type {Characteristic} from './stakeholderGaps.ts';
import {LONGEST} from './stakeholders.ts';
import type {Stakeholder} from './stakeholders.ts';

export type Column = Exclude<keyof Stakeholder, 'id'>;

/** The columns of a file, with the heading we write. */
export const HEADINGS: Readonly<Record<Column, string>> = {
  name: 'Name', segment: 'Segment', influence: 'Influence', interest: 'Interest', affected: 'How they are affected', audiences: 'Stands for',
  characteristics: 'Protected characteristics', approach: 'Approach', contact: 'Contact', notes: 'Notes', checked: 'Last checked',
};
/** A column that we write for readers and work out again ourselves. */
export const QUARTER_HEADING = 'Place on the grid';

/** Other headings that people give these columns, in small letters without signs. */
const ALSO: Readonly<Record<Column, readonly string[]>> = {
  name: ['who', 'stakeholder', 'stakeholder name', 'organisation', 'organization', 'group', 'group or person', 'person', 'full name', 'contact name', 'title'],
  segment: ['sector', 'type', 'category', 'part', 'subgroup', 'sub group'],
  influence: ['power', 'influence 1 5', 'level of influence'],
  interest: ['interest 1 5', 'level of interest', 'stake'],
  affected: ['affected', 'effect', 'effect on them', 'impact', 'how affected', 'how affected by it'],
  contact: ['contacts', 'contact details', 'e mail', 'email', 'e mail address', 'email address', 'phone', 'telephone', 'mobile', 'tel', 'address', 'postal address', 'how we reach them'],
  audiences: ['audience', 'audiences', 'represents', 'they stand for'],
  characteristics: ['characteristic', 'characteristics', 'protected characteristic'],
  approach: ['our approach', 'how we work with them', 'engagement', 'action', 'what they need'],
  notes: ['note', 'comment', 'comments', 'remarks'],
  checked: ['checked', 'last checked on', 'date checked', 'checked on', 'last updated', 'updated', 'reviewed', 'last reviewed'],
};

/** Small letters and figures with single spaces, so that "E-mail Address:" is "e mail address". */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’']/g, '').replace(/[^\p{L}\p{N}+]+/gu, ' ').trim();
}

const BY_WORDS = new Map(termsOf(HEADINGS).flatMap((column) => [HEADINGS[column], ...ALSO[column]].map((words): [string, Column] => [plainWords(words), column])));

/** Which column a heading names; null for one that we do not use. */
export function columnOf(heading: string): Column | null {
  return BY_WORDS.get(plainWords(heading)) ?? null;
}

/** A cell as it was read, or what is wrong with it and how to mend it. */
export type Cell<T> = {value: T} | {problem: string};

const MARKS_IN_WORDS: Readonly<Record<string, number>> = {'very low': 1, low: 2, medium: 3, high: 4, 'very high': 5};

/** A mark: 1 to 5, with or without words behind it, or low, medium and high. Empty: not placed yet. */
export function readMark(column: 'influence' | 'interest', text: string): Cell<number | null> {
  const words = plainWords(text);
  if (words === '') return {value: null};
  // Of the text itself: without its signs, -2 and 3.5 would pass for marks.
  const figure = /^([1-5])(?:\.0+)?(?:[\s,:;(–-]+[^\d\s].*)?$/.exec(text.trim());
  const value = figure ? Number(figure[1]) : Object.hasOwn(MARKS_IN_WORDS, words) ? MARKS_IN_WORDS[words] : undefined;
  return value === undefined ? {problem: `${HEADINGS[column]} is “${clip(text)}”. Write a whole number from 1 to 5, or low, medium or high.`} : {value};
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day: 2026-11-22, 22/11/2026 (day first, as in the UK) or 22 November 2026. Not after `today`. Empty: never. */
export function readDay(text: string, today: string): Cell<string | null> {
  const trimmed = text.trim();
  if (trimmed === '') return {value: null};
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(trimmed);
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const words = /^(\d{1,2}) ([a-z]{3})[a-z]*\.? (\d{4})$/i.exec(trimmed);
  const month = words ? MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1 : Number(iso?.[2] ?? figures?.[2] ?? 0);
  const [year, date] = iso ? [Number(iso[1]), Number(iso[3])] : figures ? [Number(figures[3]), Number(figures[1])] : words ? [Number(words[3]), Number(words[1])] : [0, 0];
  const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const inCalendar = month >= 1 && month <= 12 && date >= 1 && year > 0 && date <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (!inCalendar) return {problem: `Last checked is “${clip(text)}”. Write the day as 22/11/2026 or 2026-11-22.`};
  return day > today ? {problem: `Last checked is “${clip(text)}”, which is still to come. Write the day of the check.`} : {value: day};
}

function readTerms<T extends string>(text: string, names: ReadonlyMap<string, T>, problem: (found: string) => string): Cell<T[]> {
  const found = text.split(/[;|\r\n]+/).map((part) => part.trim()).filter((part) => part !== '');
  const unknown = found.find((part) => !names.has(plainWords(part)));
  return unknown === undefined ? {value: [...new Set(found.flatMap((part) => names.get(plainWords(part)) ?? []))]} : {problem: problem(unknown)};
}

const AUDIENCE_NAMES = new Map(termsOf(AUDIENCES).flatMap((id): [string, Audience][] => [[plainWords(id), id], [plainWords(AUDIENCES[id]), id]]));
const CHARACTERISTIC_NAMES = new Map(CHARACTERISTIC_IDS.flatMap((id): [string, Characteristic][] => [[plainWords(id), id], [plainWords(CHARACTERISTICS[id].name), id]]));

/** Audiences by their name or id, with semicolons between them. */
export function readAudiences(text: string): Cell<Audience[]> {
  return readTerms(text, AUDIENCE_NAMES, (found) => `Stands for names “${clip(found)}”, which is none of our 40 audiences. Use the names of the audience guides, with semicolons between them.`);
}

/** Protected characteristics by their name or id, with semicolons between them. */
export function readCharacteristics(text: string): Cell<Characteristic[]> {
  return readTerms(text, CHARACTERISTIC_NAMES, (found) => `Protected characteristics names “${clip(found)}”, which is none of the nine. Write, for instance: Age; Disability.`);
}

/** A text that fits its field. Our own files put an apostrophe before what a spreadsheet would run; it is taken off again. */
export function readText(column: 'name' | 'segment' | 'affected' | 'contact' | 'approach' | 'notes', text: string): Cell<string> {
  const value = text.replace(/^'(?=\s*[=+\-@|\t\r\n＝＋－＠])/, '').trim();
  return value.length <= LONGEST[column] ? {value} : {problem: `${HEADINGS[column]} has ${value.length} characters. Shorten it to ${LONGEST[column]}.`};
}

function clip(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 40 ? `${trimmed.slice(0, 40)}…` : trimmed;
}

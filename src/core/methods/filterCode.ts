import {isAnswer, isAudience, sortAudiences} from './answers.ts';
import {NO_FILTER, WAYS} from './filter.ts';
import type {MethodFilter} from './filter.ts';
import {LEVELS, PURPOSES, termsOf} from './vocabulary.ts';
import type {DecisionStage} from './vocabulary.ts';

/** Names in the address, those of the selector where they mean the same. They stand in links that people have saved. */
const FIELDS = ['words', 'budget', 'weeks', 'stage', 'way', 'level', 'purpose', 'audience'] as const satisfies readonly (keyof MethodFilter)[];
type Field = (typeof FIELDS)[number];

/** Longer than any name of a method; what is longer came from a script. */
const MOST_LETTERS = 100;

/** An address read back, with a sentence for each part that was dropped. */
export interface ReadFilter {
  filter: MethodFilter;
  dropped: string[];
}

/** Takes a filter; gives the query string without a question mark, in a fixed order, so that equal filters have equal addresses. Empty for no filter. */
export function writeFilterCode(filter: MethodFilter): string {
  return FIELDS.flatMap((field) => {
    const text = writeValue(filter, field);
    return text === '' ? [] : [`${field}=${text}`];
  }).join('&');
}

function writeValue(filter: MethodFilter, field: Field): string {
  switch (field) {
    // Half of a pair of code units, as a cut through an emoji leaves, cannot be encoded.
    case 'words': return encodeURIComponent(filter.words.trim().slice(0, MOST_LETTERS).replace(/\p{Surrogate}/gu, ''));
    case 'budget': case 'weeks': case 'stage': return String(filter[field] ?? '');
    // Ids need no escaping, and a comma may stand in a query as it is.
    case 'level': return inOrder(LEVELS, filter.level).join(',');
    case 'purpose': return inOrder(termsOf(PURPOSES), filter.purpose).join(',');
    case 'way': return inOrder(termsOf(WAYS), filter.way).join(',');
    case 'audience': return sortAudiences(filter.audience).join(',');
  }
}

/**
 * Takes a query string, with or without its question mark; gives the filter in it. Never throws: what it does not know it drops, and
 * says so. `others`: names in the address that belong to somebody else.
 */
export function readFilterCode(query: string, others: readonly string[] = []): ReadFilter {
  const params = new URLSearchParams(query);
  const filter: MethodFilter = {...NO_FILTER};
  const dropped: string[] = [];
  for (const field of FIELDS) {
    const text = params.get(field)?.trim();
    if (text) dropped.push(...keep(filter, field, text));
  }
  for (const key of new Set(params.keys())) {
    if (!([...FIELDS, ...others] as string[]).includes(key)) dropped.push(`“${shorten(key)}” is not one of the filters.`);
  }
  return {filter, dropped};
}

/** Sets the field when the text holds a value for it; gives a sentence for each word that it does not know. */
function keep(filter: MethodFilter, field: Field, text: string): string[] {
  const list = text.split(',').filter(Boolean);
  const strangers = (known: (term: string) => boolean): string[] => list.filter((term) => !known(term)).map((term) => unknown(field, term));
  switch (field) {
    case 'words':
      filter.words = text.slice(0, MOST_LETTERS);
      return [];
    case 'level':
      filter.level = inOrder(LEVELS, list);
      return strangers((term) => isOf(LEVELS, term));
    case 'purpose':
      filter.purpose = inOrder(termsOf(PURPOSES), list);
      return strangers((term) => isOf(termsOf(PURPOSES), term));
    case 'way':
      filter.way = inOrder(termsOf(WAYS), list);
      return strangers((term) => isOf(termsOf(WAYS), term));
    case 'audience':
      filter.audience = sortAudiences(list.filter(isAudience));
      return strangers(isAudience);
    case 'stage':
      if (!isAnswer('decisionStage', text)) return [unknown(field, text)];
      filter.stage = text as DecisionStage;
      return [];
    case 'budget': case 'weeks': {
      const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
      if (!isAnswer(field === 'weeks' ? 'weeksAvailable' : 'budgetBand', number)) return [unknown(field, text)];
      // The highest band has no upper end, so as a limit it says nothing.
      filter[field] = field === 'budget' && number === 5 ? null : number;
      return [];
    }
  }
}

const isOf = (terms: readonly string[], term: string): boolean => terms.includes(term);

/** The terms that are named, each once, in the order of the vocabulary. */
function inOrder<T extends string>(terms: readonly T[], named: readonly string[]): T[] {
  return terms.filter((term) => named.includes(term));
}

const unknown = (field: Field, word: string): string => `“${shorten(word)}” is not a choice for “${field}”.`;

const shorten = (text: string): string => text.length > 40 ? `${text.slice(0, 37)}...` : text;

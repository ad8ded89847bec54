import {upperFirst} from '../methods/words.ts';
import type {Source} from '../sources/source.ts';
import type {GlossaryTerm} from './glossary.ts';

/** A term as the glossary shows it. */
export interface ShownTerm {
  id: string;
  name: string;
  abbreviation?: string;
  definition: string;
  see: {id: string; name: string}[];
  more?: string;
  source?: {key: string; title: string};
  /** Other forms, for the filter. */
  also: string[];
}

export interface Letter {
  letter: string;
  terms: ShownTerm[];
}

/** Takes the terms and all sources. Gives the terms by first letter, A to Z, with the names of what they point at. */
export function groupByLetter(terms: readonly GlossaryTerm[], sources: readonly Pick<Source, 'key' | 'title'>[]): Letter[] {
  const names = new Map(terms.map(({id, term}) => [id, upperFirst(term)]));
  const titles = new Map(sources.map(({key, title}) => [key, title]));
  const shown = terms.map((entry): ShownTerm => ({
    id: entry.id,
    name: upperFirst(entry.term),
    ...(entry.abbreviation !== undefined && {abbreviation: entry.abbreviation}),
    definition: entry.definition,
    see: entry.see.map((id) => ({id, name: names.get(id) ?? id})),
    ...(entry.more !== undefined && {more: entry.more}),
    ...(entry.source !== undefined && {source: {key: entry.source, title: titles.get(entry.source) ?? entry.source}}),
    also: entry.also,
  })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const letters = [...new Set(shown.map(({name}) => letterOf(name)))].sort();
  return letters.map((letter) => ({letter, terms: shown.filter(({name}) => letterOf(name) === letter)}));
}

/** Does every word typed stand in the name, an other form or the definition? Small and capital letters are the same. */
export function hasWords({name, abbreviation, definition, also}: ShownTerm, words: string): boolean {
  const text = [name, abbreviation ?? '', definition, ...also].join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function letterOf(name: string): string {
  return name.charAt(0).toUpperCase();
}

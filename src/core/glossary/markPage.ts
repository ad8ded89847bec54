import {bareTerm, formsOf} from './glossary.ts';
import type {GlossaryTerm} from './glossary.ts';
import {splitText} from './matchTerms.ts';
import type {Name, NameIndex, Part, Target} from './matchTerms.ts';

/** More marks than this on a page and readers stop seeing them: practice judgement. */
export const MOST_TERMS = 8;

/** What is known of a page before its text is read. */
export interface PageToMark {
  title: string;
  /** Addresses that the author links to anywhere on the page, with or without a part after #. */
  links: readonly string[];
  /** Id of the method that the page is about. */
  method?: string | undefined;
  /** False where the author wrote `terms: false`. */
  terms: boolean;
}

/** Takes the text of one place after the other; gives its parts, the first use of each target marked. `terms` false: methods only. */
export type Marker = (text: string, terms: boolean) => Part[];

/** Gives the marker of a page. It remembers what it has marked, so hand it the texts in the order in which they are to be preferred. */
export function markerOf(page: PageToMark, names: NameIndex, terms: readonly GlossaryTerm[]): Marker {
  const done = new Set([
    ...linkedTargets(page.links),
    ...(page.method === undefined ? [] : [keyOf({kind: 'method', id: page.method})]),
    ...terms.filter((term) => isTitle(term, page.title)).map(({id}) => keyOf({kind: 'term', id})),
  ]);
  let left = page.terms ? MOST_TERMS : 0;
  return (text, termsHere) => splitText(text, names, (target) => {
    if (done.has(keyOf(target))) return false;
    if (target.kind === 'term') {
      if (!termsHere || left === 0) return false;
      left -= 1;
    }
    done.add(keyOf(target));
    return true;
  });
}

/** The ways in which pages may write the terms that are marked in texts. */
export function namesOfTerms(terms: readonly GlossaryTerm[]): Name[] {
  return terms.filter(({everyday}) => !everyday).flatMap((entry) => {
    const target: Target = {kind: 'term', id: entry.id};
    return [
      ...formsOf(entry).map((text) => ({text, target})),
      ...(entry.abbreviation === undefined ? [] : [entry.abbreviation, `${entry.abbreviation}s`].map((text) => ({text, target, exact: true}))),
    ];
  });
}

function isTitle(term: GlossaryTerm, title: string): boolean {
  const folded = title.trim().toLowerCase();
  return [term.term, bareTerm(term.term), ...term.also, term.abbreviation ?? ''].some((form) => form.toLowerCase() === folded);
}

function linkedTargets(links: readonly string[]): string[] {
  return links.flatMap((link) => {
    const method = /^\/methods\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(link)?.[1];
    if (method !== undefined) return [keyOf({kind: 'method', id: method})];
    const term = /^\/toolkit\/glossary\/?#([a-z0-9-]+)$/.exec(link)?.[1];
    return term === undefined ? [] : [keyOf({kind: 'term', id: term})];
  });
}

function keyOf({kind, id}: Target): string {
  return `${kind} ${id}`;
}

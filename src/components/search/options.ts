import type {PageResults} from '#core/search/sections.ts';

export interface Option {
  url: string;
  /** What the line says. */
  text: string;
  /** Place of the line in the whole list, from 0. */
  place: number;
  page: PageResults;
  isPage: boolean;
}

/** Takes results by page. Gives every line that can be chosen, in the order in which they stand: each page, then its sections. */
export function optionsOf(pages: readonly PageResults[]): Option[] {
  return pages
    .flatMap((page) => [
      {url: page.url, text: page.title, page, isPage: true},
      ...page.sections.map((section) => ({url: section.url, text: section.heading, page, isPage: false})),
    ])
    .map((option, place) => ({...option, place}));
}

import Fuse from 'fuse.js';
import type {Section} from '#core/search/sections.ts';
import {addSynonyms} from '#core/search/synonyms.ts';

/** Takes a query and gives the sections that answer it, the best first. */
export type Search = (query: string) => Section[];

/** More than any screen shows. */
const MOST = 60;

/** Words of English that stand in most headings and say nothing about which. Dropped unless nothing else is left. */
const EMPTY_WORDS = new Set(['a', 'an', 'and', 'are', 'can', 'do', 'does', 'for', 'how', 'i', 'in', 'is', 'it', 'my', 'of', 'on', 'or', 'the', 'to', 'we', 'what', 'when', 'where', 'which', 'who', 'with', 'you']);

/**
 * Takes every section of the site. Gives a search that forgives typing mistakes. It looks at headings, titles and keywords, never at
 * prose: over prose each key pressed took 271 ms on a site of 100 pages.
 */
export function makeSearch(sections: readonly Section[]): Search {
  const fuse = new Fuse(sections, {
    keys: [
      {name: 'heading', weight: 4},
      {name: 'title', weight: 2},
      {name: 'keywords', weight: 2},
    ],
    useTokenSearch: true,
    tokenMatch: 'any',
    threshold: 0.3,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    ignoreDiacritics: true,
    includeMatches: true,
  });
  return (query) => {
    const words = addSynonyms(query).split(' ').filter((word) => word !== '');
    const telling = words.filter((word) => !EMPTY_WORDS.has(word));
    const asked = (telling.length > 0 ? telling : words).join(' ');
    if (asked === '') return [];
    const found = fuse.search(asked);
    const best = found[0] && pageOf(found[0].item);
    return found
      // A heading below a title that matches is no answer by itself: "Steps" stands on every page. On the best page it is a short cut.
      .filter(({item, matches}) => item.level === 1 || pageOf(item) === best || matches?.some(({key}) => key === 'heading'))
      .slice(0, MOST)
      .map(({item}) => item);
  };
}

function pageOf(section: Section): string {
  return section.url.split('#')[0] ?? section.url;
}

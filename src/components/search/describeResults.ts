import type {PageResults} from '#core/search/sections.ts';
import type {SearchState} from './SearchBox.tsx';

/** One sentence for screen readers about what a query found. Empty while there is nothing to say. */
export function describeResults(state: SearchState, pages: readonly PageResults[], query: string): string {
  if (state === 'failed') return 'Search is not ready. Check your connection and try again.';
  if (state !== 'ready') return '';
  if (pages.length === 0) return `Nothing found for ${query}.`;
  const places = pages.reduce((sum, page) => sum + 1 + page.sections.length, 0);
  return `${places} ${places === 1 ? 'result' : 'results'} on ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}.`;
}

import {useCallback, useRef, useState} from 'react';
import type {SearchState} from '#components/search/SearchBox.tsx';
import {groupByPage} from '#core/search/sections.ts';
import type {PageResults} from '#core/search/sections.ts';
import type {Search} from '#browser/search.ts';

let ready: Search | undefined;

/** Fetches the list of places and the engine, once for the whole visit. They are a fifth of a page's weight, and most visits never search. */
async function loadSearch(): Promise<Search> {
  if (!ready) {
    const [{makeSearch}, {default: sections}] = await Promise.all([
      import('#browser/search.ts'),
      import('@generated/askwell-search/default/index.json'),
    ]);
    ready = makeSearch(sections);
  }
  return ready;
}

interface SiteSearch {
  state: SearchState;
  load: () => void;
  /** Gives results by page; `pages` and `perPage` say how many. Nothing until `state` is `ready`. */
  answer: (query: string, pages: number, perPage: number) => PageResults[];
}

/** The search of the site for a screen: call `load` when somebody needs it. After a failure `load` tries again. */
export function useSiteSearch(): SiteSearch {
  const [state, setState] = useState<SearchState>('resting');
  const under = useRef(false);
  const load = useCallback(() => {
    if (under.current) return;
    under.current = true;
    setState(ready ? 'ready' : 'loading');
    loadSearch().then(
      () => setState('ready'),
      () => {
        under.current = false;
        setState('failed');
      },
    );
  }, []);
  const answer = useCallback(
    (query: string, pages: number, perPage: number) => (state === 'ready' && ready ? groupByPage(ready(query), pages, perPage) : []),
    [state],
  );
  return {state, load, answer};
}

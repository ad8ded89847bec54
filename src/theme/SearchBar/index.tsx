// Ours instead of the stock one, which draws nothing unless a hosted search engine is bought.
import {useCallback} from 'react';
import type {ReactNode} from 'react';
import {useHistory} from '@docusaurus/router';
import {SearchBox} from '#components/search/SearchBox.tsx';
import {useSearchKey} from './useSearchKey.ts';
import {useSiteSearch} from './useSiteSearch.ts';

/** Pages and sections for each that fit below the box. */
const PAGES = 6;
const PER_PAGE = 3;

export default function SearchBar(): ReactNode {
  const history = useHistory();
  const {state, load, answer} = useSiteSearch();
  useSearchKey();
  const answerShort = useCallback((query: string) => answer(query, PAGES, PER_PAGE), [answer]);
  return (
    <SearchBox state={state} answer={answerShort} onNeeded={load} onChosen={(url) => history.push(url)}
      onAllAsked={(query) => history.push(`/search/?q=${encodeURIComponent(query)}`)} />
  );
}

import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import {useSiteSearch} from '@theme/SearchBar/useSiteSearch';
import {isSearchKeyOn, setSearchKey} from '#browser/searchKey.ts';
import {describeResults} from '#components/search/describeResults.ts';
import {SearchResults} from '#components/search/SearchResults.tsx';
import styles from './search.module.css';

const PAGES = 25;
const PER_PAGE = 6;

/** Every result of one query. The query stands in the address, so that a link, Back and reload keep it. */
export default function SearchPage(): ReactNode {
  const {state, load, answer} = useSiteSearch();
  const history = useHistory();
  const inAddress = useQueryInAddress();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    load();
    setTyped(inAddress);
  }, [inAddress, load]);
  const pages = answer(inAddress, PAGES, PER_PAGE);

  return (
    <Layout title={inAddress === '' ? 'Search' : `Search: ${inAddress}`} description="Search the toolkit, the methods and the courses.">
      <Head><meta name="robots" content="noindex" /></Head>
      <main className="aw-page">
        <h1>Search</h1>
        <form action="/search/" role="search" aria-label="All results" onSubmit={(event) => {
          event.preventDefault();
          history.push(`/search/?q=${encodeURIComponent(typed.trim())}`);
        }}>
          <div className="aw-field">
            <label htmlFor="all-results">Words to look for</label>
            <input id="all-results" name="q" type="text" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </div>
          <button className="aw-button" type="submit">Search</button>
        </form>
        <noscript><p>Search needs JavaScript. You can browse <a href="/methods/">all methods</a> and <a href="/toolkit/">the toolkit</a> without it.</p></noscript>
        <p role="status" className={styles.status}>{inAddress === '' ? '' : describeResults(state, pages, inAddress)}</p>
        <SearchResults state={state} pages={pages} query={inAddress} onRetry={load} onFollowed={(url) => history.push(url)} />
        <SearchKeyChoice />
      </main>
    </Layout>
  );
}

/** What stands after `?q=`. Empty on the server and at the first drawing, which know no address. */
function useQueryInAddress(): string {
  const {search} = useLocation();
  const [query, setQuery] = useState('');
  useEffect(() => setQuery(new URLSearchParams(search).get('q')?.trim() ?? ''), [search]);
  return query;
}

function SearchKeyChoice(): ReactNode {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(isSearchKeyOn()), []);
  return (
    <>
      <h2>The search key</h2>
      <p>On every page, the / key takes you to the search box. Switch it off if you speak to your computer or press keys by accident.</p>
      <p>
        <label className={styles.choice}>
          <input type="checkbox" checked={on} onChange={(event) => {
            setSearchKey(event.target.checked);
            setOn(event.target.checked);
          }} />
          Use the / key to go to the search box
        </label>
      </p>
    </>
  );
}

import type {MouseEvent, ReactNode} from 'react';
import type {PageResults} from '#core/search/sections.ts';
import {isPlainClick} from './plainClick.ts';
import type {SearchState} from './SearchBox.tsx';
import styles from './SearchResults.module.css';

interface Props {
  state: SearchState;
  pages: readonly PageResults[];
  query: string;
  onRetry: () => void;
  /** A link was followed with a plain click, so that the page can be changed without loading the site again. */
  onFollowed: (url: string) => void;
}

/** Every result of a query, as a list of pages with the sections that answer. */
export function SearchResults({state, pages, query, onRetry, onFollowed}: Props): ReactNode {
  if (query === '') return <p>Type a word or two above. Small typing mistakes do not matter.</p>;
  if (state === 'failed') {
    return (
      <>
        <p>We could not fetch the list of pages. Check your connection and try again.</p>
        <button type="button" className="aw-button" onClick={onRetry}>Try again</button>
      </>
    );
  }
  if (state !== 'ready') return <p>Fetching the list of pages…</p>;
  if (pages.length === 0) return <NothingFound query={query} />;
  const follow = (event: MouseEvent, url: string): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onFollowed(url);
  };
  return (
    <ol className={styles.pages}>
      {pages.map((page) => (
        <li key={page.url} className={styles.page}>
          <h2 className={styles.title}><a href={page.url} onClick={(event) => follow(event, page.url)}>{page.title}</a></h2>
          {page.about && <p className={styles.about}>{page.about}</p>}
          {page.sections.length > 0 && (
            <ul className={styles.sections}>
              {page.sections.map((section) => <li key={section.url}><a href={section.url} onClick={(event) => follow(event, section.url)}>{section.heading}</a></li>)}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function NothingFound({query}: {query: string}): ReactNode {
  return (
    <>
      <p>Nothing on this site goes by “{query}”.</p>
      <ul>
        <li>Try one word instead of several.</li>
        <li>Try another word for the same thing, for instance “survey” for “questionnaire”.</li>
        <li>Search looks at titles, headings and keywords. It does not look at every word of a page.</li>
        <li>Browse <a href="/methods/">all methods</a> or <a href="/toolkit/">the toolkit</a>.</li>
      </ul>
    </>
  );
}

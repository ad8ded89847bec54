import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import type {PageResults} from '#core/search/sections.ts';
import {optionsOf} from './options.ts';
import type {Option} from './options.ts';
import {isPlainClick} from './plainClick.ts';
import type {SearchState} from './SearchBox.tsx';
import styles from './SearchBox.module.css';

interface Props {
  /** Beginning of the ids in this panel. */
  id: string;
  shown: boolean;
  state: SearchState;
  pages: readonly PageResults[];
  query: string;
  /** Place of the line that the arrow keys have reached; -1 for none. */
  active: number;
  onChosen: (option: Option) => void;
}

/** What opens below the search box. The list is always in the page, since the box points at it. */
export function SearchPanel({id, shown, state, pages, query, active, onChosen}: Props): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const options = optionsOf(pages);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
  }, [active]);

  return (
    <div className={styles.panel} hidden={!shown}>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Results" className={styles.list}>
        {shown && pages.map((page, index) => (
          <div key={page.url} role="group" aria-labelledby={`${id}-page-${index}`} className={styles.group}>
            <span id={`${id}-page-${index}`} hidden>{page.title}</span>
            {options.filter((option) => option.page === page).map((option) => (
              // A link, so that it can be opened in a new tab; no stop for Tab, since the box itself walks through the list.
              <a key={option.url} id={`${id}-option-${option.place}`} role="option" aria-selected={option.place === active} href={option.url} tabIndex={-1}
                className={option.isPage ? styles.page : styles.section}
                onMouseDown={(event) => event.preventDefault()} onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  onChosen(option);
                }}>
                {option.text}
              </a>
            ))}
          </div>
        ))}
      </div>
      {shown && <PanelNote state={state} found={pages.length > 0} query={query} />}
    </div>
  );
}

function PanelNote({state, found, query}: {state: SearchState; found: boolean; query: string}): ReactNode {
  if (state === 'failed') return <p className={styles.note}>Search is not ready. Check your connection and try again.</p>;
  if (state !== 'ready') return <p className={styles.note}>Fetching the list of pages…</p>;
  if (found) return <p className={styles.note}>Press Enter to see every result.</p>;
  return <p className={styles.note}>Nothing found for “{query}”. Try one word, or another word for the same thing.</p>;
}

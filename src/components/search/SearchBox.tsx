import {useEffect, useId, useRef, useState} from 'react';
import type {FormEvent, KeyboardEvent, ReactNode} from 'react';
import type {PageResults, Section} from '#core/search/sections.ts';
import {describeResults} from './describeResults.ts';
import {optionsOf} from './options.ts';
import {SearchPanel} from './SearchPanel.tsx';
import styles from './SearchBox.module.css';

/** `failed`: the list of pages could not be fetched, for instance without a network on the first visit. */
export type SearchState = 'resting' | 'loading' | 'ready' | 'failed';

export interface SearchBoxProps {
  state: SearchState;
  /** Answers a query once `state` is `ready`. */
  answer: (query: string) => PageResults[];
  /** Called when somebody comes to the box, so that the list can be fetched. */
  onNeeded: () => void;
  onChosen: (url: string) => void;
  /** Enter without a choice: show every result. */
  onAllAsked: (query: string) => void;
}

/** The search box of the header: a combobox with results by page below it. */
export function SearchBox({state, answer, onNeeded, onChosen, onAllAsked}: SearchBoxProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = query.trim();
  const pages = state === 'ready' && asked !== '' ? answer(asked) : [];
  const options = optionsOf(pages);
  const shown = open && asked !== '';
  const message = useSettled(shown ? describeResults(state, pages, asked) : '');

  const leave = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const change = (value: string): void => {
    setQuery(value);
    setOpen(true);
    setActive(-1);
  };
  const choose = (option: Pick<Section, 'url'>): void => {
    leave();
    setQuery('');
    onChosen(option.url);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const option = options[active];
    if (shown && option) choose(option);
    else if (asked !== '') {
      leave();
      onAllAsked(asked);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // An empty box leaves the key to whatever stands round it, which may have something to close.
      if (query === '') input.current?.blur();
      else event.preventDefault();
      setQuery('');
      leave();
    } else if (options.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are options: past either end the choice goes back to the words typed.
      setActive((now) => ((now + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    }
  };

  return (
    <form className={styles.search} role="search" aria-label="Site" action="/search/" onSubmit={submit}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}>
      <label className="aw-visually-hidden" htmlFor={`${id}-input`}>Search this site</label>
      <input ref={input} id={`${id}-input`} className={styles.input} type="text" name="q" role="combobox" placeholder="Search"
        autoComplete="off" autoCapitalize="none" spellCheck={false} data-site-search
        aria-autocomplete="list" aria-expanded={shown && options.length > 0} aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-option-${active}` : undefined}
        value={query} onChange={(event) => change(event.target.value)} onKeyDown={onKeyDown}
        onFocus={() => {
          onNeeded();
          if (asked !== '') setOpen(true);
        }} />
      <button className={styles.go} type="submit" tabIndex={asked === '' ? -1 : undefined}>
        <span className="aw-visually-hidden">Show all results</span>
        <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20"><path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm4.2 9.7L17 17" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" /></svg>
      </button>
      <SearchPanel id={id} shown={shown} state={state} pages={pages} query={asked} active={active} onChosen={choose} />
      <p className="aw-visually-hidden" role="status">{message}</p>
    </form>
  );
}

/** Gives a text once it has stayed the same for a moment, so that a screen reader is not told of every letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 600);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

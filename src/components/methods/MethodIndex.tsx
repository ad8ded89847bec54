import {useRef} from 'react';
import type {ReactNode} from 'react';
import {fitsFilter, NO_FILTER} from '#core/methods/filter.ts';
import type {MethodFilter} from '#core/methods/filter.ts';
import {readFilterCode, writeFilterCode} from '#core/methods/filterCode.ts';
import {COMPARE_KEYS, readCompareCode, writeCompareCode} from '#core/methods/compareCode.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {CompareBar} from './CompareBar.tsx';
import {FilterForm} from './FilterForm.tsx';
import {FilterOutcome} from './FilterOutcome.tsx';
import {MethodGroups} from './MethodGroups.tsx';
import {plainLink} from './link.tsx';
import type {LinkTo} from './link.tsx';
import styles from './filter.module.css';

/** A method of the list: its summary and the other names that people look for. */
export interface ListedMethod extends MethodSummary {
  aka: readonly string[];
}

/** What the reader has done to the list. */
export interface ListState {
  filter: MethodFilter;
  /** Ids ticked for comparison. */
  chosen: readonly string[];
  /** A sentence for each part of the address that was left out. */
  dropped: readonly string[];
}

interface Props {
  methods: readonly ListedMethod[];
  state: ListState;
  /** False while nothing works yet: before the page's script runs, and without it. */
  ready: boolean;
  /** `by` names the control that was used; null for a change that Back should not undo. */
  onChanged: (state: ListState, by: string | null) => void;
  linkTo?: LinkTo;
}

/** Every method by how people come to take part. The list is whole without JavaScript; filters only hide, and ticks only compare. */
export function MethodIndex({methods, state, ready, onChanged, linkTo = plainLink}: Props): ReactNode {
  const {filter, chosen, dropped} = state;
  const countRef = useRef<HTMLParagraphElement>(null);
  const fitting = methods.filter((method) => fitsFilter(method, filter));
  const setFilter = (next: MethodFilter, by: string): void => onChanged({filter: next, chosen, dropped: []}, by);
  const setChosen = (next: readonly string[]): void => onChanged({filter, chosen: next, dropped: []}, null);
  const titles = chosen.map((id) => methods.find((method) => method.id === id)?.title ?? id);
  return (
    <div className={styles.list}>
      <noscript><p>The filters need JavaScript. The list below is complete without it.</p></noscript>
      <FilterForm methods={methods} filter={filter} ready={ready} onFiltered={setFilter} />
      {dropped.length > 0 && <p role="status" className="aw-panel">Part of this link could not be read and was left out. {dropped.join(' ')}</p>}
      <FilterOutcome methods={methods} filter={filter} count={fitting.length} countRef={countRef} onLoosened={(next) => {
        setFilter(next, next === NO_FILTER ? 'clear' : `off:${writeFilterCode(next)}`);
        countRef.current?.focus();
      }} />
      <MethodGroups methods={fitting} chosen={ready ? chosen : null} linkTo={linkTo}
        onTicked={(id, isTicked) => setChosen(isTicked ? [...chosen, id] : chosen.filter((each) => each !== id))} />
      <CompareBar ids={chosen} titles={titles} linkTo={linkTo} onCleared={() => {
        setChosen([]);
        countRef.current?.focus();
      }} />
    </div>
  );
}

/** Takes a query string and the methods; gives the state that it stands for. */
export function readListState(query: string, methods: readonly MethodSummary[]): ListState {
  const {filter, dropped} = readFilterCode(query, [COMPARE_KEYS.methods]);
  const compared = readCompareCode(query, methods);
  return {filter, chosen: compared.ids, dropped: [...dropped, ...compared.dropped]};
}

/** The query string for a state, without its question mark. */
export function writeListState({filter, chosen}: ListState): string {
  return [writeFilterCode(filter), writeCompareCode({ids: [...chosen], onlyDiffering: false})].filter(Boolean).join('&');
}

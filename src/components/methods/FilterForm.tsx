import {useMemo} from 'react';
import type {ReactNode} from 'react';
import {BUDGETS, budgetInWords, choicesOf, countWith, fitsFilter, LEVEL_WORDS, NO_FILTER, WAYS, WEEK_LIMITS, weekLimitInWords} from '#core/methods/filter.ts';
import type {FilteredMethod, MethodFilter} from '#core/methods/filter.ts';
import {AUDIENCE_GROUPS, PURPOSE_GROUPS} from '#core/methods/groups.ts';
import {AUDIENCES, DECISION_STAGES, LEVELS, PURPOSES, termsOf} from '#core/methods/vocabulary.ts';
import {FilterSelect} from './FilterSelect.tsx';
import {FilterTicks} from './FilterTicks.tsx';
import styles from './filter.module.css';

interface Props {
  methods: readonly FilteredMethod[];
  filter: MethodFilter;
  /** False while nothing works yet: before the page's script runs, and without it. */
  ready: boolean;
  /** `by` names the control that was used. */
  onFiltered: (filter: MethodFilter, by: string) => void;
}

/** The controls of the list of methods. Each option says how many methods there would be with it. */
export function FilterForm({methods, filter, ready, onFiltered}: Props): ReactNode {
  // Words are the slow part of the filter; the counts of all options need them only once.
  const found = useMemo(() => methods.filter((method) => fitsFilter(method, {...NO_FILTER, words: filter.words})), [methods, filter.words]);
  const countOf = (change: Partial<MethodFilter>): number => countWith(found, {...filter, words: ''}, change);
  const set = (change: Partial<MethodFilter>, by: string): void => onFiltered({...filter, ...change}, by);
  const folded = choicesOf({...filter, words: ''}).length;
  const weeks = [...new Set([...WEEK_LIMITS, ...(filter.weeks === null ? [] : [filter.weeks])])].sort((a, b) => a - b);
  const common = {filter, ready, countOf, onTicked: set};
  return (
    <form className={styles.filter} role="search" aria-label="Filter the methods" onSubmit={(event) => event.preventDefault()}>
      <div className="aw-field">
        <label htmlFor="filter-words">Words to look for in names and descriptions</label>
        <input id="filter-words" type="text" autoComplete="off" maxLength={100} disabled={!ready} value={filter.words}
          onChange={(event) => set({words: event.target.value}, 'words')} />
      </div>
      <details className={styles.fold}>
        <summary>More filters{folded > 0 && `: ${folded} chosen`}</summary>
        <p className="aw-hint">A method must fit everything you choose. The number after a choice says how many methods you would then see.</p>
        <div className={styles.selects}>
          <FilterSelect id="filter-budget" label="Most money" any="Any amount" hint="For one typical exercise. Staff pay is left out." ready={ready} value={filter.budget === null ? '' : String(filter.budget)}
            options={BUDGETS.map((band) => ({value: String(band), label: budgetInWords(band), count: countOf({budget: band})}))}
            onChosen={(value) => set({budget: value === '' ? null : Number(value)}, 'budget')} />
          <FilterSelect id="filter-weeks" label="Most weeks" any="Any time" hint="We count the shortest time that a method takes." ready={ready} value={filter.weeks === null ? '' : String(filter.weeks)}
            options={weeks.map((limit) => ({value: String(limit), label: weekLimitInWords(limit), count: countOf({weeks: limit})}))}
            onChosen={(value) => set({weeks: value === '' ? null : Number(value)}, 'weeks')} />
          <FilterSelect id="filter-stage" label="Stage of the decision" any="Any stage" ready={ready} value={filter.stage ?? ''}
            options={termsOf(DECISION_STAGES).map((stage) => ({value: stage, label: DECISION_STAGES[stage], count: countOf({stage})}))}
            onChosen={(value) => set({stage: termsOf(DECISION_STAGES).find((stage) => stage === value) ?? null}, 'stage')} />
        </div>
        <div className={styles.sets}>
          <FilterTicks {...common} field="way" legend="How people take part" groups={[{name: null, terms: termsOf(WAYS)}]} labels={WAYS} />
          <FilterTicks {...common} field="level" legend="Level of influence" groups={[{name: null, terms: LEVELS}]} labels={LEVEL_WORDS} />
        </div>
        <FilterTicks {...common} folded field="purpose" legend="Purpose" groups={PURPOSE_GROUPS} labels={PURPOSES} />
        <FilterTicks {...common} folded field="audience" legend="People it suits" groups={AUDIENCE_GROUPS} labels={AUDIENCES} />
      </details>
    </form>
  );
}

import {useId} from 'react';
import type {ReactNode} from 'react';
import type {MethodFilter} from '#core/methods/filter.ts';
import styles from './filter.module.css';

type TickField = 'level' | 'purpose' | 'audience' | 'way';
type Term<K extends TickField> = MethodFilter[K][number];

interface Props<K extends TickField> {
  field: K;
  legend: string;
  /** Tick boxes under a name; one group without a name for a short list. */
  groups: readonly {name: string | null; terms: readonly Term<K>[]}[];
  labels: Readonly<Record<Term<K>, string>>;
  filter: MethodFilter;
  ready: boolean;
  /** A long list folds away. */
  folded?: boolean;
  countOf: (change: Partial<MethodFilter>) => number;
  onTicked: (change: Partial<MethodFilter>, by: string) => void;
}

/** Tick boxes, each with how many methods there would be when it is ticked as well. */
export function FilterTicks<K extends TickField>({field, legend, groups, labels, filter, ready, folded = false, countOf, onTicked}: Props<K>): ReactNode {
  const id = useId();
  const ticked: readonly Term<K>[] = filter[field];
  const boxes = groups.map(({name, terms}, index) => (
    <div key={name ?? 'all'} {...(name !== null && {role: 'group', 'aria-labelledby': `${id}-${index}`})} className={styles.group}>
      {name !== null && <p id={`${id}-${index}`} className={styles.groupName}>{name}</p>}
      {terms.map((term) => {
        const isTicked = ticked.includes(term);
        const rest = ticked.filter((each) => each !== term);
        return (
          <label key={term} className={styles.option}>
            <input type="checkbox" disabled={!ready} checked={isTicked}
              onChange={(event) => onTicked({[field]: event.target.checked ? [...rest, term] : rest}, `${field}:${term}`)} />
            <span>{labels[term]} <span className={styles.count}>({countOf({[field]: [...rest, term]})})</span></span>
          </label>
        );
      })}
    </div>
  ));
  if (!folded) return <fieldset className={styles.set}><legend>{legend}</legend>{boxes}</fieldset>;
  return (
    <details className={styles.fold}>
      <summary>{legend}{ticked.length > 0 && `: ${ticked.length} chosen`}</summary>
      <div role="group" aria-label={legend} className={styles.columns}>{boxes}</div>
    </details>
  );
}

import type {ReactNode, RefObject} from 'react';
import {choicesOf, loosenings, NO_FILTER} from '#core/methods/filter.ts';
import type {FilteredMethod, MethodFilter} from '#core/methods/filter.ts';
import {listInWords} from '#core/methods/words.ts';
import styles from './filter.module.css';

interface Props {
  methods: readonly FilteredMethod[];
  filter: MethodFilter;
  /** How many fit. */
  count: number;
  /** Takes the focus when a button here has gone with the filter it took off. */
  countRef: RefObject<HTMLParagraphElement | null>;
  onLoosened: (filter: MethodFilter) => void;
}

/** How many methods fit, what was chosen with a button to take each off, and, when none is left, what to take off to get some back. */
export function FilterOutcome({methods, filter, count, countRef, onLoosened}: Props): ReactNode {
  const choices = choicesOf(filter);
  return (
    <div className={styles.outcome} data-filtered={choices.length > 0}>
      <p ref={countRef} role="status" tabIndex={-1}>{countInWords(count, methods.length, choices.length > 0)}</p>
      {choices.length > 0 && (
        <ul className={styles.chosen} aria-label="Chosen filters">
          {choices.map(({id, label, without}) => (
            <li key={id}>
              <button type="button" onClick={() => onLoosened(without)}>
                <span className="aw-visually-hidden">Take off: </span>{label}<span className={styles.cross} aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          <li><button type="button" className="aw-link-button" onClick={() => onLoosened(NO_FILTER)}>Clear filters</button></li>
        </ul>
      )}
      {count === 0 && <WaysOut methods={methods} filter={filter} onLoosened={onLoosened} />}
    </div>
  );
}

function WaysOut({methods, filter, onLoosened}: Pick<Props, 'methods' | 'filter' | 'onLoosened'>): ReactNode {
  const ways = loosenings(methods, filter);
  if (ways.length === 0) return <p>No one or two of your filters are the cause. Clear them all and start with what matters most.</p>;
  return (
    <ul className={styles.ways}>
      {ways.map((way) => (
        <li key={way.takeOff.join()}>
          Without {listInWords(way.takeOff)} there {way.count === 1 ? 'is 1 method' : `are ${way.count} methods`}.{' '}
          <button type="button" className="aw-link-button" onClick={() => onLoosened(way.filter)}>
            Show {way.count === 1 ? 'it' : 'them'}<span className="aw-visually-hidden"> without {listInWords(way.takeOff)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** "12 of 63 methods fit what you chose." */
export function countInWords(count: number, all: number, isFiltered: boolean): string {
  if (!isFiltered) return `${all} methods.`;
  if (count === 0) return `None of the ${all} methods fits everything you chose.`;
  return `${count} of ${all} methods ${count === 1 ? 'fits' : 'fit'} everything you chose.`;
}

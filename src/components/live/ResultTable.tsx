import type {ReactNode} from 'react';
import type {ResultRow} from '#core/live/results.ts';
import styles from './styles.module.css';
import {sayCaption} from './words.ts';

interface Props {
  rows: readonly ResultRow[];
  /** How many people answered; null when nobody knows. */
  people: number | null;
  isByHand?: boolean;
  /** Ids of what this device chose. */
  chosen?: readonly string[];
  /** True where people may choose several options, so that the shares add up to more than 100%. */
  isSeveral?: boolean;
}

/** Results as a table with a bar in each row. The bar repeats the figures beside it, so those who listen hear them once. */
export function ResultTable({rows, people, isByHand = false, chosen = [], isSeveral = false}: Props): ReactNode {
  const longest = Math.max(1, ...(people === null ? rows.map(({count}) => count) : [people]));
  const hasShares = people !== null;
  return (
    <>
      <table className={`aw-table ${styles.results}`}>
        <caption>{sayCaption(people, isByHand)}</caption>
        <thead><tr><th scope="col">Answer</th><th scope="col" className={styles.figure}>People</th>{hasShares ? <th scope="col" className={styles.figure}>Share</th> : null}</tr></thead>
        <tbody>
          {rows.map(({id, letter, text, count, percent}) => (
            <tr key={id}>
              <th scope="row">
                <span className={styles.letter}>{letter}</span> {text}{chosen.includes(id) ? <> <span className="aw-tag">Your answer</span></> : null}
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={styles.bar} aria-hidden="true">
                  <rect x="0.5" y="1" width="99" height="8" fill="none" stroke="currentColor" strokeWidth="1" vectorEffect="non-scaling-stroke" />
                  <rect x="0.5" y="1" width={(99 * Math.min(count, longest)) / longest} height="8" fill="currentColor" />
                </svg>
              </th>
              <td className={styles.figure}>{count}</td>
              {hasShares ? <td className={styles.figure}>{percent ?? 0}%</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {isSeveral && hasShares ? <p className="aw-hint">People could choose several answers, so the shares add up to more than 100%.</p> : null}
    </>
  );
}

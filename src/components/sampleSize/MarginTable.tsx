import type {ReactNode} from 'react';
import {CONFIDENCES} from '#core/planning/sampleSizeFormulas.ts';
import type {MarginRow} from '#core/planning/sampleSizeFormulas.ts';
import {writeCount, writePoints} from '#core/planning/sampleSizeWords.ts';
import styles from './styles.module.css';

interface Props {
  /** The name of the region for screen readers, not the same twice on a page. */
  label: string;
  rows: readonly MarginRow[];
  /** Null: very large, or not known. */
  population: number | null;
  /** The number of answers whose row is the reader's own. */
  own?: number | null;
}

/** Margins for one population at three levels of confidence. */
export function MarginTable({label, rows, population, own = null}: Props): ReactNode {
  return (
    // Focusable, because a table that scrolls sideways must do so from the keyboard too.
    <div className="aw-table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption>Margin either way, in points, for {population === null ? 'a very large population' : `${writeCount(population)} people`}. For a random sample and a share near 50%.</caption>
        <thead><tr><th scope="col">Answers</th>{CONFIDENCES.map((level) => <th key={level} scope="col">{level}% confidence</th>)}</tr></thead>
        <tbody>
          {rows.map(({answers, margins}) => (
            <tr key={answers} className={answers === own ? styles.own : undefined}>
              <th scope="row">{writeCount(answers)}{answers === own ? ' (yours)' : ''}</th>
              {margins.map((margin, level) => <td key={level}>{writePoints(margin)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

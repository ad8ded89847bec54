import {useId} from 'react';
import type {ReactNode} from 'react';
import {STAGES, writeDate} from '#core/planning/timeline.ts';
import type {Timeline} from '#core/planning/timeline.ts';
import styles from './styles.module.css';

/** The stages with their dates, the earliest first. */
export function StageTable({timeline, caption}: {timeline: Timeline; caption: string}): ReactNode {
  const id = useId();
  return (
    // A region that scrolls has to take focus, or the keyboard cannot reach what is out of sight.
    <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={`aw-table ${styles.stages}`}>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr><th scope="col">Stage</th><th scope="col">First day</th><th scope="col">Last day</th><th scope="col">Counted as</th></tr>
        </thead>
        <tbody>
          {timeline.stages.map(({id: stage, title, from, to, counted}) => (
            <tr key={stage} className={stage === 'open' ? styles.open : undefined}>
              <th scope="row">{title}<span className={styles.what}>{STAGES[stage].what}</span></th>
              <td>{writeDate(from)}</td>
              <td>{writeDate(to)}</td>
              <td>{counted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

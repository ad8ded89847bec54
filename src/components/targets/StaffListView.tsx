import type {ReactNode} from 'react';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import type {ImportCounts, StaffSummary} from '#core/targets/api.ts';
import {people} from '#core/targets/words.ts';
import styles from './styles.module.css';

/** What an import did, in words. */
export function writeCounts({added, changed, removed, unchanged}: ImportCounts): string {
  return `${people(added)} added, ${changed} changed, ${removed} taken out, ${unchanged} as they were.`;
}

interface Props {
  summary: StaffSummary;
  busy: boolean;
  onUndo: (importId: string) => void;
}

/** How the staff list stands, and its newest import. */
export function StaffListView({summary, busy, onUndo}: Props): ReactNode {
  const {newest} = summary;
  return (
    <section aria-labelledby="list-heading">
      <h2 id="list-heading">The list as it is</h2>
      {summary.people === 0 ? <p>There is no staff list yet. Import one below.</p> : (
        <div className="aw-table-scroll" role="region" aria-labelledby="list-caption" tabIndex={0}>
          <table className={`aw-table ${styles.table}`}>
            <caption id="list-caption">{people(summary.people)} on the staff list</caption>
            <thead><tr><th scope="col">Directorate</th><th scope="col" className={styles.number}>People</th></tr></thead>
            <tbody>{summary.directorates.map(({directorate, name, people: count}) => <tr key={directorate}><th scope="row">{name}</th><td className={styles.number}>{count}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      {newest?.counts ? (
        <div className="aw-panel">
          <p><strong>Newest import:</strong> {writeDayOf(newest.at)} at {writeTimeOf(newest.at)}, by {newest.by}. {writeCounts(newest.counts)}</p>
          {newest.undoUntil === null ? <p>It can no longer be undone.</p> : (
            <>
              <p>You can undo it until {writeDayOf(newest.undoUntil)}. That puts back exactly what was there before.</p>
              <p><button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => onUndo(newest.id)}>{busy ? 'Undoing' : 'Undo this import'}</button></p>
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}

import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface DirectorateRow {name: string; people: number; started: number; completed: number}

/** Whole percent of people who completed; a dash in words where nobody is known yet. */
function share({people, completed}: {people: number; completed: number}): string {
  return people === 0 ? 'Nobody yet' : `${Math.round((completed / people) * 100)}%`;
}

function Cells({row}: {row: DirectorateRow}): ReactNode {
  return (
    <>
      <td className={styles.number}>{row.people}</td>
      <td className={styles.number}>{row.started}</td>
      <td className={styles.number}>{row.completed}</td>
      <td className={styles.number}>{share(row)}</td>
    </>
  );
}

const sum = (rows: readonly DirectorateRow[], of: 'people' | 'started' | 'completed'): number => rows.reduce((total, row) => total + row[of], 0);

/** Who has started and completed one course, by directorate, with a total when there is more than one. */
export function DirectorateTable({courseTitle, rows}: {courseTitle: string; rows: readonly DirectorateRow[]}): ReactNode {
  if (rows.length === 0) return <p>Nobody in the directorates you may see is on record yet.</p>;
  const total = {name: 'All', people: sum(rows, 'people'), started: sum(rows, 'started'), completed: sum(rows, 'completed')};
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="overview-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="overview-caption">{courseTitle}, by directorate</caption>
        <thead>
          <tr>
            <th scope="col">Directorate</th><th scope="col" className={styles.number}>People on record</th><th scope="col" className={styles.number}>Started</th>
            <th scope="col" className={styles.number}>Completed</th><th scope="col" className={styles.number}>Share completed</th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <tr key={row.name}><th scope="row">{row.name}</th><Cells row={row} /></tr>)}</tbody>
        {rows.length > 1 ? <tfoot><tr><th scope="row">{total.name}</th><Cells row={total} /></tr></tfoot> : null}
      </table>
    </div>
  );
}

import type {ReactNode} from 'react';
import {Sheet} from './Sheet.tsx';
import styles from './pack.module.css';

const ROWS = 15;
const COLUMNS = ['Name', 'Team', 'Signature', 'In', 'Out'] as const;

/** Who was there, on paper. */
export function Register({course}: {course: string}): ReactNode {
  return (
    <Sheet id="register" title="Register">
      <dl className={styles.facts}>
        <dt>Course</dt><dd>{course}</dd>
        <dt>Date</dt><dd><span className={styles.write} /></dd>
        <dt>Place</dt><dd><span className={styles.write} /></dd>
        <dt>Trainer</dt><dd><span className={styles.write} /></dd>
      </dl>
      <p>We collect names to show who has been trained. The sheet is kept with the training records, for as long as your organisation keeps those, and then destroyed.</p>
      <div className="aw-table-scroll" role="region" aria-label="People who came" tabIndex={0}>
        <table className={`aw-table ${styles.register}`}>
          <caption className="aw-visually-hidden">People who came, {ROWS} empty rows</caption>
          <thead><tr>{COLUMNS.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>{Array.from({length: ROWS}, (_, row) => <tr key={row}>{COLUMNS.map((column) => <td key={column} />)}</tr>)}</tbody>
        </table>
      </div>
    </Sheet>
  );
}

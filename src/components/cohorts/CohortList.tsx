import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A course run in a trainer's list, in words ready to read. */
export interface CohortRow {
  id: string;
  title: string;
  courseTitle: string;
  startsOn: string;
  joined: number;
  passed: number;
  completed: number;
  /** Null when it is the reader's own. */
  trainer: string | null;
}

/** The runs that a trainer opened; for a coordinator those of every trainer. */
export function CohortList({cohorts}: {cohorts: readonly CohortRow[]}): ReactNode {
  if (cohorts.length === 0) return <p>You have no course runs yet. Open one below, then give its code to the people in the room.</p>;
  const others = cohorts.some((cohort) => cohort.trainer !== null);
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="cohorts-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="cohorts-caption">Course runs, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Run</th><th scope="col">Course</th>{others ? <th scope="col">Trainer</th> : null}<th scope="col">Starts on</th>
            <th scope="col" className={styles.number}>Joined</th><th scope="col" className={styles.number}>Passed</th><th scope="col" className={styles.number}>Completed</th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({id, title, courseTitle, startsOn, joined, passed, completed, trainer}) => (
            <tr key={id}>
              <th scope="row"><a href={`/cohorts/?id=${id}`}>{title}</a></th>
              <td>{courseTitle}</td>
              {others ? <td>{trainer ?? 'You'}</td> : null}
              <td>{startsOn}</td>
              <td className={styles.number}>{joined}</td>
              <td className={styles.number}>{passed}</td>
              <td className={styles.number}>{completed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

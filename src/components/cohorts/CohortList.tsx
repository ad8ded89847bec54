import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A course run in a trainer's list, in words ready to read. */
export interface CohortRow {
  id: string;
  title: string;
  courseTitle: string;
  startsOn: string;
  isCancelled: boolean;
  joined: number;
  /** People who asked for a place and people on the waiting list. */
  asked: number;
  passed: number;
  completed: number;
  /** Null when the reader is the only one. */
  trainers: string | null;
}
interface Props {
  cohorts: readonly CohortRow[];
  /** Address of the list of older runs; null when these are the last. */
  olderHref: string | null;
  /** Address of the newest runs; null when they are shown. */
  newestHref: string | null;
}

/** The runs that a trainer teaches; for a coordinator those of every trainer. */
export function CohortList({cohorts, olderHref, newestHref}: Props): ReactNode {
  const others = cohorts.some((cohort) => cohort.trainers !== null);
  const ways = (
    <p className="aw-choices">
      {newestHref === null ? null : <a href={newestHref}>Newest course runs</a>}
      {olderHref === null ? null : <a href={olderHref}>Older course runs</a>}
    </p>
  );
  if (cohorts.length === 0) return newestHref === null ? <p>You have no course runs yet. Open one below, then give its code to the people in the room.</p> : <><p>There are no older course runs.</p>{ways}</>;
  return (
    <>
      <div className="aw-table-scroll" role="region" aria-labelledby="cohorts-caption" tabIndex={0}>
        <table className={`aw-table ${styles.table}`}>
          <caption id="cohorts-caption">Course runs, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Run</th><th scope="col">Course</th>{others ? <th scope="col">Trainers</th> : null}<th scope="col">Starts on</th>
              <th scope="col" className={styles.number}>Joined</th><th scope="col" className={styles.number}>Waiting</th><th scope="col" className={styles.number}>Passed</th><th scope="col" className={styles.number}>Completed</th>
            </tr>
          </thead>
          <tbody>
            {cohorts.map(({id, title, courseTitle, startsOn, isCancelled, joined, asked, passed, completed, trainers}) => (
              <tr key={id}>
                <th scope="row"><a href={`/cohorts/?id=${id}`}>{title}</a>{isCancelled ? <> <span className="aw-tag">Cancelled</span></> : null}</th>
                <td>{courseTitle}</td>
                {others ? <td>{trainers ?? 'You'}</td> : null}
                <td>{startsOn}</td>
                <td className={styles.number}>{joined}</td>
                <td className={styles.number}>{asked}</td>
                <td className={styles.number}>{passed}</td>
                <td className={styles.number}>{completed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ways}
    </>
  );
}

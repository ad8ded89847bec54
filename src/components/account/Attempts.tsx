import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** One attempt as the service marked it, in words ready to read. */
export interface AttemptShown {
  id: string;
  title: string;
  on: string;
  percent: number;
  /** Null for practice. */
  passed: boolean | null;
  drawnBy: 'service' | 'device';
}

const resultOf = (passed: boolean | null): string => passed === null ? 'Practice' : passed ? 'Passed' : 'Not passed';

function AttemptTable({attempts, caption, id}: {attempts: readonly AttemptShown[]; caption: string; id: string}): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr><th scope="col">What</th><th scope="col">Date</th><th scope="col" className={styles.number}>Score</th><th scope="col">Result</th><th scope="col">Questions drawn by</th></tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.id}>
              <th scope="row">{attempt.title}</th>
              <td>{attempt.on}</td>
              <td className={styles.number}>{attempt.percent}%</td>
              <td>{resultOf(attempt.passed)}</td>
              <td>{attempt.drawnBy === 'service' ? 'The record service' : 'Your device'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Assessments first, since they decide completion; practice answers can be opened below. */
export function Attempts({attempts}: {attempts: readonly AttemptShown[]}): ReactNode {
  const assessed = attempts.filter((attempt) => attempt.passed !== null);
  const practice = attempts.filter((attempt) => attempt.passed === null);
  return (
    <section aria-labelledby="attempts" className={styles.screenOnly}>
      <h2 id="attempts">What you have handed in</h2>
      {attempts.length === 0 ? <p>Nothing has reached your record yet.</p> : null}
      {assessed.length > 0 ? <AttemptTable attempts={assessed} caption="Assessments, newest first" id="assessed" /> : null}
      {practice.length > 0 ? (
        <details>
          <summary>Practice questions ({practice.length})</summary>
          <AttemptTable attempts={practice} caption="Practice questions, newest first" id="practice" />
        </details>
      ) : null}
    </section>
  );
}

import type {ReactNode} from 'react';
import {agreementOf, LEAST_PAIRS} from '#core/tasks/agreement.ts';
import type {VerdictPair} from '#core/tasks/agreement.ts';
import styles from './styles.module.css';

/** The double-marked hand-ins of one task, with its name in words. */
export interface TaskPairs {
  name: string;
  pairs: readonly VerdictPair[];
}

function Figures({name, pairs: counts}: TaskPairs): ReactNode {
  const {pairs, same, percent, kappa} = agreementOf(counts);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{pairs}</td>
      {pairs < LEAST_PAIRS ? <td colSpan={2}>Shown from {LEAST_PAIRS} on</td> : (
        <>
          <td>{percent}% ({same} of {pairs})</td>
          <td>{kappa === null ? 'None: all verdicts are the same' : `${kappa.toFixed(2)} (from ${pairs})`}</td>
        </>
      )}
    </tr>
  );
}

/** How far first and second assessors agree on the verdict, by task. */
export function AgreementTable({tasks}: {tasks: readonly TaskPairs[]}): ReactNode {
  return (
    <section aria-labelledby="agreement-heading">
      <h2 id="agreement-heading">How far assessors agree</h2>
      {tasks.length === 0 ? <p>No task has been judged by two people yet.</p> : (
        <>
          <div className="aw-table-scroll" role="region" aria-labelledby="agreement-caption" tabIndex={0}>
            <table className={`aw-table ${styles.figures}`}>
              <caption id="agreement-caption">First and second assessors, before any moderator</caption>
              <thead><tr><th scope="col">Task</th><th scope="col">Judged by two</th><th scope="col">Same verdict</th><th scope="col">Kappa</th></tr></thead>
              <tbody>{tasks.map((task) => <Figures key={task.name} {...task} />)}</tbody>
            </table>
          </div>
          <details className={styles.more}>
            <summary>What these figures mean</summary>
            <p>Two people often agree by chance alone. Cohen’s kappa (J. Cohen, 1960) takes that chance out. It is 1 where two assessors always agree, and 0 where they agree no more than chance would.</p>
            <p>Read the figures with care: every first “not yet” is judged by two, and only a sample of the others is. A low figure is a reason to talk the rubric over. It says nothing about one assessor.</p>
          </details>
        </>
      )}
    </section>
  );
}

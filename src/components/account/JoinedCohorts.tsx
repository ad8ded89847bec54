import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface CohortShown {id: string; courseId: string; title: string; courseTitle: string; startsOn: string; joinedOn: string}

/** The course runs somebody has joined, and what the trainer sees of them. */
export function JoinedCohorts({cohorts}: {cohorts: readonly CohortShown[]}): ReactNode {
  return (
    <section aria-labelledby="joined" className={styles.screenOnly}>
      <h2 id="joined">Course runs you have joined</h2>
      {cohorts.length === 0 ? <p>None. Did a trainer give you a code? <a href="/join/">Join with the code</a>.</p> : (
        <>
          <ul>
            {cohorts.map(({id, courseId, title, courseTitle, startsOn, joinedOn}) => (
              <li key={id}><strong>{title}</strong>, a run of <a href={`/learn/${courseId}/`}>{courseTitle}</a>. It starts on {startsOn}. You joined on {joinedOn}.</li>
            ))}
          </ul>
          <p className="aw-hint">The trainer sees your name, e-mail address, directorate, how many lessons you have done, and when you passed and completed. They do not see your answers.</p>
        </>
      )}
    </section>
  );
}

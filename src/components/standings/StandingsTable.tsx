import type {ReactNode} from 'react';
import type {RunStandings} from '#core/courses/api.ts';
import {STATE_WORDS} from '#core/courses/runStandings.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import styles from './styles.module.css';

interface Props {
  runId: string;
  conditions: RunStandings['conditions'];
  people: RunStandings['people'];
}

function State({state: {state, metAt, sentences}}: {state: RunStandings['people'][number]['states'][number]}): ReactNode {
  if (state === 'met') return <>{STATE_WORDS.met}{metAt === null ? '' : ` on ${writeDayOf(metAt)}`}</>;
  return (
    <>
      <strong>{STATE_WORDS[state]}</strong>
      <ul className={styles.sentences}>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </>
  );
}

/** Where each person in a run stands: people down, conditions across, in words. */
export function StandingsTable({runId, conditions, people}: Props): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="standings-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="standings-caption">What each person has done and still needs</caption>
        <thead>
          <tr><th scope="col">Name</th><th scope="col">Course completed</th>{conditions.map((condition) => <th scope="col" key={condition}>{condition}</th>)}</tr>
        </thead>
        <tbody>
          {people.map(({name, completedAt, withdrawnAt, states}, index) => (
            // Two people may have the same name, and the list keeps its order.
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>
                {completedAt === null ? 'Not yet' : writeDayOf(completedAt)}
                {withdrawnAt === null ? null : <p className={styles.withdrawn}>Completion withdrawn after a correction. If a certificate was issued, <a href={`/certificates/issue/?run=${runId}`}>revoke it</a>.</p>}
              </td>
              {states.map((state, place) => <td key={place}><State state={state} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

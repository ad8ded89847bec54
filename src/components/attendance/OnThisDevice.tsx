import type {ReactNode} from 'react';
import {waitingSentence} from '#core/attendance/words.ts';
import styles from './styles.module.css';

/** A register that the device keeps, in words ready to read. */
export interface RegisterShown {
  runId: string;
  title: string;
  loadedOn: string | null;
  waiting: number;
}

/** The registers that this device keeps for the person here, so that they can be found without a network. */
export function OnThisDevice({registers, onRemoved}: {registers: readonly RegisterShown[]; onRemoved: (runId: string) => void}): ReactNode {
  if (registers.length === 0) return null;
  return (
    <section aria-labelledby="on-device" className={styles.section}>
      <h2 id="on-device">Registers on this device</h2>
      <ul>
        {registers.map(({runId, title, loadedOn, waiting}) => (
          <li key={runId}>
            <a href={`/attendance/?run=${runId}`}>{title}</a>. {loadedOn === null ? 'The names are no longer on this device.' : `Loaded ${loadedOn}.`} {waitingSentence(waiting)}{' '}
            {loadedOn === null ? null : <button type="button" className="aw-link-button" onClick={() => onRemoved(runId)}>Remove the names from this device<span className="aw-visually-hidden">: {title}</span></button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A record that is on this device and not on anybody's record. */
export interface DeviceRecord {
  id: string;
  title: string;
  on: string;
  state: 'waiting' | 'set-aside';
  /** What is the matter and what to do. */
  sentence: string;
}
interface Props {
  records: readonly DeviceRecord[];
  /** True while sending. */
  busy: boolean;
  canSend: boolean;
  /** What happened last, for instance after "Send now". Empty: nothing. */
  note: string;
  onSend: () => void;
  onSaved: () => void;
}

const LABELS = {waiting: 'Saved on this device', 'set-aside': 'Could not send'} as const;

/** What waits on this device, each thing with its state in words. */
export function OnThisDevice({records, busy, canSend, note, onSend, onSaved}: Props): ReactNode {
  return (
    <section aria-labelledby="device" className={styles.screenOnly}>
      <h2 id="device">On this device, not sent yet</h2>
      {records.length === 0 ? <p>Nothing is waiting.</p> : (
        <>
          <ul className={styles.plainList}>
            {records.map(({id, title, on, state, sentence}) => (
              <li key={id} className={styles.row}>
                <span><strong>{title}</strong>, handed in on {on}. </span>
                <span className="aw-tag">{LABELS[state]}</span>
                <span className={styles.why}>{sentence}</span>
              </li>
            ))}
          </ul>
          <p className={styles.choices}>
            {canSend ? <button type="button" className="aw-button" aria-disabled={busy} onClick={onSend}>{busy ? 'Sending' : 'Send now'}</button> : null}
            <button type="button" className="aw-button aw-button--quiet" onClick={onSaved}>Save as a file</button>
          </p>
        </>
      )}
      <p role="status" className="aw-hint">{note}</p>
    </section>
  );
}

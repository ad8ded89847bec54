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
/** Something of the person's own that is kept on this device and never sent. */
export interface DeviceAssessment {
  id: string;
  name: string;
  href: string;
  changedOn: string;
}

interface Props {
  records: readonly DeviceRecord[];
  /** Self-assessments of consultations that this device keeps. */
  assessments?: readonly DeviceAssessment[];
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
export function OnThisDevice({records, assessments = [], busy, canSend, note, onSend, onSaved}: Props): ReactNode {
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
      {assessments.length > 0 && (
        <>
          <h3>Self-assessments kept here</h3>
          <p>They stay on this device and go on nobody’s record. Download those that you want to keep elsewhere.</p>
          <ul className={styles.plainList}>
            {assessments.map(({id, name, href, changedOn}) => <li key={id} className={styles.row}><a href={href}>{name}</a><span>last changed on {changedOn}</span></li>)}
          </ul>
        </>
      )}
    </section>
  );
}

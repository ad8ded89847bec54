import type {ReactNode} from 'react';
import type {LinkTo} from '../methods/link.tsx';
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
export interface DeviceThing {
  id: string;
  /** What sort of thing it is, in words. */
  kind: string;
  name: string;
  href: string;
  /** A day in words. */
  changedOn: string;
}

interface Props {
  records: readonly DeviceRecord[];
  /** What tools keep on this device. */
  kept: readonly DeviceThing[];
  /** True while sending. */
  busy: boolean;
  canSend: boolean;
  /** What happened last, for instance after "Send now". Empty: nothing. */
  note: string;
  linkTo: LinkTo;
  onSend: () => void;
  onSaved: () => void;
}

const LABELS = {waiting: 'Saved on this device', 'set-aside': 'Could not send'} as const;

/** What waits on this device, each thing with its state in words, and what tools keep on it. */
export function OnThisDevice({records, kept, busy, canSend, note, linkTo, onSend, onSaved}: Props): ReactNode {
  return (
    <>
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
      {kept.length > 0 && <Kept things={kept} linkTo={linkTo} />}
    </>
  );
}

function Kept({things, linkTo}: {things: readonly DeviceThing[]; linkTo: LinkTo}): ReactNode {
  return (
    <section aria-labelledby="kept" className={styles.screenOnly}>
      <h2 id="kept">Kept on this device</h2>
      <p>What you made with the tools stays here and goes on nobody’s record. To have a copy elsewhere, open it and download a file.</p>
      <ul className={styles.plainList}>
        {things.map(({id, kind, name, href, changedOn}) => (
          <li key={id} className={styles.row}>
            {linkTo({href, children: name})} <span className="aw-tag">{kind}</span>
            <span className={styles.why}>Last changed on {changedOn}.</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

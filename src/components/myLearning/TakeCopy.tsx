import {useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  /** What this device keeps that would go into the file, with counts; null until it has been read. */
  inside: readonly {what: string; count: number}[] | null;
  isSignedIn: boolean;
  /** Saves the file. Gives a sentence where something is missing from it; empty when nothing is. */
  onDownloaded: () => Promise<string>;
}

/** Everything as one file, and what is in it. */
export function TakeCopy({inside, isSignedIn, onDownloaded}: Props): ReactNode {
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const download = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setNote('');
    const missing = await onDownloaded();
    setBusy(false);
    setNote(`The file is in your downloads. ${missing}`.trim());
  };
  return (
    <section aria-labelledby="copy" className={styles.section}>
      <h2 id="copy">Download everything</h2>
      <p>
        One file with all that this site keeps for you on this device: lessons and answers, what waits to be sent, and what you made with the tools.
        {isSignedIn ? ' It also holds a copy of your record.' : ''} What belongs to somebody else who signs in here stays out.
      </p>
      {inside && inside.length > 0 ? (
        <details>
          <summary>What is inside now</summary>
          <ul>{inside.map(({what, count}) => <li key={what}>{what}: {count}</li>)}</ul>
        </details>
      ) : null}
      {inside?.length === 0 ? <p>This device keeps nothing yet{isSignedIn ? ', so the file holds the copy of your record alone' : ''}.</p> : null}
      <p><button type="button" className="aw-button" aria-disabled={busy} onClick={() => void download()}>{busy ? 'Making the file' : 'Download everything'}</button></p>
      <p role="status" className="aw-hint">{note}</p>
      <p className="aw-hint">The file holds your answers and your own words. Keep it where only you can open it.</p>
    </section>
  );
}

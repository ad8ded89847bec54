import {useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  /** How many things on this device are on nobody's record yet. */
  unsent: number;
  onSaved: () => void;
  /** Clears; says whether everything could be cleared. */
  onCleared: () => Promise<boolean>;
}

/** Clears what this site keeps on the device; asks once, and warns of what would be lost. */
export function ClearDevice({unsent, onSaved, onCleared}: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const clear = async (): Promise<void> => {
    setAsking(false);
    setNote(await onCleared()
      ? 'Cleared. This device keeps nothing of this site any more. What is on your record stays there.'
      : 'Your browser did not let us clear everything. Close the other tabs of this site and try again, or clear this site’s data in the browser’s settings.');
  };
  return (
    <div>
      {asking ? (
        <div className="aw-panel" role="alert">
          <p>
            {unsent === 0 ? 'Self-assessments, ticks on checklists, and lessons and answers that are not on your record yet go from this device. You cannot undo this.'
              : `${unsent === 1 ? '1 thing is' : `${unsent} things are`} on nobody’s record yet. If you clear this device, ${unsent === 1 ? 'it is' : 'they are'} lost. Sign in first to send ${unsent === 1 ? 'it' : 'them'}, or save a file. Self-assessments and ticks on checklists go too.`}
          </p>
          <p className={styles.choices}>
            <button type="button" className="aw-button" onClick={() => void clear()}>Clear this device</button>
            {unsent > 0 ? <button type="button" className="aw-button aw-button--quiet" onClick={onSaved}>Save as a file first</button> : null}
            <button type="button" className="aw-link-button" onClick={() => setAsking(false)}>Keep everything</button>
          </p>
        </div>
      ) : (
        <p><button type="button" className="aw-button aw-button--quiet" onClick={() => { setNote(''); setAsking(true); }}>Clear what this site keeps on this device</button></p>
      )}
      <p role="status">{note}</p>
    </div>
  );
}

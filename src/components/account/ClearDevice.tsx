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

/** What goes beside answers and records, whoever made it. */
const MADE_HERE = 'everything you made with the tools (self-assessments, timelines, stakeholder lists, calculations, figures and drafts)';

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
            {unsent === 0 ? `This takes off the device ${MADE_HERE}, ticks on checklists, and lessons and answers that are not on your record yet. You cannot undo this.`
              : `${unsent === 1 ? '1 thing is' : `${unsent} things are`} on nobody’s record yet. If you clear this device, ${unsent === 1 ? 'it is' : 'they are'} lost, and so are ticks on checklists and ${MADE_HERE}. Sign in first to send what waits, or save it as a file.`}
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

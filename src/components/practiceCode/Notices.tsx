import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** Something that happened, and whether it can be taken back. */
export interface Note {
  id: string;
  said: string;
  canUndo: boolean;
}

/** What happened on this page, latest first. Each thing can be taken back until the page is left. */
export function Notes({notes, onUndone}: {notes: readonly Note[]; onUndone: (id: string) => void}): ReactNode {
  return (
    <>
      <p role="status" className="aw-visually-hidden">{notes[0]?.said}</p>
      {notes.map(({id, said, canUndo}) => (
        <div key={id} className="aw-panel">
          <p>{said}</p>
          {canUndo ? <p><button type="button" className="aw-button aw-button--quiet" onClick={() => onUndone(id)}>Undo<span className="aw-visually-hidden">: {said}</span></button></p> : null}
        </div>
      ))}
    </>
  );
}

/** Words that another tab had written into a box and that were replaced here unseen. */
export interface Overwritten {
  /** The box, in words. */
  box: string;
  text: string;
}

/** Shows what was replaced, so that two tabs never lose each other's words silently. */
export function OverwrittenNotice({overwritten, onClosed}: {overwritten: readonly Overwritten[]; onClosed: () => void}): ReactNode {
  if (overwritten.length === 0) return null;
  return (
    <div className="aw-panel" role="alert">
      <p>Another tab or window wrote into a box while you did. What you wrote here stands. Copy what you need of the other words:</p>
      <dl>
        {overwritten.map(({box, text}, index) => <div key={index}><dt>{box}</dt><dd className={styles.typed}>{text}</dd></div>)}
      </dl>
      <p><button type="button" className="aw-button aw-button--quiet" onClick={onClosed}>I have what I need</button></p>
    </div>
  );
}

/** Stands where an assessment cannot be shown. */
export function GoneNotice({name}: {name: string | null}): ReactNode {
  return (
    <p>
      {name === null ? 'This self-assessment is not on this device, or somebody else began it while they were signed in.'
        : `“${name}” is not on this device any more. It was deleted in another tab, or the device was cleared.`}
    </p>
  );
}

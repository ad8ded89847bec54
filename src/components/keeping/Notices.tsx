import type {ReactNode} from 'react';
import type {LinkTo} from '../methods/link.tsx';
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

/** Stands where something kept cannot be shown. `name`: of what was shown before; null: nothing was. `what`: what it is, as it reads after "this". */
export function GoneNotice({name, what}: {name: string | null; what: string}): ReactNode {
  return (
    <p>
      {name === null ? `This ${what} is not on this device, or somebody else began it while they were signed in.`
        : `“${name}” is not on this device any more. It was deleted in another tab, or the device was cleared.`}
    </p>
  );
}

/** Says that somebody else keeps things here, and nothing of what is in them. `count`: how many. */
export function OthersNotice({count, signInHref, linkTo}: {count: number; signInHref: string; linkTo: LinkTo}): ReactNode {
  if (count === 0) return null;
  return (
    <p className="aw-panel">
      {count === 1 ? '1 more was begun by somebody who was signed in here.' : `${count} more were begun by somebody who was signed in here.`} If that was you, {linkTo({href: signInHref, children: 'sign in'})} to see {count === 1 ? 'it' : 'them'}.
    </p>
  );
}

import type {ReactNode} from 'react';
import {NOT_KEPT} from './syncWords.ts';
import styles from './SyncStatus.module.css';

interface Props {
  /** `nothing`: no answer yet. `saving`: on its way to the disk. The others say how it ended. */
  state: 'nothing' | 'saving' | 'kept' | 'full' | 'blocked';
  onExported: () => void;
}

/** Says whether the answers of an attempt under way are on the device. */
export function KeepingStatus({state, onExported}: Props): ReactNode {
  const isLost = state === 'full' || state === 'blocked';
  return (
    <div className={styles.status}>
      {isLost ? null : <p className={styles.saved}>{state === 'saving' ? 'Saving on this device.' : state === 'kept' ? 'Saved on this device.' : ''}</p>}
      {/* Its words change only when the situation does, so that it is not read out again with each answer. */}
      <div role="status">
        {isLost ? <p className="aw-panel">{NOT_KEPT[state]}</p> : state === 'nothing' ? null : <span className="aw-visually-hidden">Your answers are saved on this device.</span>}
      </div>
      {isLost ? <p className={styles.actions}><button type="button" className="aw-button aw-button--quiet" onClick={onExported}>Save your answers as a file</button></p> : null}
    </div>
  );
}

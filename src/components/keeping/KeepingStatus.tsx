import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  /** `nothing`: nothing typed yet. `saving`: on its way to the disk. The others say how it ended. */
  state: 'nothing' | 'saving' | 'kept' | 'full' | 'blocked';
  /** What is kept, as it reads after "your". */
  what?: string;
  onExported: () => void;
}

const WAYS_OUT = {
  full: 'Free some room on this device',
  blocked: 'Leave private browsing or allow this site to store data',
} as const;

/** Says whether what is typed is on the device. Its words change only when the situation does, so that it is not read out with each letter. */
export function KeepingStatus({state, what = 'answers', onExported}: Props): ReactNode {
  const isLost = state === 'full' || state === 'blocked';
  return (
    <div className={styles.status}>
      {isLost ? null : <p className={styles.saved}>{state === 'saving' ? 'Saving on this device.' : state === 'kept' ? 'Saved on this device.' : ''}</p>}
      <div role="status">
        {isLost ? <p className="aw-panel">This browser {state === 'full' ? 'has no room to' : 'cannot'} keep your {what}. If you close this page now, that is lost. {WAYS_OUT[state]}, or save your {what} as a file.</p>
          : state === 'nothing' ? null : <span className="aw-visually-hidden">Saved on this device: your {what}.</span>}
      </div>
      {isLost ? <p className="aw-choices"><button type="button" className="aw-button aw-button--quiet" onClick={onExported}>Save your {what} as a file</button></p> : null}
    </div>
  );
}

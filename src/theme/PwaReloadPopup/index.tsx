// Ours instead of the stock one: it says that nothing is lost, and screen readers hear it.
import {useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

export default function PwaReloadPopup({onReload}: {onReload: () => void}): ReactNode {
  const [shown, setShown] = useState(true);
  return (
    <div role="status" className={shown ? styles.notice : undefined} data-notice={shown ? true : undefined}>
      {shown && (
        <>
          <p className={styles.text}>A new version of this site is ready. Your answers are kept.</p>
          <button type="button" className="aw-button" onClick={() => {
            setShown(false);
            onReload();
          }}>Load the new version</button>
          <button type="button" className="aw-button aw-button--quiet" onClick={() => setShown(false)}>Not now</button>
        </>
      )}
    </div>
  );
}

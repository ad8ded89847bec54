import {useState} from 'react';
import type {ReactNode} from 'react';
import {ErrorSummary} from './ErrorSummary.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

interface Props {
  /** How many things on this device have not reached the record. */
  unsent: number;
  onSaved: () => void;
  onSignedOut: () => Promise<readonly FieldError[]>;
}

/** Signs out; asks first when something has not been sent, since the next person may be another. */
export function SignOut({unsent, onSaved, onSignedOut}: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const {errors, busy, submit} = useSubmit<null>(onSignedOut);
  const leave = (): void => void submit(null);
  return (
    <section aria-labelledby="leave" className={styles.screenOnly}>
      <h2 id="leave">Sign out</h2>
      <ErrorSummary errors={errors} />
      {asking ? (
        <div className="aw-panel" role="alert">
          <p>
            {unsent === 1 ? '1 thing on this device has not been sent.' : `${unsent} things on this device have not been sent.`}
            {' '}If you sign out, {unsent === 1 ? 'it stays' : 'they stay'} here until you sign in again on this device. Clearing the browser’s data would lose {unsent === 1 ? 'it' : 'them'}.
          </p>
          <p className={styles.choices}>
            <button type="button" className="aw-button" aria-disabled={busy} onClick={leave}>Sign out all the same</button>
            <button type="button" className="aw-button aw-button--quiet" onClick={onSaved}>Save as a file first</button>
            <button type="button" className="aw-link-button" onClick={() => setAsking(false)}>Stay signed in</button>
          </p>
        </div>
      ) : (
        <>
          <p>Sign out when others use this device. You are signed out by yourself after 2 hours without use, and after 12 hours in any case.</p>
          <p><button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => (unsent > 0 ? setAsking(true) : leave())}>Sign out</button></p>
        </>
      )}
    </section>
  );
}

import {useState} from 'react';
import type {ReactNode} from 'react';
import type {WayIn} from '#core/signIn/api.ts';
import {ErrorSummary} from './ErrorSummary.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

export interface SessionShown {id: string; isThis: boolean; how: WayIn; device: string; started: string; lastSeen: string}

interface Props {
  sessions: readonly SessionShown[];
  onEnded: (id: string) => Promise<readonly FieldError[]>;
  onOthersEnded: () => Promise<readonly FieldError[]>;
}

const HOW: Readonly<Record<WayIn, string>> = {code: 'with a code by e-mail', organisation: 'with your organisation’s account', passkey: 'with a passkey'};

/** Where somebody is signed in, with a way to end each. */
export function Sessions({sessions, onEnded, onOthersEnded}: Props): ReactNode {
  const [note, setNote] = useState('');
  const {errors, busy, submit} = useSubmit((id: string | null) => (id === null ? onOthersEnded() : onEnded(id)));
  const end = async (id: string | null, said: string): Promise<void> => {
    setNote('');
    if (await submit(id)) setNote(said);
  };
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <p>End whatever you do not know, and tell the team at the foot of the page.</p>
      <ErrorSummary errors={errors} />
      <ul className={styles.plainList}>
        {sessions.map(({id, isThis, how, device, started, lastSeen}) => (
          <li key={id} className={styles.row}>
            <strong>{device}{isThis ? ' (this one)' : ''}</strong>
            <span>Since {started}, {HOW[how]}. Last used {lastSeen}.</span>
            {isThis ? null : <button type="button" className="aw-link-button" aria-disabled={busy} onClick={() => void end(id, `Ended: ${device}.`)}>End<span className="aw-visually-hidden"> the session of {device}, since {started}</span></button>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <p><button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void end(null, 'You are signed out everywhere but here.')}>Sign out everywhere else</button></p> : null}
      <p role="status" className="aw-hint">{note}</p>
    </section>
  );
}

import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {readLiveCode} from '#core/live/code.ts';
import styles from './styles.module.css';

interface Props {
  /** What was typed before, or came with the address. */
  code: string;
  /** What is wrong with it. Empty: nothing. */
  error: string;
  onEntered: (code: string) => void;
}

const NOT_A_CODE = 'A code has 4 letters and figures, for instance 7CK4. Look at the wall again.';

/** A field for the code on the wall. Until the page is ready the browser sends the form by itself, so a slow network loses nothing. */
export function LiveCodeForm({code: known, error, onEntered}: Props): ReactNode {
  const [typed, setTyped] = useState(known);
  const [fault, setFault] = useState('');
  const shown = fault || error;
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    const code = readLiveCode(typed);
    setFault(code ? '' : NOT_A_CODE);
    if (code) onEntered(code);
  };
  return (
    <form action="/live/" method="get" onSubmit={enter} noValidate>
      <div className="aw-field">
        <label htmlFor="live-code">Code</label>
        <p className="aw-hint" id="live-code-hint">It is on the wall. Small or capital letters both work.</p>
        {shown ? <p className="aw-error" id="live-code-error" role="alert">{shown}</p> : null}
        <input
          id="live-code" name="code" type="text" className={styles.codeField} value={typed} autoComplete="off" autoCapitalize="characters" spellCheck={false}
          aria-describedby={shown ? 'live-code-hint live-code-error' : 'live-code-hint'} aria-invalid={shown ? true : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <button type="submit" className={`aw-button ${styles.large}`}>Join</button>
      <noscript><p>Answering on a phone needs JavaScript. Raise your hand instead, and tell your trainer.</p></noscript>
    </form>
  );
}

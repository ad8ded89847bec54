import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from './ErrorSummary.tsx';
import {TextField} from './Field.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

/** What a coordinator can do for somebody who cannot get in, or whose device is in other hands. */
export type Help = 'reset' | 'end';

interface Props {onHelped: (help: Help, email: string) => Promise<readonly FieldError[]>}

const DONE: Readonly<Record<Help, string>> = {
  reset: 'Their passkeys are removed, and they are signed out everywhere. We have told them by e-mail.',
  end: 'They are signed out everywhere.',
};

/** For coordinators: resets somebody's passkeys, or signs them out everywhere. */
export function SignInHelp({onHelped}: Props): ReactNode {
  const [email, setEmail] = useState('');
  const [note, setNote] = useState('');
  const {errors, busy, submit} = useSubmit(async (help: Help) => (email.trim() ? onHelped(help, email.trim()) : [{field: 'email', message: 'Write the address of the person you are helping.'}]));
  const help = async (what: Help): Promise<void> => {
    setNote('');
    if (!await submit(what)) return;
    setNote(`${email.trim()}: ${DONE[what]}`);
    setEmail('');
  };
  const reset = (event: FormEvent): void => {
    event.preventDefault();
    void help('reset');
  };
  return (
    <form onSubmit={reset} noValidate aria-labelledby="sign-in-help">
      <h2 id="sign-in-help">Help somebody else sign in</h2>
      <p>You see this because you are a coordinator. Make sure that it is really them who ask: ring them back on a number you know.</p>
      <ErrorSummary errors={errors} />
      <TextField
        id="email" label="The person’s work e-mail address" errors={errors} type="email" autoComplete="off" spellCheck={false} autoCapitalize="none"
        value={email} onChange={(event) => setEmail(event.target.value)}
      />
      <p className={styles.choices}>
        <button type="submit" className="aw-button" aria-disabled={busy}>Reset their passkeys</button>
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void help('end')}>Sign them out everywhere</button>
      </p>
      <p role="status" className="aw-hint">{note}</p>
    </form>
  );
}

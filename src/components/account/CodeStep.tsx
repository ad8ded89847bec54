import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from './ErrorSummary.tsx';
import {TextField} from './Field.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

interface Props {
  email: string;
  /** True on the reader's own machine, where codes are printed and not posted. */
  ownMachine: boolean;
  onAnswered: (code: string) => Promise<readonly FieldError[]>;
  onAskedAgain: () => Promise<readonly FieldError[]>;
  onOtherEmail: () => void;
}

/** People paste codes with spaces or dashes in them, as their mail shows them. */
const digitsOf = (typed: string): string => typed.replace(/[\s\p{Pd}]/gu, '');

/** Second step of signing in: the code from the e-mail. */
export function CodeStep({email, ownMachine, onAnswered, onAskedAgain, onOtherEmail}: Props): ReactNode {
  const [code, setCode] = useState('');
  const [sentAgain, setSentAgain] = useState(0);
  const answer = useSubmit(async (value: string) =>
    /^\d{6}$/.test(value) ? onAnswered(value) : [{field: 'code', message: value ? 'The code is six digits. Look in the e-mail.' : 'Enter the code from the e-mail.'}]);
  const again = useSubmit<null>(onAskedAgain);
  const [last, setLast] = useState<'answer' | 'again'>('answer');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setLast('answer');
    void answer.submit(digitsOf(code));
  };
  const askAgain = async (): Promise<void> => {
    setLast('again');
    if (await again.submit(null)) {
      setCode('');
      setSentAgain((count) => count + 1);
    }
  };
  const errors = last === 'answer' ? answer.errors : again.errors;
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <p>We sent a code to <strong className={styles.address}>{email}</strong>. It works for 10 minutes, in this browser only.</p>
      <TextField
        id="code" label="Code from the e-mail" hint="Six digits. You can paste them." errors={errors} className={styles.code}
        inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)}
      />
      <p><button type="submit" className="aw-button" aria-disabled={answer.busy}>{answer.busy ? 'Checking the code' : 'Sign in'}</button></p>
      {ownMachine ? (
        <p className="aw-hint">No e-mail? If you run Askwell on your own machine, the code is in the terminal and at <a href="/dev/mail">/dev/mail</a>.</p>
      ) : null}
      <p className={styles.choices}>
        <button type="button" className="aw-link-button" aria-disabled={again.busy} onClick={() => void askAgain()}>Send another code</button>
        <button type="button" className="aw-link-button" onClick={onOtherEmail}>Use another e-mail address</button>
      </p>
      <p role="status" className="aw-hint">
        {sentAgain > 0 ? `We sent code number ${sentAgain + 1}. Use the newest one.` : ''}
      </p>
    </form>
  );
}

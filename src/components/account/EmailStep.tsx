import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from './ErrorSummary.tsx';
import {TextField} from './Field.tsx';
import type {FieldError} from './loaded.ts';
import {useSubmit} from './useSubmit.ts';

interface Props {
  email: string;
  /** Asks for the code. Gives the faults found; none when a code is on its way. */
  onAsked: (email: string) => Promise<readonly FieldError[]>;
}

/** An address is checked by the e-mail that is sent to it; here only for what is plainly no address. */
function faultsOf(email: string): FieldError[] {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return [];
  return [{field: 'email', message: email ? 'Write a full e-mail address, for instance name@example.org.' : 'Enter your work e-mail address.'}];
}

/** First step of signing in: where to send the code. */
export function EmailStep({email: known, onAsked}: Props): ReactNode {
  const [email, setEmail] = useState(known);
  const {errors, busy, submit} = useSubmit(async (value: string) => {
    const faults = faultsOf(value);
    return faults.length > 0 ? faults : onAsked(value);
  });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void submit(email.trim());
  };
  return (
    <form onSubmit={ask} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        id="email" label="Your work e-mail address" hint="We send a code of six digits to it. There is no password." errors={errors}
        type="email" autoComplete="email" spellCheck={false} autoCapitalize="none" value={email} onChange={(event) => setEmail(event.target.value)}
      />
      <p><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Sending the code' : 'Send me a code'}</button></p>
    </form>
  );
}

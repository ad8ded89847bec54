import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';

/** Asks for one exact address. */
export function FindPerson({onAsked}: {onAsked: (email: string) => Promise<readonly FieldError[]>}): ReactNode {
  const [email, setEmail] = useState('');
  const {errors, busy, submit} = useSubmit(async (value: string) => (value ? onAsked(value) : [{field: 'email', message: 'Write the whole address of the person.'}]));
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void submit(email.trim());
  };
  return (
    <form onSubmit={ask} noValidate aria-labelledby="find">
      <h2 id="find">Find one person</h2>
      <ErrorSummary errors={errors} />
      <TextField
        id="email" label="Their work e-mail address" hint="The whole address, letter for letter. They will see that you looked." errors={errors}
        type="email" autoComplete="off" spellCheck={false} autoCapitalize="none" value={email} onChange={(event) => setEmail(event.target.value)}
      />
      <p><button type="submit" className="aw-button" aria-disabled={busy}>Find them</button></p>
    </form>
  );
}

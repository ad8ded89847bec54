import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

/** A join code as typed, without the spaces and dashes that people add, in capitals. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
}

interface Props {code: string; onAsked: (code: string) => Promise<readonly FieldError[]>}

/** A field for the code that the trainer shows. */
export function JoinCodeForm({code: known, onAsked}: Props): ReactNode {
  const [code, setCode] = useState(known);
  const {errors, busy, submit} = useSubmit(async (value: string) => {
    if (/^[A-Z0-9]{4,16}$/.test(value)) return onAsked(value);
    return [{field: 'joinCode', message: value ? 'A code has letters and digits only. Look at it again.' : 'Enter the code that your trainer gave you.'}];
  });
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void submit(tidyCode(code));
  };
  return (
    <form onSubmit={ask} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        id="joinCode" label="Join code" hint="Your trainer shows it in the room. Small or capital letters both work." errors={errors} className={styles.codeField}
        autoComplete="off" autoCapitalize="characters" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Looking' : 'Show the course run'}</button>
    </form>
  );
}

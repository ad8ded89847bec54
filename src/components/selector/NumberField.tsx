import {useId} from 'react';
import type {ReactNode} from 'react';

interface Props {
  label: string;
  typed: string;
  invalid: boolean;
  onTyped: (text: string) => void;
}

/** A whole number. A text field with a number pad: number fields change by accident when a wheel turns over them. */
export function NumberField({label, typed, invalid, onTyped}: Props): ReactNode {
  const id = useId();
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="text" inputMode="numeric" autoComplete="off" size={10} value={typed} aria-invalid={invalid} onChange={(event) => onTyped(event.target.value)} />
    </div>
  );
}

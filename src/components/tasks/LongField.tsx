import type {ReactNode} from 'react';
import type {FieldError} from '../account/loaded.ts';
import styles from './styles.module.css';

interface Props {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  rows: number;
  errors: readonly FieldError[];
  value: string;
  onChanged: (value: string) => void;
}

/** A box for text of any length, with its label, its hint and its fault. What is too long is refused when it is sent, and never cut unseen. */
export function LongField({id, label, hint, rows, errors, value, onChanged}: Props): ReactNode {
  const error = errors.find(({field}) => field === id)?.message;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={`aw-field ${styles.long}`}>
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="aw-hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="aw-error" id={`${id}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
      <textarea id={id} rows={rows} aria-describedby={describedBy || undefined} aria-invalid={error ? true : undefined} value={value} onChange={(event) => onChanged(event.target.value)} />
    </div>
  );
}

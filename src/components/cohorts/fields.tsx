import type {ReactNode} from 'react';
import type {FieldError} from '../account/loaded.ts';
import styles from './styles.module.css';

/** Faults of one form among several on a page: the ids of its fields begin with the form's own. */
export function inForm(form: string, errors: readonly FieldError[]): FieldError[] {
  return errors.map(({field, message}) => ({field: field && `${form}-${field}`, message}));
}

interface AreaProps {
  id: string;
  label: string;
  hint?: string;
  errors: readonly FieldError[];
  rows?: number;
  value: string;
  onChanged: (value: string) => void;
}

/** A box for several lines, with its label, its hint and its fault. */
export function AreaField({id, label, hint, errors, rows = 3, value, onChanged}: AreaProps): ReactNode {
  const error = errors.find(({field}) => field === id)?.message;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`aw-field ${styles.area}`}>
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="aw-hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="aw-error" id={`${id}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
      <textarea id={id} rows={rows} aria-describedby={describedBy} aria-invalid={error ? true : undefined} value={value} onChange={(event) => onChanged(event.target.value)} />
    </div>
  );
}

/** A box to tick, with its label. */
export function TickField({id, label, isTicked, onChanged}: {id: string; label: string; isTicked: boolean; onChanged: (isTicked: boolean) => void}): ReactNode {
  return (
    <p className={styles.tick}>
      <input type="checkbox" id={id} checked={isTicked} onChange={(event) => onChanged(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </p>
  );
}

import {useEffect, useRef} from 'react';
import type {MouseEvent, ReactNode} from 'react';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';

function focusField(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

/** All faults of a form in one place, each with a link to its field. Takes the focus when they appear (GOV.UK error summary pattern). */
export function ErrorSummary({errors}: {errors: readonly FieldError[]}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary" className={styles.summaryTitle}>There is a problem</h2>
      <ul className={styles.plainList}>
        {errors.map(({field, message}) => (
          <li key={field + message}>
            {field ? <a href={`#${field}`} onClick={(event) => focusField(event, field)}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}

import {useId} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** One choice that is off until somebody makes it, with what it means. */
export function Tick({label, hint, checked, onChanged}: {label: string; hint: string; checked: boolean; onChanged: (checked: boolean) => void}): ReactNode {
  const id = useId();
  return (
    <div className={styles.tick}>
      <input type="checkbox" id={id} checked={checked} aria-describedby={`${id}-hint`} onChange={(event) => onChanged(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="aw-hint">{hint}</p>
    </div>
  );
}

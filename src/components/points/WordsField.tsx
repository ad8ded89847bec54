import type {ReactNode} from 'react';
import {LONGEST_TEXT} from '#core/points/words.ts';
import styles from './styles.module.css';

interface Props {
  id: string;
  label: ReactNode;
  hint?: string;
  error: string | undefined;
  value: string;
  onChanged: (value: string) => void;
}

/** From here on a screen reader is told that room runs out. */
const NEAR = 100;

function wordsLeft(left: number): string {
  if (left < 0) return `You have written ${-left} ${left === -1 ? 'character' : 'characters'} too many.`;
  return `You can write ${left} more ${left === 1 ? 'character' : 'characters'}.`;
}

/** A box for up to 1,000 characters that counts them. It takes more, so that pasted text is never cut unseen, and says so. */
export function WordsField({id, label, hint, error, value, onChanged}: Props): ReactNode {
  const left = LONGEST_TEXT - value.trim().length;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', `${id}-left`].filter(Boolean).join(' ');
  return (
    <div className={`aw-field ${styles.words}`}>
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="aw-hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="aw-error" id={`${id}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
      <textarea id={id} rows={4} aria-describedby={describedBy} aria-invalid={error ? true : undefined} value={value} onChange={(event) => onChanged(event.target.value)} />
      <p className="aw-hint" id={`${id}-left`}>{wordsLeft(left)}</p>
      {/* Told when it changes from one to the other, and not with every letter. */}
      <p role="status" className="aw-visually-hidden">{left < 0 ? 'This is too long to be sent.' : left < NEAR ? 'There is little room left.' : ''}</p>
    </div>
  );
}

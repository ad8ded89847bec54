import {useId} from 'react';
import type {ReactNode} from 'react';
import {LONGEST} from '#core/planning/sampleSize.ts';

interface Props {
  label: string;
  hint?: string;
  /** What is wrong with it and what to do. */
  fault?: string | undefined;
  value: string;
  /** A name instead of a figure: no keypad, and more room. */
  isName?: boolean;
  onChanged: (value: string) => void;
}

/** A box for a figure. Text, not a number field: people type 40,000 and 25%, and a wheel must not change what they typed. */
export function FigureField({label, hint, fault, value, isName = false, onChanged}: Props): ReactNode {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className="aw-hint">{hint}</p>}
      {fault && <p id={`${id}-fault`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>}
      <input id={id} type="text" inputMode={isName ? 'text' : 'decimal'} autoComplete="off" maxLength={isName ? LONGEST.name : LONGEST.figure} value={value}
        aria-describedby={described || undefined} aria-invalid={fault !== undefined} onChange={(event) => onChanged(event.target.value)} />
    </div>
  );
}

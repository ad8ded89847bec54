import {useId, useRef, useState} from 'react';
import type {ReactNode} from 'react';

interface Props {
  hint: string;
  /** What the button says that begins. */
  start: string;
  /** Most characters of the name. */
  longest: number;
  onStarted: (name: string) => void;
}

/** Asks for the name of a consultation and begins something for it. */
export function StartForm({hint, start, longest, onStarted}: Props): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const send = (): void => {
    if (name.trim() !== '') return onStarted(name);
    setFault('Write the name of the consultation first.');
    input.current?.focus();
  };
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className="aw-field">
        <label htmlFor={id}>Name of the consultation</label>
        <p id={`${id}-hint`} className="aw-hint">{hint}</p>
        {fault !== '' && <p id={`${id}-fault`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>}
        <input ref={input} id={id} type="text" maxLength={longest} value={name} aria-describedby={fault === '' ? `${id}-hint` : `${id}-hint ${id}-fault`}
          aria-invalid={fault !== ''} onChange={(event) => { setName(event.target.value); setFault(''); }} />
      </div>
      <p><button type="submit" className="aw-button">{start}</button></p>
    </form>
  );
}

import {useEffect, useId, useState} from 'react';
import type {ReactNode} from 'react';

interface Props {
  /** As a time field writes it: 09:30. */
  start: string;
  hint: string;
  onStart: (start: string) => void;
}

/** When the session starts. A box that is being emptied keeps the time before it. */
export function StartField({start, hint, onStart}: Props): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState(start);
  useEffect(() => setTyped(start), [start]);
  const type = (text: string): void => {
    setTyped(text);
    if (text !== '') onStart(text);
  };
  return (
    <div className="aw-field">
      <label htmlFor={id}>The session starts at</label>
      <p id={`${id}-hint`} className="aw-hint">{hint}</p>
      <input id={id} type="time" value={typed} aria-describedby={`${id}-hint`} onChange={({target}) => type(target.value)} />
    </div>
  );
}

import {useId, useRef, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {LONGEST} from '#core/planning/selfAssessment.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** A self-assessment on this device, in words ready to read. */
export interface AssessmentItem {
  id: string;
  name: string;
  href: string;
  answered: number;
  total: number;
  changedOn: string;
}

interface Props {
  items: readonly AssessmentItem[];
  /** How many on this device belong to somebody who is not signed in now. */
  others: number;
  signInHref: string;
  headingRef: Ref<HTMLHeadingElement>;
  note: ReactNode;
  /** Why a file could not be loaded; empty when nothing is wrong. */
  fileFault: string;
  linkTo: LinkTo;
  onStarted: (name: string) => void;
  onFileChosen: (file: File) => void;
}

/** The self-assessments on this device, a new one, and one from a file. */
export function AssessmentList({items, others, signInHref, headingRef, note, fileFault, linkTo, onStarted, onFileChosen}: Props): ReactNode {
  return (
    <section aria-labelledby="assessments" className={styles.screenOnly}>
      <h2 id="assessments" ref={headingRef} tabIndex={-1}>Your self-assessments</h2>
      {note}
      {items.length === 0 ? <p>There is none on this device yet.</p> : (
        <ul className={styles.list}>
          {items.map(({id, name, href, answered, total, changedOn}) => (
            <li key={id}>{linkTo({href, children: name})}<span className="aw-hint"> {answered} of {total} steps answered, last changed on {changedOn}</span></li>
          ))}
        </ul>
      )}
      {others > 0 && (
        <p className="aw-panel">
          {others === 1 ? '1 more was begun by somebody who was signed in here.' : `${others} more were begun by somebody who was signed in here.`} If that was you, {linkTo({href: signInHref, children: 'sign in'})} to see {others === 1 ? 'it' : 'them'}.
        </p>
      )}
      <StartForm onStarted={onStarted} />
      <FileField fault={fileFault} onFileChosen={onFileChosen} />
    </section>
  );
}

function StartForm({onStarted}: {onStarted: (name: string) => void}): ReactNode {
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
        <p id={`${id}-hint`} className="aw-hint">As your colleagues know it. You can change it later.</p>
        {fault !== '' && <p id={`${id}-fault`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>}
        <input ref={input} id={id} type="text" maxLength={LONGEST.name} value={name} aria-describedby={fault === '' ? `${id}-hint` : `${id}-hint ${id}-fault`}
          aria-invalid={fault !== ''} onChange={(event) => { setName(event.target.value); setFault(''); }} />
      </div>
      <p><button type="submit" className="aw-button">Start a self-assessment</button></p>
    </form>
  );
}

function FileField({fault, onFileChosen}: {fault: string; onFileChosen: (file: File) => void}): ReactNode {
  const id = useId();
  return (
    <div className="aw-field">
      <label htmlFor={id}>Load a JSON file</label>
      <p id={`${id}-hint`} className="aw-hint">A file that “Download as JSON” saved, here or on another device. It is read on this device and joins the list above.</p>
      <input id={id} type="file" accept=".json,application/json" className={styles.file} aria-describedby={`${id}-hint ${id}-fault`} aria-invalid={fault !== ''}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // So that the same file can be chosen again once it has been put right.
          event.target.value = '';
          if (file) onFileChosen(file);
        }} />
      <p id={`${id}-fault`} role="alert" className="aw-error">{fault}</p>
    </div>
  );
}

import {useState} from 'react';
import type {DragEvent, FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {FileField} from '../keeping/FileField.tsx';
import styles from './styles.module.css';

interface Props {
  /** What the form is for, as its heading. */
  title: string;
  /** Where what is pasted goes, in a sentence. */
  promise: string;
  button: string;
  /** Ids of the fields begin with it, so that two forms can stand on a page. */
  name: string;
  onTextGiven: (text: string) => Promise<readonly FieldError[]>;
  /** Reads a file on the device. Null: it is too large to be a certificate. */
  onFileChosen: (file: File) => Promise<string | null>;
}

/** Takes a signed certificate: pasted, chosen as a file, or dropped. What was pasted stays when something is wrong with it. */
export function VerifyForm({title, promise, button, name, onTextGiven, onFileChosen}: Props): ReactNode {
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = `${name}-text`;
  const give = async (given: string): Promise<void> => {
    if (busy) return;
    if (given.trim() === '') return setErrors([{field, message: 'Paste the certificate, or choose its file.'}]);
    setBusy(true);
    const found = await onTextGiven(given);
    setBusy(false);
    setErrors(found.map((each) => (each.field === 'text' ? {...each, field} : each)));
  };
  const take = async (file: File): Promise<void> => {
    setFault('');
    const read = await onFileChosen(file);
    if (read === null) return setFault('This file is too large to be a certificate. Choose the file that its issuer gave you.');
    setText(read);
    await give(read);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void take(file);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void give(text);
  };
  const error = errors.find((each) => each.field === field)?.message;
  return (
    <form
      onSubmit={submit} noValidate aria-labelledby={`${name}-heading`} className={`${styles.form} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      <h2 id={`${name}-heading`}>{title}</h2>
      <ErrorSummary errors={errors} />
      <div className="aw-field">
        <label htmlFor={field}>The signed certificate</label>
        <p id={`${field}-hint`} className="aw-hint">A long text of letters and figures that begins with <q>ey</q>. {promise}</p>
        {error ? <p id={`${field}-error`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
        <textarea
          id={field} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} autoComplete="off" className={styles.code}
          aria-describedby={error ? `${field}-hint ${field}-error` : `${field}-hint`} aria-invalid={error ? true : undefined}
        />
      </div>
      <FileField label="Or its file" hint="Choose it, or drop it here. Files that end in .jwt, .json, .txt or .svg can be read." accept=".jwt,.json,.txt,.svg" fault={fault} onFileChosen={(file) => void take(file)} />
      <button type="submit" className="aw-button" aria-disabled={busy}>{button}</button>
    </form>
  );
}

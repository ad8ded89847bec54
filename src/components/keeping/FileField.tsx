import {useId} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  label: string;
  hint: ReactNode;
  /** Endings and media types, as the browser's own dialogue takes them. */
  accept: string;
  /** Why a file could not be read; empty when nothing is wrong. */
  fault: string;
  onFileChosen: (file: File) => void;
}

/** A field for a file of the person's own, which is read on the device. */
export function FileField({label, hint, accept, fault, onFileChosen}: Props): ReactNode {
  const id = useId();
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="aw-hint">{hint}</p>
      <input id={id} type="file" accept={accept} className={styles.file} aria-describedby={`${id}-hint ${id}-fault`} aria-invalid={fault !== ''}
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

/** The field for a file that “Download as JSON” saved, where what it holds joins a list. */
export function JsonFileField(props: Pick<Props, 'fault' | 'onFileChosen'>): ReactNode {
  return (
    <FileField {...props} label="Load a JSON file" accept=".json,application/json"
      hint="A file that “Download as JSON” saved, here or on another device. It is read on this device and joins the list above." />
  );
}

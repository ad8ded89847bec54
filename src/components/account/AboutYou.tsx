import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from './ErrorSummary.tsx';
import {SelectField, TextField} from './Field.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

export interface Directorate {id: string; name: string}
export interface AboutPerson {displayName?: string; directorate?: string}
interface Props {
  displayName: string;
  directorate: string;
  directorates: readonly Directorate[];
  /** Words on the button that leaves without saving. */
  leave: string;
  onSaved: (about: AboutPerson) => Promise<readonly FieldError[]>;
  onLeft: () => void;
}

/** Name and directorate. Both may stay empty; what is empty is not sent. */
export function AboutYou({displayName, directorate, directorates, leave, onSaved, onLeft}: Props): ReactNode {
  const [name, setName] = useState(displayName);
  const [where, setWhere] = useState(directorate);
  const {errors, busy, submit} = useSubmit(async (about: AboutPerson) =>
    displayName && !about.displayName ? [{field: 'displayName', message: 'Write your name. It cannot be taken away, only changed.'}] : onSaved(about));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void submit({...(name.trim() && {displayName: name.trim()}), ...(where && {directorate: where})});
  };
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        id="displayName" label="Your name" hint="As it should stand on certificates and on your trainer’s list." errors={errors}
        autoComplete="name" maxLength={120} value={name} onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        id="directorate" label="Your directorate" hint="Counts of who has finished a course are kept by directorate." errors={errors}
        value={where} onChange={(event) => setWhere(event.target.value)}
      >
        {directorate ? null : <option value="">Not said</option>}
        {directorates.map(({id, name: words}) => <option key={id} value={id}>{words}</option>)}
      </SelectField>
      <p className={styles.choices}>
        <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : 'Save'}</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onLeft}>{leave}</button>
      </p>
    </form>
  );
}

import {useEffect, useRef, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ERASURE_REASONS} from '#core/privacy/api.ts';
import type {ErasureReason, FoundPerson} from '#core/privacy/api.ts';
import {ROLE_WORDS} from '#core/privacy/words.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

interface Props {
  person: FoundPerson;
  /** Its name. */
  directorate: string;
  onExported: () => Promise<readonly FieldError[]>;
  onNamed: (name: string) => Promise<readonly FieldError[]>;
  onErased: (reason: ErasureReason) => Promise<readonly FieldError[]>;
}

function CorrectName({person, onNamed}: Pick<Props, 'person' | 'onNamed'>): ReactNode {
  const [name, setName] = useState(person.displayName ?? '');
  const [note, setNote] = useState('');
  const {errors, busy, submit} = useSubmit(async (value: string) => (value ? onNamed(value) : [{field: 'displayName', message: 'Write the name as it should stand.'}]));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setNote('');
    if (await submit(name.trim())) setNote('The name is corrected.');
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate aria-labelledby="name-heading">
      <h3 id="name-heading">Correct the name</h3>
      <p>Certificates keep the name that they were signed with. Issue those again on the page of the course run.</p>
      <ErrorSummary errors={errors} />
      <TextField id="displayName" label="Name" errors={errors} maxLength={120} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      <p><button type="submit" className="aw-button aw-button--quiet" aria-disabled={busy}>Save the name</button></p>
      <p role="status" className="aw-hint">{note}</p>
    </form>
  );
}

function ErasePerson({person, onErased}: Pick<Props, 'person' | 'onErased'>): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<ErasureReason | ''>('');
  const [typed, setTyped] = useState('');
  const {errors, busy, submit} = useSubmit(async () => {
    const faults: FieldError[] = [
      ...(reason === '' ? [{field: 'reason', message: 'Choose why.'}] : []),
      ...(typed.trim().toLowerCase() === person.email ? [] : [{field: 'typed', message: 'Type the address of the person whom you want to erase.'}]),
    ];
    return faults.length > 0 || reason === '' ? faults : onErased(reason);
  });
  if (!isAsking) return <p><button type="button" className="aw-button aw-button--quiet" onClick={() => setAsking(true)}>Go on to erase this person</button></p>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(null); }} noValidate aria-labelledby="erase-heading">
      <ErrorSummary errors={errors} />
      <SelectField id="reason" label="Why" hint="Write no story about the person anywhere else." errors={errors} value={reason} onChange={(event) => setReason(event.target.value as ErasureReason | '')}>
        <option value="">Choose</option>
        {Object.entries(ERASURE_REASONS).map(([id, words]) => <option key={id} value={id}>{words}</option>)}
      </SelectField>
      <TextField id="typed" label={`Type ${person.email} to go on`} hint="Nobody can undo this." errors={errors} autoComplete="off" autoCapitalize="none" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p className={styles.choices}>
        <button type="submit" className="aw-button" aria-disabled={busy}>Erase this person</button>
        <button type="button" className="aw-link-button" onClick={() => setAsking(false)}>Keep this person</button>
      </p>
    </form>
  );
}

/** What a coordinator can do with the data of one person who asked. */
export function PersonTools({person, directorate, onExported, onNamed, onErased}: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [note, setNote] = useState('');
  const {errors, busy, submit} = useSubmit(onExported);
  useEffect(() => heading.current?.focus(), []);
  const take = async (): Promise<void> => {
    setNote('');
    if (await submit(undefined)) setNote('The copy is saved on this device. Give it to the person, then delete it here.');
  };
  return (
    <section aria-labelledby="person">
      <h2 id="person" tabIndex={-1} ref={heading}>{person.displayName ?? person.email}</h2>
      <dl>
        <dt>E-mail</dt><dd>{person.email}</dd>
        <dt>Directorate</dt><dd>{directorate}</dd>
        <dt>Role</dt><dd>{ROLE_WORDS[person.role]}</dd>
        <dt>Here since</dt><dd>{writeDayOf(person.since)}</dd>
      </dl>
      <h3>Take a copy for them</h3>
      <p>For a subject access request, which you answer within a month. The file holds their answers too, so open it only if you must.</p>
      <ErrorSummary errors={errors} />
      <p><button type="button" className="aw-button" aria-disabled={busy} onClick={() => void take()}>Download their data</button></p>
      <p role="status" className="aw-hint">{note}</p>
      <CorrectName person={person} onNamed={onNamed} />
      <h3 id="erase-heading">Erase them</h3>
      <p>Their name, address, answers and certificates go at once. Marks and completions stay under a number for as long as the page Privacy says. They can do it themselves on the page My data.</p>
      <ErasePerson person={person} onErased={onErased} />
    </section>
  );
}

import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from './ErrorSummary.tsx';
import {TextField} from './Field.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

export interface PasskeyShown {id: string; name: string; addedOn: string; lastUsedOn: string | null}

interface Props {
  passkeys: readonly PasskeyShown[];
  isRequired: boolean;
  mayAdd: boolean;
  mayRemove: boolean;
  /** Where to sign in again with the organisation's account; null where there is none. */
  organisationHref: string | null;
  /** Whether this browser can make one. */
  canMake: boolean;
  onAdded: (name: string) => Promise<readonly FieldError[]>;
  onRemoved: (id: string) => Promise<readonly FieldError[]>;
  /** Shows both factors again, so that what is locked opens. */
  onUsed: () => Promise<readonly FieldError[]>;
}

/** The list of somebody's passkeys, with adding and removing. */
export function Passkeys({passkeys, isRequired, mayAdd, mayRemove, organisationHref, canMake, onAdded, onRemoved, onUsed}: Props): ReactNode {
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<string | null>(null);
  const remove = useSubmit(onRemoved);
  const use = useSubmit<null>(onUsed);
  const take = async ({id, name}: PasskeyShown): Promise<void> => {
    setNote('');
    if (await remove.submit(id)) setNote(`Removed: ${name}.`);
    setAsking(null);
  };
  const isLocked = passkeys.length > 0 && (!mayAdd || !mayRemove);
  const mayTake = mayRemove && !(isRequired && passkeys.length === 1);
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Your passkeys</h2>
      <p>A passkey is a key that your phone, laptop or security key keeps for you. It opens with your finger, your face or a PIN, and nobody can read it off you.</p>
      <ErrorSummary errors={remove.errors.length > 0 ? remove.errors : use.errors} />
      {passkeys.length === 0 ? <p>You have none.{isRequired ? ' Your role needs one.' : ''}</p> : (
        <ul className={styles.plainList}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.row}>
              <strong className={styles.address}>{passkey.name}</strong>
              <span>Added {passkey.addedOn}. {passkey.lastUsedOn === null ? 'Not used since.' : `Last used ${passkey.lastUsedOn}.`}</span>
              {mayTake && asking !== passkey.id ? <button type="button" className="aw-link-button" onClick={() => setAsking(passkey.id)}>Remove<span className="aw-visually-hidden"> {passkey.name}</span></button> : null}
              {asking === passkey.id ? (
                <span className={styles.choices} role="alert">
                  <span>It will no longer open your account.</span>
                  <button type="button" className="aw-button" aria-disabled={remove.busy} onClick={() => void take(passkey)}>Remove this passkey</button>
                  <button type="button" className="aw-link-button" onClick={() => setAsking(null)}>Keep it</button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {isRequired && passkeys.length === 1 ? <p className="aw-hint">Add a second one on another device. If you lose this one, you can still get in.</p> : null}
      {isLocked ? (
        <p className={styles.choices}>
          <span>To add or remove one, use your passkey first. That counts for 15 minutes.</span>
          <button type="button" className="aw-button aw-button--quiet" aria-disabled={use.busy} onClick={() => void use.submit(null)}>Use your passkey now</button>
        </p>
      ) : null}
      {!mayAdd && organisationHref !== null ? <p><a href={organisationHref}>Sign in once more with your organisation’s account</a>. That opens this page for 15 minutes too, and acts such as giving a role.</p> : null}
      {!mayAdd ? null : canMake ? <NewPasskey onAdded={onAdded} onNote={setNote} /> : <p className="aw-hint">This browser knows no passkeys. Use a newer one to add yours.</p>}
      <p role="status" className="aw-hint">{note}</p>
    </section>
  );
}

function NewPasskey({onAdded, onNote}: Pick<Props, 'onAdded'> & {onNote: (note: string) => void}): ReactNode {
  const [name, setName] = useState('');
  const {errors, busy, submit} = useSubmit(async (value: string) => (value ? onAdded(value) : [{field: 'name', message: 'Write a name, so that you know later which passkey this is.'}]));
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onNote('');
    if (!await submit(name.trim())) return;
    onNote(`Added: ${name.trim()}. Everywhere else you are signed out.`);
    setName('');
  };
  return (
    <form onSubmit={(event) => void add(event)} noValidate aria-labelledby="new-passkey">
      <h3 id="new-passkey" tabIndex={-1}>Add a passkey</h3>
      <ErrorSummary errors={errors} />
      <TextField id="name" label="Name of the passkey" hint="For you alone, for instance Work laptop." errors={errors} autoComplete="off" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      <p><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Waiting for your device' : 'Add this passkey'}</button></p>
    </form>
  );
}

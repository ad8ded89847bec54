import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {Role} from '#core/records/api.ts';
import type {Directorate} from '../account/AboutYou.tsx';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {ROLE_WORDS} from './roles.ts';
import styles from './styles.module.css';

export interface RoleGiven {email: string; role: Role; directorate?: string}
interface Props {directorates: readonly Directorate[]; onGiven: (given: RoleGiven) => Promise<readonly FieldError[]>}

const isRole = (value: string): value is Role => Object.hasOwn(ROLE_WORDS, value);

function faultsOf(email: string, role: string, directorate: string): FieldError[] {
  return [
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? [] : [{field: 'email', message: 'Write their full work e-mail address.'}]),
    ...(isRole(role) ? [] : [{field: 'role', message: 'Choose a role.'}]),
    ...(role === 'lead' && !directorate ? [{field: 'directorate', message: 'Choose the directorate that they lead.'}] : []),
  ];
}

/** The form by which a coordinator gives somebody a role. Choosing learner takes a role away. */
export function GiveRole({directorates, onGiven}: Props): ReactNode {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('');
  const [directorate, setDirectorate] = useState('');
  const [note, setNote] = useState('');
  const {errors, busy, submit} = useSubmit(onGiven);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const give = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setNote('');
    const found = faultsOf(email.trim(), role, directorate);
    setFaults(found);
    if (found.length > 0 || !isRole(role)) return;
    if (await submit({email: email.trim(), role, ...(role === 'lead' && {directorate})})) {
      setNote(`Done. ${email.trim()} now has the role: ${ROLE_WORDS[role].name}.`);
      setEmail('');
    }
  };
  const shown = faults.length > 0 ? faults : errors;
  return (
    <form onSubmit={(event) => void give(event)} noValidate aria-labelledby="give-heading" className={styles.section}>
      <h2 id="give-heading">Give somebody a role</h2>
      <ErrorSummary errors={shown} />
      <TextField
        id="email" label="Their work e-mail address" hint="They need not have signed in yet." errors={shown} type="email" autoComplete="off"
        spellCheck={false} autoCapitalize="none" value={email} onChange={(event) => setEmail(event.target.value)}
      />
      <SelectField id="role" label="Role" hint="Choose learner to take a role away." errors={shown} value={role} onChange={(event) => setRole(event.target.value)}>
        <option value="">Choose a role</option>
        {Object.entries(ROLE_WORDS).map(([id, {name, may}]) => <option key={id} value={id}>{name}: {may}</option>)}
      </SelectField>
      {role === 'lead' ? (
        <SelectField id="directorate" label="Directorate they lead" errors={shown} value={directorate} onChange={(event) => setDirectorate(event.target.value)}>
          <option value="">Choose a directorate</option>
          {directorates.map(({id, name}) => <option key={id} value={id}>{name}</option>)}
        </SelectField>
      ) : null}
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : 'Give the role'}</button>
      <p role="status" className={styles.note}>{note}</p>
    </form>
  );
}

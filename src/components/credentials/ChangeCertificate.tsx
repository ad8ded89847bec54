import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {CredentialRecord} from '#core/credentials/api.ts';
import {KIND_WORDS} from '#core/credentials/kinds.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

interface FindProps {
  onFound: (number: string) => void;
}

/** The number in what somebody typed or pasted: the number itself, or the address that holds it. Empty when there is none. */
function numberIn(typed: string): string {
  return /[0-9a-f]{32}/.exec(typed.toLowerCase())?.[0] ?? '';
}

/** Finds a certificate by its number or address. */
export function FindCertificate({onFound}: FindProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const number = numberIn(typed);
    if (number === '') return setErrors([{field: 'number', message: 'Write its number: 32 figures and letters from a to f. The address on it holds the number too.'}]);
    setErrors([]);
    onFound(number);
  };
  return (
    <form onSubmit={find} noValidate aria-labelledby="find-heading" className={styles.form}>
      <h2 id="find-heading">Find a certificate</h2>
      <ErrorSummary errors={errors} />
      <TextField id="number" label="Its number or address" hint="It stands at the foot of the certificate." errors={errors} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
      <button type="submit" className="aw-button">Find it</button>
    </form>
  );
}

interface Props {
  record: CredentialRecord;
  courseTitle: string;
  /** Something that was done before this certificate came up, in words; empty for nothing. */
  note: string;
  onRevoked: (reason: string) => Promise<readonly FieldError[]>;
  onReplaced: (name: string) => Promise<readonly FieldError[]>;
}

/** A certificate, with what a coordinator or a trainer of the run can do to it. */
export function ChangeCertificate({record: {id, kind, name, validFrom, validUntil, revoked}, courseTitle, note, onRevoked, onReplaced}: Props): ReactNode {
  return (
    <section aria-labelledby="change" className={styles.form}>
      <h2 id="change">{KIND_WORDS[kind].title}: {courseTitle}</h2>
      <p role="status">{note}</p>
      <dl className={styles.facts}>
        <div><dt>Name on it</dt><dd>{name}</dd></div>
        <div><dt>Issued on</dt><dd>{writeDayOf(validFrom)}</dd></div>
        <div><dt>Holds until</dt><dd>{validUntil ? writeDayOf(validUntil) : 'No end date'}</dd></div>
        <div className={styles.wide}><dt>Number</dt><dd className={styles.code}>{id}</dd></div>
      </dl>
      {revoked
        ? <p>It was revoked on {writeDayOf(revoked.at)}{revoked.replacedBy ? ', and another one took its place' : `: ${revoked.reason}`}.</p>
        : <><CorrectName name={name} onReplaced={onReplaced} /><RevokeForm onRevoked={onRevoked} /></>}
    </section>
  );
}

function CorrectName({name: before, onReplaced}: {name: string; onReplaced: Props['onReplaced']}): ReactNode {
  const [name, setName] = useState(before);
  const {errors, busy, submit} = useSubmit(async (wanted: string) =>
    wanted === '' || wanted === before ? [{field: 'corrected', message: 'Write the name as it should be.'}] : (await onReplaced(wanted)).map((each) => (each.field === 'name' ? {...each, field: 'corrected'} : each)));
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(name.trim()); }} noValidate aria-labelledby="correct-heading">
      <h3 id="correct-heading">Correct the name</h3>
      <p>A new certificate is issued with the right name. This one is revoked as replaced, and its holder finds the new one on their page.</p>
      <ErrorSummary errors={errors} />
      <TextField id="corrected" label="The name as it should be" errors={errors} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
      <button type="submit" className="aw-button aw-button--quiet" aria-disabled={busy}>Issue it with this name</button>
    </form>
  );
}

function RevokeForm({onRevoked}: Pick<Props, 'onRevoked'>): ReactNode {
  const [reason, setReason] = useState('');
  const {errors, busy, submit} = useSubmit(async (wanted: string) => (wanted === '' ? [{field: 'reason', message: 'Say why.'}] : onRevoked(wanted)));
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(reason.trim()); }} noValidate aria-labelledby="revoke-heading">
      <h3 id="revoke-heading">Revoke it</h3>
      <p>Everybody who checks it from now on is told that it no longer holds. This cannot be undone.</p>
      <ErrorSummary errors={errors} />
      <TextField id="reason" label="Why" hint="Its holder sees this. Others see only that it is revoked." errors={errors} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
      <button type="submit" className="aw-button" aria-disabled={busy}>Revoke this certificate</button>
    </form>
  );
}

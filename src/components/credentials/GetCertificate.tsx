import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';

export interface Wish {
  /** Null: the account has a name. */
  name: string | null;
  withEmail: boolean;
}
interface Props {
  /** Id of the field for the name: several of these forms stand on a page. */
  id: string;
  /** What it is called, in words: the kind and the course. */
  title: string;
  /** The name that will stand on it; null when the account has none. */
  displayName: string | null;
  onAsked: (wish: Wish) => Promise<readonly FieldError[]>;
}

/** Asks for one certificate. Asks for a name where the account has none. */
export function GetCertificate({id, title, displayName, onAsked}: Props): ReactNode {
  const [name, setName] = useState('');
  const [withEmail, setWithEmail] = useState(false);
  const {errors, busy, submit} = useSubmit(async (wish: Wish) => (wish.name === '' ? [{field: id, message: 'Write your name as it should stand on the certificate.'}] : (await onAsked(wish)).map((each) => (each.field === 'name' ? {...each, field: id} : each))));
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void submit({name: displayName === null ? name.trim() : null, withEmail});
  };
  return (
    <form onSubmit={ask} noValidate aria-label={title}>
      <ErrorSummary errors={errors} />
      {displayName === null
        ? <TextField id={id} label="Your name" hint="As it should stand on the certificate. Once it is issued, only a coordinator or the trainer can correct it." errors={errors} autoComplete="name" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        : <p>The name on it will be <strong>{displayName}</strong>. To change it first, go to <a href="/my-record/">My record</a>.</p>}
      <label className="aw-choices">
        <input type="checkbox" checked={withEmail} onChange={(event) => setWithEmail(event.target.checked)} />
        <span>Put my e-mail address into it, scrambled, so that another body can match it to my account there</span>
      </label>
      <p><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Signing it' : 'Get your certificate'}<span className="aw-visually-hidden">: {title}</span></button></p>
    </form>
  );
}

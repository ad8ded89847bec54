import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {AreaField, inForm, TickField} from './fields.tsx';

interface Props {
  /** Begins the ids of the fields. No other form on the page has it. */
  form: string;
  label: string;
  hint: string;
  button: string;
  isRequired: boolean;
  /** Offers to tell everybody by e-mail, ticked. */
  offersMail?: boolean;
  onSent: (reason: string, tellEverybody: boolean) => Promise<readonly FieldError[]>;
  /** It was sent and worked. */
  onDone: () => void;
}

/** Asks for the reason of an act that takes something from somebody. */
export function ReasonForm({form, label, hint, button, isRequired, offersMail = false, onSent, onDone}: Props): ReactNode {
  const [reason, setReason] = useState('');
  const [tells, setTells] = useState(true);
  const {errors, busy, submit} = useSubmit(async (typed: string): Promise<readonly FieldError[]> => {
    if (isRequired && typed === '') return inForm(form, [{field: 'reason', message: 'Give the reason, in a sentence.'}]);
    if (typed.length > 500) return inForm(form, [{field: 'reason', message: 'Use at most 500 characters for the reason.'}]);
    return inForm(form, await onSent(typed, tells));
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void submit(reason.trim()).then((isDone) => { if (isDone) onDone(); });
  };
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={errors} />
      <AreaField id={`${form}-reason`} label={label} hint={hint} errors={errors} value={reason} onChanged={setReason} />
      {offersMail ? <TickField id={`${form}-tell`} label="Tell everybody by e-mail" isTicked={tells} onChanged={setTells} /> : null}
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Sending' : button}</button>
    </form>
  );
}

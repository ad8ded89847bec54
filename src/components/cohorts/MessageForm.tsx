import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {MESSAGES_A_DAY} from '#core/runs/api.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {Fold} from './Fold.tsx';
import {AreaField, inForm, TickField} from './fields.tsx';
import styles from './styles.module.css';

export interface MessageDraft {
  subject: string;
  text: string;
  showAddress: boolean;
}
interface Props {
  /** People who are confirmed and will get it. */
  recipients: number;
  note: string;
  onSent: (message: MessageDraft) => Promise<readonly FieldError[]>;
}

function faultsOf({subject, text}: MessageDraft): FieldError[] {
  return [
    ...(subject === '' ? [{field: 'subject', message: 'Write a subject.'}] : []),
    ...(text === '' ? [{field: 'text', message: 'Write the message.'}] : []),
    ...(text.length > 4000 ? [{field: 'text', message: `Take out ${text.length - 4000} characters: a message has at most 4,000.`}] : []),
  ];
}

/** A message of the trainer to everybody who is confirmed. */
export function MessageForm({recipients, note, onSent}: Props): ReactNode {
  return (
    <section aria-labelledby="message-heading" className={styles.section}>
      <h2 id="message-heading">Message to the group</h2>
      <p role="status" className="aw-hint">{note}</p>
      {recipients === 0 ? <p>Nobody is confirmed yet, so there is nobody to write to.</p> : <Fold summary="Write a message">{({close}) => <Write recipients={recipients} onSent={onSent} onDone={close} />}</Fold>}
    </section>
  );
}

function Write({recipients, onSent, onDone}: Omit<Props, 'note'> & {onDone: () => void}): ReactNode {
  const [draft, setDraft] = useState<MessageDraft>({subject: '', text: '', showAddress: false});
  const {errors, busy, submit} = useSubmit(async (message: MessageDraft): Promise<readonly FieldError[]> => {
    const faults = faultsOf(message);
    return inForm('message', faults.length > 0 ? faults : await onSent(message));
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void submit({...draft, subject: draft.subject.trim(), text: draft.text.trim()}).then((isDone) => { if (isDone) onDone(); });
  };
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={errors} />
      <p>It goes to {recipients === 1 ? '1 person who is' : `${recipients} people who are`} confirmed, to each in an e-mail of their own. We do not keep the text. A run can get {MESSAGES_A_DAY} messages in 24 hours.</p>
      <TextField id="message-subject" label="Subject" errors={errors} maxLength={120} value={draft.subject} onChange={(event) => setDraft({...draft, subject: event.target.value})} />
      <AreaField id="message-text" label="Message" errors={errors} rows={6} value={draft.text} onChanged={(text) => setDraft({...draft, text})} />
      <TickField id="message-address" label="Show my address in the message" isTicked={draft.showAddress} onChanged={(showAddress) => setDraft({...draft, showAddress})} />
      <p className="aw-hint">Without it, nobody can answer you by e-mail.</p>
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Sending' : 'Send the message'}</button>
    </form>
  );
}

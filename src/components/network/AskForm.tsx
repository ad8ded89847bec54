import {useEffect, useRef, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {LONGEST} from '#core/network/fields.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

/** What somebody writes to a colleague. */
export interface Words {
  subject: string;
  text: string;
  sharesAddress: boolean;
}

interface Props {
  kind: 'question' | 'answer';
  /** Name of the colleague. */
  to: string;
  /** The sender's own address, which goes with it only if they tick that. */
  email: string;
  onSent: (words: Words) => Promise<readonly FieldError[]>;
}

function faultsOf({subject, text}: Words): FieldError[] {
  const left = LONGEST.text - text.length;
  return [
    ...(subject === '' ? [{field: 'subject', message: 'Write in a few words what it is about.'}] : []),
    ...(text === '' ? [{field: 'text', message: 'Write your message.'}] : left < 0 ? [{field: 'text', message: `Take out ${-left} ${left === -1 ? 'character' : 'characters'}. A message holds ${LONGEST.text.toLocaleString('en-GB')}.`}] : []),
  ];
}

/** Writes to a colleague by way of the site. What was typed stays when it could not be sent. */
export function AskForm({kind, to, email, onSent}: Props): ReactNode {
  const [words, setWords] = useState<Words>({subject: '', text: '', sharesAddress: false});
  const [isSent, setSent] = useState(false);
  const sent = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isSent) sent.current?.focus();
  }, [isSent]);
  const {errors, busy, submit} = useSubmit(async (value: Words) => {
    const faults = faultsOf(value);
    return faults.length > 0 ? faults : onSent(value);
  });
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await submit({...words, subject: words.subject.trim(), text: words.text.trim()})) setSent(true);
  };
  const edit = (changed: Partial<Words>): void => setWords((before) => ({...before, ...changed}));
  const fault = errors.find(({field}) => field === 'text')?.message;
  const left = LONGEST.text - words.text.trim().length;
  if (isSent) {
    return (
      <section aria-labelledby="sent" className="aw-panel">
        <h2 id="sent" ref={sent} tabIndex={-1}>Your {kind} is on its way</h2>
        <p>{to} gets it by e-mail. {words.sharesAddress ? 'Your address is in it.' : 'Your address is not in it. An answer through the site comes to you by e-mail.'} We keep that you wrote, for 30 days, and nothing of what you wrote.</p>
      </section>
    );
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate aria-labelledby="ask-heading" className={styles.section}>
      <h2 id="ask-heading">{kind === 'question' ? `Ask ${to}` : `Answer ${to}`}</h2>
      <ErrorSummary errors={errors} />
      <p>We pass your words on by e-mail with your name. Neither of you sees the other’s address.</p>
      <TextField id="subject" label="What is it about?" errors={errors} maxLength={LONGEST.subject} value={words.subject} onChange={(event) => edit({subject: event.target.value})} />
      <div className="aw-field">
        <label htmlFor="text">Your message</label>
        <p className="aw-hint" id="text-hint">Leave out personal data of people whom you consult.</p>
        {fault ? <p className="aw-error" id="text-error"><span className="aw-visually-hidden">Error: </span>{fault}</p> : null}
        <textarea id="text" rows={6} aria-invalid={fault ? true : undefined} aria-describedby={['text-hint', fault ? 'text-error' : '', 'text-left'].filter(Boolean).join(' ')} value={words.text} onChange={(event) => edit({text: event.target.value})} />
        <p className="aw-hint" id="text-left">{left < 0 ? `${-left} characters too many.` : `${left} characters left.`}</p>
      </div>
      <p className={styles.tick}>
        <input type="checkbox" id="sharesAddress" checked={words.sharesAddress} onChange={(event) => edit({sharesAddress: event.target.checked})} />
        <label htmlFor="sharesAddress">Send my address, {email}, with it, so that {to} can write to me directly.</label>
      </p>
      <p className="aw-choices"><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Sending' : `Send the ${kind}`}</button></p>
    </form>
  );
}

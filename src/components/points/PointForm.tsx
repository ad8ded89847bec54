import {useId, useRef, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {DraftFault, PointDraft} from '#core/points/draft.ts';
import {FAULTS, KIND_WORDS} from '#core/points/words.ts';
import {MailPanel} from './MailPanel.tsx';
import type {Mail} from './MailPanel.tsx';
import styles from './styles.module.css';
import {WordsField} from './WordsField.tsx';

/** A heading of the page, by its id. */
export interface HeadingChoice {
  id: string;
  text: string;
}

interface Props {
  draft: PointDraft;
  headings: readonly HeadingChoice[];
  /** The account signed in; null: nobody, who cannot be asked. The address is not known while the service is out of reach. */
  account: {email: string | null} | null;
  faultsOf: (draft: PointDraft) => readonly DraftFault[];
  /** Null where there is a queue to send to. */
  mail: Mail | null;
  /** Where points about this place stand. */
  status: ReactNode;
  onEdited: (edit: Partial<PointDraft>) => void;
  /** Settles when what was typed is kept. */
  onSent: () => Promise<void>;
  onCopied: (text: string) => Promise<boolean>;
}

/** What somebody noticed about a page or a question. Ids are its own, because a page may hold several of these. */
export function PointForm({draft, headings, account, faultsOf, mail, status, onEdited, onSent, onCopied}: Props): ReactNode {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const busy = useRef(false);
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const faultIn = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.message;

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    const first = found[0];
    if (first) {
      document.getElementById(first.field === 'kind' ? `${id}-kind-${FAULTS[0]}` : `${id}-${first.field}`)?.focus();
      return;
    }
    if (busy.current) return;
    busy.current = true;
    try {
      await onSent();
    } finally {
      busy.current = false;
    }
    box.current?.focus();
  };

  const kindFault = faultIn('kind');
  return (
    <>
      <form onSubmit={(event) => void send(event)} noValidate>
        <fieldset className="aw-field" aria-describedby={kindFault ? `${id}-kind-error` : undefined}>
          <legend>What is the matter?</legend>
          {kindFault ? <p className="aw-error" id={`${id}-kind-error`}><span className="aw-visually-hidden">Error: </span>{kindFault}</p> : null}
          {FAULTS.map((each) => (
            <p key={each} className={styles.choice}>
              <input type="radio" id={`${id}-kind-${each}`} name={`${id}-kind`} value={each} checked={draft.kind === each} onChange={() => onEdited({kind: each})} />
              <label htmlFor={`${id}-kind-${each}`}>{KIND_WORDS[each]}</label>
            </p>
          ))}
        </fieldset>
        {headings.length > 0 ? (
          <div className="aw-field">
            <label htmlFor={`${id}-heading`}>Where on the page? You can leave this.</label>
            <select id={`${id}-heading`} value={draft.heading} onChange={(event) => onEdited({heading: event.target.value})}>
              <option value="">The page as a whole</option>
              {headings.map((heading) => <option key={heading.id} value={heading.id}>{heading.text}</option>)}
            </select>
          </div>
        ) : null}
        <WordsField id={`${id}-text`} label="What did you notice?" hint="Do not write names or anything else about a person. Those who teach and lead here read this."
          error={faultIn('text')} value={draft.text} onChanged={(text) => onEdited({text})} />
        {mail ? <MailPanel mail={mail} onCopied={onCopied} /> : (
          <>
            {account === null ? <p className="aw-hint">We do not store who sends this.</p> : (
              <p className={styles.choice}>
                <input type="checkbox" id={`${id}-ask`} checked={draft.mayAsk} onChange={(event) => onEdited({mayAsk: event.target.checked})} />
                <label htmlFor={`${id}-ask`}>You may ask me about this. Then the address of your account{account.email === null ? '' : `, ${account.email},`} goes with it. Otherwise we do not store who sends it.</label>
              </p>
            )}
            <p className="aw-choices"><button type="submit" className="aw-button">Send</button></p>
          </>
        )}
      </form>
      <div ref={box} tabIndex={-1} className={styles.standing}>{status}</div>
    </>
  );
}

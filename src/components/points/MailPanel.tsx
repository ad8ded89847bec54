import {useState} from 'react';
import type {ReactNode} from 'react';

/** A mail ready to be opened, for a site that has no queue. */
export interface Mail {
  address: string;
  href: string;
  /** False: the text is too long to go into the link, and must be pasted. */
  isWhole: boolean;
  /** The text of the mail. */
  words: string;
}

/** Says that no queue exists here, and offers what was typed as an e-mail. */
export function MailPanel({mail, onCopied}: {mail: Mail; onCopied: (text: string) => Promise<boolean>}): ReactNode {
  const [note, setNote] = useState('');
  const copy = async (): Promise<void> => setNote(await onCopied(mail.words) ? 'Copied.' : 'Your browser did not allow copying. Select the words and copy them.');
  return (
    <div className="aw-panel">
      <p>This copy of the site has no queue, so nothing can be sent from this form. Write to {mail.address} instead.{mail.isWhole ? ' Your words are in the e-mail.' : ' Your words are too long for the link: copy them and paste them into the e-mail.'}</p>
      <p className="aw-choices">
        <a className="aw-button" href={mail.href}>Write it as an e-mail</a>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy()}>Copy what you wrote</button>
      </p>
      <p role="status" className="aw-hint">{note}</p>
    </div>
  );
}

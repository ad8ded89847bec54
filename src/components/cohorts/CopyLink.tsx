import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  link: string;
  /** Copies the text; says whether it worked. Browsers refuse where the page is not secure. */
  onCopied: (text: string) => Promise<boolean>;
}

/** A link to hand out, with a button that copies it. Where the browser refuses, the link is marked for copying by hand. */
export function CopyLink({link, onCopied}: Props): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const copy = async (): Promise<void> => {
    setNote('');
    if (await onCopied(link)) return setNote('Link copied.');
    field.current?.focus();
    field.current?.select();
    setNote('Your browser does not let the page copy. The link is selected: press Ctrl and C, or Command and C.');
  };
  return (
    <div className={styles.copy}>
      <div className="aw-field">
        <label htmlFor="join-link">Link to join</label>
        <input id="join-link" ref={field} type="text" readOnly value={link} onFocus={(event) => event.target.select()} />
      </div>
      <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy()}>Copy the link</button>
      <p role="status" className={`aw-hint ${styles.note}`}>{note}</p>
    </div>
  );
}

import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  address: string;
  onPrinted: () => void;
  onDownloaded: () => void;
  /** Copies the text; says whether it worked. */
  onCopied: (text: string) => Promise<boolean>;
  /** Null: the certificate no longer holds, so there is nothing to show to others. */
  onShared: (() => void) | null;
}

/** What the holder of a certificate can do with it. */
export function CertificateActions({address, onPrinted, onDownloaded, onCopied, onShared}: Props): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const copy = async (): Promise<void> => {
    setNote('');
    if (await onCopied(address)) return setNote('The address is copied.');
    field.current?.focus();
    field.current?.select();
    setNote('Your browser does not let this page copy. The address is selected: press Ctrl and C, or Command and C.');
  };
  return (
    <section aria-labelledby="use" className={styles.actions}>
      <h2 id="use">Use it</h2>
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={onPrinted}>Print or save as PDF</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onDownloaded}>Download the signed certificate</button>
      </p>
      <p className="aw-hint">To keep it as a PDF, choose that in place of a printer. The signed certificate is a small text file. Any site that reads Open Badges 3.0 can check it, also when this site is gone.</p>
      {onShared ? (
        <>
          <h3>Show it to others</h3>
          <div className="aw-field">
            <label htmlFor="share-address">Address where anybody can check it</label>
            <p className="aw-hint" id="share-hint">Whoever has the address sees your name, the course and the dates.</p>
            <input id="share-address" ref={field} type="text" readOnly value={address} aria-describedby="share-hint" onFocus={(event) => event.target.select()} />
          </div>
          <p className="aw-choices">
            <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy()}>Copy the address</button>
            <button type="button" className="aw-button aw-button--quiet" onClick={onShared}>Add it to LinkedIn (opens a new tab)</button>
          </p>
          <p role="status" className="aw-hint">{note}</p>
          <p className="aw-hint">The LinkedIn button opens a form at linkedin.com. It is filled in with the course, the issuer, the months and the address above. Nothing goes there before you press it.</p>
        </>
      ) : null}
    </section>
  );
}

import {useState} from 'react';
import type {ReactNode} from 'react';

interface Props {
  /** The full address of the result. */
  address: string;
  /** Copies the text; says whether it worked. Browsers refuse where the page is not secure. */
  onCopied: (text: string) => Promise<boolean>;
  onPrinted: () => void;
}

/** Ways to keep the result. Where the browser refuses to copy, the address is shown and marked for copying by hand. */
export function ShareLinks({address, onCopied, onPrinted}: Props): ReactNode {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = async (): Promise<void> => setOutcome((await onCopied(address)) ? 'copied' : 'refused');
  return (
    <section aria-labelledby="share" data-print="no">
      <h3 id="share">Keep this result</h3>
      <p>The address of this page holds your answers and nothing about you. Anyone who opens it sees the same result.</p>
      <p>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy()}>Copy link</button>{' '}
        <button type="button" className="aw-button aw-button--quiet" onClick={onPrinted}>Print</button>
      </p>
      <p role="status">
        {outcome === 'copied' && 'Link copied.'}
        {outcome === 'refused' && 'Your browser does not let the page copy. Copy the link from the field below.'}
      </p>
      {outcome === 'refused' && (
        <div className="aw-field">
          <label htmlFor="result-link">Link to this result</label>
          <input id="result-link" type="text" readOnly value={address} onFocus={(event) => event.target.select()} />
        </div>
      )}
    </section>
  );
}

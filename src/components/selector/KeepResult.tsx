import {useId, useState} from 'react';
import type {ReactNode} from 'react';
import {LONGEST} from '#core/methods/savedSelection.ts';
import type {LinkTo} from '../methods/link.tsx';
import {SavedList} from './SavedList.tsx';
import type {SavedItem} from './SavedList.tsx';

interface Props {
  /** The full address of the result. */
  address: string;
  saved: readonly SavedItem[];
  /** Whether something is kept only until the page is closed, and why; empty when all is well. */
  keepingFault: string;
  linkTo: LinkTo;
  /** Copies the text; says whether it worked. Browsers refuse where the page is not secure. */
  onCopied: (text: string) => Promise<boolean>;
  onPrinted: () => void;
  onSaved: (name: string) => void;
  onDeleted: (id: string) => void;
  onExported: (ending: 'docx' | 'csv' | 'json') => Promise<string>;
}

/** Ways to keep the result. Where the browser refuses to copy, the address is shown and marked for copying by hand. */
export function KeepResult({address, saved, keepingFault, linkTo, onCopied, onPrinted, onSaved, onDeleted, onExported}: Props): ReactNode {
  const id = useId();
  const [name, setName] = useState('');
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const [note, setNote] = useState('');
  const copy = async (): Promise<void> => setOutcome((await onCopied(address)) ? 'copied' : 'refused');
  const save = (): void => {
    onSaved(name.trim());
    setName('');
  };
  const exportAs = async (ending: 'docx' | 'csv' | 'json'): Promise<void> => {
    setNote('Making the file.');
    setNote(await onExported(ending));
  };
  return (
    <section aria-labelledby="keep" data-print="no">
      <h3 id="keep">Keep it, share it or take it away</h3>
      <p>The address of this page holds your answers and your mix, and nothing about you. Anyone who opens it sees the same.</p>
      <p className="aw-choices">
        <button type="button" className="aw-button aw-button--quiet" onClick={() => void copy()}>Copy link</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onPrinted}>Print</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => void exportAs('docx')}>Download as Word</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => void exportAs('csv')}>Download as CSV</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => void exportAs('json')}>Download as JSON</button>
      </p>
      <p role="status">
        {outcome === 'copied' && 'Link copied. '}
        {outcome === 'refused' && 'Your browser does not let the page copy. Copy the link from the field below. '}
        {note}
      </p>
      {outcome === 'refused' && (
        <div className="aw-field">
          <label htmlFor={`${id}-link`}>Link to this result</label>
          <input id={`${id}-link`} type="text" readOnly value={address} onFocus={(event) => event.target.select()} />
        </div>
      )}
      <form onSubmit={(event) => {
        event.preventDefault();
        save();
      }}>
        <div className="aw-field">
          <label htmlFor={`${id}-name`}>Name for this selection</label>
          <p id={`${id}-hint`} className="aw-hint">It is kept on this device only. Save several, to set them side by side.</p>
          <input id={`${id}-name`} type="text" autoComplete="off" maxLength={LONGEST.name} value={name} aria-describedby={`${id}-hint`} onChange={(event) => setName(event.target.value)} />
        </div>
        <p><button type="submit" className="aw-button">Save on this device</button></p>
      </form>
      {keepingFault !== '' && <p role="alert" className="aw-error">{keepingFault}</p>}
      <SavedList items={saved} linkTo={linkTo} onDeleted={onDeleted} />
    </section>
  );
}

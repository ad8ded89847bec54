import {useEffect, useId, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {LONGEST} from '#core/planning/stakeholders.ts';
import type {Edit, StakeholderList} from '#core/planning/stakeholders.ts';
import type {OnSame, Preview} from '#core/planning/stakeholderImport.ts';
import type {SuitableMethod} from '#core/planning/stakeholderQuarters.ts';
import type {LinkTo} from '../methods/link.tsx';
import {ConfirmDialog} from '../keeping/ConfirmDialog.tsx';
import {StakeholderEditor} from './StakeholderEditor.tsx';
import {StakeholderGaps} from './StakeholderGaps.tsx';
import {StakeholderGrid} from './StakeholderGrid.tsx';
import {StakeholderFile, StakeholderPreview} from './StakeholderImport.tsx';
import {StakeholderTable} from './StakeholderTable.tsx';
import styles from './styles.module.css';

interface Props {
  list: StakeholderList;
  methods: readonly SuitableMethod[];
  /** As 2026-11-22. */
  today: string;
  /** The entry whose fields are open; null: none. */
  openId: string | null;
  /** What a chosen file holds; null: no file waits for an answer. */
  preview: Preview | null;
  /** Why a file could not be read; empty when nothing is wrong. */
  fileFault: string;
  /** Whether what is typed is on the device. */
  status: ReactNode;
  /** What happened last, and what can be taken back. */
  note: ReactNode;
  linkTo: LinkTo;
  onAdded: (name: string) => void;
  onOpened: (id: string | null) => void;
  onEdited: (edit: Edit) => void;
  onRemoved: (id: string) => void;
  onExample: () => void;
  onFileChosen: (file: File) => void;
  onImported: (onSame: OnSame) => void;
  onPreviewClosed: () => void;
  onSavedAsCsv: (personal: boolean) => void;
  onSavedAsJson: () => void;
  onPrinted: () => void;
  /** The person has been asked and means it. */
  onStartedAgain: () => void;
}

/** The stakeholder mapper: the list with its form, the grid, whom it misses and the ways to keep it. */
export function StakeholderMapper(props: Props): ReactNode {
  const {list, methods, today, openId, preview, fileFault, status, note, linkTo, onAdded, onOpened, onEdited, onRemoved, onFileChosen, onImported, onPreviewClosed} = props;
  const id = useId();
  const listHeading = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [personal, setPersonal] = useState(false);
  /** Where the focus goes once the change is drawn. */
  const next = useRef<string | null>(null);
  const count = list.entries.length;
  useEffect(() => {
    if (next.current === null) return;
    const wanted = next.current === 'list' ? listHeading.current : document.getElementById(next.current);
    (wanted ?? heading.current)?.focus();
    next.current = null;
  }, [openId, count, preview]);
  const open = list.entries.find((entry) => entry.id === openId);
  const isEmpty = count === 0;
  return (
    <div className={styles.tool}>
      <section aria-labelledby={`${id}-heading`}>
        <h2 id={`${id}-heading`} ref={heading} tabIndex={-1}>{list.title.trim() || 'Your list'}</h2>
        <div className={styles.screenOnly}>
          {note}
          {isEmpty ? <Empty onExample={() => { next.current = 'list'; props.onExample(); }} /> : (
            <>
              <div className="aw-field">
                <label htmlFor={`${id}-title`}>Name of the consultation</label>
                <input id={`${id}-title`} type="text" autoComplete="off" maxLength={LONGEST.title} value={list.title} onChange={(event) => onEdited({field: 'title', from: list.title, to: event.target.value})} />
              </div>
              {status}
            </>
          )}
          <AddForm isFull={count >= LONGEST.entries} onAdded={onAdded} />
          <StakeholderFile fault={fileFault} onFileChosen={onFileChosen} />
        </div>
      </section>
      {preview && (
        <StakeholderPreview preview={preview} list={list} onConfirmed={(onSame) => { next.current = 'list'; onImported(onSame); }}
          onClosed={() => { next.current = `${id}-heading`; onPreviewClosed(); }} />
      )}
      {open && <StakeholderEditor entry={open} today={today} onEdited={onEdited} onClosed={() => { next.current = `edit-${open.id}`; onOpened(null); }} />}
      {!isEmpty && (
        <>
          <StakeholderGrid entries={list.entries} methods={methods} linkTo={linkTo} onEdited={onEdited} />
          <StakeholderTable entries={list.entries} today={today} personal={personal} headingRef={listHeading} onPersonal={setPersonal} onOpened={onOpened}
            onChecked={(entry) => onEdited({field: 'checked', id: entry.id, from: entry.checked, to: today})}
            onRemoved={(removed) => { next.current = 'list'; onRemoved(removed); }} />
          <StakeholderGaps entries={list.entries} linkTo={linkTo} />
          <Keep {...props} personal={personal} />
        </>
      )}
    </div>
  );
}

function Empty({onExample}: {onExample: () => void}): ReactNode {
  return (
    <>
      <p>Nobody is in it yet. Start with the people who will feel the change most, then with those who can stop it. Add a name below, import a file, or look at an example first.</p>
      <p><button type="button" className="aw-button aw-button--quiet" onClick={onExample}>Load an example</button></p>
    </>
  );
}

function AddForm({isFull, onAdded}: {isFull: boolean; onAdded: (name: string) => void}): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const send = (): void => {
    if (isFull) return setFault(`The list holds ${LONGEST.entries} entries at most. Remove some first.`);
    if (name.trim() === '') {
      setFault('Write a name first.');
      input.current?.focus();
      return;
    }
    onAdded(name.trim());
    setName('');
  };
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className="aw-field">
        <label htmlFor={id}>Add a person or group</label>
        <p id={`${id}-hint`} className="aw-hint">A name is enough. The other fields open next.</p>
        {fault !== '' && <p id={`${id}-fault`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>}
        <input ref={input} id={id} type="text" maxLength={LONGEST.name} value={name} aria-describedby={fault === '' ? `${id}-hint` : `${id}-hint ${id}-fault`} aria-invalid={fault !== ''}
          onChange={(event) => { setName(event.target.value); setFault(''); }} />
      </div>
      <p><button type="submit" className="aw-button">Add to the list</button></p>
    </form>
  );
}

function Keep({personal, onSavedAsCsv, onSavedAsJson, onPrinted, onStartedAgain}: Props & {personal: boolean}): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="keep-stakeholders" className={styles.screenOnly}>
      <h2 id="keep-stakeholders">Keep it, share it or clear it</h2>
      <p>CSV and print {personal ? 'hold contacts and notes, as you ticked above' : 'leave contacts and notes out, unless you tick them above'}. JSON holds everything, and loads again on this page.</p>
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={onPrinted}>Print</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => onSavedAsCsv(personal)}>Download as CSV</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsJson}>Download as JSON</button>
        <button type="button" className="aw-link-button" onClick={() => setAsking(true)}>Start again</button>
      </p>
      <ConfirmDialog isOpen={asking} title="Start again?" confirm="Clear the list" onClosed={() => setAsking(false)} onConfirmed={() => { setAsking(false); onStartedAgain(); }}>
        <p>This takes every entry off this device. You can undo it until you leave this page.</p>
      </ConfirmDialog>
    </section>
  );
}

import {useEffect, useId, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {HEADINGS} from '#core/planning/stakeholderColumns.ts';
import {draftName, findSame} from '#core/planning/stakeholderImport.ts';
import type {OnSame, Preview} from '#core/planning/stakeholderImport.ts';
import type {StakeholderList} from '#core/planning/stakeholders.ts';
import {FileField} from '../keeping/FileField.tsx';
import styles from './styles.module.css';

/** The field for a file. */
export function StakeholderFile({fault, onFileChosen}: {fault: string; onFileChosen: (file: File) => void}): ReactNode {
  return (
    <FileField label="Import a CSV or JSON file" accept=".csv,.json,text/csv,application/json" fault={fault} onFileChosen={onFileChosen}
      hint={`It is read on this device. You see what is in it before anything is added. Give a CSV file headings in its first row; only “${HEADINGS.name}” is needed.`} />
  );
}

interface Props {
  preview: Preview;
  list: StakeholderList;
  onConfirmed: (onSame: OnSame) => void;
  onClosed: () => void;
}

/** What a file holds, before anything of it is in the list. */
export function StakeholderPreview({preview, list, onConfirmed, onClosed}: Props): ReactNode {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [onSame, setOnSame] = useState<OnSame>('update');
  useEffect(() => heading.current?.focus(), [preview]);
  const {ready, problems, unused} = preview;
  const same = ready.filter(({draft}) => findSame(list, draft)).length;
  return (
    <section aria-labelledby={`${id}-heading`} className={`aw-card ${styles.editor} ${styles.screenOnly}`}>
      <h2 id={`${id}-heading`} ref={heading} tabIndex={-1}>What is in the file</h2>
      <p>{ready.length === 1 ? '1 entry is' : `${ready.length} entries are`} ready. {problems.length > 0 && `${problems.length === 1 ? '1 row has a problem and is' : `${problems.length} rows have problems and are`} left out. `}Nothing has been added yet.</p>
      {problems.length > 0 && (
        <div className="aw-table-scroll" role="region" aria-labelledby={`${id}-problems`} tabIndex={0}>
          <table className="aw-table">
            <caption id={`${id}-problems`}>Rows to put right</caption>
            <thead><tr><th scope="col">Row</th><th scope="col">Name</th><th scope="col">What to do</th></tr></thead>
            <tbody>
              {problems.map(({row, name, sentences}) => <tr key={row}><th scope="row">{row}</th><td>{name}</td><td>{sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}</td></tr>)}
            </tbody>
          </table>
        </div>
      )}
      {unused.length > 0 && <p>These columns are not used: {unused.join(', ')}. The headings we know are {Object.values(HEADINGS).join(', ')}.</p>}
      {ready.length > 0 && (
        <details>
          <summary>Show the {ready.length === 1 ? 'entry' : `${ready.length} entries`}</summary>
          <ul>{ready.map(({row, draft}) => <li key={row}>{draftName(draft)}{findSame(list, draft) ? ', in your list already' : ''}</li>)}</ul>
        </details>
      )}
      {same > 0 && (
        <fieldset className="aw-field">
          <legend>{same === 1 ? '1 entry is' : `${same} entries are`} in your list already</legend>
          <label className={styles.option}><input type="radio" name={`${id}-same`} checked={onSame === 'update'} onChange={() => setOnSame('update')} /> Put in what the file says, and keep the rest</label>
          <label className={styles.option}><input type="radio" name={`${id}-same`} checked={onSame === 'keep'} onChange={() => setOnSame('keep')} /> Leave mine as they are</label>
        </fieldset>
      )}
      <p className="aw-choices">
        {ready.length > 0 && <button type="button" className="aw-button" onClick={() => onConfirmed(onSame)}>Import {ready.length === 1 ? '1 entry' : `${ready.length} entries`}</button>}
        <button type="button" className="aw-button aw-button--quiet" onClick={onClosed}>Import nothing</button>
      </p>
    </section>
  );
}

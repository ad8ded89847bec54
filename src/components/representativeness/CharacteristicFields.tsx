import {useId} from 'react';
import type {ReactNode} from 'react';
import {KINDS, LONGEST, titleOf} from '#core/planning/representativeness.ts';
import type {Characteristic, Edit} from '#core/planning/representativeness.ts';
import {readTable, writeFault} from '#core/planning/representativenessTable.ts';
import styles from './styles.module.css';

/** The name of a characteristic and its figures, with what is wrong by line. */
export function CharacteristicFields({characteristic, onEdited}: {characteristic: Characteristic; onEdited: (edit: Edit) => void}): ReactNode {
  const id = useId();
  const {text, kind} = characteristic;
  const isEmpty = text.trim() === '';
  const {table, faults} = readTable(text);
  const hasFaults = faults.length > 0 && !isEmpty;
  return (
    <div className={styles.screenOnly}>
      <div className="aw-field">
        <label htmlFor={`${id}-title`}>Characteristic</label>
        <input id={`${id}-title`} type="text" autoComplete="off" maxLength={LONGEST.name} value={characteristic.title}
          onChange={(event) => onEdited({field: 'title', of: characteristic, to: event.target.value})} />
      </div>
      <div className="aw-field">
        <label htmlFor={`${id}-text`}>Figures for {titleOf(characteristic)}</label>
        <p id={`${id}-hint`} className="aw-hint">On each line: group, how many took part, population. For a panel, add how many stay. Paste from a spreadsheet, or type commas between them.</p>
        {hasFaults && (
          <div id={`${id}-faults`}>
            {faults.map((fault) => <p key={fault.sentence} className="aw-error"><span className="aw-visually-hidden">Error: </span>{writeFault(fault)}</p>)}
          </div>
        )}
        <textarea id={`${id}-text`} rows={8} spellCheck={false} maxLength={LONGEST.text} value={text} aria-invalid={hasFaults}
          aria-describedby={hasFaults ? `${id}-hint ${id}-faults` : `${id}-hint`} onChange={(event) => onEdited({field: 'text', of: characteristic, to: event.target.value})} />
      </div>
      {table?.notes.map((note) => <p key={note} className="aw-panel">{note}</p>)}
      <p className="aw-choices">
        {isEmpty && <button type="button" className="aw-link-button" onClick={() => onEdited({field: 'text', of: characteristic, to: KINDS[kind].groups.map((name) => `${name}, `).join('\n')})}>Put in names of groups<span className="aw-visually-hidden"> for {titleOf(characteristic)}</span></button>}
        <button type="button" className="aw-link-button" onClick={() => onEdited({field: 'removed', of: characteristic})}>Remove {titleOf(characteristic)}</button>
      </p>
    </div>
  );
}

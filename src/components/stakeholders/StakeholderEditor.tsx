import {useEffect, useId, useRef} from 'react';
import type {ReactNode} from 'react';
import {AUDIENCE_GROUPS} from '#core/methods/groups.ts';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import {CHARACTERISTIC_IDS, CHARACTERISTICS} from '#core/planning/stakeholderGaps.ts';
import {LONGEST, nameOf} from '#core/planning/stakeholders.ts';
import type {Edit, Stakeholder} from '#core/planning/stakeholders.ts';
import {MarkSelect} from './MarkSelect.tsx';
import styles from './styles.module.css';

interface Props {
  entry: Stakeholder;
  /** As 2026-11-22. */
  today: string;
  onEdited: (edit: Edit) => void;
  onClosed: () => void;
}

const TEXTS = [
  {field: 'affected', label: 'How they are affected', hint: 'What changes for them, in a sentence or two.', rows: 2},
  {field: 'approach', label: 'Approach', hint: 'What you will do with them, who does it and when.', rows: 2},
  {field: 'contact', label: 'Contact', hint: 'A work e-mail address or phone number. It is kept on this device only.', rows: 1},
  {field: 'notes', label: 'Notes', hint: 'Facts, not opinions about people: they may ask to see what you wrote.', rows: 2},
] as const;

/** One entry with all its fields. What is typed is kept at once. */
export function StakeholderEditor({entry, today, onEdited, onClosed}: Props): ReactNode {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const of = entry.id;
  // It opens only because somebody pressed a button, and shows another entry for the same reason.
  useEffect(() => heading.current?.focus(), [of]);
  return (
    <section aria-labelledby={`${id}-heading`} className={`aw-card ${styles.editor} ${styles.screenOnly}`}>
      <h2 id={`${id}-heading`} ref={heading} tabIndex={-1}>Edit: {nameOf(entry)}</h2>
      {(['name', 'segment'] as const).map((field) => (
        <div key={field} className="aw-field">
          <label htmlFor={`${id}-${field}`}>{field === 'name' ? 'Name of the person or group' : 'Segment'}</label>
          {field === 'segment' && <p id={`${id}-segment-hint`} className="aw-hint">The part of a large group, such as “parents who walk”. Leave it empty if you need none.</p>}
          <input id={`${id}-${field}`} type="text" autoComplete="off" maxLength={LONGEST[field]} value={entry[field]} aria-describedby={field === 'segment' ? `${id}-segment-hint` : undefined}
            onChange={(event) => onEdited({field, id: of, from: entry[field], to: event.target.value})} />
        </div>
      ))}
      <div className={styles.pair}>
        {(['influence', 'interest'] as const).map((field) => (
          <div key={field} className="aw-field">
            <label htmlFor={`${id}-${field}`}>{field === 'influence' ? 'Influence' : 'Interest'}</label>
            <p id={`${id}-${field}-hint`} className="aw-hint">{field === 'influence' ? 'If they object, who changes course?' : 'How much does it change their lives?'}</p>
            <MarkSelect id={`${id}-${field}`} value={entry[field]} describedBy={`${id}-${field}-hint`} onChosen={(to) => onEdited({field, id: of, from: entry[field], to})} />
          </div>
        ))}
      </div>
      {TEXTS.map(({field, label, hint, rows}) => (
        <div key={field} className="aw-field">
          <label htmlFor={`${id}-${field}`}>{label}</label>
          <p id={`${id}-${field}-hint`} className="aw-hint">{hint}</p>
          <textarea id={`${id}-${field}`} className={styles.box} rows={rows} autoComplete="off" maxLength={LONGEST[field]} value={entry[field]} aria-describedby={`${id}-${field}-hint`}
            onChange={(event) => onEdited({field, id: of, from: entry[field], to: event.target.value})} />
        </div>
      ))}
      <fieldset className="aw-field">
        <legend>Which audiences do they stand for?</legend>
        <p className="aw-hint">{entry.audiences.length === 0 ? 'None ticked.' : `${entry.audiences.length} ticked.`} Tick only those they belong to or can speak for.</p>
        {AUDIENCE_GROUPS.map(({name, terms}) => (
          <details key={name} className={styles.group}>
            <summary>{name}: {terms.filter((term) => entry.audiences.includes(term)).length} of {terms.length}</summary>
            {terms.map((term) => (
              <label key={term} className={styles.option}>
                <input type="checkbox" checked={entry.audiences.includes(term)} onChange={(event) => onEdited({field: 'audience', id: of, term, to: event.target.checked})} /> {AUDIENCES[term]}
              </label>
            ))}
          </details>
        ))}
        <details className={styles.group}>
          <summary>Protected characteristics: {entry.characteristics.length} of {CHARACTERISTIC_IDS.length}</summary>
          <p className="aw-hint">For a group that speaks for people who share one. Do not record a single person’s own characteristics here.</p>
          {CHARACTERISTIC_IDS.map((term) => (
            <label key={term} className={styles.option}>
              <input type="checkbox" checked={entry.characteristics.includes(term)} onChange={(event) => onEdited({field: 'characteristic', id: of, term, to: event.target.checked})} /> {CHARACTERISTICS[term].name}
            </label>
          ))}
        </details>
      </fieldset>
      <div className="aw-field">
        <label htmlFor={`${id}-checked`}>Last checked</label>
        <input id={`${id}-checked`} type="date" max={today} value={entry.checked ?? ''}
          onChange={(event) => {
            const to = event.target.value === '' ? null : event.target.value;
            // A year that is still being typed is a day far ahead or of four zeros.
            if (to === null || (to <= today && to >= '1900')) onEdited({field: 'checked', id: of, from: entry.checked, to});
          }} />
      </div>
      <p><button type="button" className="aw-button" onClick={onClosed}>Close this entry</button></p>
    </section>
  );
}

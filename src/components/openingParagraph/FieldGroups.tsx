import type {ReactNode} from 'react';
import {LONGEST_TEXT, textIn} from '#core/planning/openingParagraph.ts';
import type {Edit, OpeningParagraph} from '#core/planning/openingParagraph.ts';
import {FIELDS, FORMAT_IDS, FORMATS, GROUPS, TEXT_FIELDS} from '#core/planning/openingParagraphFields.ts';
import type {Group, TextField} from '#core/planning/openingParagraphFields.ts';
import type {Warning} from '#core/planning/openingParagraphSources.ts';
import {fieldId} from './fieldId.ts';
import styles from './styles.module.css';

interface Props {
  draft: OpeningParagraph;
  warnings: readonly Warning[];
  onEdited: (edit: Edit) => void;
}

const INPUT_MODES: Partial<Record<TextField, 'tel' | 'email' | 'url' | 'numeric'>> = {
  contactPhone: 'tel', contactText: 'tel', replyPhone: 'tel', contactEmail: 'email', formatDays: 'numeric',
};

/** All fields, in groups, each with what is weak in it. What is only missing stands in the list of warnings. */
export function FieldGroups({draft, warnings, onEdited}: Props): ReactNode {
  return (Object.keys(GROUPS) as Group[]).map((group) => (
    <fieldset key={group} className={styles.group}>
      <legend>{GROUPS[group]}</legend>
      {group === 'formats' && <FormatTicks draft={draft} onEdited={onEdited} />}
      {TEXT_FIELDS.filter((field) => FIELDS[field].group === group).map((field) => (
        <div key={field}>
          {field === 'decided' && (
            <label className={styles.tick}>
              <input type="checkbox" checked={draft.nothingDecided} onChange={({target}) => onEdited({kind: 'nothing-decided', to: target.checked})} />
              <span>Nothing has been decided yet</span>
            </label>
          )}
          <TextBox field={field} text={textIn(draft, field)} weak={warnings.filter((warning) => warning.field === field)} onEdited={onEdited} />
        </div>
      ))}
    </fieldset>
  ));
}

function FormatTicks({draft, onEdited}: Omit<Props, 'warnings'>): ReactNode {
  return (
    <fieldset id={fieldId('formats')} tabIndex={-1} className={styles.ticks}>
      <legend>Formats you offer</legend>
      <p className="aw-hint">Tick only those that somebody has agreed to make.</p>
      {FORMAT_IDS.map((format) => (
        <label key={format} className={styles.tick}>
          <input type="checkbox" checked={draft.formats.includes(format)} onChange={({target}) => onEdited({kind: 'format', format, to: target.checked})} />
          <span>{FORMATS[format].label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function TextBox({field, text, weak, onEdited}: {field: TextField; text: string; weak: readonly Warning[]; onEdited: (edit: Edit) => void}): ReactNode {
  const id = fieldId(field);
  const {label, hint, kind} = FIELDS[field];
  const shown = text.trim() === '' ? [] : weak;
  const shared = {
    id, value: text, maxLength: LONGEST_TEXT, autoComplete: 'off',
    'aria-describedby': shown.length > 0 ? `${id}-hint ${id}-weak` : `${id}-hint`,
    'aria-invalid': shown.some(({level}) => level === 'must'),
    onChange: ({target}: {target: {value: string}}) => onEdited({kind: 'text', field, from: text, to: target.value}),
  };
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="aw-hint">{hint}</p>
      {kind === 'line' ? <input type="text" inputMode={INPUT_MODES[field]} {...shared} /> : <textarea rows={2} className={styles.box} {...shared} />}
      {shown.length > 0 && (
        <ul id={`${id}-weak`} className={styles.weak}>
          {shown.map(({says}) => <li key={says}>{says}</li>)}
        </ul>
      )}
    </div>
  );
}

import type {ReactNode} from 'react';

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** What the first option says, which chooses nothing. */
  any: string;
  ready: boolean;
  /** Empty for nothing chosen. */
  value: string;
  options: readonly {value: string; label: string; count: number}[];
  onChosen: (value: string) => void;
}

/** One choice out of a list, with how many methods there would be. */
export function FilterSelect({id, label, hint, any, ready, value, options, onChosen}: Props): ReactNode {
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`} className="aw-hint">{hint}</p>}
      <select id={id} disabled={!ready} value={value} aria-describedby={hint === undefined ? undefined : `${id}-hint`} onChange={(event) => onChosen(event.target.value)}>
        <option value="">{any}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label} ({option.count})</option>)}
      </select>
    </div>
  );
}

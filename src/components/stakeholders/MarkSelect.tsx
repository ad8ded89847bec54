import type {ReactNode} from 'react';
import {MARK_WORDS, MARKS} from '#core/planning/stakeholders.ts';

interface Props {
  id: string;
  value: number | null;
  /** The id of the hint, where there is one. */
  describedBy?: string;
  onChosen: (to: number | null) => void;
}

/** The scale of influence or of interest. */
export function MarkSelect({id, value, describedBy, onChosen}: Props): ReactNode {
  return (
    <select id={id} value={value ?? ''} aria-describedby={describedBy} onChange={(event) => onChosen(event.target.value === '' ? null : Number(event.target.value))}>
      <option value="">Not placed yet</option>
      {MARKS.map((mark) => <option key={mark} value={mark}>{MARK_WORDS[mark]}</option>)}
    </select>
  );
}

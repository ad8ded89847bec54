import type {ReactNode} from 'react';
import type {MethodSummary} from '#core/methods/method.ts';
import {methodsIn, TAKE_PART_GROUPS} from './takePart.ts';
import styles from './compare.module.css';

interface Props {
  methods: readonly MethodSummary[];
  /** A place for each column: the id that is chosen there, or null. */
  slots: readonly (string | null)[];
  onlyDiffering: boolean;
  /** False while nothing works yet: before the page's script runs, and without it. */
  ready: boolean;
  onChosen: (slot: number, id: string | null) => void;
  onOnlyDiffering: (onlyDiffering: boolean) => void;
}

/** Chooses the methods of a comparison: a list for each column. Every place stays where it is when another is emptied. */
export function CompareForm({methods, slots, onlyDiffering, ready, onChosen, onOnlyDiffering}: Props): ReactNode {
  return (
    <form className={styles.form} aria-label="Methods to compare" onSubmit={(event) => event.preventDefault()}>
      <div className={styles.slots}>
        {slots.map((chosen, slot) => (
          <div key={slot} className="aw-field">
            <label htmlFor={`compare-${slot}`}>Method {slot + 1}</label>
            <select id={`compare-${slot}`} disabled={!ready} value={chosen ?? ''} onChange={(event) => onChosen(slot, event.target.value === '' ? null : event.target.value)}>
              <option value="">No method</option>
              {TAKE_PART_GROUPS.map((group) => (
                <optgroup key={group.id} label={group.name}>
                  {methodsIn(group, methods).map(({id, title}) => (
                    <option key={id} value={id} disabled={id !== chosen && slots.includes(id)}>{title}</option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
        ))}
      </div>
      <label className={styles.only}>
        <input type="checkbox" disabled={!ready} checked={onlyDiffering} onChange={(event) => onOnlyDiffering(event.target.checked)} />
        Show only what differs
      </label>
    </form>
  );
}

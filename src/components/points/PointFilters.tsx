import type {ReactNode} from 'react';
import {KIND_WORDS, POINT_KINDS, POINT_STATES, STATE_WORDS} from '#core/points/words.ts';
import {SelectField} from '../account/Field.tsx';
import styles from './styles.module.css';

/** What is chosen; an empty text: no filter. `open`: new and in hand. */
export interface PointChoice {
  state: string;
  kind: string;
  owner: string;
}

interface Props {
  choice: PointChoice;
  owners: readonly string[];
  onChanged: (choice: PointChoice) => void;
}

/** Chooses which points are listed, by state, kind and owner. */
export function PointFilters({choice, owners, onChanged}: Props): ReactNode {
  return (
    <div className={styles.filters} role="group" aria-label="Which points to show">
      <SelectField id="state" label="State" errors={[]} value={choice.state} onChange={(event) => onChanged({...choice, state: event.target.value})}>
        <option value="open">New and in hand</option>
        {POINT_STATES.map((each) => <option key={each} value={each}>{STATE_WORDS[each]}</option>)}
        <option value="">Every state</option>
      </SelectField>
      <SelectField id="kind" label="Kind" errors={[]} value={choice.kind} onChange={(event) => onChanged({...choice, kind: event.target.value})}>
        <option value="">Every kind</option>
        {POINT_KINDS.map((each) => <option key={each} value={each}>{KIND_WORDS[each]}</option>)}
      </SelectField>
      <SelectField id="owner" label="Owner of the page" errors={[]} value={choice.owner} onChange={(event) => onChanged({...choice, owner: event.target.value})}>
        <option value="">Every owner</option>
        {owners.map((each) => <option key={each} value={each}>{each}</option>)}
      </SelectField>
    </div>
  );
}

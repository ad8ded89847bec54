import {useState} from 'react';
import type {ReactNode} from 'react';
import {SelectField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import styles from './styles.module.css';

/** Things to choose from. `heading`: of the group in the list; empty for none. */
export interface ChoiceGroup {
  heading: string;
  choices: readonly {id: string; title: string}[];
}

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** What one thing is called, as in "Add the skill". */
  thing: string;
  groups: readonly ChoiceGroup[];
  chosen: readonly string[];
  /** Most that can be chosen. */
  most: number;
  errors: readonly FieldError[];
  onChanged: (chosen: string[]) => void;
  /** More about one thing that was chosen, below its title. */
  details?: (id: string) => ReactNode;
}

function Options({heading, choices}: ChoiceGroup): ReactNode {
  const options = choices.map(({id, title}) => <option key={id} value={id}>{title}</option>);
  return heading === '' ? options : <optgroup label={heading}>{options}</optgroup>;
}

/** Chooses several things from a long list: one select and a button to add, and the things chosen below it. */
export function Picker({id, label, hint, thing, groups, chosen, most, errors, onChanged, details}: Props): ReactNode {
  const [next, setNext] = useState('');
  const [note, setNote] = useState('');
  const left = groups.map(({heading, choices}) => ({heading, choices: choices.filter((choice) => !chosen.includes(choice.id))})).filter(({choices}) => choices.length > 0);
  const titleOf = (each: string): string => groups.flatMap(({choices}) => choices).find((choice) => choice.id === each)?.title ?? each;
  const add = (): void => {
    if (next === '') return setNote(`Choose a ${thing} from the list first.`);
    if (chosen.length >= most) return setNote(`You can choose at most ${most}. Remove one first.`);
    onChanged([...chosen, next]);
    setNote(`Added: ${titleOf(next)}.`);
    setNext('');
  };
  const remove = (each: string): void => {
    onChanged(chosen.filter((other) => other !== each));
    setNote(`Removed: ${titleOf(each)}.`);
    // The button that was pressed is gone.
    document.getElementById(id)?.focus();
  };
  return (
    <div>
      <div className={styles.add}>
        <SelectField id={id} label={label} hint={hint} errors={errors} value={next} onChange={(event) => setNext(event.target.value)}>
          <option value="">Choose one</option>
          {left.map((group) => <Options key={group.heading} {...group} />)}
        </SelectField>
        <button type="button" className="aw-button aw-button--quiet" onClick={add}>Add the {thing}</button>
      </div>
      <p role="status" className="aw-hint">{note}</p>
      {chosen.length === 0 ? null : (
        <ul className={styles.chosen} aria-label={`${label}: chosen`}>
          {chosen.map((each) => (
            <li key={each}>
              <div className={styles.row}>
                <span>{titleOf(each)}</span>
                <button type="button" className="aw-link-button" onClick={() => remove(each)}>Remove<span className="aw-visually-hidden">: {titleOf(each)}</span></button>
              </div>
              {details?.(each)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

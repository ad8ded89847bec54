import {useId} from 'react';
import type {ReactNode} from 'react';
import type {ChoiceGroup} from './questions.ts';
import styles from './styles.module.css';

interface Props {
  name: string;
  groups: readonly ChoiceGroup[];
  picked: string | number | boolean | null;
  onPicked: (value: string | number | boolean) => void;
}

/** Radios, under a heading for each group when there is more than one. */
export function ChoiceField({name, groups, picked, onPicked}: Props): ReactNode {
  const id = useId();
  return groups.map((group, index) => {
    const options = group.choices.map(({key, value, label}) => (
      <Option key={key} type="radio" name={name} label={label} checked={picked === value} onChanged={() => onPicked(value)} />
    ));
    if (group.name === null) return <div key="all">{options}</div>;
    return (
      <div key={group.name} role="group" aria-labelledby={`${id}-${index}`} className={styles.group}>
        <p id={`${id}-${index}`} className={styles.groupName}>{group.name}</p>
        {options}
      </div>
    );
  });
}

interface OptionProps {
  type: 'radio' | 'checkbox';
  name: string;
  label: string;
  checked: boolean;
  onChanged: (checked: boolean) => void;
  hidden?: boolean;
}

/** One radio or tick box. The label fills the line, so that the whole line can be pressed. */
export function Option({type, name, label, checked, onChanged, hidden = false}: OptionProps): ReactNode {
  return (
    <label className={styles.option} hidden={hidden}>
      <input type={type} name={name} checked={checked} onChange={(event) => onChanged(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

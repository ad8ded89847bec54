import type {ReactNode} from 'react';
import {inOrder} from './question.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** Any number of options is chosen. */
export function Multi({question, order, response, name, onAnswer}: QuestionProps<'multi'>): ReactNode {
  const chosen = Array.isArray(response) ? response : [];
  return inOrder(question.options, order).map(({id, text}) => (
    <label key={id} className={styles.option}>
      <input
        type="checkbox"
        name={name}
        value={id}
        checked={chosen.includes(id)}
        onChange={({target}) => onAnswer(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
      />
      <span>{text}</span>
    </label>
  ));
}

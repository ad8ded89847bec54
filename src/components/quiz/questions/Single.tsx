import type {ReactNode} from 'react';
import {inOrder} from './question.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** One option is chosen. */
export function Single({question, order, response, name, onAnswer}: QuestionProps<'single'>): ReactNode {
  return inOrder(question.options, order).map(({id, text}) => (
    <label key={id} className={styles.option}>
      <input type="radio" name={name} value={id} checked={response === id} onChange={() => onAnswer(id)} />
      <span>{text}</span>
    </label>
  ));
}

import type {ReactNode} from 'react';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** A statement is called true or false. */
export function TrueFalse({response, name, onAnswer}: QuestionProps<'true-false'>): ReactNode {
  return [true, false].map((value) => (
    <label key={String(value)} className={styles.option}>
      <input type="radio" name={name} value={String(value)} checked={response === value} onChange={() => onAnswer(value)} />
      <span>{value ? 'True' : 'False'}</span>
    </label>
  ));
}

import type {ReactNode} from 'react';
import {LONGEST_REFLECTION} from '#core/quizzes/questions/reflection.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** A few lines for oneself. They may stay empty. */
export function Reflection({response, name, onAnswer}: QuestionProps<'reflection'>): ReactNode {
  return (
    <div className={`aw-field ${styles.reflection}`}>
      <label htmlFor={`${name}-notes`}>Your thoughts</label>
      <textarea
        id={`${name}-notes`} rows={5} autoComplete="off" maxLength={LONGEST_REFLECTION}
        value={typeof response === 'string' ? response : ''} onChange={({target}) => onAnswer(target.value)}
      />
      <div className={styles.printLines} aria-hidden="true"><p /><p /><p /></div>
    </div>
  );
}

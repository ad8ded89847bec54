import type {ReactNode} from 'react';
import {LONGEST_TYPED} from '#core/quizzes/questions/typed.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** A few words are typed. */
export function ShortText({response, name, onAnswer}: QuestionProps<'short-text'>): ReactNode {
  return (
    <div className={`aw-field ${styles.typed}`}>
      <label htmlFor={`${name}-text`}>Your words</label>
      <input
        id={`${name}-text`} type="text" autoComplete="off" autoCapitalize="none" maxLength={LONGEST_TYPED}
        value={typeof response === 'string' ? response : ''} onChange={({target}) => onAnswer(target.value)}
      />
      <span className={styles.printLine}>________________________________________</span>
    </div>
  );
}

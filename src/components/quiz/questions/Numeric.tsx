import type {ReactNode} from 'react';
import {LONGEST_TYPED} from '#core/quizzes/questions/typed.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** A number is typed. Its unit stands beside the box and in its name. */
export function Numeric({question, response, name, onAnswer}: QuestionProps<'numeric'>): ReactNode {
  const {unit} = question;
  return (
    <div className={`aw-field ${styles.typed}`}>
      <label htmlFor={`${name}-number`}>Your number{unit === undefined ? '' : <>, in <span>{unit}</span></>}</label>
      <span className={styles.number}>
        {/* Not type="number": its wheel and arrow keys change answers unseen, and it drops what it cannot read. */}
        <input
          id={`${name}-number`} type="text" inputMode="decimal" autoComplete="off" maxLength={LONGEST_TYPED}
          value={typeof response === 'string' ? response : ''} onChange={({target}) => onAnswer(target.value)}
        />
        <span className={styles.printLine}>____________</span>
        {unit === undefined ? null : <span aria-hidden="true">{unit}</span>}
      </span>
    </div>
  );
}

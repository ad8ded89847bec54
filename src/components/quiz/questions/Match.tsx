import type {ReactNode} from 'react';
import {inOrder} from './question.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/** Each row is given one of the targets. */
export function Match({question, order, response, name, onAnswer}: QuestionProps<'match'>): ReactNode {
  const given: Record<string, string> = typeof response === 'object' && !Array.isArray(response) ? response : {};
  const targets = inOrder(question.targets, order);
  const choose = (row: string, target: string): void => {
    const others = Object.entries(given).filter(([id]) => id !== row);
    onAnswer(Object.fromEntries(target === '' ? others : [...others, [row, target]]));
  };
  return (
    <>
      {question.rows.map(({id, text}) => (
        <div key={id} className={`aw-field ${styles.row}`}>
          <label htmlFor={`${name}-${id}`}>{text}</label>
          <select id={`${name}-${id}`} value={given[id] ?? ''} autoComplete="off" onChange={({target}) => choose(id, target.value)}>
            <option value="">Choose one</option>
            {targets.map((target) => <option key={target.id} value={target.id}>{target.text}</option>)}
          </select>
        </div>
      ))}
      <div className={styles.printTargets}>
        <p>Choose from:</p>
        <ul>{targets.map((target) => <li key={target.id}>{target.text}</li>)}</ul>
      </div>
    </>
  );
}

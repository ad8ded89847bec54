import type {ReactNode} from 'react';
import {TASK_LEVELS} from '#core/tasks/task.ts';
import type {Criterion} from '#core/tasks/task.ts';
import {LEVEL_WORDS} from '#core/tasks/words.ts';
import styles from './styles.module.css';

interface Props {
  rubric: readonly Criterion[];
  /** The outcome of the course in words; undefined when the course has it no more. */
  outcomeText: (id: string) => string | undefined;
}

/** What assessors look for, and what each level of it looks like. */
export function Rubric({rubric, outcomeText}: Props): ReactNode {
  return (
    <ol className={styles.rubric}>
      {rubric.map(({criterion, outcome, levels}) => (
        <li key={criterion}>
          <p><strong>{criterion}</strong></p>
          <dl className={styles.levels}>
            {TASK_LEVELS.map((level) => <div key={level}><dt>{LEVEL_WORDS[level]}</dt><dd>{levels[level]}</dd></div>)}
          </dl>
          {outcomeText(outcome) === undefined ? null : <p className="aw-hint">It shows this outcome of the course: {outcomeText(outcome)}</p>}
        </li>
      ))}
    </ol>
  );
}

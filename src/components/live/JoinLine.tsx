import type {ReactNode} from 'react';
import type {LiveState} from '#core/live/api.ts';
import styles from './styles.module.css';
import {sayPeople} from './words.ts';

interface Props {
  /** Address of the page where the code is typed, short enough to read off a wall. */
  page: string;
  code: string;
  answered: number;
  state: LiveState;
}

const STATES: Record<LiveState, string> = {
  waiting: 'The first question comes soon.', open: 'Answers are open.', closed: 'Answers are closed.', results: 'Answers are closed.',
};

/** How the room joins, and how many have answered: a number only. */
export function JoinLine({page, code, answered, state}: Props): ReactNode {
  return (
    <div className={styles.join}>
      <p className={styles.joinPage}>On your phone, open <strong>{page}</strong> and type</p>
      <p className={styles.code}><span className="aw-visually-hidden">Code: </span>{code}</p>
      <p className={styles.answered}><strong>{sayPeople(answered)}</strong> answered. {STATES[state]}</p>
    </div>
  );
}

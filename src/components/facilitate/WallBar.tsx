import type {ReactNode} from 'react';
import type {WallMove} from '#core/courses/wall.ts';
import styles from './wall.module.css';

interface Props {
  /** Where we are, for instance "3 of 6". */
  progress: string;
  canGoBack: boolean;
  canGoOn: boolean;
  onMove: (move: WallMove) => void;
}

const BUTTONS: readonly {move: WallMove; words: string; keys: string}[] = [
  {move: 'first', words: 'First', keys: 'Home'},
  {move: 'previous', words: 'Back', keys: 'Left arrow, Page Up'},
  {move: 'next', words: 'Next', keys: 'Right arrow, Page Down or Space'},
  {move: 'last', words: 'Last', keys: 'End'},
  {move: 'leave', words: 'Leave', keys: 'Escape'},
];

/** Moves the big screen on. The keys do the same. */
export function WallBar({progress, canGoBack, canGoOn, onMove}: Props): ReactNode {
  const isOff = (move: WallMove): boolean => ((move === 'first' || move === 'previous') && !canGoBack) || ((move === 'next' || move === 'last') && !canGoOn);
  return (
    <div className={styles.bar} role="group" aria-label="Big screen" data-wall-bar>
      {BUTTONS.map(({move, words, keys}) => (
        <button
          key={move} type="button" title={keys} aria-disabled={isOff(move) || undefined}
          className={`aw-button ${move === 'next' ? '' : 'aw-button--quiet'} ${styles.button}`} onClick={() => { if (!isOff(move)) onMove(move); }}
        >
          {words}
        </button>
      ))}
      <p className={styles.progress} role="status">{progress}</p>
    </div>
  );
}

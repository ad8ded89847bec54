import type {ReactNode} from 'react';
import type {LiveState} from '#core/live/api.ts';
import {LEAST_ANSWERS} from '#core/live/results.ts';
import styles from './styles.module.css';

interface Props {
  state: LiveState;
  /** Whether enough people have answered for results. */
  canShowResults: boolean;
  hasReasons: boolean;
  areReasonsShown: boolean;
  /** A command is under way. */
  isBusy: boolean;
  onClosed: () => void;
  onReopened: () => void;
  onResults: () => void;
  onReasons: () => void;
}

/** The buttons that move one question from answers to results. A button that does nothing now stays where it is, so that none jumps. */
export function WallControls({state, canShowResults, hasReasons, areReasonsShown, isBusy, onClosed, onReopened, onResults, onReasons}: Props): ReactNode {
  const areResults = state === 'results';
  return (
    <>
      <div className={styles.controls}>
        {state === 'open'
          ? <button type="button" className="aw-button aw-button--quiet" aria-disabled={isBusy} onClick={onClosed}>Close answers</button>
          : <button type="button" className="aw-button aw-button--quiet" aria-disabled={isBusy} onClick={onReopened}>Reopen answers</button>}
        {areResults ? null : (
          <button type="button" className="aw-button" aria-disabled={isBusy || !canShowResults} aria-describedby={canShowResults ? undefined : 'live-too-few'} onClick={onResults}>Show results</button>
        )}
        {areResults && hasReasons ? <button type="button" className="aw-button" aria-expanded={areReasonsShown} onClick={onReasons}>{areReasonsShown ? 'Hide the reasons' : 'Show the reasons'}</button> : null}
      </div>
      {areResults || canShowResults ? null : (
        <p className="aw-hint" id="live-too-few">Results can be shown from {LEAST_ANSWERS} answers on. Smaller counts can tell who said what.</p>
      )}
    </>
  );
}

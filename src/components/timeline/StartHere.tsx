import type {ReactNode, Ref} from 'react';
import type {Timeline} from '#core/planning/timeline.ts';
import {StageTable} from './StageTable.tsx';
import styles from './styles.module.css';

interface Props {
  /** The dates of an example that is made up. */
  example: Timeline;
  headingRef: Ref<HTMLHeadingElement>;
  note: ReactNode;
  /** False on the server and where no script runs: then there is nothing to press. */
  ready: boolean;
  onStarted: () => void;
  onExampleLoaded: () => void;
}

/** What stands here before there is a timeline: how to begin, and what will come of it. */
export function StartHere({example, headingRef, note, ready, onStarted, onExampleLoaded}: Props): ReactNode {
  return (
    <section aria-labelledby="start-here" className={styles.timeline}>
      <h2 id="start-here" ref={headingRef} tabIndex={-1}>Before you begin</h2>
      {note}
      <p>Have the day of the decision at hand, and the day on which its report is due. The usual lengths are filled in, and you change them.</p>
      {ready && (
        <p className="aw-choices">
          <button type="button" className="aw-button" onClick={onStarted}>Start a timeline</button>
          <button type="button" className="aw-button aw-button--quiet" onClick={onExampleLoaded}>Load an example</button>
        </p>
      )}
      <h3>What you get</h3>
      <p>Example (made up): a committee decides on 13 October 2027 about a new library. People have ten weeks, and the summer holidays do not count.</p>
      <StageTable timeline={example} caption="Example (made up): dates for a new library" />
    </section>
  );
}

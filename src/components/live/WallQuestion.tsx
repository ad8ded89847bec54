import type {ReactNode, Ref} from 'react';
import type {LiveQuestion} from '#core/live/api.ts';
import type {LiveItem} from '#core/live/questions.ts';
import {letterOf} from '#core/live/results.ts';
import type {ResultRow} from '#core/live/results.ts';
import {ResultTable} from './ResultTable.tsx';
import styles from './styles.module.css';

interface Props {
  question: LiveQuestion;
  /** The question with its key, when the reasons are shown. */
  reasons: LiveItem | null;
  /** Null until results are shown. */
  results: {rows: readonly ResultRow[]; people: number | null; isByHand: boolean} | null;
  headingRef: Ref<HTMLHeadingElement>;
}

/** The question as the room sees it on the wall: with its answers, then with their results, then with the reasons. */
export function WallQuestion({question, reasons, results, headingRef}: Props): ReactNode {
  const isSeveral = question.type === 'multi';
  return (
    <>
      <h2 ref={headingRef} tabIndex={-1} className={styles.wallStem}>{question.stem}</h2>
      {results ? <ResultTable {...results} isSeveral={isSeveral} /> : (
        <>
          <ol className={styles.wallOptions}>
            {question.options.map(({id, text}, place) => <li key={id}><span className={styles.letter}>{letterOf(place)}</span> {text}</li>)}
          </ol>
          {isSeveral ? <p className="aw-hint">Choose all that apply.</p> : null}
        </>
      )}
      {reasons ? (
        <section aria-labelledby="live-reasons">
          <h3 id="live-reasons">The reasons</h3>
          <ul className={styles.reasons}>
            {reasons.options.map(({id, right, why}, place) => (
              <li key={id} className={right ? styles.right : undefined}>
                <strong><span className={styles.letter}>{letterOf(place)}</span> {right ? '✓ Right.' : 'Not right.'}</strong> {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

import type {ReactNode} from 'react';
import {toTerms} from '#core/quizzes/attemptRule.ts';
import type {PublicQuiz} from '#core/quizzes/quiz.ts';
import styles from './styles.module.css';

interface Props {
  quiz: PublicQuiz;
  /** True until the device's storage has been read. */
  loading: boolean;
  starting: boolean;
  /** Why it cannot be started here; null when it can. */
  closed: string | null;
  onStarted: () => void;
}

/** What somebody should know before they start an assessment. */
export function AssessmentIntro({quiz, loading, starting, closed, onStarted}: Props): ReactNode {
  const count = quiz.draw.reduce((sum, rule) => sum + rule.take, 0);
  return (
    <>
      <ul className={styles.facts}>
        <li>There are {count} questions, drawn from {quiz.items.length}.</li>
        {quiz.pass ? <li>You pass with {quiz.pass.percent}% of the marks.{quiz.pass.basis === 'provisional' ? ' This pass mark is provisional.' : ''}</li> : null}
        <li>There is no time limit. You can leave and come back: you go on at the same question, on another device too if you are signed in.</li>
        <li>Your answers are kept on this device. When you hand in, they are sent to your record and marked.</li>
        <li>You can start without signing in. You sign in at the end, to have your answers marked and recorded.</li>
        <li>{toTerms(quiz.attempts)} Each try draws its questions anew, and those you have not met come first.</li>
      </ul>
      {quiz.pass ? (
        <details>
          <summary>Why this pass mark?</summary>
          <p>{quiz.pass.rationale}</p>
        </details>
      ) : null}
      {closed ? <p className="aw-panel">{closed}</p> : (
        <p className={styles.actions}>
          <button type="button" className="aw-button" aria-disabled={loading || starting} onClick={() => { if (!loading && !starting) onStarted(); }}>
            {starting ? 'Drawing your questions' : 'Start the assessment'}
          </button>
        </p>
      )}
    </>
  );
}

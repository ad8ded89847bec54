import type {ComponentType, ReactNode} from 'react';
import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import {UNITS_PER_MARK} from '#core/quizzes/question.ts';
import type {AttemptResult} from '#core/records/api.ts';
import type {AskedQuiz} from '#machines/quizAttempt.ts';
import {Feedback} from './Feedback.tsx';
import {OUTCOMES} from './feedback.ts';
import styles from './styles.module.css';

interface Props {
  result: AttemptResult;
  /** The questions as they were when the attempt began. */
  quiz: AskedQuiz;
  drawn: readonly DrawnItem[];
  responses: Responses;
  passPercent: number | null;
  /** The course is complete with this attempt. */
  isComplete: boolean;
  /** What is still to do for the course. */
  missing: readonly {text: string; href: string}[];
  /** Where to read again, for each outcome that was not fully met. */
  readAgain: readonly {outcome: string; pages: {title: string; href: string}[]}[];
  clockNote: string | null;
  /** Why no further try may be started now; null when one may. */
  refusal: string | null;
  /** How often one may try, in words. */
  terms: string;
  Link: ComponentType<{to: string; className?: string; children: ReactNode}>;
  onAgain: () => void;
  /** A way to say that something is wrong with a question, with its number in the list. */
  report?: (question: {id: string; version: string}, place: number) => ReactNode;
}

/** Units of marks as people read them, whole or with at most two decimals. */
function writeMarks(units: number): string {
  return String(Math.floor((units * 100) / UNITS_PER_MARK) / 100);
}

/** An assessment that the service has marked. The right answers are told only after a pass. */
export function AssessmentResult({result, quiz, drawn, responses, passPercent, isComplete, missing, readAgain, clockNote, refusal, terms, Link, onAgain, report}: Props): ReactNode {
  const passed = result.passed === true;
  return (
    <>
      <p className={styles.score}>
        {passed ? <strong>You passed.</strong> : <strong>You have not passed this time.</strong>}{' '}
        You got {writeMarks(result.got)} of {writeMarks(result.of)} marks, which is {result.percent}%.
        {passPercent !== null ? ` The pass mark is ${passPercent}%.` : ''}
      </p>
      {result.drawnBy === 'device' ? <p className="aw-hint">Your questions were drawn on this device, because the record service could not be reached when you started.</p> : null}
      {clockNote ? <p className="aw-hint">{clockNote}</p> : null}
      {isComplete ? (
        <div className="aw-panel">
          <p><strong>You have completed the course.</strong> It is on your record.</p>
          <p><Link to="/my-record/">See my record</Link></p>
        </div>
      ) : null}
      {passed && !isComplete && missing.length > 0 ? (
        <div className="aw-panel">
          <p>To complete the course:</p>
          <ul>{missing.map(({text, href}) => <li key={href}><Link to={href}>{text}</Link></li>)}</ul>
        </div>
      ) : null}
      {!passed ? (
        <>
          <h3>What to read again</h3>
          {readAgain.length > 0 ? (
            <ul className={styles.facts}>
              {readAgain.map(({outcome, pages}) => (
                <li key={outcome}>{outcome}{pages.map(({title, href}) => <span key={href}><br /><Link to={href}>{title}</Link></span>)}</li>
              ))}
            </ul>
          ) : null}
          {refusal === null ? (
            <>
              <p>{terms} The next try draws its questions anew, and those you have not met come first.</p>
              <p className={styles.actions}><button type="button" className="aw-button" onClick={onAgain}>Try again</button></p>
            </>
          ) : <p className="aw-panel">{refusal}</p>}
        </>
      ) : null}
      <h3 className={styles.answers}>Your answers</h3>
      {passed ? null : <p>The right answers are shown after you pass, so that the next try is worth something.</p>}
      <ol className={styles.results}>
        {result.items.map((item, place) => {
          const question = quiz.items.find((each) => each.id === item.itemId);
          const {sign, words, tone} = OUTCOMES[item.outcome];
          return (
            <li key={item.itemId}>
              <h4 className={styles.resultStem}>{place + 1}. {question?.stem ?? 'This question is not kept on this device.'}</h4>
              <p className={`${styles.resultOutcome} ${styles[tone]}`}><span aria-hidden="true">{sign}</span> {words}, {writeMarks(item.got)} of {writeMarks(item.of)}</p>
              {question && item.parts.length > 0 ? (
                <Feedback question={question} given={responses[item.itemId]} parts={item.parts} order={drawn.find(({itemId}) => itemId === item.itemId)?.optionOrder ?? []} />
              ) : null}
              {report?.({id: item.itemId, version: drawn.find(({itemId}) => itemId === item.itemId)?.itemVersion ?? ''}, place + 1)}
            </li>
          );
        })}
      </ol>
    </>
  );
}

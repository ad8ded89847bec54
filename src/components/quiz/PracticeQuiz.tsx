import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {useMachine} from '@xstate/react';
import type {Responses} from '#core/quizzes/attempt.ts';
import {explainQuestion, isAnswered, markQuestion} from '#core/quizzes/questions/index.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {StartedAttempt} from '#core/records/handIn.ts';
import {isAnsweredAt, quizAttempt} from '#machines/quizAttempt.ts';
import {Feedback} from './Feedback.tsx';
import {askForAnswer, OUTCOMES} from './feedback.ts';
import {QuestionForm} from './QuestionForm.tsx';
import styles from './styles.module.css';

interface Props {
  /** The quiz as it was when the attempt began. */
  quiz: Quiz;
  attempt: StartedAttempt;
  responses: Responses;
  index: number;
  handedIn: boolean;
  /** Where the answer stands: saved, sent, could not send. */
  status: ReactNode;
  /** What stood in the question that was open when the page was left, not checked yet. */
  drafted: {itemId: string; response: Response} | null;
  /** The answer changed and is not checked yet. */
  onDraft: (itemId: string, response: Response) => void;
  onAnswer: (itemId: string, response: Response, index: number) => void;
  /** All is answered. Gives the answers that the record holds. */
  onHandIn: (responses: Responses) => Promise<Responses>;
  onAgain: () => void;
  /** A way to say that something is wrong with a question. */
  report?: (question: {id: string; version: string}) => ReactNode;
}

/** A practice quiz: each answer is followed at once by what there is to say about every option. */
export function PracticeQuiz({quiz, attempt, responses, index: start, handedIn, status, drafted, onDraft, onAnswer, onHandIn, onAgain, report}: Props): ReactNode {
  const [state, send] = useMachine(quizAttempt, {input: {quiz, attempt, responses, index: start, handedIn}});
  const [draft, setDraft] = useState(drafted);
  const [error, setError] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = useRef(false);
  const {context} = state;
  const drawn = context.attempt.drawn[context.index];
  const question = quiz.items.find((item) => item.id === drawn?.itemId);
  const isTold = isAnsweredAt(context, context.index);
  const isHandingIn = state.matches('handingIn');

  useEffect(() => {
    // Handing in twice is one act, so a second call after a new drawing of the page does no harm.
    if (isHandingIn) void onHandIn(context.responses).then((kept) => send({type: 'record.made', responses: kept}));
  }, [isHandingIn, onHandIn, context.responses, send]);
  useEffect(() => {
    if (isTold && answered.current) heading.current?.focus();
  }, [isTold, context.index]);

  if (!drawn || !question) return <p className="aw-error">This question is not in this version of the site any more. Reload the page.</p>;
  const given = context.responses[question.id];
  const unchecked = draft?.itemId === question.id ? draft.response : undefined;

  const check = (): void => {
    // A reflection may stay unwritten.
    const answer = unchecked ?? (question.type === 'reflection' ? '' : undefined);
    if (answer === undefined || !isAnswered(question, answer)) {
      setError(askForAnswer(question.type));
      return;
    }
    answered.current = true;
    setError(undefined);
    send({type: 'answer.given', itemId: question.id, response: answer});
    onAnswer(question.id, answer, context.index);
  };

  const outcome = OUTCOMES[markQuestion(question, given).outcome];
  return (
    <div className={styles.quiz}>
      {context.attempt.drawn.length > 1 ? <p className={styles.progress}>Question {context.index + 1} of {context.attempt.drawn.length}</p> : null}
      {isTold ? (
        <>
          <p className={styles.stem}>{question.stem}</p>
          <h3 ref={heading} tabIndex={-1} className={`${styles.outcome} ${styles[outcome.tone]}`}>
            <span aria-hidden="true">{outcome.sign}</span> {outcome.words}
          </h3>
          <Feedback question={question} given={given} parts={explainQuestion(question, given, true)} order={drawn.optionOrder} />
          {report?.({id: question.id, version: drawn.itemVersion})}
          {state.matches('feedback') ? (
            <p className={styles.actions}><button type="button" className="aw-button" onClick={() => send({type: 'question.next'})}>Next question</button></p>
          ) : (
            <p className={styles.actions}><button type="button" className="aw-button aw-button--quiet" onClick={onAgain}>Try again</button></p>
          )}
        </>
      ) : (
        <form autoComplete="off" noValidate onSubmit={(event) => { event.preventDefault(); check(); }}>
          <QuestionForm question={question} drawn={drawn} response={unchecked} error={error} onAnswer={(response) => { setError(undefined); setDraft({itemId: question.id, response}); onDraft(question.id, response); }} />
          <p className={styles.actions}><button type="submit" className="aw-button">{question.type === 'reflection' ? 'Compare my thoughts' : 'Check my answer'}</button></p>
        </form>
      )}
      {status}
    </div>
  );
}

/** The question before the page is ready for answers: on paper, without scripts, and for the first moment of every visit. */
export function PracticePreview({quiz}: {quiz: Quiz}): ReactNode {
  return (
    <div className={styles.quiz}>
      {quiz.items.map((question) => (
        <QuestionForm key={question.id} question={question} drawn={undefined} response={undefined} disabled onAnswer={() => undefined} />
      ))}
      <noscript><p className="aw-hint">To answer here, switch on JavaScript in your browser. You can also answer on paper.</p></noscript>
    </div>
  );
}

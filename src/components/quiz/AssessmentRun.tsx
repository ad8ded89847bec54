import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import {useMachine} from '@xstate/react';
import type {Responses} from '#core/quizzes/attempt.ts';
import {isAnswered} from '#core/quizzes/questions/index.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {StartedAttempt} from '#core/records/handIn.ts';
import {isAnsweredAt, questionAt, quizAttempt} from '#machines/quizAttempt.ts';
import type {AskedQuiz, AttemptEvent} from '#machines/quizAttempt.ts';
import {QuestionForm} from './QuestionForm.tsx';
import {ReviewList} from './ReviewList.tsx';
import styles from './styles.module.css';

/** What storage tells a running attempt: another tab answered or handed in. */
export type StorageEvent = Extract<AttemptEvent, {type: 'answers.synced' | 'attempt.closed'}>;

interface Props {
  quiz: AskedQuiz;
  attempt: StartedAttempt;
  responses: Responses;
  /** The question to open at, counted from 0. */
  index: number;
  /** Where the answers stand: saved on this device, or not. */
  status: ReactNode;
  onAnswer: (itemId: string, response: Response, index: number) => void;
  onPlace: (index: number) => void;
  onHandIn: (responses: Responses) => Promise<Responses>;
  /** Calls back with what other tabs do. Gives the way to stop. */
  listen: (tell: (event: StorageEvent) => void) => () => void;
}

/** An assessment under way: one question a page, then the list of answers, then handing in. */
export function AssessmentRun({quiz, attempt, responses, index: start, status, onAnswer, onPlace, onHandIn, listen}: Props): ReactNode {
  const [state, send, actor] = useMachine(quizAttempt, {input: {quiz, attempt, responses, index: start}});
  const {context} = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const isReviewing = state.matches('reviewing');
  const isHandingIn = state.matches('handingIn');
  const isEnded = state.matches('handedIn');
  const place = isReviewing ? 'review' : context.index;
  const lastPlace = useRef<number | 'review'>(place);

  useEffect(() => listen((event) => {
    // A finished attempt has nothing more to hear.
    if (actor.getSnapshot().status === 'active') actor.send(event);
  }), [listen, actor]);
  useEffect(() => {
    if (lastPlace.current === place) return;
    lastPlace.current = place;
    heading.current?.focus();
    if (place !== 'review') onPlace(place);
  }, [place, onPlace]);
  useEffect(() => {
    // Handing in twice is one act, so a second call after a new drawing of the page does no harm.
    if (isHandingIn) void onHandIn(context.responses).then((kept) => send({type: 'record.made', responses: kept}));
  }, [isHandingIn, onHandIn, context.responses, send]);

  const count = context.attempt.drawn.length;
  const done = context.attempt.drawn.filter((_, place) => isAnsweredAt(context, place)).length;
  if (isHandingIn || isEnded) return <p role="status">Saving your answers on this device.</p>;
  if (isReviewing) {
    const lines = context.attempt.drawn.map((drawn, place) => {
      const question = questionAt(context, place);
      const given = context.responses[drawn.itemId];
      return {stem: question?.stem ?? '', state: question && isAnswered(question, given) ? 'answered' as const : given !== undefined && JSON.stringify(given).length > 2 ? 'partly' as const : 'open' as const};
    });
    return (
      <ReviewList
        headingRef={heading}
        lines={lines}
        status={status}
        onOpened={(index) => send({type: 'question.opened', index})}
        onHandedIn={() => send({type: 'attempt.handedIn'})}
      />
    );
  }
  const drawn = context.attempt.drawn[context.index];
  const question = questionAt(context, context.index);
  if (!drawn || !question) return <p className="aw-error">This question was not kept. Go on to the next one.</p>;
  return (
    <section className={styles.quiz} aria-labelledby="question-place">
      <h2 id="question-place" ref={heading} tabIndex={-1}>Question {context.index + 1} of {count}</h2>
      <p className={styles.progress}>{done === count ? 'All questions answered.' : `${done} of ${count} answered.`} You can change an answer until you hand in.</p>
      <form autoComplete="off" noValidate onSubmit={(event) => { event.preventDefault(); send({type: 'question.next'}); }}>
        <QuestionForm
          key={question.id}
          question={question}
          drawn={drawn}
          response={context.responses[question.id]}
          onAnswer={(response) => { send({type: 'answer.given', itemId: question.id, response}); onAnswer(question.id, response, context.index); }}
        />
        {status}
        <p className={styles.actions}>
          {context.index > 0 ? <button type="button" className="aw-button aw-button--quiet" onClick={() => send({type: 'question.previous'})}>Previous question</button> : null}
          <button type="submit" className="aw-button">{context.index === count - 1 ? 'Review my answers' : 'Next question'}</button>
          {context.index < count - 1 ? <button type="button" className="aw-link-button" onClick={() => send({type: 'answers.reviewed'})}>Review my answers</button> : null}
        </p>
      </form>
    </section>
  );
}

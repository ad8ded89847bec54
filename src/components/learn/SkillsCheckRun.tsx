import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {useMachine} from '@xstate/react';
import {isAnswered} from '#core/quizzes/questions/index.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import {canStop, openQuestion, skillsCheck} from '#machines/skillsCheck.ts';
import type {CheckProgress, SkillsCheckEvent, SkillsCheckInput} from '#machines/skillsCheck.ts';
import {askForAnswer} from '../quiz/feedback.ts';
import {QuestionForm} from '../quiz/QuestionForm.tsx';
import styles from '../quiz/styles.module.css';

/** What storage tells a running check: another tab went on with it, or handed it in. */
export type CheckStorageEvent = Extract<SkillsCheckEvent, {type: 'check.synced' | 'attempt.closed'}>;

interface Props {
  input: SkillsCheckInput;
  most: number;
  /** True when the check was begun here just now: then the heading takes the focus. */
  isNew: boolean;
  /** What stood in the open question when the page was left. */
  drafted: {itemId: string; response: Response} | null;
  /** Where the answers stand: saved on this device, or not. */
  status: ReactNode;
  onDraft: (itemId: string, response: Response) => void;
  /** A question is over. `answered` is left out when the learner did not know. */
  onAsked: (progress: CheckProgress, answered?: {itemId: string; response: Response}) => void;
  onHandIn: (progress: CheckProgress) => Promise<void>;
  /** Calls back with what other tabs do. Gives the way to stop. */
  listen: (tell: (event: CheckStorageEvent) => void) => () => void;
}

/** A skills check under way: one question at a time, and nothing told before the end. */
export function SkillsCheckRun({input, most, isNew, drafted, status, onDraft, onAsked, onHandIn, listen}: Props): ReactNode {
  const [state, send, actor] = useMachine(skillsCheck, {input});
  const [draft, setDraft] = useState(drafted);
  const [error, setError] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const {context} = state;
  const lastIndex = useRef<number | null>(isNew ? null : context.index);
  const isHandingIn = state.matches('handingIn');

  useEffect(() => listen((event) => {
    // A finished check has nothing more to hear.
    if (actor.getSnapshot().status === 'active') actor.send(event);
  }), [listen, actor]);
  useEffect(() => {
    if (lastIndex.current === context.index) return;
    lastIndex.current = context.index;
    heading.current?.focus();
  }, [context.index]);
  useEffect(() => {
    // Handing in twice is one act, so a second call after a new drawing of the page does no harm.
    if (isHandingIn) void onHandIn(context).then(() => { if (actor.getSnapshot().status === 'active') send({type: 'record.made'}); });
  }, [isHandingIn, onHandIn, context, send, actor]);

  const question = openQuestion(context);
  if (!state.matches('asking') || !question) return <p role="status">Working out your path.</p>;
  const response = draft?.itemId === question.id ? draft.response : undefined;

  const goOn = (event: SkillsCheckEvent, answered?: {itemId: string; response: Response}): void => {
    setError(undefined);
    send(event);
    onAsked(actor.getSnapshot().context, answered);
  };
  const answer = (): void => {
    if (response === undefined || !isAnswered(question, response)) setError(`${askForAnswer(question.type)} Or press “I do not know”.`);
    else goOn({type: 'answer.given', itemId: question.id, response}, {itemId: question.id, response});
  };

  return (
    <section className={styles.quiz} aria-labelledby="check-place">
      <h2 id="check-place" ref={heading} tabIndex={-1}>Question {context.index + 1} of at most {most}</h2>
      <form autoComplete="off" noValidate onSubmit={(event) => { event.preventDefault(); answer(); }}>
        <QuestionForm
          key={question.id} question={question} drawn={context.drawn[context.index]} response={response} error={error}
          onAnswer={(given) => { setError(undefined); setDraft({itemId: question.id, response: given}); onDraft(question.id, given); }}
        />
        <p className={styles.actions}>
          <button type="submit" className="aw-button">Give this answer</button>
          <button type="button" className="aw-button" onClick={() => goOn({type: 'answer.unknown', itemId: question.id})}>I do not know</button>
          {canStop(context) ? <button type="button" className="aw-link-button" onClick={() => send({type: 'check.stopped'})}>Stop here and show my path</button> : null}
        </p>
      </form>
      {status}
    </section>
  );
}

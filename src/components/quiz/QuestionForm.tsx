import {useEffect, useId, useState} from 'react';
import type {ReactNode} from 'react';
import type {DrawnItem} from '#core/quizzes/attempt.ts';
import type {PublicQuestion, Response} from '#core/quizzes/questions/index.ts';
import {Gap} from './questions/Gap.tsx';
import {Match} from './questions/Match.tsx';
import {Multi} from './questions/Multi.tsx';
import {Numeric} from './questions/Numeric.tsx';
import {Order} from './questions/Order.tsx';
import {Reflection} from './questions/Reflection.tsx';
import {Scenario} from './questions/Scenario.tsx';
import {ShortText} from './questions/ShortText.tsx';
import {Single} from './questions/Single.tsx';
import {TrueFalse} from './questions/TrueFalse.tsx';
import styles from './styles.module.css';

interface Props {
  question: PublicQuestion;
  /** How the options were drawn; undefined before anything was drawn, and then they stand as written. */
  drawn: DrawnItem | undefined;
  response: Response | undefined;
  disabled?: boolean;
  /** What is wrong with the answer, shown beside it and read out with the question. */
  error?: string;
  onAnswer: (response: Response) => void;
}

const HINTS: Record<PublicQuestion['type'], string> = {
  single: 'Choose one answer.',
  multi: 'Choose all that apply.',
  'true-false': 'Choose true or false.',
  match: 'Choose one for each line.',
  order: 'Move the lines up or down until the order is right.',
  gap: 'Fill each gap.',
  numeric: 'Type a number in digits.',
  'short-text': 'Type a few words. Capitals and full stops make no difference.',
  scenario: 'At each step, choose what you would do. Your choice decides what happens next.',
  reflection: 'Write for yourself, or only think. This is not marked, and your words stay on this device.',
};

/** Counts how often the browser brought this page back from its memory. */
function useReturns(): number {
  const [returns, setReturns] = useState(0);
  useEffect(() => {
    const count = (): void => setReturns((times) => times + 1);
    window.addEventListener('pageshow', count);
    return () => window.removeEventListener('pageshow', count);
  }, []);
  return returns;
}

/** One question with its inputs, drawn as a native group. */
export function QuestionForm({question, drawn, response, disabled = false, error, onAnswer}: Props): ReactNode {
  const name = useId();
  // Browsers restore radios after load when you go back, so the inputs are made anew from the answers we hold.
  const returns = useReturns();
  const shared = {order: drawn?.optionOrder ?? [], response, name, onAnswer};
  return (
    <fieldset key={returns} className={styles.question} disabled={disabled} aria-describedby={error ? `${name}-error` : `${name}-hint`}>
      <legend className={styles.stem}>{question.stem}</legend>
      <p id={`${name}-hint`} className={`aw-hint ${styles.hint}`}>{HINTS[question.type]}</p>
      {error ? <p id={`${name}-error`} className="aw-error" role="alert">{error}</p> : null}
      {question.type === 'single' ? <Single question={question} {...shared} /> : null}
      {question.type === 'multi' ? <Multi question={question} {...shared} /> : null}
      {question.type === 'true-false' ? <TrueFalse question={question} {...shared} /> : null}
      {question.type === 'match' ? <Match question={question} {...shared} /> : null}
      {question.type === 'order' ? <Order question={question} {...shared} /> : null}
      {question.type === 'gap' ? <Gap question={question} {...shared} /> : null}
      {question.type === 'numeric' ? <Numeric question={question} {...shared} /> : null}
      {question.type === 'short-text' ? <ShortText question={question} {...shared} /> : null}
      {question.type === 'scenario' ? <Scenario question={question} {...shared} /> : null}
      {question.type === 'reflection' ? <Reflection question={question} {...shared} /> : null}
    </fieldset>
  );
}

import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {LiveQuestion, LiveState} from '#core/live/api.ts';
import type {PhoneAnswer} from '#core/live/phone.ts';
import {letterOf} from '#core/live/results.ts';
import styles from './styles.module.css';
import {sayStanding} from './words.ts';

interface Props {
  question: LiveQuestion;
  state: LiveState;
  answer: PhoneAnswer | null;
  /** The service did not answer the last time. */
  isAway: boolean;
  onAnswered: (chosen: readonly string[]) => void;
}

/** One question on a phone: large targets, one button, and a line that says where the answer is. */
export function PhoneQuestion({question, state, answer, isAway, onAnswered}: Props): ReactNode {
  const [draft, setDraft] = useState<readonly string[]>(answer?.chosen ?? []);
  const [fault, setFault] = useState('');
  const isSeveral = question.type === 'multi';
  const isOpen = state === 'open';
  const change = (id: string, isChosen: boolean): void => {
    setFault('');
    if (isSeveral) setDraft(isChosen ? [...draft, id] : draft.filter((each) => each !== id));
    else setDraft([id]);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setFault(draft.length > 0 ? '' : 'Choose an answer first.');
    if (draft.length > 0) onAnswered(draft);
  };
  return (
    <form onSubmit={send} noValidate>
      <fieldset className={styles.question} disabled={!isOpen} aria-describedby={fault ? 'live-hint live-fault' : 'live-hint'}>
        <legend className={styles.stem}>{question.stem}</legend>
        <p className="aw-hint" id="live-hint">{isSeveral ? 'Choose all that apply.' : 'Choose one answer.'}</p>
        {question.options.map(({id, text}, place) => (
          <label key={id} className={styles.option}>
            <input type={isSeveral ? 'checkbox' : 'radio'} name="answer" value={id} checked={draft.includes(id)} onChange={({target}) => change(id, target.checked)} />
            <span><span className={styles.letter}>{letterOf(place)}</span> {text}</span>
          </label>
        ))}
        {fault ? <p className="aw-error" id="live-fault" role="alert">{fault}</p> : null}
      </fieldset>
      {isOpen ? <button type="submit" className={`aw-button ${styles.large}`}>{answer ? 'Send the change' : 'Send my answer'}</button> : null}
      <p role="status" className={styles.standing}>{sayStanding(answer, state, isAway)}</p>
    </form>
  );
}

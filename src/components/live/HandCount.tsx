import type {ReactNode} from 'react';
import type {LiveQuestion} from '#core/live/api.ts';
import {letterOf, MOST_HANDS, readHands} from '#core/live/results.ts';
import styles from './styles.module.css';

/** What was typed while hands were counted, as typed. */
export interface Hands {
  typed: Readonly<Record<string, string>>;
  inRoom: string;
}

interface Props {
  question: LiveQuestion;
  hands: Hands;
  areResultsShown: boolean;
  onTyped: (hands: Hands) => void;
  onShown: () => void;
}

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onTyped: (value: string) => void;
}

function HandField({id, label, value, onTyped}: FieldProps): ReactNode {
  const isWrong = readHands(value) === null;
  return (
    <div className={`aw-field ${styles.handField}`}>
      <label htmlFor={id}>{label}</label>
      {isWrong ? <p className="aw-error" id={`${id}-error`}>Type a whole number from 0 to {MOST_HANDS}.</p> : null}
      <input id={id} type="text" inputMode="numeric" autoComplete="off" value={value} aria-invalid={isWrong ? true : undefined} aria-describedby={isWrong ? `${id}-error` : undefined} onChange={({target}) => onTyped(target.value)} />
    </div>
  );
}

/** Fields for the hands raised for each option. Everything stays on this device, so it works without any network. */
export function HandCount({question, hands, areResultsShown, onTyped, onShown}: Props): ReactNode {
  return (
    <section aria-labelledby="live-hands" className={styles.hands}>
      <h3 id="live-hands">Count hands</h3>
      <p className="aw-hint">Read out each letter, count the hands and type the number. It stays on this device.</p>
      <div className={styles.handFields}>
        {question.options.map(({id}, place) => (
          <HandField key={id} id={`hands-${id}`} label={`Hands for ${letterOf(place)}`} value={hands.typed[id] ?? ''} onTyped={(value) => onTyped({...hands, typed: {...hands.typed, [id]: value}})} />
        ))}
        {question.type === 'multi' ? (
          <HandField id="hands-room" label="People in the room" value={hands.inRoom} onTyped={(inRoom) => onTyped({...hands, inRoom})} />
        ) : null}
      </div>
      {question.type === 'multi' ? <p className="aw-hint">Without the number of people, only counts are shown.</p> : null}
      <p><button type="button" className="aw-button" aria-expanded={areResultsShown} onClick={onShown}>{areResultsShown ? 'Hide the bars' : 'Show the bars'}</button></p>
    </section>
  );
}

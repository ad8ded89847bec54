import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {pathOf} from '#core/quizzes/questions/scenario.ts';
import {inOrder} from './question.ts';
import type {QuestionProps} from './question.ts';
import styles from './styles.module.css';

/**
 * A case in steps. What was chosen stays on the page with what followed from it, and the next step opens below. A step can be gone
 * back to: then what came after it is taken back.
 */
export function Scenario({question, order, response, name, onAnswer}: QuestionProps<'scenario'>): ReactNode {
  const given: Record<string, string> = typeof response === 'object' && !Array.isArray(response) ? response : {};
  const {taken, open} = pathOf(question.steps, given);
  const [picked, setPicked] = useState<string>();
  const [error, setError] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const place = taken.length;
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = false;
  }, [place]);

  const answersUpTo = (count: number): Record<string, string> => Object.fromEntries(taken.slice(0, count).map(({step, chosen}) => [step.id, chosen]));
  const goOn = (): void => {
    if (!open) return;
    if (picked === undefined) {
      setError(true);
      return;
    }
    moved.current = true;
    setPicked(undefined);
    onAnswer({...answersUpTo(taken.length), [open.id]: picked});
  };
  const goBack = (count: number): void => {
    moved.current = true;
    setPicked(taken[count]?.chosen);
    setError(false);
    onAnswer(answersUpTo(count));
  };

  return (
    <div className={styles.scenario}>
      <ol className={styles.path}>
        {taken.map(({step, chosen}, index) => {
          const choice = step.options.find(({id}) => id === chosen);
          return (
            <li key={step.id}>
              <p className={styles.stepText}>{step.text}</p>
              <p><strong>You chose:</strong> {choice?.text}</p>
              {choice?.why === undefined ? null : <p>{choice.why}</p>}
              <button type="button" className="aw-link-button" onClick={() => goBack(index)}>Choose again<span className="aw-visually-hidden"> at step {index + 1}</span></button>
            </li>
          );
        })}
      </ol>
      {open ? (
        <div className={styles.open} role="group" aria-labelledby={`${name}-step`} aria-describedby={error ? `${name}-step-error` : undefined}>
          <h3 id={`${name}-step`} ref={heading} tabIndex={-1} className={styles.stepText}>Step {place + 1}: {open.text}</h3>
          {error ? <p id={`${name}-step-error`} className="aw-error" role="alert">Choose what to do first.</p> : null}
          {inOrder(open.options, order).map(({id, text}) => (
            <label key={id} className={styles.option}>
              <input type="radio" name={`${name}-${open.id}`} value={id} checked={picked === id} onChange={() => { setPicked(id); setError(false); }} />
              <span>{text}</span>
            </label>
          ))}
          <p className={styles.goOn}><button type="button" className="aw-button aw-button--quiet" onClick={goOn}>Go on with this</button></p>
        </div>
      ) : <h3 ref={heading} tabIndex={-1} className={styles.stepText}>The case ends here</h3>}
      <ol className={styles.printSteps}>
        {question.steps.map((step) => (
          <li key={step.id}>
            <p>{step.text}</p>
            <ul>{step.options.map(({id, text, next}) => <li key={id}>{text} ({next === undefined ? 'the case ends' : `go to step ${question.steps.findIndex((each) => each.id === next) + 1}`})</li>)}</ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

import type {ReactNode} from 'react';
import type {PartFeedback} from '#core/quizzes/question.ts';
import type {PublicQuestion, Response} from '#core/quizzes/questions/index.ts';
import {chosenFirst, namePart} from './feedback.ts';
import styles from './styles.module.css';

interface Props {
  question: PublicQuestion;
  /** What the learner answered. */
  given: Response | undefined;
  parts: readonly PartFeedback[];
  /** Option ids in the order they were shown. */
  order: readonly string[];
}

/** What the learner did with a row or a step, in words; null for options, which say it by themselves. */
function nameGiven(question: PublicQuestion, given: Response | undefined, id: string): string | null {
  if (question.type === 'match' && typeof given === 'object' && !Array.isArray(given)) {
    const target = question.targets.find((each) => each.id === given[id]);
    return target ? `You chose: ${target.text}` : null;
  }
  if (question.type === 'gap' && typeof given === 'object' && !Array.isArray(given) && given[id] !== undefined) {
    const text = question.gaps.find((gap) => gap.id === id)?.options?.find((option) => option.id === given[id])?.text ?? given[id];
    return `You wrote: ${text}`;
  }
  if (question.type === 'scenario' && typeof given === 'object' && !Array.isArray(given)) {
    const choice = question.steps.find((step) => step.id === id)?.options.find((option) => option.id === given[id]);
    return choice ? `You chose: ${choice.text}` : null;
  }
  if (question.type === 'order' && Array.isArray(given) && given.includes(id)) return `You put it in place ${given.indexOf(id) + 1}`;
  return null;
}

/** What there is to say about each part of an answer: right or not in words and sign, never by colour alone, and why. */
export function Feedback({question, given, parts, order}: Props): ReactNode {
  const {type} = question;
  const isTyped = type === 'numeric' || type === 'short-text';
  return (
    <ul className={styles.parts}>
      {chosenFirst(type, parts, order).map((part) => {
        const {sign, words, tone} = namePart(type, part);
        const did = isTyped ? (part.chosen ? `You wrote: ${part.text}` : null) : nameGiven(question, given, part.id);
        return (
          <li key={part.id} className={`${styles.part} ${styles[tone]} ${part.chosen ? styles.chosen : ''}`}>
            <p className={styles.partName}><span aria-hidden="true">{sign}</span> {words}</p>
            {part.text === '' || isTyped ? null : <p className={styles.partText}>{part.text}</p>}
            {did ? <p>{did}</p> : null}
            {part.answer !== undefined && !part.right ? <p>{type === 'scenario' ? 'Better' : 'Right answer'}: {part.answer}</p> : null}
            {part.why === '' ? null : <p>{part.why}</p>}
          </li>
        );
      })}
    </ul>
  );
}

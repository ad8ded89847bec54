import type {ReactNode} from 'react';
import {explainQuestion, markQuestion} from '#core/quizzes/questions/index.ts';
import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';
import {Feedback} from '../quiz/Feedback.tsx';
import {OUTCOMES} from '../quiz/feedback.ts';
import styles from '../quiz/styles.module.css';

interface Props {
  items: readonly VersionedQuestion[];
  drawn: readonly DrawnItem[];
  responses: Responses;
}

/** The questions in the order asked, with what there is to say about each answer. */
export function SkillsCheckAnswers({items, drawn, responses}: Props): ReactNode {
  const asked = drawn.flatMap(({itemId, optionOrder}) => {
    const question = items.find(({id}) => id === itemId);
    return question ? [{question, given: responses[itemId], order: optionOrder}] : [];
  });
  return (
    <ol className={styles.results}>
      {asked.map(({question, given, order}, place) => {
        const {sign, words, tone} = given === undefined ? {...OUTCOMES['not-answered'], words: 'You did not know'} : OUTCOMES[markQuestion(question, given).outcome];
        return (
          <li key={question.id}>
            <h3 className={styles.resultStem}>{place + 1}. {question.stem}</h3>
            <p className={`${styles.resultOutcome} ${styles[tone]}`}><span aria-hidden="true">{sign}</span> {words}</p>
            <Feedback question={question} given={given} parts={explainQuestion(question, given, true)} order={order} />
          </li>
        );
      })}
    </ol>
  );
}

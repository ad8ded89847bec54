import type {ReactNode} from 'react';
import type {PartialBrief} from '#core/methods/brief.ts';
import {QUESTIONS} from '#core/methods/briefCode.ts';
import type {Question} from '#core/methods/briefCode.ts';
import type {LinkTo} from '../methods/link.tsx';
import {answerInWords} from './answerInWords.ts';
import {QUESTION_TEXTS} from './questions.ts';
import styles from './styles.module.css';

interface Props {
  brief: PartialBrief;
  /** The address at which a question is open again. */
  changeHref: (question: Question) => string;
  linkTo: LinkTo;
}

/** Every answer with a link that opens its question again. */
export function AnswerSummary({brief, changeHref, linkTo}: Props): ReactNode {
  return (
    <section aria-labelledby="answers">
      <h3 id="answers">Your answers</h3>
      <p className="aw-hint">Change any answer. The others stay as they are.</p>
      <dl className={styles.answers}>
        {QUESTIONS.map((question) => (
          <div key={question}>
            <dt>{QUESTION_TEXTS[question].short}</dt>
            <dd>{answerInWords(brief, question)}</dd>
            <dd className={styles.change}>
              {linkTo({href: changeHref(question), children: <>Change<span className="aw-visually-hidden"> {QUESTION_TEXTS[question].short}</span></>})}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type {ReactNode} from 'react';
import {PHASES, stepsByPhase} from '#core/planning/practiceCode.ts';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {ANSWERS} from '#core/planning/selfAssessment.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import {stepHref} from './heading.tsx';
import styles from './styles.module.css';

/** All questions to read: on paper, without scripts, and before an assessment is opened. */
export function QuestionList({code, linkTo = plainLink}: {code: PracticeCode; linkTo?: LinkTo}): ReactNode {
  return (
    <section aria-labelledby="all-questions">
      <h2 id="all-questions">The {code.steps.length} questions</h2>
      <p>Answer each one: {Object.values(ANSWERS).join(', ').toLowerCase()}. Then note what shows it, and what you will do next.</p>
      {stepsByPhase(code).map(({phase, steps}) => (
        <div key={phase}>
          <h3>{PHASES[phase]}</h3>
          <ol start={steps[0]?.number} className={styles.questions}>
            {steps.map(({id, title, question}) => (
              <li key={id}>
                <strong>{linkTo({href: stepHref(id), children: title})}</strong>
                <span className={styles.question}>{question}</span>
                <span className={styles.onPaper}>{Object.values(ANSWERS).map((answer) => `☐ ${answer}`).join('   ')}</span>
                <span className={styles.onPaper}>Evidence:</span>
                <span className={styles.onPaper}>Action:</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

import {useId} from 'react';
import type {ReactNode} from 'react';
import type {NumberedStep} from '#core/planning/practiceCode.ts';
import {ANSWER_IDS, ANSWERS, LONGEST, needOf} from '#core/planning/selfAssessment.ts';
import type {Edit, StepAnswer} from '#core/planning/selfAssessment.ts';
import type {LinkTo} from '../methods/link.tsx';
import {ACTION_LABEL, evidenceLabel, fieldsId, NEEDS} from './stepWords.ts';
import {stepHref} from './heading.tsx';
import styles from './styles.module.css';

interface Props {
  step: NumberedStep;
  given: StepAnswer;
  linkTo: LinkTo;
  onEdited: (edit: Edit) => void;
}

/** One step: its question, the answer, what shows it and what to do next. On paper the words stand in place of the boxes. */
export function StepFields({step, given, linkTo, onEdited}: Props): ReactNode {
  const id = useId();
  const need = needOf(given);
  return (
    <fieldset id={fieldsId(step.id)} tabIndex={-1} className={styles.step} aria-describedby={`${id}-question`}>
      <legend>{step.number}. {step.title}</legend>
      <p id={`${id}-question`}>{step.question}</p>
      <details className={styles.help}>
        <summary>What good looks like<span className="aw-visually-hidden">: {step.title}</span></summary>
        <ul>{step.goodLooksLike.map((line) => <li key={line}>{line}</li>)}</ul>
        <p>Worth keeping:</p>
        <ul>{step.evidence.map((line) => <li key={line}>{line}</li>)}</ul>
        <p>{linkTo({href: stepHref(step.id), children: `Step ${step.number} in the code`})}. {linkTo({href: step.more, children: step.moreText})}.</p>
      </details>
      <div className={styles.answers}>
        {ANSWER_IDS.map((answer) => (
          <label key={answer} className={styles.option}>
            <input type="radio" name={`${id}-answer`} value={answer} checked={given.answer === answer}
              onChange={() => onEdited({field: 'answer', step: step.id, from: given.answer, to: answer})} />
            <span>{ANSWERS[answer]}</span>
          </label>
        ))}
      </div>
      <div className={styles.texts}>
        <TextBox label={evidenceLabel(given.answer)} text={given.evidence} onTyped={(to) => onEdited({field: 'evidence', step: step.id, from: given.evidence, to})} />
        <TextBox label={ACTION_LABEL} text={given.action} onTyped={(to) => onEdited({field: 'action', step: step.id, from: given.action, to})} />
      </div>
      {need !== null && need !== 'answer' && <p className={styles.need}><strong>Still to do:</strong> {NEEDS[need]}</p>}
      <dl className={styles.printed}>
        <div><dt>Answer</dt><dd>{given.answer ? ANSWERS[given.answer] : 'No answer'}</dd></div>
        <div><dt>{given.answer === 'does-not-apply' ? 'Why it does not apply' : 'Evidence'}</dt><dd>{given.evidence || 'None written down'}</dd></div>
        <div><dt>Action</dt><dd>{given.action || 'None written down'}</dd></div>
      </dl>
    </fieldset>
  );
}

function TextBox({label, text, onTyped}: {label: string; text: string; onTyped: (text: string) => void}): ReactNode {
  const id = useId();
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className={styles.box} rows={2} maxLength={LONGEST.text} value={text} onChange={(event) => onTyped(event.target.value)} />
    </div>
  );
}

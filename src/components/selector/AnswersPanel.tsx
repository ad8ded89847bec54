import {useEffect, useId, useState} from 'react';
import type {ReactNode} from 'react';
import {answerInWords, QUESTION_NAMES} from '#core/methods/answerWords.ts';
import type {PartialBrief} from '#core/methods/brief.ts';
import {QUESTIONS} from '#core/methods/briefCode.ts';
import type {Question} from '#core/methods/briefCode.ts';
import type {SelectorEvent} from '#machines/methodSelector.ts';
import {AudienceField} from './AudienceField.tsx';
import {draftOf, eventOf} from './draft.ts';
import {QUESTION_TEXTS} from './questions.ts';
import styles from './styles.module.css';

interface Props {
  brief: PartialBrief;
  onAnswered: (event: SelectorEvent) => void;
}

const NOT_SURE = '';

/** Every answer in a control of its own. A change counts at once; the result beside it follows. */
export function AnswersPanel({brief, onAnswered}: Props): ReactNode {
  return (
    <section aria-labelledby="answers" className={styles.answersPanel}>
      <h3 id="answers">Your answers</h3>
      <p className={`aw-hint ${styles.screenOnly}`}>Change any answer here. The result follows at once.</p>
      <div className={styles.screenOnly}>
        {QUESTIONS.map((question) => {
          if (question === 'audience') return <Audiences key={question} brief={brief} onAnswered={onAnswered} />;
          return QUESTION_TEXTS[question].groups ? <Choice key={question} question={question} brief={brief} onAnswered={onAnswered} /> : <Count key={question} question={question} brief={brief} onAnswered={onAnswered} />;
        })}
      </div>
      <dl className={styles.onPaper}>
        {QUESTIONS.map((question) => <div key={question}><dt>{QUESTION_NAMES[question]}</dt><dd>{answerInWords(brief, question)}</dd></div>)}
      </dl>
    </section>
  );
}

interface FieldProps extends Props {
  question: Question;
}

function Choice({question, brief, onAnswered}: FieldProps): ReactNode {
  const id = useId();
  const groups = QUESTION_TEXTS[question].groups ?? [];
  const choices = groups.flatMap((group) => group.choices);
  const picked = choices.find(({value}) => value === brief[question]);
  return (
    <div className="aw-field">
      <label htmlFor={id}>{QUESTION_NAMES[question]}</label>
      <select id={id} value={picked?.key ?? NOT_SURE} onChange={(event) => {
        const choice = choices.find(({key}) => key === event.target.value);
        const made = eventOf(question, choice ? {kind: 'choice', value: choice.value} : {kind: 'not-sure'});
        if (typeof made !== 'string') onAnswered(made);
      }}>
        <option value={NOT_SURE}>Not sure</option>
        {groups.map(({name, choices: within}) => {
          const options = within.map(({key, label}) => <option key={key} value={key}>{label}</option>);
          return name === null ? options : <optgroup key={name} label={name}>{options}</optgroup>;
        })}
      </select>
    </div>
  );
}

function Count({question, brief, onAnswered}: FieldProps): ReactNode {
  const id = useId();
  const given = draftOf(brief, [], question);
  const shown = given.kind === 'number' ? given.value : '';
  const [typed, setTyped] = useState(shown);
  // A link or the Back button may have brought another answer.
  useEffect(() => setTyped((before) => (before.replace(/[,\s]/g, '') === shown ? before : shown)), [shown]);
  const made = typed.trim() === '' ? eventOf(question, {kind: 'not-sure'}) : eventOf(question, {kind: 'number', value: typed});
  const fault = typeof made === 'string' ? made : '';
  return (
    <div className="aw-field">
      <label htmlFor={id}>{QUESTION_NAMES[question]}</label>
      <p id={`${id}-hint`} className="aw-hint">Leave it empty if you are not sure.</p>
      {fault !== '' && <p id={`${id}-fault`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>}
      <input id={id} type="text" inputMode="numeric" autoComplete="off" size={10} value={typed} aria-invalid={fault !== ''} aria-describedby={fault === '' ? `${id}-hint` : `${id}-fault ${id}-hint`}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          const answer = next.trim() === '' ? eventOf(question, {kind: 'not-sure'}) : eventOf(question, {kind: 'number', value: next});
          if (typeof answer !== 'string') onAnswered(answer);
        }} />
    </div>
  );
}

function Audiences({brief, onAnswered}: Props): ReactNode {
  const picked = brief.audience ?? [];
  return (
    <details className={styles.audiencesEdit}>
      <summary>{QUESTION_NAMES.audience}: {picked.length === 0 ? 'not sure' : picked.length === 1 ? '1 group' : `${picked.length} groups`}</summary>
      <fieldset className={styles.fieldset}>
        <legend className="aw-visually-hidden">{QUESTION_TEXTS.audience.legend}</legend>
        <AudienceField picked={picked} onPicked={(value) => {
          const made = eventOf('audience', value.length === 0 ? {kind: 'not-sure'} : {kind: 'audience', value});
          if (typeof made !== 'string') onAnswered(made);
        }} />
      </fieldset>
    </details>
  );
}

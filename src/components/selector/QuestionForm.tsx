import {useId, useRef, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import type {PartialBrief} from '#core/methods/brief.ts';
import {QUESTIONS} from '#core/methods/briefCode.ts';
import type {Question} from '#core/methods/briefCode.ts';
import type {SelectorEvent} from '#machines/methodSelector.ts';
import {AudienceField} from './AudienceField.tsx';
import {ChoiceField, Option} from './ChoiceField.tsx';
import {draftOf, eventOf} from './draft.ts';
import type {Draft} from './draft.ts';
import {NumberField} from './NumberField.tsx';
import {QUESTION_TEXTS} from './questions.ts';
import styles from './styles.module.css';

interface Props {
  question: Question;
  brief: PartialBrief;
  skipped: readonly Question[];
  /** False until the page can take answers. */
  ready: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  /** The answer is final: go on. */
  onAnswered: (event: SelectorEvent) => void;
  /** The controls hold this answer; keep it, and stay. */
  onDrafted: (event: SelectorEvent) => void;
  /** Left out on the first question. */
  onBack?: (() => void) | undefined;
}

/** One question with its controls. The page draws it anew for each question, so that no draft leaks into the next. */
export function QuestionForm({question, brief, skipped, ready, headingRef, onAnswered, onDrafted, onBack}: Props): ReactNode {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(brief, skipped, question));
  const [fault, setFault] = useState<string | null>(null);
  const text = QUESTION_TEXTS[question];

  const change = (next: Draft): void => {
    setDraft(next);
    setFault(null);
    const event = eventOf(question, next);
    if (typeof event !== 'string') onDrafted(event);
  };
  const send = (): void => {
    const event = eventOf(question, draft);
    if (typeof event !== 'string') return onAnswered(event);
    setFault(event);
    form.current?.querySelector<HTMLElement>('input:not(:disabled):not([type="search"])')?.focus();
  };
  const describedBy = fault === null ? `${id}-hint` : `${id}-fault ${id}-hint`;

  return (
    <form ref={form} className={styles.question} noValidate onSubmit={(event) => {
      event.preventDefault();
      send();
    }}>
      <fieldset className={styles.fieldset} disabled={!ready} aria-describedby={describedBy}>
        <legend>
          <span className={styles.progress}>Question {QUESTIONS.indexOf(question) + 1} of {QUESTIONS.length}</span>
          <h2 ref={headingRef} tabIndex={-1}>{text.legend}</h2>
        </legend>
        <p id={`${id}-hint`} className="aw-hint">{text.hint}</p>
        <p id={`${id}-fault`} role="alert" className={fault === null ? undefined : 'aw-error'}>{fault}</p>
        {text.groups && <ChoiceField name={id} groups={text.groups} picked={draft.kind === 'choice' ? draft.value : null} onPicked={(value) => change({kind: 'choice', value})} />}
        {question === 'audience' && <AudienceField picked={draft.kind === 'audience' ? draft.value : []} onPicked={(value) => change(value.length === 0 ? {kind: 'empty'} : {kind: 'audience', value})} />}
        {text.unit !== undefined && <NumberField label={text.unit} typed={draft.kind === 'number' ? draft.value : ''} invalid={fault !== null} onTyped={(value) => change({kind: 'number', value})} />}
        <Option type={text.groups ? 'radio' : 'checkbox'} name={text.groups ? id : `${id}-not-sure`} label={text.notSure} checked={draft.kind === 'not-sure'}
          onChanged={(checked) => change({kind: checked ? 'not-sure' : 'empty'})} />
      </fieldset>
      <details className={styles.why}>
        <summary>Why we ask</summary>
        <p>{text.why}</p>
      </details>
      <div className={styles.buttons}>
        <button type="submit" className="aw-button" disabled={!ready}>Continue</button>
        {onBack && <button type="button" className="aw-button aw-button--quiet" disabled={!ready} onClick={onBack}>Back</button>}
      </div>
    </form>
  );
}

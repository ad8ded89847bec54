import type {ReactElement, ReactNode} from 'react';
import {cutAtGaps} from '#core/quizzes/questions/gap.ts';
import type {Question} from '#core/quizzes/questions/index.ts';
import styles from './question.module.css';

/** A box to tick, with the letter that people call out. */
function Box({letter, children}: {letter?: string; children: ReactNode}): ReactElement {
  return <li className={styles.box}><span aria-hidden="true" className={styles.square} />{letter ? <strong>{letter.toUpperCase()} </strong> : null}<span>{children}</span></li>;
}

/** A place to write in. `size`: for a letter or digit, for a few words, or for a whole line. */
function Blank({size, label}: {size: 'sign' | 'word' | 'line'; label: string}): ReactElement {
  return <span className={`${styles.blank} ${styles[size]}`} role="img" aria-label={label} />;
}

/** How a question is answered on paper: boxes, lines and letters. A new type of question does not compile until it has a form here. */
function formOf(question: Question): ReactElement {
  switch (question.type) {
    case 'single': case 'multi':
      return (
        <>
          <p className="aw-hint">{question.type === 'single' ? 'Tick one.' : 'Tick all that apply.'}</p>
          <ul className={styles.boxes}>{question.options.map(({id, text}) => <Box key={id} letter={id}>{text}</Box>)}</ul>
        </>
      );
    case 'true-false':
      return <ul className={styles.boxes}><Box>True</Box><Box>False</Box></ul>;
    case 'match':
      return (
        <>
          <p className="aw-hint">Write a letter beside each line.</p>
          <ul className={styles.rows}>{question.rows.map(({id, text}) => <li key={id}><Blank size="sign" label="Letter" /> {text}</li>)}</ul>
          <ul className={styles.targets}>{question.targets.map(({id, text}) => <li key={id}><strong>{id.toUpperCase()}</strong> {text}</li>)}</ul>
        </>
      );
    case 'order':
      return (
        <>
          <p className="aw-hint">Number the lines from 1 to {question.options.length} in the right order.</p>
          <ul className={styles.rows}>{question.options.map(({id, text}) => <li key={id}><Blank size="sign" label="Number" /> {text}</li>)}</ul>
        </>
      );
    case 'gap':
      return (
        <>
          <p>{cutAtGaps(question.text).map((piece, index) => ('text' in piece ? piece.text : <span key={index}>({piece.gap}) <Blank size="word" label={`Gap ${piece.gap}`} /></span>))}</p>
          <ul className={styles.targets}>
            {question.gaps.flatMap((gap) => ('options' in gap ? [<li key={gap.id}>For gap {gap.id} choose from: {gap.options.map(({text}) => text).join('; ')}</li>] : []))}
          </ul>
        </>
      );
    case 'numeric':
      return <p>Number: <Blank size="word" label="Answer" /> {question.unit ?? ''}</p>;
    case 'short-text':
      return <p>A few words: <Blank size="line" label="Answer" /></p>;
    case 'scenario':
      return (
        <ol className={styles.steps}>
          {question.steps.map((step) => (
            <li key={step.id}>
              <p><strong>Step {step.id}.</strong> {step.text}</p>
              <ul className={styles.boxes}>
                {step.options.map(({id, text, next}) => <Box key={id} letter={id}>{text} <em>{next ? `(go to step ${next})` : '(the case ends)'}</em></Box>)}
              </ul>
            </li>
          ))}
        </ol>
      );
    case 'reflection':
      return <><p className="aw-hint">For yourself. Nobody collects this.</p>{[1, 2, 3, 4].map((line) => <p key={line}><Blank size="line" label={`Line ${line} to write on`} /></p>)}</>;
  }
}

/** A practice question as it stands on paper and on the big screen, without its answer. */
export function PrintQuestion({question}: {question: Question}): ReactNode {
  return (
    <div className={styles.question}>
      <p className={styles.stem}>{question.stem}</p>
      {formOf(question)}
    </div>
  );
}

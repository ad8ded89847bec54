import type {ReactElement, ReactNode} from 'react';
import {explainQuestion} from '#core/quizzes/questions/index.ts';
import type {Question} from '#core/quizzes/questions/index.ts';
import styles from './question.module.css';

/** One thing to say about an answer: what it is, whether it is right in words, and why. */
function Reason({head, text, why}: {head: string; text: string; why: string}): ReactElement {
  return <li><p><strong>{head}</strong> {text}</p><p>{why}</p></li>;
}

/** What a choice in a case earns, in words. */
function worthOf(credit: number): string {
  if (credit === 100) return 'best choice';
  return credit === 0 ? 'poor choice' : 'fair choice';
}

/** The answer and its reasons. A new type of question does not compile until it has an answer here. */
function reasonsOf(question: Question): ReactElement {
  const parts = explainQuestion(question, undefined, true);
  switch (question.type) {
    case 'single': case 'multi':
      return <ul>{parts.map(({id, text, right, why}) => <Reason key={id} head={`${id.toUpperCase()}, ${right ? 'right' : 'not right'}:`} text={text} why={why} />)}</ul>;
    case 'true-false':
      return <ul>{parts.map(({id, text, right, why}) => <Reason key={id} head={`${text}, ${right ? 'right' : 'not right'}.`} text="" why={why} />)}</ul>;
    case 'match': {
      const letterOf = (row: string): string => question.rows.find(({id}) => id === row)?.answer.toUpperCase() ?? '';
      return <ul>{parts.map(({id, text, answer, why}) => <Reason key={id} head={`${letterOf(id)}, ${answer ?? ''}:`} text={text} why={why} />)}</ul>;
    }
    case 'order':
      return <ol>{parts.map(({id, text, why}) => <Reason key={id} head="" text={text} why={why} />)}</ol>;
    case 'gap':
      return (
        <ul>
          {question.gaps.flatMap((gap) => ('options' in gap
            ? gap.options.map(({id, text, right, why}) => <Reason key={`${gap.id}${id}`} head={`Gap ${gap.id}, ${right ? 'right' : 'not right'}:`} text={text} why={why} />)
            : [<Reason key={gap.id} head={`Gap ${gap.id}, right:`} text={gap.accept.join(', or ')} why={gap.why} />]))}
        </ul>
      );
    case 'numeric':
      return (
        <ul>
          {parts.map(({id, answer, why}) => <Reason key={id} head={`${answer ?? ''}.`} text={question.tolerance > 0 ? `Anything within ${question.tolerance} counts.` : ''} why={why} />)}
          {question.mistakes.map(({value, why}) => <Reason key={value} head={`${value}, not right.`} text="" why={why} />)}
        </ul>
      );
    case 'short-text':
      return (
        <ul>
          <Reason head={`${question.accept.filter(({credit}) => credit === 100).map(({text}) => text).join(', or ')}.`} text={partlyRight(question.accept)} why={question.why} />
          {question.mistakes.map(({text, why}) => <Reason key={text} head={`${text}, not right.`} text="" why={why} />)}
        </ul>
      );
    case 'scenario':
      return (
        <ol>
          {question.steps.map((step) => (
            <li key={step.id}>
              <p>{step.text}</p>
              <ul>{step.options.map(({id, text, credit, why}) => <Reason key={id} head={`${id.toUpperCase()}, ${worthOf(credit)}:`} text={text} why={why} />)}</ul>
            </li>
          ))}
        </ol>
      );
    case 'reflection':
      return <><p>There is no right answer. Compare your thoughts with these.</p><ul>{parts.map(({id, text}) => <li key={id}>{text}</li>)}</ul></>;
  }
}

function partlyRight(accept: readonly {text: string; credit: number}[]): string {
  const partly = accept.filter(({credit}) => credit < 100).map(({text}) => text);
  return partly.length > 0 ? `Partly right: ${partly.join(', ')}.` : '';
}

/** The answer to a practice question, with a reason for each part of it. */
export function PrintAnswer({question}: {question: Question}): ReactNode {
  return <div className={styles.answer}>{reasonsOf(question)}</div>;
}

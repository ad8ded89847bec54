import {Fragment} from 'react';
import type {ReactNode} from 'react';
import {stepsByPhase} from '#core/planning/practiceCode.ts';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import {plainHeading, stepHref} from './heading.tsx';
import type {HeadingAt} from './heading.tsx';

interface Props {
  code: PracticeCode;
  linkTo?: LinkTo;
  heading?: HeadingAt;
}

/** The principles, each with what it looks like, what goes wrong without it and the steps that put it to work. */
export function Principles({code, linkTo = plainLink, heading = plainHeading}: Props): ReactNode {
  const steps = stepsByPhase(code).flatMap((phase) => phase.steps);
  return code.principles.map(({id, title, principle, inPractice, risk}) => (
    <Fragment key={id}>
      {heading({level: 2, id, children: title})}
      <p>{principle}</p>
      <p><strong>In practice:</strong></p>
      <ul>{inPractice.map((line) => <li key={line}>{line}</li>)}</ul>
      <p><strong>Without it:</strong> {risk}</p>
      <p><strong>Steps that put it to work:</strong></p>
      <ul>
        {steps.filter((step) => step.principle === id).map((step) => (
          <li key={step.id}>{linkTo({href: stepHref(step.id), children: `Step ${step.number}: ${step.title}`})}</li>
        ))}
      </ul>
    </Fragment>
  ));
}

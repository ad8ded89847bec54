import {Fragment} from 'react';
import type {ReactNode} from 'react';
import {PHASES, stepsByPhase} from '#core/planning/practiceCode.ts';
import type {NumberedStep, PracticeCode} from '#core/planning/practiceCode.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import {plainHeading, principleHref} from './heading.tsx';
import type {HeadingAt} from './heading.tsx';
import styles from './styles.module.css';

interface Props {
  code: PracticeCode;
  linkTo?: LinkTo;
  heading?: HeadingAt;
}

/** The steps in their phases, with a list of all of them first. Each heading is the anchor of its step. */
export function InvolvementProcess({code, linkTo = plainLink, heading = plainHeading}: Props): ReactNode {
  const phases = stepsByPhase(code);
  return (
    <>
      <nav aria-label="The steps" className={styles.glance}>
        {phases.map(({phase, steps}) => (
          <div key={phase}>
            <p><strong>{PHASES[phase]}</strong></p>
            <ol start={steps[0]?.number}>
              {steps.map(({id, title}) => <li key={id}><a href={`#${id}`}>{title}</a></li>)}
            </ol>
          </div>
        ))}
      </nav>
      {phases.map(({phase, steps}) => (
        <Fragment key={phase}>
          {heading({level: 2, id: `phase-${phase}`, children: PHASES[phase]})}
          {steps.map((step) => (
            <Fragment key={step.id}>
              {heading({level: 3, id: step.id, children: `${step.number}. ${step.title}`})}
              <StepAdvice step={step} principle={code.principles.find(({id}) => id === step.principle)?.title ?? ''} linkTo={linkTo} />
            </Fragment>
          ))}
        </Fragment>
      ))}
    </>
  );
}

function StepAdvice({step, principle, linkTo}: {step: NumberedStep; principle: string; linkTo: LinkTo}): ReactNode {
  return (
    <>
      <p>{step.question}</p>
      <dl className={styles.advice}>
        <dt>What good looks like</dt>
        <dd><ul>{step.goodLooksLike.map((line) => <li key={line}>{line}</li>)}</ul></dd>
        <dt>What to keep</dt>
        <dd><ul>{step.evidence.map((line) => <li key={line}>{line}</li>)}</ul></dd>
        <dt>Where to read more</dt>
        <dd>{linkTo({href: step.more, children: step.moreText})}</dd>
        <dt>The principle behind it</dt>
        <dd>{linkTo({href: principleHref(step.principle), children: principle})}</dd>
      </dl>
    </>
  );
}

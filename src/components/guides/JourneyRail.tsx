import type {ReactNode} from 'react';
import type {JourneyStep} from '#core/guides/view.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  steps: readonly JourneyStep[];
  /** Number of the step that the reader is on. */
  current: number;
  linkTo?: LinkTo;
}

/** The planning journey as a row of numbered stops, with the reader's own marked. */
export function JourneyRail({steps, current, linkTo = plainLink}: Props): ReactNode {
  return (
    <nav className={styles.rail} aria-label="Steps of the planning journey">
      <p className={styles.railWords}>Step {current} of {steps.length} in {linkTo({href: '/toolkit/journey/', children: 'the planning journey'})}</p>
      <ol>
        {steps.map(({step, title, address}) => (
          <li key={step} className={step < current ? styles.past : undefined} aria-current={step === current ? 'step' : undefined}>
            {linkTo({href: address, children: <><span aria-hidden="true">{step}</span><span className={styles.stopName}>Step {step}: {title}</span></>})}
          </li>
        ))}
      </ol>
    </nav>
  );
}

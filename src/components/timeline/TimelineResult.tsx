import type {ReactNode} from 'react';
import {spanInWords, writeDate} from '#core/planning/timeline.ts';
import type {Timeline} from '#core/planning/timeline.ts';
import type {Warning} from '#core/planning/timelineWarnings.ts';
import type {TimelinePlan} from '#core/planning/timelinePlan.ts';
import type {LinkTo} from '../methods/link.tsx';
import {CostTable} from './CostTable.tsx';
import {StageTable} from './StageTable.tsx';
import styles from './styles.module.css';

interface Props {
  plan: TimelinePlan;
  /** Null while the dates cannot be worked out. */
  timeline: Timeline | null;
  warnings: readonly Warning[];
  linkTo: LinkTo;
}

/** The dates, what to look at before they are used, and what a shorter period would cost. */
export function TimelineResult({plan, timeline, warnings, linkTo}: Props): ReactNode {
  return (
    <>
      <h3 id="dates" tabIndex={-1}>Your dates</h3>
      <p role="status">{timeline ? `Begin by ${writeDate(timeline.start)}, ${spanInWords(timeline)} before the decision. Open on ${writeDate(timeline.opens)} and close on ${writeDate(timeline.closes)}. ${countOf(warnings)}`
        : plan.decision === '' ? 'Enter the day of the decision. The dates appear here.' : 'Put right the fields that are marked. Then the dates appear here.'}</p>
      {timeline && (
        <>
          <StageTable timeline={timeline} caption="Stages, the earliest first" />
          <h3>What to look at</h3>
          {warnings.length === 0 ? <p>Nothing stands out. Check the dates with your committee team and the groups you ask.</p> : (
            <ul className={styles.warnings}>
              {warnings.map(({id, weight, what, who, instead}) => (
                <li key={id} className={weight === 'serious' ? styles.serious : undefined}>
                  <p><strong>{weight === 'serious' ? 'Put right: ' : 'Check: '}</strong>{what}</p>
                  {who !== '' && <p><strong>Who is lost:</strong> {who}</p>}
                  {instead !== '' && <p><strong>What would fit:</strong> {instead}</p>}
                </li>
              ))}
            </ul>
          )}
          <p>Read more: {linkTo({href: '/toolkit/duties/time-to-respond/', children: 'Time to respond'})}, {linkTo({href: '/toolkit/duties/elections/', children: 'Elections'})} and {linkTo({href: '/writing/alternative-formats/', children: 'Alternative formats'})}.</p>
        </>
      )}
      <CostTable weeks={timeline ? plan.openWeeks : null} />
    </>
  );
}

function countOf(warnings: readonly Warning[]): string {
  const serious = warnings.filter(({weight}) => weight === 'serious').length;
  const rest = warnings.length - serious;
  if (warnings.length === 0) return 'Nothing stands out.';
  return `${serious === 0 ? 'Nothing' : `${serious} ${serious === 1 ? 'thing' : 'things'}`} to put right, ${rest} to check.`;
}

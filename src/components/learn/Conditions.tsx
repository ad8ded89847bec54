import {Fragment} from 'react';
import type {ComponentType, ReactNode} from 'react';
import type {ConditionStanding} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {sayRule, sayToLearner} from '#core/courses/missingWords.ts';
import type {Missing} from '#core/courses/missingWords.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import styles from './styles.module.css';

type LinkType = ComponentType<{to: string; className?: string; children: ReactNode}>;
interface Props {
  course: Course;
  conditions: readonly ConditionStanding[];
  /** False until the device's storage has been read. */
  isRead: boolean;
  /** Whether a completion stands already: then nothing more is asked. */
  isHeld: boolean;
  Link: LinkType;
}

/** One thing to do with its place; of several ways each with its own. */
function Step({missing: {text, href, ways}, Link}: {missing: Missing; Link: LinkType}): ReactNode {
  if (!ways) return <Link to={href}>{text}</Link>;
  return <>One of these: {ways.map((way, index) => <Fragment key={way.href}>{index > 0 ? '; ' : ''}<Link to={way.href}>{way.text}</Link></Fragment>)}</>;
}

/** What completes a course that asks for more than its lessons and an assessment: each condition, and what it still needs. */
export function Conditions({course, conditions, isRead, isHeld, Link}: Props): ReactNode {
  return (
    <>
      <h2>What completes this course</h2>
      <ul className={styles.conditions}>
        {conditions.map(({rule, metAt, needs}, index) => (
          // Conditions keep their order, and two of them may read the same.
          <li key={index}>
            <strong>{sayRule(course, rule)}</strong>
            {!isRead || isHeld ? null : metAt !== null
              ? <p className={styles.state}><span aria-hidden="true">✓</span> Met on {writeDayOf(metAt)}</p>
              : <ul>{needs.map((need) => sayToLearner(course, need)).map((missing) => <li key={missing.text}><Step missing={missing} Link={Link} /></li>)}</ul>}
          </li>
        ))}
      </ul>
      <p className="aw-hint">Sessions and judged tasks are kept by the record service. Sign in to see how they stand.</p>
    </>
  );
}

import {useState} from 'react';
import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import type {Session} from '#core/courses/session.ts';
import {writeClock, writeLength} from '#core/courses/sessionClock.ts';
import type {LinkTo} from '../methods/link.tsx';
import {liveHref} from './live.ts';
import {PrintAnswer} from './PrintAnswer.tsx';
import {PrintQuestion} from './PrintQuestion.tsx';
import {WallHead} from './WallHead.tsx';
import styles from './wall.module.css';

interface Props {
  course: Course;
  session: Session;
  /** Counted from 1; 0 for the cover, one more than there are parts for the end. */
  part: number;
  /** Minutes since midnight when this slide came up; null until the page knows the time. */
  cameUpAt: number | null;
  linkTo: LinkTo;
}

/** What the room sees while no lesson is on the big screen: the cover, a question, a break, or the name of what we are doing. */
export function WallSlide({course, session, part: number, cameUpAt, linkTo}: Props): ReactNode {
  const part = session.parts[number - 1];
  if (number === 0) {
    return (
      <>
        <WallHead title={course.title} isLarge />
        <p>{writeLength(session.minutes)} together. After this session:</p>
        <ul>{course.outcomes.map(({id, text}) => <li key={id}>{text}</li>)}</ul>
      </>
    );
  }
  if (!part) return <><WallHead above={course.title} title="That is the end" isLarge /><p>Please fill in the evaluation sheet before you go. Thank you for coming.</p></>;
  const question = part.question === undefined ? undefined : session.asked[part.question];
  return (
    <>
      <WallHead above={course.title} title={part.title} isLarge />
      {question ? <Asked key={question.id} course={course.id} session={session} id={question.id} linkTo={linkTo} /> : null}
      {part.kind === 'break' && cameUpAt !== null ? <p className={styles.back}>Back at {writeClock(cameUpAt + part.minutes)}</p> : null}
      {question ? null : <p>{writeLength(part.minutes)}</p>}
    </>
  );
}

function Asked({course, session, id, linkTo}: {course: string; session: Session; id: string; linkTo: LinkTo}): ReactNode {
  const [isTold, setIsTold] = useState(false);
  const question = session.asked[id];
  if (!question) return null;
  const live = liveHref(course, question);
  return (
    <>
      <PrintQuestion question={question} />
      <p className="aw-choices">
        <button type="button" className="aw-button aw-button--quiet" aria-expanded={isTold} onClick={() => setIsTold(!isTold)}>{isTold ? 'Hide the answer' : 'Show the answer'}</button>
        {live ? linkTo({href: live, children: 'Ask it on phones'}) : null}
      </p>
      <div hidden={!isTold}><PrintAnswer question={question} /></div>
    </>
  );
}

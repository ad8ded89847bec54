import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import {PART_KINDS} from '#core/courses/partKinds.ts';
import type {Session} from '#core/courses/session.ts';
import {runningOrder, timeLeft, writeClock, writeLength} from '#core/courses/sessionClock.ts';
import type {OnWall, WallMove} from '#core/courses/wall.ts';
import {PrintAnswer} from './PrintAnswer.tsx';
import {PrintQuestion} from './PrintQuestion.tsx';
import {StartField} from './StartField.tsx';
import styles from './styles.module.css';

interface Props {
  course: Course;
  session: Session;
  /** Whether the big screen answers. */
  wall: 'looking' | 'open' | 'closed';
  /** What it shows, or showed last. */
  shown: OnWall | null;
  /** Counted from 0. */
  part: number;
  start: {text: string; minutes: number};
  /** Minutes since midnight; null until the page knows the time. */
  now: number | null;
  wallHref: string;
  onStart: (start: string) => void;
  onMove: (move: WallMove) => void;
  onPart: (part: number) => void;
}

function wordsOf(wall: Props['wall'], shown: OnWall | null): string {
  if (wall === 'open' && shown) return `On the big screen: ${shown.title}${shown.of > 1 ? `, ${shown.at} of ${shown.of}` : ''}.`;
  return wall === 'closed' ? 'The big screen is closed. You can still turn these notes by hand.' : 'Looking for the big screen on this device.';
}

/** What the trainer reads while the room looks at the big screen. */
export function TrainerNotes({course, session, wall, shown, part: index, start, now, wallHref, onStart, onMove, onPart}: Props): ReactNode {
  const order = runningOrder(session.parts, start.minutes);
  const timed = order[index];
  const next = order[index + 1];
  if (!timed) return null;
  const {part} = timed;
  const question = part.question === undefined ? undefined : session.asked[part.question];
  return (
    <>
      <div className={styles.wallState}>
        <p role="status"><strong>{wordsOf(wall, shown)}</strong></p>
        {wall === 'open' ? (
          <p className="aw-choices">
            <button type="button" className="aw-button aw-button--quiet" onClick={() => onMove('previous')}>Screen back</button>
            <button type="button" className="aw-button" onClick={() => onMove('next')}>Screen on</button>
          </p>
        ) : null}
        {wall === 'closed' ? <p><a href={wallHref} target="_blank" rel="opener">Open the big screen <span className="aw-visually-hidden">(opens a new window)</span></a></p> : null}
      </div>
      <h2>Part {index + 1} of {order.length}: {part.title}</h2>
      <p>
        {PART_KINDS[part.kind]}, {writeLength(part.minutes)}, {writeClock(timed.startsAt)} to {writeClock(timed.endsAt)}.
        {now === null ? null : <><br /><strong>{timeLeft(timed, now)}</strong></>}
      </p>
      {part.say ? <><h3>Say first</h3><p className={styles.say}>{part.say}</p></> : null}
      {part.notes ? <><h3>Notes</h3><p>{part.notes}</p></> : null}
      {question ? <details key={question.id}><summary>The question, its answer and the reasons</summary><PrintQuestion question={question} /><PrintAnswer question={question} /></details> : null}
      <p>{next ? <>Next: {next.part.title}, {writeLength(next.part.minutes)}, at {writeClock(next.startsAt)}.</> : 'This is the last part.'}</p>
      <p className="aw-choices">
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={index === 0 || undefined} onClick={() => { if (index > 0) onPart(index - 1); }}>Previous part</button>
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={!next || undefined} onClick={() => { if (next) onPart(index + 1); }}>Next part</button>
      </p>
      <StartField start={start.text} hint="Set it to when you really began, and the times above follow." onStart={onStart} />
      <p className="aw-hint">These notes belong to the course {course.title}. Right and left arrows, Page Down and Page Up move the big screen while it is open.</p>
    </>
  );
}

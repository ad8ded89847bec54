import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import {PART_KINDS} from '#core/courses/partKinds.ts';
import type {Session, SessionPart} from '#core/courses/session.ts';
import {runningOrder, writeClock, writeLength} from '#core/courses/sessionClock.ts';
import {lessonWallHref, wallHref} from '#core/courses/wall.ts';
import type {LinkTo} from '../methods/link.tsx';
import {liveHref} from './live.ts';
import {StartField} from './StartField.tsx';
import styles from './styles.module.css';

interface Props {
  course: Course;
  session: Session;
  /** As a time field writes it, and the same in minutes since midnight. */
  start: {text: string; minutes: number};
  onStart: (start: string) => void;
  /** Hands the start on to another page of the session. */
  query: string;
  linkTo: LinkTo;
}

/** What a trainer needs before and on the day: the running order by the clock, and the way to the big screen, the notes and the pack. */
export function TeachView({course, session, start, onStart, query, linkTo}: Props): ReactNode {
  const base = `/learn/${course.id}/session/`;
  const order = runningOrder(session.parts, start.minutes);
  const end = order.at(-1)?.endsAt ?? start.minutes;
  return (
    <>
      <p className="aw-lede">A session of {writeLength(session.minutes)} for a room of about twelve people, in {session.parts.length} parts.</p>
      <p className="aw-choices">
        <NewWindow href={wallHref(course.id, 0)} className="aw-button">Open the big screen</NewWindow>
        <NewWindow href={`${base}notes/${query}`} className="aw-button aw-button--quiet">Open trainer notes</NewWindow>
        {linkTo({href: `${base}pack/${query}`, className: 'aw-button aw-button--quiet', children: 'Print the session pack'})}
      </p>
      <h2>Before the day</h2>
      <p>{session.room}</p>
      <ul>{session.prepare.map((text) => <li key={text}>{text}</li>)}</ul>
      <h2>Running order</h2>
      <div className={styles.start}><StartField start={start.text} hint="The times below follow it." onStart={onStart} /></div>
      <div className="aw-table-scroll" role="region" aria-label="Running order" tabIndex={0}>
        <table className={`aw-table ${styles.order}`}>
          <caption>From {writeClock(start.minutes)} to {writeClock(end)}, {writeLength(session.minutes)} in all</caption>
          <thead><tr><th scope="col">Starts</th><th scope="col">Part</th><th scope="col">Minutes</th><th scope="col">On the day</th></tr></thead>
          <tbody>
            {order.map(({part, startsAt}, index) => (
              <tr key={startsAt}>
                <td>{writeClock(startsAt)}</td>
                <th scope="row">{part.kind === 'break' ? '' : <span className={styles.kind}>{PART_KINDS[part.kind]}</span>}{part.title}</th>
                <td>{part.minutes}</td>
                <td><OnTheDay course={course} session={session} part={part} number={index + 1} linkTo={linkTo} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>How the two windows work</h2>
      <ul>
        <li>Drag the big screen to the projector, and make it fill the display. In most browsers the key is F11.</li>
        <li>On it, the right and left arrows, Page Down, Page Up and Space move. Home and End jump. Escape leaves.</li>
        <li>Keep the trainer notes on your own screen. They follow the big screen and can move it.</li>
        <li>Both windows must be in the same browser on one device. Once this site has been opened there, no network is needed.</li>
        <li>To ask a question on people’s phones you need the network. Without it, count hands.</li>
      </ul>
      <h2>Show one lesson</h2>
      <ul>
        {course.lessons.map(({id, title}) => <li key={id}><NewWindow href={lessonWallHref(course.id, id, {part: null, at: 1})}>{title}</NewWindow></li>)}
      </ul>
    </>
  );
}

/** A link that opens a window of its own, since the page with the running order stays of use. */
function NewWindow({href, className, children}: {href: string; className?: string; children: ReactNode}): ReactNode {
  return <a href={href} target="_blank" rel="opener" className={className}>{children} <span className="aw-visually-hidden">(opens a new window)</span></a>;
}

function OnTheDay({course, session, part, number, linkTo}: {course: Course; session: Session; part: SessionPart; number: number; linkTo: LinkTo}): ReactNode {
  const question = part.question === undefined ? undefined : session.asked[part.question];
  const live = question ? liveHref(course.id, question) : null;
  const lesson = question || part.kind === 'break' ? undefined : course.lessons.find(({id}) => id === part.lesson);
  if (!question && !lesson) return null;
  return (
    <ul className={styles.links}>
      {question ? <li><NewWindow href={wallHref(course.id, number)}>Show the question</NewWindow></li> : null}
      {live ? <li>{linkTo({href: live, children: <>Ask it on phones<span className="aw-visually-hidden">: {part.title}</span></>})}</li> : null}
      {lesson ? <li><NewWindow href={wallHref(course.id, number)}>Show “{lesson.title}”</NewWindow></li> : null}
    </ul>
  );
}

import type {ReactNode} from 'react';
import type {OfferedSession} from '#core/runs/api.ts';
import {linkOf, MODE_WORDS} from '#core/runs/session.ts';
import {asSentence, writeSpan} from '#core/runs/words.ts';
import styles from './styles.module.css';

/** Where a session is, as far as the reader may know. */
export function Place({session}: {session: Pick<OfferedSession, 'mode' | 'place'>}): ReactNode {
  const link = session.place === null ? null : linkOf(session.place);
  return <>{MODE_WORDS[session.mode]}{session.place === null ? null : <>: {link === null ? session.place : <a href={link} rel="noreferrer" className={styles.long}>{session.place}</a>}</>}</>;
}

/** The dates of a run as learners see them. */
export function SessionDates({sessions, zone}: {sessions: readonly OfferedSession[]; zone: string}): ReactNode {
  if (sessions.length === 0) return <p>It has no dates yet. You can take the course in your own time.</p>;
  return (
    <ul className={styles.sessions}>
      {sessions.map((session) => (
        <li key={session.id}>
          <p>
            <strong>{session.title}</strong>
            {session.isMandatory && session.cancelledReason === null ? <> <span className="aw-tag">Do not miss it</span></> : null}
            {session.cancelledReason === null ? null : <> <span className="aw-tag">Cancelled</span></>}
          </p>
          <p>{writeSpan(session, zone)}</p>
          {session.cancelledReason === null ? <p><Place session={session} /></p> : <p>The reason: {asSentence(session.cancelledReason)}</p>}
          {session.instructions === null || session.cancelledReason !== null ? null : <p className={styles.typed}>{session.instructions}</p>}
        </li>
      ))}
    </ul>
  );
}

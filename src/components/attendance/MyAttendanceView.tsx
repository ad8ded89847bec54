import type {ReactNode} from 'react';
import type {MyAttendance, RegisterMark} from '#core/attendance/api.ts';
import {factsByPerson} from '#core/attendance/marking.ts';
import {mergeMarks} from '#core/attendance/merge.ts';
import {askedSentence, standingSentence} from '#core/attendance/rule.ts';
import {byWords, markInSession, sessionTime} from '#core/attendance/words.ts';
import styles from './styles.module.css';

interface Props {
  attendance: MyAttendance;
  viewerId: string;
  /** The device's time, in ISO 8601. */
  now: string;
}

/** Somebody's own attendance: every run, every session, and who marked it. */
export function MyAttendanceView({attendance, viewerId, now}: Props): ReactNode {
  if (attendance.runs.length === 0) return <p>You have no place in a course run. <a href="/join/">Join with the code</a> from your trainer.</p>;
  return attendance.runs.map(({run, rule, sessions, marks}) => {
    const cells = new Map([...mergeMarks(marks).values()].map((cell) => [cell.sessionId, cell]));
    return (
      <section key={run.id} aria-labelledby={`run-${run.id}`} className={styles.section}>
        <h2 id={`run-${run.id}`}>{run.title}</h2>
        <p>{run.courseTitle}. {askedSentence(rule)}</p>
        <p><strong>{standingSentence(sessions, factsByPerson(cells.values()).get(viewerId) ?? [], rule, now)}</strong></p>
        {sessions.length === 0 ? <p>Your trainer has not added any session yet.</p> : (
          <div className="aw-table-scroll" role="region" aria-label={`Sessions of ${run.title}`} tabIndex={0}>
            <table className="aw-table">
              <thead><tr><th scope="col">Session</th><th scope="col">When</th><th scope="col">Your mark</th></tr></thead>
              <tbody>
                {sessions.map((session) => (
                  <tr key={session.id}>
                    <th scope="row">{session.title}{session.isMandatory ? ' (mandatory)' : ''}</th>
                    <td>{session.isCancelled ? 'Cancelled' : sessionTime(session)}</td>
                    <td><OwnMark mark={cells.get(session.id)?.counts} isDisputed={cells.get(session.id)?.isDisputed === true} words={(mark) => markInSession(mark, session)} viewerId={viewerId} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    );
  });
}

function OwnMark({mark, isDisputed, words, viewerId}: {mark: RegisterMark | undefined; isDisputed: boolean; words: (mark: RegisterMark) => string; viewerId: string}): ReactNode {
  if (!mark) return 'Not marked';
  return (
    <>
      {words(mark)}, marked by {byWords(mark, viewerId)}.{mark.reason === null ? '' : ` Reason: ${mark.reason}.`}
      {isDisputed ? ' Two trainers marked it differently. One of them will settle it.' : ''}
    </>
  );
}

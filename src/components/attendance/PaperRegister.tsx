import type {ReactNode} from 'react';
import {sessionTime} from '#core/attendance/words.ts';
import type {SessionFact} from '#core/courses/attendance.ts';
import styles from './styles.module.css';

interface Props {
  title: string;
  courseTitle: string;
  sessions: readonly SessionFact[];
  names: readonly string[];
}

/** The register on paper, for a hall in which even phones fail: names, and an empty box for each session. On screen it is not drawn. */
export function PaperRegister({title, courseTitle, sessions, names}: Props): ReactNode {
  const held = sessions.filter(({isCancelled}) => !isCancelled);
  return (
    <div className={styles.paper}>
      <h2>Paper register: {title}</h2>
      <p>{courseTitle}. Write P for present, L for late with the minutes there, E for left early with the minutes, A for absent and X for excused.</p>
      <ol>{held.map((session) => <li key={session.id}>{session.title}, {sessionTime(session)}</li>)}</ol>
      <table>
        <thead><tr><th scope="col">Name</th>{held.map((session, index) => <th key={session.id} scope="col">{index + 1}</th>)}</tr></thead>
        <tbody>
          {names.map((name, index) => <tr key={`${index} ${name}`}><th scope="row">{name}</th>{held.map((session) => <td key={session.id} />)}</tr>)}
        </tbody>
      </table>
      <p>Trainer’s name and signature:</p>
    </div>
  );
}

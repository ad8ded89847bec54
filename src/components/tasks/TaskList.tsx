import type {ReactNode} from 'react';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** A task in the list, in words ready to read. */
export interface TaskRow {
  href: string;
  title: string;
  courseTitle: string;
  /** How it stands for the reader; empty when nobody knows. */
  standing: string;
}

/** Every judged task of the site. */
export function TaskList({tasks, linkTo}: {tasks: readonly TaskRow[]; linkTo: LinkTo}): ReactNode {
  if (tasks.length === 0) return <p>None of the courses here has a judged task.</p>;
  return (
    <ul className={styles.tasks}>
      {tasks.map(({href, title, courseTitle, standing}) => (
        <li key={href}>
          <p><strong>{linkTo({href, children: title})}</strong></p>
          <p className="aw-hint">{courseTitle}{standing === '' ? '' : `. ${standing}.`}</p>
        </li>
      ))}
    </ul>
  );
}

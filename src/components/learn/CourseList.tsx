import type {ComponentType, ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import styles from './styles.module.css';

interface Props {
  courses: readonly Course[];
  /** How far somebody is, in words, by course id; left out while it is not known. */
  progress: ReadonlyMap<string, string>;
  Link: ComponentType<{to: string; className?: string; children: ReactNode}>;
}

/** The courses there are. */
export function CourseList({courses, progress, Link}: Props): ReactNode {
  return (
    <ul className={styles.courses}>
      {courses.map(({id, title, summary, minutes, lessons, assessment}) => (
        <li key={id} className="aw-card">
          <h2><Link to={`/learn/${id}/`}>{title}</Link></h2>
          <p>{summary}</p>
          <p className={styles.state}>{lessons.length} lessons{assessment === undefined ? '' : ' and an assessment'}, about {minutes} minutes. {progress.get(id) ?? ''}</p>
        </li>
      ))}
    </ul>
  );
}

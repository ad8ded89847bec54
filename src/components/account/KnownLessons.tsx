import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A lesson that a skills check showed to be known, in words ready to read. */
export interface KnownLesson {
  courseId: string;
  lessonId: string;
  courseTitle: string;
  title: string;
  /** The day of the check that showed it first. */
  on: string;
}

/** Lessons recognised for what somebody knew already. Nothing for who has none. */
export function KnownLessons({lessons}: {lessons: readonly KnownLesson[]}): ReactNode {
  if (lessons.length === 0) return null;
  return (
    <section aria-labelledby="known" className={styles.screenOnly}>
      <h2 id="known">Lessons that you knew already</h2>
      <p>You answered two questions on each of these right in a skills check. They count like lessons done. The assessments are still to be passed.</p>
      <ul>
        {lessons.map(({courseId, lessonId, courseTitle, title, on}) => (
          <li key={`${courseId} ${lessonId}`}><a href={`/learn/${courseId}/${lessonId}/`}>{title}</a>, in “{courseTitle}”. Known already (skills check of {on}).</li>
        ))}
      </ul>
    </section>
  );
}

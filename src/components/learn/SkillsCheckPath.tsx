import type {ComponentType, ReactNode} from 'react';
import type {PathCourse, PathLesson, PathState, SkillsPath} from '#core/courses/skillsPath.ts';
import styles from './SkillsCheck.module.css';

type LinkOf = ComponentType<{to: string; className?: string; children: ReactNode}>;
interface Props {
  path: SkillsPath;
  Link: LinkOf;
}

const STATES: Record<PathState, {sign: string; words: string}> = {
  'to-do': {sign: '→', words: 'To do'}, known: {sign: '✓', words: 'Known already'}, done: {sign: '✓', words: 'Done'},
};

const minutesOf = (count: number): string => `${count} ${count === 1 ? 'minute' : 'minutes'}`;

/** What a person has to do, in the order of the framework, and where to start. */
export function SkillsCheckPath({path, Link}: Props): ReactNode {
  const {courses, start, minutes} = path;
  const known = courses.flatMap(({lessons}) => lessons).filter(({state}) => state === 'known').length;
  return (
    <>
      <p className={styles.sum}>
        You can skip {known} {known === 1 ? 'lesson' : 'lessons'}. The lessons left take about {minutesOf(minutes.left)} to read.
        {known > 0 ? ` With those you know, it would be ${minutesOf(minutes.all)}.` : ''} Practice questions and assessments come on top.
      </p>
      {start ? (
        <div className="aw-panel">
          <p><strong>Start here:</strong> <Link to={start.lesson.href}>{start.lesson.title}</Link>, in the course “{start.courseTitle}”. {start.why}</p>
        </div>
      ) : <div className="aw-panel"><p><strong>There is no lesson left to do.</strong> Take the assessments of the courses that you have not completed.</p></div>}
      {courses.map((course) => <CoursePath key={course.id} course={course} startId={start?.courseId === course.id ? start.lesson.id : null} Link={Link} />)}
    </>
  );
}

function CoursePath({course, startId, Link}: {course: PathCourse; startId: string | null; Link: LinkOf}): ReactNode {
  const left = course.lessons.filter(({state}) => state === 'to-do');
  return (
    <section className={styles.course} aria-labelledby={`path-${course.id}`}>
      <h3 id={`path-${course.id}`}><Link to={course.href}>{course.title}</Link></h3>
      <p className={styles.note}>{noteOf(course, left)}</p>
      <ol className={styles.lessons}>
        {course.lessons.map((lesson) => (
          <li key={lesson.id} className={lesson.id === startId ? styles.start : undefined}>
            <span className={styles.lesson}><Link to={lesson.href}>{lesson.title}</Link>, {minutesOf(lesson.minutes)}</span>
            <span className={`${styles.state} ${lesson.state === 'to-do' ? '' : styles.good}`}><span aria-hidden="true">{STATES[lesson.state].sign}</span> {STATES[lesson.state].words}</span>
            <span className={styles.reason}>{lesson.reason}</span>
          </li>
        ))}
        {course.assessmentHref === null || course.isComplete ? null : (
          <li>
            <span className={styles.lesson}><Link to={course.assessmentHref}>Assessment</Link></span>
            <span className={styles.state}><span aria-hidden="true">→</span> To do</span>
            <span className={styles.reason}>A skills check never stands for an assessment. You pass it to complete the course.</span>
          </li>
        )}
      </ol>
      {course.competencies.length > 0 ? <p className={styles.note}>What the lessons left build: {course.competencies.map((title) => title.charAt(0).toLowerCase() + title.slice(1)).join('; ')}.</p> : null}
    </section>
  );
}

function noteOf({isComplete, asked}: PathCourse, left: readonly PathLesson[]): string {
  if (isComplete) return 'You have completed this course.';
  if (left.length === 0) return 'No lesson is left. Go straight to the assessment.';
  const todo = `${left.length} ${left.length === 1 ? 'lesson' : 'lessons'} to do, about ${minutesOf(left.reduce((total, {minutes}) => total + minutes, 0))}.`;
  if (asked === 0) return `${todo} We did not ask about this course.`;
  return asked === 1 ? `${todo} We asked one question about this course, which is too few to skip a lesson.` : `${todo} We asked ${asked} questions about this course.`;
}

import type {ComponentType, ReactNode} from 'react';
import type {Standing} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import type {HeldStanding} from '#core/courses/due.ts';
import {asksForMore} from '#core/courses/rule.ts';
import {Conditions} from './Conditions.tsx';
import {CompletedPanel} from './DueCompleted.tsx';
import {nextStep} from './nextStep.ts';
import type {AssessmentState} from './nextStep.ts';
import styles from './styles.module.css';

interface Props {
  course: Course;
  /** False until the device's storage has been read. */
  isRead: boolean;
  standing: Standing;
  /** The completion and how it stands today; null where there is none. */
  completed: {completedAt: string; renewedAt: string | null; standing: HeldStanding} | null;
  assessment: AssessmentState;
  /** Somebody has written how to teach it to a room. */
  hasSession: boolean;
  Link: ComponentType<{to: string; className?: string; children: ReactNode}>;
}

const ASSESSMENT: Record<AssessmentState, string> = {
  none: 'Not started', 'under-way': 'Started', waiting: 'Handed in, not marked yet', failed: 'Not passed yet', passed: 'Passed',
};

/** A course: what it teaches, how far you are, and one clear next step. */
export function CourseView({course, isRead, standing, completed, assessment, hasSession, Link}: Props): ReactNode {
  const step = nextStep(course, standing, assessment);
  return (
    <>
      <p className="aw-lede">{course.summary}</p>
      <p>About {course.minutes} minutes: {course.lessons.length} lessons, each with practice questions at the end{course.assessment === undefined ? '' : ', and an assessment'}.</p>
      {completed ? <CompletedPanel course={course} {...completed} Link={Link} /> : null}
      {/* The place is kept while storage is read, so that nothing jumps. */}
      <p className={styles.next}>{isRead && step ? <Link to={step.href} className="aw-button">{step.text}</Link> : null}</p>
      <h2>What you will be able to do</h2>
      <ul>{course.outcomes.map(({id, text}) => <li key={id}>{text}</li>)}</ul>
      <p><Link to="/learn/framework/">See the competencies that this builds</Link>, or <Link to="/learn/skills-check/">find out what you know already</Link>.</p>
      <h2>Lessons</h2>
      <ol className={styles.lessons}>
        {course.lessons.map((lesson) => {
          const isDone = standing.lessonsDone.includes(lesson.id);
          const isKnown = standing.lessonsKnown.includes(lesson.id);
          return (
            <li key={lesson.id}>
              <span className={styles.title}><Link to={`/learn/${course.id}/${lesson.id}/`}>{lesson.title}</Link></span>
              <span className={styles.state}>{isRead ? isDone ? <><span aria-hidden="true">✓</span> {isKnown ? 'Known already (skills check)' : 'Done'}</> : 'Not done yet' : null}</span>
              <span className={styles.about}>{lesson.description} {lesson.minutes} minutes.</span>
            </li>
          );
        })}
        {course.assessment === undefined ? null : <li>
          <span className={styles.title}><Link to={`/learn/${course.id}/assessment/`}>Assessment</Link></span>
          <span className={styles.state}>{isRead ? <>{assessment === 'passed' ? <span aria-hidden="true">✓ </span> : null}{ASSESSMENT[assessment]}</> : null}</span>
          <span className={styles.about}>It asks about the whole course. You pass it to complete the course.</span>
        </li>}
      </ol>
      {asksForMore(course.rule) ? <Conditions course={course} conditions={standing.conditions} isRead={isRead} isHeld={completed !== null} Link={Link} /> : null}
      {!asksForMore(course.rule) && isRead && standing.missing.length > 0 && standing.lessonsDone.length > 0 ? (
        <>
          <h2>Still to do</h2>
          <ul>{standing.missing.map(({text, href}) => <li key={href}><Link to={href}>{text}</Link></li>)}</ul>
        </>
      ) : null}
      <p><Link to={`/learn/${course.id}/summary/`}>Print the course on two pages</Link>, to pin above your desk.</p>
      <p className="aw-hint">Your progress is kept on this device. It joins your record when you sign in.</p>
      {hasSession ? (
        <>
          <h2>For trainers</h2>
          <p><Link to={`/learn/${course.id}/session/`}>Teach this course</Link>: the running order, a big screen, notes for you, and a pack to print.</p>
        </>
      ) : null}
    </>
  );
}

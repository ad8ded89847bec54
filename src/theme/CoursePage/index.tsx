import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {now} from '#browser/clock.ts';
import {CourseView} from '#components/learn/CourseView.tsx';
import type {AssessmentState} from '#components/learn/nextStep.ts';
import {standingIn} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {heldIn, standingOf} from '#core/courses/due.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {useFacts} from '@theme/useFacts';
import type {Facts} from '@theme/useFacts';

/** How far somebody is with the assessment. A pass stands, whatever came later. */
function stateOf(assessment: string | undefined, {stored, attempts}: Facts): AssessmentState {
  const latest = stored.find(({attempt}) => attempt.quizId === assessment);
  const mine = attempts.filter(({quizId}) => quizId === assessment);
  if (latest && !latest.attempt.handedInAt) return 'under-way';
  if (mine.some(({passed}) => passed === true)) return 'passed';
  if (mine.some(({passed}) => passed === null)) return 'waiting';
  return mine.length > 0 ? 'failed' : 'none';
}

/** A course's own page. */
export default function CoursePage({course, hasSession}: {course: Course; hasSession: boolean}): ReactNode {
  const facts = useFacts();
  const [held] = heldIn([course], facts, true);
  const completed = held ? {...held, standing: standingOf(course, held, facts.attempts, toLondonDay(now()))} : null;
  return (
    <Layout title={course.title} description={course.summary}>
      <main className="aw-page">
        <h1>{course.title}</h1>
        <CourseView course={course} isRead={facts.isRead} standing={standingIn(course, facts.attempts, facts.training, now())} completed={completed} assessment={stateOf(course.assessment, facts)} hasSession={hasSession} Link={Link} />
      </main>
    </Layout>
  );
}

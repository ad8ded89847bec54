import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {CourseView} from '#components/learn/CourseView.tsx';
import type {AssessmentState} from '#components/learn/nextStep.ts';
import {standingIn} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {useFacts} from '@theme/useFacts';
import type {Facts} from '@theme/useFacts';

/** How far somebody is with the assessment. A pass stands, whatever came later. */
function stateOf(assessment: string, {stored, attempts}: Facts): AssessmentState {
  const latest = stored.find(({attempt}) => attempt.quizId === assessment);
  const mine = attempts.filter(({quizId}) => quizId === assessment);
  if (latest && !latest.attempt.handedInAt) return 'under-way';
  if (mine.some(({passed}) => passed === true)) return 'passed';
  if (mine.some(({passed}) => passed === null)) return 'waiting';
  return mine.length > 0 ? 'failed' : 'none';
}

/** A course's own page. */
export default function CoursePage({course}: {course: Course}): ReactNode {
  const facts = useFacts();
  return (
    <Layout title={course.title} description={course.summary}>
      <main className="aw-page">
        <h1>{course.title}</h1>
        <CourseView course={course} isRead={facts.isRead} standing={standingIn(course, facts.attempts)} assessment={stateOf(course.assessment, facts)} Link={Link} />
      </main>
    </Layout>
  );
}

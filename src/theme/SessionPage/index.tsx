import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {TeachView} from '#components/facilitate/TeachView.tsx';
import type {Course} from '#core/courses/course.ts';
import type {Session} from '#core/courses/session.ts';
import {useStart} from './useStart.ts';

/** Where a trainer starts: how a course is taught to a room. */
export default function SessionPage({course, session}: {course: Course; session: Session}): ReactNode {
  const {text, minutes, onStart, query} = useStart();
  return (
    <Layout title={`Teach: ${course.title}`} description={`For trainers: the running order, the big screen, notes and the printed pack of the course ${course.title}.`}>
      <main className="aw-page">
        <p><Link to={`/learn/${course.id}/`}>{course.title}</Link></p>
        <h1>Teach: {course.title}</h1>
        <TeachView course={course} session={session} start={{text, minutes}} onStart={onStart} query={query} linkTo={siteLink} />
      </main>
    </Layout>
  );
}

import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import courses from '@generated/askwell-courses/default/courses.json';
import {CourseList} from '#components/learn/CourseList.tsx';
import {standingIn} from '#core/courses/completion.ts';
import {useFacts} from '@theme/useFacts';

/** All courses, with how far you are. */
export default function LearnPage(): ReactNode {
  const {isRead, attempts, training} = useFacts();
  const progress = new Map(isRead ? courses.map((course) => {
    const {lessonsDone, lessonsKnown, completedAt} = standingIn(course, attempts, training);
    return [course.id, completedAt ? 'You have completed it.' : `You have done ${lessonsDone.length - lessonsKnown.length} of ${course.lessons.length} lessons${lessonsKnown.length > 0 ? `, and know ${lessonsKnown.length} already` : ''}.`] as const;
  }) : []);
  return (
    <Layout title="Learn" description="Courses for staff who consult people, with practice questions and an assessment.">
      <main className="aw-page">
        <h1>Learn</h1>
        <p className="aw-lede">Short courses about consulting people well. You can start without signing in, and go on without a network.</p>
        <p>Do you know some of this already? Take the <Link to="/learn/skills-check/">skills check</Link>. In about 8 minutes it shows which lessons you can skip.</p>
        <p>The <Link to="/learn/framework/">competency framework</Link> says what each course helps you to do.</p>
        <CourseList courses={courses} progress={progress} Link={Link} />
      </main>
    </Layout>
  );
}

import type {ReactNode} from 'react';
import courses from '@generated/askwell-courses/default/courses.json';
import framework from '@generated/askwell-courses/default/framework.json';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {FrameworkView} from '#components/learn/FrameworkView.tsx';

/** What people who consult should be able to do, for appraisals, job descriptions and choosing courses. */
export default function FrameworkPage(): ReactNode {
  const count = framework.areas.reduce((sum, {competencies}) => sum + competencies.length, 0);
  return (
    <Layout title="Competency framework" description="What people who consult should be able to do, at three levels, with the lessons that teach it.">
      <main className="aw-page">
        <h1>Competency framework</h1>
        <p className="aw-lede">What people who consult should be able to do. Use it for appraisals, for job descriptions, and to choose what to learn next.</p>
        <p>There are {count} competencies in {framework.areas.length} areas. Each has three levels. Somebody who is aware knows when to ask for help. Somebody who is able does it alone. Somebody who is leading helps others to do it well.</p>
        <p>The courses teach up to the level “able”. Passing an assessment shows that you know; doing it on a real consultation shows that you can. The framework and its levels are practice judgement.</p>
        <FrameworkView framework={framework} courses={courses} linkTo={siteLink} />
      </main>
    </Layout>
  );
}

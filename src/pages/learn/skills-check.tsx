import type {ReactNode} from 'react';
import courses from '@generated/askwell-courses/default/courses.json';
import framework from '@generated/askwell-courses/default/framework.json';
import quiz from '@generated/askwell-quizzes/default/practice/skills-check.json';
import lessons from '@generated/askwell-skills-check/default/lessons.json';
import Layout from '@theme/Layout';
import SkillsCheck from '@theme/SkillsCheck';

/** Finds out what somebody knows already, and gives them their own path through the courses. */
export default function SkillsCheckPage(): ReactNode {
  return (
    <Layout title="Skills check" description="Up to 20 short questions that show which lessons you can skip, and where to start.">
      <main className="aw-page">
        <h1>Skills check</h1>
        <p className="aw-lede">Find out which lessons you can skip, and where to start.</p>
        <SkillsCheck quiz={quiz} lessons={lessons} courses={courses} framework={framework} />
      </main>
    </Layout>
  );
}

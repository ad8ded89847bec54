import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readCourses} from '#content/readCourses.ts';
import {readFramework} from '#content/readFramework.ts';
import {valueOrThrow} from '#content/readContent.ts';
import type {Course} from '#core/courses/course.ts';

/** Makes a page for each course and one for its assessment, and gives pages the list as `@generated/askwell-courses/default/courses.json` and the framework as `framework.json`. */
export default function coursesPlugin({siteDir, generatedFilesDir}: LoadContext): Plugin<Course[]> {
  return {
    name: 'askwell-courses',
    getPathsToWatch: () => [path.join(siteDir, 'docs/learn/**/*.{yml,md}')],
    loadContent: async () => valueOrThrow(await readCourses(siteDir)),
    async contentLoaded({content, actions}) {
      await actions.createData('courses.json', content);
      await actions.createData('framework.json', valueOrThrow(await readFramework(siteDir)).framework);
      for (const course of content) {
        const data = await actions.createData(`${course.id}.json`, course);
        actions.addRoute({path: `/learn/${course.id}/`, component: '@theme/CoursePage', exact: true, modules: {course: data}});
        actions.addRoute({
          path: `/learn/${course.id}/assessment/`,
          component: '@theme/AssessmentPage',
          exact: true,
          modules: {course: data, quiz: path.join(generatedFilesDir, 'askwell-quizzes/default/assessed', `${course.assessment}.json`)},
        });
      }
    },
  };
}

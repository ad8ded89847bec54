import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readCourses} from '#content/readCourses.ts';
import {readFramework} from '#content/readFramework.ts';
import {readQuizzes} from '#content/readQuizzes.ts';
import {readSessions} from '#content/readSessions.ts';
import {valueOrThrow} from '#content/readContent.ts';
import type {Course} from '#core/courses/course.ts';
import {deriveQuizzes, refresherIdOf} from '#core/courses/derivedQuizzes.ts';

/** What a trainer needs, below the session's own address. */
const SESSION_PAGES = {'': '@theme/SessionPage', 'project/': '@theme/SessionWallPage', 'notes/': '@theme/SessionNotesPage', 'pack/': '@theme/SessionPackPage'};

/** Makes a page for each course, one for its refresher, one for its assessment and, where the course has a session, those for its trainers. Gives pages the list as `@generated/askwell-courses/default/courses.json` and the framework as `framework.json`. */
export default function coursesPlugin({siteDir, generatedFilesDir}: LoadContext): Plugin<Course[]> {
  return {
    name: 'askwell-courses',
    getPathsToWatch: () => [path.join(siteDir, 'docs/learn/**/*.{yml,md}')],
    loadContent: async () => valueOrThrow(await readCourses(siteDir)),
    async contentLoaded({content, actions}) {
      await actions.createData('courses.json', content);
      await actions.createData('framework.json', valueOrThrow(await readFramework(siteDir)).framework);
      const quizzes = valueOrThrow(await readQuizzes(siteDir));
      const sessions = valueOrThrow(await readSessions(siteDir, content, quizzes));
      const derived = new Set(deriveQuizzes(content, quizzes, () => '').map(({id}) => id));
      for (const course of content) {
        const session = sessions.find((each) => each.course === course.id);
        const data = await actions.createData(`${course.id}.json`, course);
        actions.addRoute({path: `/learn/${course.id}/`, component: '@theme/CoursePage', exact: true, modules: {course: data}, props: {hasSession: session !== undefined}});
        const refresher = refresherIdOf(course.id);
        if (derived.has(refresher)) {
          actions.addRoute({
            path: `/learn/${course.id}/refresher/`,
            component: '@theme/RefresherPage',
            exact: true,
            modules: {course: data, quiz: path.join(generatedFilesDir, 'askwell-quizzes/default/practice', `${refresher}.json`)},
          });
        }
        if (course.assessment !== undefined) {
          actions.addRoute({
            path: `/learn/${course.id}/assessment/`,
            component: '@theme/AssessmentPage',
            exact: true,
            modules: {course: data, quiz: path.join(generatedFilesDir, 'askwell-quizzes/default/assessed', `${course.assessment}.json`)},
          });
        }
        if (!session) continue;
        const modules = {course: data, session: await actions.createData(`sessions/${course.id}.json`, session)};
        for (const [page, component] of Object.entries(SESSION_PAGES)) actions.addRoute({path: `/learn/${course.id}/session/${page}`, component, exact: true, modules});
      }
    },
  };
}

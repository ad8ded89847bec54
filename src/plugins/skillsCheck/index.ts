import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readLearning, valueOrThrow} from '#content/readContent.ts';
import {FRAMEWORK_FILE, readFramework} from '#content/readFramework.ts';
import {lessonsToCheck} from '#core/courses/skillsCheck.ts';
import type {CheckLesson} from '#core/courses/skillsCheck.ts';

/** Gives pages the lessons that the skills check asks about, each with the ids of its questions, as `@generated/askwell-skills-check/default/lessons.json`. */
export default function skillsCheckPlugin({siteDir}: LoadContext): Plugin<CheckLesson[]> {
  return {
    name: 'askwell-skills-check',
    getPathsToWatch: () => ['quizzes/**/*.yml', 'docs/learn/*/course.yml', FRAMEWORK_FILE].map((file) => path.join(siteDir, file)),
    async loadContent() {
      const {courses, quizzes} = valueOrThrow(await readLearning(siteDir));
      return lessonsToCheck(courses, quizzes, valueOrThrow(await readFramework(siteDir)).framework);
    },
    async contentLoaded({content, actions}) {
      await actions.createData('lessons.json', content);
    },
  };
}

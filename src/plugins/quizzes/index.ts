import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {valueOrThrow} from '#content/readContent.ts';
import {readQuizzes} from '#content/readQuizzes.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';

/**
 * Gives pages each practice quiz whole, as `@generated/askwell-quizzes/default/practice/<id>.json`, and of each assessment the
 * public view only, as `.../assessed/<id>.json`: what is not written there cannot reach a reader.
 */
export default function quizzesPlugin({siteDir}: LoadContext): Plugin<Quiz[]> {
  return {
    name: 'askwell-quizzes',
    getPathsToWatch: () => [path.join(siteDir, 'quizzes/**/*.yml')],
    loadContent: async () => valueOrThrow(await readQuizzes(siteDir)),
    async contentLoaded({content, actions}) {
      await Promise.all(content.map((quiz) => (quiz.mode === 'practice'
        ? actions.createData(`practice/${quiz.id}.json`, quiz)
        : actions.createData(`assessed/${quiz.id}.json`, toPublicQuiz(quiz)))));
    },
  };
}

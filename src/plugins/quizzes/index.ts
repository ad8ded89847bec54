import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readLearning, valueOrThrow} from '#content/readContent.ts';
import {toLiveQuizzes} from '#core/live/questions.ts';
import {tellsAtOnce, toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';

/**
 * Gives pages each quiz that tells at once whole, as `@generated/askwell-quizzes/default/practice/<id>.json`, and of each assessment the
 * public view only, as `.../assessed/<id>.json`: what is not written there cannot reach a reader. `practice.json` holds the practice
 * questions that a trainer can ask of a room.
 */
export default function quizzesPlugin({siteDir}: LoadContext): Plugin<Quiz[]> {
  return {
    name: 'askwell-quizzes',
    getPathsToWatch: () => [path.join(siteDir, 'quizzes/**/*.yml'), path.join(siteDir, 'docs/learn/*/course.yml')],
    loadContent: async () => valueOrThrow(await readLearning(siteDir)).quizzes,
    async contentLoaded({content, actions}) {
      await actions.createData('practice.json', toLiveQuizzes(content));
      await Promise.all(content.map((quiz) => (tellsAtOnce(quiz.mode)
        ? actions.createData(`practice/${quiz.id}.json`, quiz)
        : actions.createData(`assessed/${quiz.id}.json`, toPublicQuiz(quiz)))));
    },
  };
}

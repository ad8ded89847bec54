import * as z from 'zod';
import {analyseItems} from '#core/quizzes/itemAnalysis.ts';
import type {AnalysedQuestion} from '#core/quizzes/itemAnalysis.ts';
import {keyOf, toAnalysed} from '#core/quizzes/itemAnalysis/attempts.ts';
import type {AnalysedAttempt} from '#core/quizzes/itemAnalysis/attempts.ts';
import {AssessmentAnalysis, AssessmentList} from '#core/quizzes/itemAnalysisApi.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {App, Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {countPeopleByQuiz, listAnswersGiven, listFirstAttemptIds, MOST_FIRST_ATTEMPTS} from '../repositories/itemAnalysis.ts';
import {answers} from './answers.ts';

const params = z.object({quizId: z.string().max(100)});
/** Records read at once, so that their texts are never all in memory. */
const BATCH = 500;
/** Each analysis reads and marks up to five thousand attempts. */
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};

/** How the questions of an assessment work: for trainers and coordinators, in figures that name nobody. */
export function itemAnalysisRoutes(app: App, {database, shelf}: Services): void {
  /** Marks the first attempt of each person by the quiz version that it answered, batch by batch, and keeps no more than the analysis needs. */
  async function analyse(today: Quiz): Promise<AssessmentAnalysis> {
    const ids = await listFirstAttemptIds(database, today.id, MOST_FIRST_ATTEMPTS + 1);
    const counted = ids.slice(0, MOST_FIRST_ATTEMPTS);
    const questions = new Map(today.items.map((question): [string, AnalysedQuestion] => [keyOf(question.id, question.version), {question, isOld: false}]));
    const attempts: AnalysedAttempt[] = [];
    for (let from = 0; from < counted.length; from += BATCH) {
      for (const {version, drawn, responses} of await listAnswersGiven(database, counted.slice(from, from + BATCH))) {
        const quiz = await shelf.find(database, today.id, version);
        if (!quiz) continue;
        const attempt = toAnalysed(quiz, drawn, responses);
        attempts.push(attempt);
        for (const {itemId, itemVersion} of attempt.items) {
          const key = keyOf(itemId, itemVersion);
          if (questions.has(key)) continue;
          const question = quiz.items.find(({id}) => id === itemId);
          if (question) questions.set(key, {question, isOld: true});
        }
      }
    }
    return {
      quizId: today.id, title: today.title, ...analyseItems(attempts, [...questions.values()]),
      isLatestOnly: ids.length > counted.length, leftOut: counted.length - attempts.length,
    };
  }

  app.get('/api/item-analysis', {schema: {summary: 'Assessments, and how many people have handed one in', response: answers({200: AssessmentList})}}, async () => {
    const quizzes = [...new Set(shelf.courses.flatMap(({assessment}) => assessment ?? []))].flatMap((id) => shelf.today(id) ?? []);
    const counted = await countPeopleByQuiz(database, quizzes.map(({id}) => id));
    return {assessments: quizzes.map(({id, title}) => ({quizId: id, title, people: counted.find(({quizId}) => quizId === id)?.people ?? 0}))};
  });

  app.get('/api/item-analysis/:quizId', {
    config: LIMIT, schema: {summary: 'How the questions of an assessment work, from first attempts', params, response: answers({200: AssessmentAnalysis})},
  }, async (request) => {
    const quiz = shelf.today(request.params.quizId);
    if (quiz?.mode !== 'assessed') throw new Refusal(404, 'unknown-assessment', 'There is no such assessment. Choose one from the list.');
    return analyse(quiz);
  });
}

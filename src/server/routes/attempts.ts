import {drawItems} from '#core/quizzes/attempt.ts';
import {mayStart, toSentence} from '#core/quizzes/attemptRule.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import {AttemptRequest, DrawnAttempt} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {keepDraw} from '../repositories/draws.ts';
import {listTries} from '../repositories/readTables.ts';
import {answers} from './answers.ts';

/** A course of 200 people behind one office address may start at once, and start again. */
const LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};

/** Drawing the questions of an assessment. Anybody may: the draw holds no answers, and belongs to whoever hands it in. */
export function attemptRoutes(app: App, {database, shelf, clock, randomBytes}: Services): void {
  const random = (): number => Buffer.from(randomBytes(4)).readUInt32BE(0) / 2 ** 32;

  app.post('/api/attempts', {
    config: LIMIT,
    schema: {summary: 'Draw the questions of an assessment', body: AttemptRequest, response: answers({200: DrawnAttempt, 201: DrawnAttempt})},
  }, async (request, reply) => {
    const {id, quizId, seen} = request.body;
    const quiz = shelf.today(quizId);
    if (quiz?.mode !== 'assessed') throw new Refusal(422, 'unknown-assessment', 'This service has no assessment of that name. Reload the page and start again.');
    if (quiz.attempts && request.person) {
      const decision = mayStart(quiz.attempts, await listTries(database, request.person.id, quizId), clock().toISOString());
      if (!decision.may) throw new Refusal(422, 'no-try-left', toSentence(decision));
    }
    const {added, draw} = await keepDraw(database, {id, quizId, version: quiz.version, drawn: drawItems(toPublicQuiz(quiz), random, new Set(seen))}, clock());
    if (draw.quizId !== quizId) throw new Refusal(409, 'other-attempt', 'This attempt was started with another quiz. Start a new attempt.');
    return reply.code(added ? 201 : 200).send(draw);
  });
}

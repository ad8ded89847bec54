import * as z from 'zod';
import {faultOfDraw, faultOfResponses} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {OpenAttemptChange, OpenAttemptKept, OpenAttemptList} from '#core/records/openAttempt.ts';
import type {OpenAttempt} from '#core/records/openAttempt.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {findOpenAttempt, keepOpenAttempt, listOpenAttempts} from '../repositories/openAttempts.ts';
import {lockPerson} from '../repositories/people.ts';
import {findRecord} from '../repositories/records.ts';
import {answers} from './answers.ts';

/** A device sends after a pause in answering, so this is a few hours' work. */
const LIMIT = {rateLimit: {max: 1200, timeWindow: 15 * 60_000}};
const LARGEST = 128 * 1024;

/** Assessments under way, for going on on another device. A person sees their own and no other. */
export function openAttemptRoutes(app: App, {database, shelf, clock}: Services): void {
  app.get('/api/open-attempts', {
    config: LIMIT,
    schema: {summary: 'Your assessments under way', querystring: z.object({quizId: z.string().max(100).optional()}), response: answers({200: OpenAttemptList})},
  }, async (request) => {
    const rows = await listOpenAttempts(database, personOf(request).id, request.query.quizId ?? null);
    const attempts: OpenAttempt[] = [];
    for (const {personId: _, ...row} of rows) {
      const quiz = await shelf.find(database, row.quizId, row.quizVersion);
      const drawn = new Set(row.body.drawn.map(({itemId}) => itemId));
      if (quiz) attempts.push({...row, quiz: {...toPublicQuiz(quiz), items: toPublicQuiz(quiz).items.filter(({id}) => drawn.has(id))}});
    }
    return {attempts};
  });

  app.put('/api/open-attempts/:id', {
    config: LIMIT,
    bodyLimit: LARGEST,
    schema: {summary: 'Keep an assessment under way', params: z.object({id: RecordId}), body: OpenAttemptChange, response: answers({200: OpenAttemptKept})},
  }, async (request) => {
    const {id} = request.params;
    const person = personOf(request);
    const {quizId, quizVersion, revision, body} = request.body;
    const quiz = await shelf.find(database, quizId, quizVersion);
    if (quiz?.mode !== 'assessed') throw new Refusal(422, 'unknown-assessment', 'This service has no assessment of that name and version. Your answers stay on your device.');
    const fault = faultOfDraw(toPublicQuiz(quiz), body.drawn) ?? faultOfResponses(toPublicQuiz(quiz), body.drawn, body.responses);
    if (fault) throw new Refusal(422, 'wrong-attempt', `${fault} Your answers stay on your device.`);
    return database.transaction(async (tx) => {
      // Handing in takes the same lock, so that an attempt is never open and handed in at once.
      await lockPerson(tx, person.id);
      if (await findRecord(tx, id)) throw new Refusal(409, 'handed-in', 'This attempt was handed in from another device. Reload the page to see its result.');
      const kept = await keepOpenAttempt(tx, {id, personId: person.id, quizId, quizVersion, body, revision}, clock());
      if (kept === null) {
        const there = await findOpenAttempt(tx, id);
        throw there && there.personId !== person.id
          ? new Refusal(409, 'other-attempt', 'Another attempt has this id. Start a new attempt.')
          : new Refusal(409, 'newer-there', 'You went on with this attempt on another device. Reload the page to join the answers of both.');
      }
      return {id, revision: kept};
    });
  });
}

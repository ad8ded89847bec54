import * as z from 'zod';
import {RecordId} from '#core/records/learningRecord.ts';
import {MySubmission, MyTasks, NewSubmission} from '#core/tasks/api.ts';
import {handIn, noSuchSubmission, tasksOf, withdraw} from '../judging/submissions.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {answers} from './answers.ts';

/** A whole office may share one address and one deadline; nobody hands in more often than this in a quarter of an hour. */
const LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};
/** A text of 50,000 characters, each at most six letters long in JSON, and the rest. */
const LARGEST_TASK = 320 * 1024;

/** Judged tasks as learners use them: everybody their own. */
export function taskRoutes(app: App, services: Services): void {
  app.get('/api/tasks', {schema: {summary: 'What you have handed in for judged tasks, and what was said of it', response: answers({200: MyTasks})}}, async (request) =>
    tasksOf(services, personOf(request).id));

  app.post('/api/tasks', {
    config: LIMIT,
    bodyLimit: LARGEST_TASK,
    schema: {summary: 'Hand in a judged task, once', body: NewSubmission, response: answers({200: MySubmission, 201: MySubmission})},
  }, async (request, reply) => {
    const {added, submission} = await handIn(services, personOf(request).id, request.body);
    return reply.code(added ? 201 : 200).send(submission);
  });

  app.post('/api/tasks/:id/withdrawal', {
    config: LIMIT,
    schema: {summary: 'Withdraw what you handed in, before anybody has judged it', params: z.object({id: z.string()}), response: answers({200: MySubmission})},
  }, async (request) => {
    const {id} = request.params;
    if (!RecordId.safeParse(id).success) throw noSuchSubmission();
    return withdraw(services, personOf(request).id, id);
  });
}

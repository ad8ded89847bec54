import * as z from 'zod';
import {RecordId} from '#core/records/learningRecord.ts';
import {JudgingFilter, JudgingQueue, SubmissionToJudge} from '#core/tasks/api.ts';
import {NewJudgement} from '#core/tasks/judgement.ts';
import {judge, openSubmission, queueOf} from '../judging/judge.ts';
import {noSuchSubmission} from '../judging/submissions.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {answers} from './answers.ts';

const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};
/** Twenty notes and a comment, each character at most six letters long in JSON, and the rest. */
const LARGEST_JUDGEMENT = 160 * 1024;
const params = z.object({id: z.string()});

function readId({id}: {id: string}): string {
  if (!RecordId.safeParse(id).success) throw noSuchSubmission();
  return id;
}

/** Judged tasks as assessors use them. Which hand-ins somebody may judge is decided by core/tasks/assessors.ts. */
export function judgingRoutes(app: App, services: Services): void {
  app.get('/api/judging', {schema: {summary: 'Judged tasks that wait, or that were decided', querystring: JudgingFilter, response: answers({200: JudgingQueue})}}, async (request) =>
    queueOf(services, personOf(request), request.query));

  app.get('/api/judging/:id', {schema: {summary: 'A task to judge, with its rubric', params, response: answers({200: SubmissionToJudge})}}, async (request) =>
    openSubmission(services, personOf(request), readId(request.params)));

  app.post('/api/judging/:id/judgements', {
    config: LIMIT,
    bodyLimit: LARGEST_JUDGEMENT,
    schema: {summary: 'Judge a task, once', params, body: NewJudgement, response: answers({200: SubmissionToJudge, 201: SubmissionToJudge})},
  }, async (request, reply) => {
    const {added, submission} = await judge(services, personOf(request), readId(request.params), request.body);
    return reply.code(added ? 201 : 200).send(submission);
  });
}

import * as z from 'zod';
import {asksForMore, coursesIn} from '#core/courses/rule.ts';
import {AttemptResult, MyRecords, Receipt} from '#core/records/api.ts';
import {LearningRecord, RecordId} from '#core/records/learningRecord.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addRecord} from '../records/addRecord.ts';
import {toResult} from '../records/result.ts';
import {listJoined} from '../repositories/cohorts.ts';
import {listAttempts, listCompletions} from '../repositories/readTables.ts';
import {listRecognised} from '../repositories/recognised.ts';
import {findRecord} from '../repositories/records.ts';
import {listTraining} from '../repositories/training.ts';
import {answers} from './answers.ts';

const LARGEST_RECORD = 256 * 1024;

/** Learning records: sent in, and read back by their owner. */
export function recordRoutes(app: App, services: Services): void {
  const {database, shelf} = services;
  const asking = shelf.courses.filter(({rule}) => asksForMore(rule));
  const wanted = {courseIds: asking.map(({id}) => id), named: asking.flatMap(({rule}) => coursesIn(rule))};
  const trainingOf = async (personId: string) => (asking.length === 0 ? undefined : (await listTraining(database, [personId], wanted)).get(personId));

  app.post('/api/records', {
    bodyLimit: LARGEST_RECORD,
    schema: {summary: 'Add a learning record, once', body: LearningRecord, response: answers({200: Receipt, 201: Receipt})},
  }, async (request, reply) => {
    const receipt = await addRecord(services, personOf(request).id, request.body);
    return reply.code(receipt.outcome === 'added' ? 201 : 200).send(receipt);
  });

  app.get('/api/records', {schema: {summary: 'Everything recorded about you', response: answers({200: MyRecords})}}, async (request) => {
    const {id} = personOf(request);
    const [attempts, completions, cohorts, recognised, training] = await Promise.all([
      listAttempts(database, id), listCompletions(database, id), listJoined(database, id), listRecognised(database, id), trainingOf(id),
    ]);
    return {attempts, completions, cohorts, recognised, training};
  });

  app.get('/api/records/:id', {
    schema: {summary: 'One of your attempts, marked', params: z.object({id: z.string()}), response: answers({200: AttemptResult})},
  }, async (request) => {
    const {id} = request.params;
    const kept = RecordId.safeParse(id).success ? await findRecord(database, id) : undefined;
    const quiz = kept?.personId === personOf(request).id ? await shelf.find(database, kept.record.object.id, kept.record.object.version) : undefined;
    // The same words for an attempt that is not there and for somebody else's.
    if (!kept || !quiz) throw new Refusal(404, 'no-such-attempt', 'You have no attempt with this id.');
    return toResult(kept, quiz);
  });
}

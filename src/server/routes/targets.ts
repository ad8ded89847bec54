import * as z from 'zod';
import {writeDay} from '#core/records/londonDay.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {NewTarget, ReminderOutcome, ReminderRequest, TargetChange, TargetDetail, TargetList, ToTrainList} from '#core/targets/api.ts';
import type {ToTrain} from '#core/targets/api.ts';
import type {Person} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit, noteLooks} from '../records/audit.ts';
import {dropTarget, makeTarget, setTarget} from '../targets/change.ts';
import {MOST_IN_FILE, PAGE, toTrainOf} from '../targets/people.ts';
import {remind} from '../targets/remind.ts';
import {scopeOf} from '../targets/scope.ts';
import {detailOf, standingsOf, targetFor} from '../targets/standings.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const params = z.object({id: z.string()});
const directorate = z.string().max(100).optional();
const REMINDER_LIMIT = {rateLimit: {max: 30, timeWindow: 15 * 60_000}};
const LOOK = 'List of people to be trained';
const CSV_HEAD = ['Name', 'E-mail', 'Team', 'Job role', 'Started', 'Lessons left', 'Course run', 'Course run starts on', 'Place confirmed', 'Last reminded'];

function toCells({name, email, team, jobRole, hasStarted, lessonsLeft, run, remindedAt}: ToTrain): (string | number | null)[] {
  return [name, email, team, jobRole, hasStarted ? 'Yes' : 'No', lessonsLeft, run?.title ?? null, run ? writeDay(run.startsOn) : null, run ? (run.isConfirmed ? 'Yes' : 'No') : null, remindedAt];
}

/** Targets: coordinators set them and see all; a lead sees how their own directorate stands, and acts on it. */
export function targetRoutes(app: App, services: Services): void {
  const {database, clock} = services;

  /** People are listed for one directorate at a time: a list of everybody is nobody's to act on. */
  const oneDirectorate = (person: Person, asked: string | undefined): string => {
    const scope = scopeOf(services, person, asked);
    if (scope === null) throw new Refusal(422, 'no-directorate', 'Choose the directorate whose people you want to see.', [{field: 'directorate', message: 'Choose a directorate.'}]);
    return scope;
  };

  app.get('/api/targets', {schema: {summary: 'Targets and how they stand', querystring: z.object({directorate}), response: answers({200: TargetList})}}, async (request) =>
    standingsOf(services, scopeOf(services, personOf(request), request.query.directorate)));

  app.post('/api/targets', {schema: {summary: 'Set a target, once', body: NewTarget, response: answers({200: TargetDetail, 201: TargetDetail})}}, async (request, reply) => {
    const person = personOf(request);
    const {target, isNew} = await makeTarget(services, person, request.body);
    return reply.code(isNew ? 201 : 200).send(await detailOf(services, person, target, null));
  });

  app.get('/api/targets/:id', {schema: {summary: 'A target in full', params, querystring: z.object({directorate}), response: answers({200: TargetDetail})}}, async (request) => {
    const person = personOf(request);
    const scope = scopeOf(services, person, request.query.directorate);
    return detailOf(services, person, await targetFor(services, request.params.id, scope), scope);
  });

  app.put('/api/targets/:id', {schema: {summary: 'Change a target', params, body: TargetChange, response: answers({200: TargetDetail})}}, async (request) => {
    const person = personOf(request);
    await targetFor(services, request.params.id, null);
    return detailOf(services, person, await setTarget(services, person, request.params.id, request.body), null);
  });

  app.delete('/api/targets/:id', {schema: {summary: 'Remove a target', params}}, async (request, reply) => {
    if (RecordId.safeParse(request.params.id).success) await dropTarget(services, personOf(request), request.params.id);
    return reply.code(204).send();
  });

  app.get('/api/targets/:id/people', {
    schema: {summary: 'People of one directorate still to be trained', params, querystring: z.object({directorate, page: z.coerce.number().int().min(1).max(1000).default(1)}), response: answers({200: ToTrainList})},
  }, async (request) => {
    const person = personOf(request);
    const scope = oneDirectorate(person, request.query.directorate);
    const {page} = request.query;
    const {people, personIds, total} = await toTrainOf(services, await targetFor(services, request.params.id, scope), scope, PAGE, (page - 1) * PAGE);
    await noteLooks(database, person.id, personIds, LOOK, clock());
    return {directorate: scope, people, total, page, pages: Math.max(1, Math.ceil(total / PAGE))};
  });

  app.get('/api/targets/:id/people.csv', {schema: {summary: 'The same as a file for a spreadsheet', params, querystring: z.object({directorate})}}, async (request, reply) => {
    const person = personOf(request);
    const scope = oneDirectorate(person, request.query.directorate);
    const target = await targetFor(services, request.params.id, scope);
    const {people, personIds} = await toTrainOf(services, target, scope, MOST_IN_FILE, 0);
    await noteLooks(database, person.id, personIds, LOOK, clock());
    await database.transaction((tx) => addAudit(tx, {actorId: person.id, action: 'list-downloaded', subjectId: null, object: `target:${target.id}`, detail: {people: people.length}}, clock()));
    return sendCsv(reply, 'people-to-be-trained.csv', CSV_HEAD, people.map(toCells));
  });

  app.post('/api/targets/:id/reminders', {
    config: REMINDER_LIMIT,
    schema: {summary: 'Remind people of one directorate by e-mail, once', params, body: ReminderRequest, response: answers({200: ReminderOutcome})},
  }, async (request) => {
    const person = personOf(request);
    const scope = oneDirectorate(person, request.body.directorate);
    return remind(services, person, await targetFor(services, request.params.id, scope), scope, request.body);
  });
}

import * as z from 'zod';
import {hrefOf} from '#core/points/place.ts';
import {NewPoint, NewPointChange, PointFilter, PointQueue, PointReceipt, QueuedPoint} from '#core/points/point.ts';
import {KIND_WORDS, STATE_WORDS} from '#core/points/words.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {canonicalHash} from '../records/canonical.ts';
import {pagesReader} from '../records/pages.ts';
import {changePoint, noSuchPoint, queueOf} from '../records/points.ts';
import {addPoint} from '../repositories/points.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

/** Anybody may send, so a flood must stop early. A device that meets this limit keeps what it has and sends the rest later. */
const LIMIT = {rateLimit: {max: 20, timeWindow: 15 * 60_000}};
/** Two boxes of 1,000 characters, each at most six letters long in JSON, and the rest. */
const LARGEST_POINT = 16 * 1024;

const CSV_HEAD = [
  'Received', 'State', 'Kind', 'Page', 'Title of the page', 'Question', 'Version of the question', 'Consultation', 'What was noticed', 'Next time', 'May be asked', 'Owner',
  'Last note', 'Last change', 'Last changed by',
];

function toCells(point: QueuedPoint): (string | null)[] {
  const {path, question, changes} = point;
  const last = changes.at(-1);
  return [
    point.receivedAt, STATE_WORDS[point.state], KIND_WORDS[point.kind], path === null ? null : hrefOf({path, heading: point.heading}), point.pageTitle, question?.id ?? null,
    question?.version ?? null, point.debrief, point.text, point.nextTime, point.contact, point.owner,
    changes.findLast(({note}) => note !== null)?.note ?? null, last?.at ?? null, last ? last.by.displayName ?? last.by.email : null,
  ];
}

/** Learning points: anybody sends them, those who teach and lead see to them. */
export function pointRoutes(app: App, services: Services): void {
  const {database, clock} = services;
  const readPages = services.pages ?? pagesReader();

  app.post('/api/points', {
    config: LIMIT,
    bodyLimit: LARGEST_POINT,
    schema: {summary: 'Say that something is wrong, unclear or out of date, or send a lesson of a debrief, once', body: NewPoint, response: answers({200: PointReceipt, 201: PointReceipt})},
  }, async (request, reply) => {
    const point = request.body;
    if (point.askId !== null && point.askId !== request.person?.id) {
      throw request.person
        ? new Refusal(403, 'other-person', 'Somebody else wrote this and wants to be asked about it. It goes when they are signed in.')
        : new Refusal(401, 'sign-in-first', 'You said that we may ask you about this. Sign in, and it is sent.');
    }
    const bodyHash = canonicalHash(point);
    const kept = await addPoint(database, {point, receivedAt: clock().toISOString(), bodyHash});
    if (kept.bodyHash !== bodyHash) throw new Refusal(409, 'other-point', 'Something else was sent under this id, so this was not added. Copy your words and send them again.');
    return reply.code(kept.added ? 201 : 200).send({id: point.id, outcome: kept.added ? 'added' : 'already-there', receivedAt: kept.receivedAt});
  });

  app.get('/api/points', {schema: {summary: 'The queue of learning points', querystring: PointFilter, response: answers({200: PointQueue})}}, async (request) =>
    queueOf(services, await readPages(), request.query));

  app.get('/api/points.csv', {schema: {summary: 'The queue as a file for a spreadsheet', querystring: PointFilter}}, async (request, reply) => {
    const {points} = await queueOf(services, await readPages(), request.query);
    return sendCsv(reply, 'learning-points.csv', CSV_HEAD, points.map(toCells));
  });

  app.post('/api/points/:id/changes', {
    bodyLimit: LARGEST_POINT,
    schema: {summary: 'Move a learning point to another state or add a note, once', params: z.object({id: z.string()}), body: NewPointChange, response: answers({200: QueuedPoint})},
  }, async (request) => {
    const {id} = request.params;
    if (!RecordId.safeParse(id).success) throw noSuchPoint();
    return changePoint(services, await readPages(), id, request.body, personOf(request).id);
  });
}

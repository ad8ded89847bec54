import type {FastifyReply, FastifyRequest} from 'fastify';
import * as z from 'zod';
import {isAnswerToLive, LiveAnswer, LiveRoom, LiveSession, MyLive, NewLive, SetState, ShowQuestion} from '#core/live/api.ts';
import type {LiveQuestion, LiveResults, LiveState} from '#core/live/api.ts';
import {makeLiveCode, readLiveCode} from '#core/live/code.ts';
import {LEAST_ANSWERS, mayShowResults} from '#core/live/results.ts';
import type {Person} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {
  addLive, changeLive, countAnswered, countChosen, findLiveByCode, findLiveOf, hasLiveAnswer, MOST_DEVICES, putLiveAnswer, removeLive, removeOldLive,
} from '../repositories/live.ts';
import type {LiveRow} from '../repositories/live.ts';
import {hashToken} from '../signIn/secrets.ts';
import {answers} from './answers.ts';

const byId = z.object({id: z.string()});
const byCode = z.object({code: z.string()});
/** 200 phones behind one address ask every 2 seconds: 6,000 a minute. Twice that, for two rooms. */
const LOOKS = {rateLimit: {max: 12_000, timeWindow: 60_000}};
/** The same phones answer, and change their minds. */
const ANSWERS = {rateLimit: {max: 3000, timeWindow: 60_000}};
/** Codes are short, so wrong ones are limited apart: trying all of them takes days, and a room of people may mistype. */
const WRONG_CODES = {max: 1000, timeWindow: 15 * 60_000};
const TRIES = 5;

const NOT_RUNNING = 'You run no live question under this id: it was ended, or it is older than 12 hours. Start another.';
const CHANGED = 'This live question was changed in another tab or window, so nothing was done. The page shows how it stands now. Press again if you still want to.';

/** A live question: a trainer shows it, people answer on their phones by a short code. Nothing says who answered what. */
export function liveRoutes(app: App, services: Services): void {
  const {database, shelf, clock, randomBytes} = services;
  const checkWrongCodes = app.createRateLimit(WRONG_CODES);

  const resultsOf = async (row: LiveRow, answered: number): Promise<LiveResults | null> =>
    (row.state === 'results' && mayShowResults(answered) ? {answered, counts: await countChosen(database, row)} : null);

  const toSession = async (row: LiveRow): Promise<LiveSession> => {
    const {id, code, courseId, state, revision, question} = row;
    const answered = await countAnswered(database, row);
    return {id, code, courseId, state, revision, question, answered, results: await resultsOf(row, answered)};
  };

  const toRoom = async (row: LiveRow): Promise<LiveRoom> => {
    const {id, revision, state, question} = row;
    return {room: id, revision, state, question, results: row.state === 'results' ? await resultsOf(row, await countAnswered(database, row)) : null};
  };

  const own = async (person: Person, id: string): Promise<LiveRow> => {
    const row = await findLiveOf(database, person.id, clock());
    if (row?.id !== id) throw new Refusal(404, 'no-such-live', NOT_RUNNING);
    return row;
  };

  /** Makes the change once. Sent again after a lost answer, it finds its own work done. */
  const change = async (person: Person, id: string, revision: number, wanted: {state: LiveState; question: LiveQuestion}): Promise<LiveSession> => {
    await changeLive(database, {id, trainerId: person.id}, revision, wanted.state, wanted.question);
    const row = await own(person, id);
    const isDone = row.revision === revision + 1 && row.state === wanted.state && row.question?.id === wanted.question.id;
    if (!isDone) throw new Refusal(409, 'other-revision', CHANGED);
    return toSession(row);
  };

  const roomFor = async (request: FastifyRequest, typed: string): Promise<LiveRow> => {
    const code = readLiveCode(typed);
    const row = code === null ? undefined : await findLiveByCode(database, code, clock());
    if (row) return row;
    const tries = await checkWrongCodes(request);
    if (!tries.isAllowed && tries.isExceeded) throw new Refusal(429, 'too-many-requests', 'Too many wrong codes came from your network. Wait 15 minutes, then try again.');
    throw new Refusal(404, 'no-such-room', 'No live question has this code now. Check it with your trainer: it has 4 letters and figures.');
  };

  app.get('/api/live', {schema: {summary: 'The live question that you run now', response: answers({200: MyLive})}}, async (request, reply) => {
    const row = await findLiveOf(database, personOf(request).id, clock());
    const session = row ? await toSession(row) : null;
    if (isKnown(request, reply, session ? `"${session.id}.${session.revision}.${session.answered}"` : '"none"')) return sendUnchanged(reply);
    return {session};
  });

  app.post('/api/live', {schema: {summary: 'Start a live question, once', body: NewLive, response: answers({200: LiveSession, 201: LiveSession})}}, async (request, reply) => {
    const person = personOf(request);
    const {id, courseId} = request.body;
    if (!shelf.course(courseId)) throw new Refusal(422, 'unknown-course', `There is no course \`${courseId}\`. Choose one from the list.`, [{field: 'courseId', message: 'Choose a course from the list.'}]);
    await removeOldLive(database, clock());
    for (let tries = 0; tries < TRIES; tries += 1) {
      const added = await addLive(database, {id, trainerId: person.id, courseId, code: makeLiveCode(randomBytes)}, clock());
      const row = await findLiveOf(database, person.id, clock());
      if (row?.id === id) return reply.code(added ? 201 : 200).send(await toSession(row));
      if (row) throw new Refusal(409, 'already-live', `You already run a live question, with the code ${row.code}. Go on with it, or end it first.`);
      // Neither added nor there: the code was taken. Another is tried.
    }
    throw new Refusal(409, 'no-free-code', 'No free code was found, or another live question has this id. Reload the page and start again.');
  });

  app.put('/api/live/:id/question', {
    schema: {summary: 'Show a question and open answers', params: byId, body: ShowQuestion, response: answers({200: LiveSession})},
  }, async (request) => {
    const {revision, question} = request.body;
    const person = personOf(request);
    await own(person, request.params.id);
    return change(person, request.params.id, revision, {state: 'open', question});
  });

  app.put('/api/live/:id/state', {
    schema: {summary: 'Open or close answers, or show the results', params: byId, body: SetState, response: answers({200: LiveSession})},
  }, async (request) => {
    const {revision, state} = request.body;
    const person = personOf(request);
    const row = await own(person, request.params.id);
    if (!row.question) throw new Refusal(409, 'no-question', 'No question is shown yet. Show one first.');
    const answered = state === 'results' ? await countAnswered(database, row) : 0;
    if (state === 'results' && !mayShowResults(answered)) {
      throw new Refusal(409, 'too-few', `${answered} ${answered === 1 ? 'person has' : 'people have'} answered. Results are shown from ${LEAST_ANSWERS} answers on, because smaller counts can tell who said what.`);
    }
    return change(person, row.id, revision, {state, question: row.question});
  });

  app.delete('/api/live/:id', {schema: {summary: 'End a live question and delete its answers', params: byId}}, async (request, reply) => {
    const person = personOf(request);
    const row = await findLiveOf(database, person.id, clock());
    if (row?.id === request.params.id) await removeLive(database, row.id, person.id);
    return reply.code(204).send();
  });

  app.get('/api/live/rooms/:code', {
    config: LOOKS, schema: {summary: 'What a live code leads to now', params: byCode, response: answers({200: LiveRoom})},
  }, async (request, reply) => {
    const row = await roomFor(request, request.params.code);
    if (isKnown(request, reply, `"${row.id}.${row.revision}"`)) return sendUnchanged(reply);
    return toRoom(row);
  });

  app.post('/api/live/rooms/:code/answers', {
    config: ANSWERS, schema: {summary: 'Answer the question shown, or change the answer', params: byCode, body: LiveAnswer, response: answers({200: LiveRoom})},
  }, async (request) => {
    const row = await roomFor(request, request.params.code);
    const {token, questionId, chosen} = request.body;
    // With the room in it, so that no two rooms can be compared by it.
    const tokenHash = hashToken(`${row.id}:${token}`);
    if (row.question?.id === questionId && !isAnswerToLive(row.question, chosen)) {
      throw new Refusal(422, 'no-such-option', 'That is not an answer to this question. Reload the page and answer again.');
    }
    const isKept = await putLiveAnswer(database, row.id, questionId, tokenHash, chosen) || await hasLiveAnswer(database, row.id, questionId, tokenHash, chosen);
    const now = await roomFor(request, request.params.code);
    if (!isKept) throw whyNot(now, questionId);
    return toRoom(now);
  });
}

/** Names the version of what is asked for, and says whether the caller has it already. Proxies that compress mark it as weak. */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.header('etag', tag);
  return request.headers['if-none-match']?.replace(/^W\//, '') === tag;
}

function sendUnchanged(reply: FastifyReply): FastifyReply {
  return reply.code(304).send();
}

function whyNot({question, state}: LiveRow, questionId: string): Refusal {
  if (question?.id !== questionId) return new Refusal(409, 'live-moved-on', 'Your trainer has gone on to another question.');
  if (state !== 'open') return new Refusal(409, 'live-closed', 'Answers are closed.');
  return new Refusal(409, 'live-full', `${MOST_DEVICES} devices have answered, which is the most that one question takes.`);
}

import * as z from 'zod';
import {BlockList, ColleagueProfile, MessageReceipt, MyProfile, NewMessage, PeopleAnswer, PeopleFilter, ProfileChange, ReceivedMessage} from '#core/network/api.ts';
import type {FastifyRequest} from 'fastify';
import {block, blocksOf, unblock} from '../network/blocks.ts';
import {keepAsking} from '../network/chore.ts';
import {findPeople, openColleague} from '../network/colleagues.ts';
import {receivedMessage, relay} from '../network/messages.ts';
import {leaveRegister, myProfile, saveProfile} from '../network/profile.ts';
import {skillsReader} from '../network/skills.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {confirmProfile} from '../repositories/network.ts';
import {answers} from './answers.ts';

/** Counted by person and not by address: an office shares one. After the hook that says who is signed in. */
const limitTo = (max: number) => ({
  rateLimit: {
    max, timeWindow: 60_000, hook: 'preHandler' as const,
    keyGenerator: (request: FastifyRequest) => request.person?.id ?? request.ip,
    errorResponseBuilder: (_request: FastifyRequest, {after}: {after: string}) => new Refusal(429, 'too-many-requests', `You have asked the register too often. Try again in ${after}.`),
  },
});
const LOOK_LIMIT = limitTo(60);
const CHANGE_LIMIT = limitTo(20);
/** Forty notes and the rest, each letter at most six in JSON. */
const LARGEST_BODY = 64 * 1024;

const params = z.object({id: z.string()});

/** The practitioners' network: one's own profile, finding colleagues, and asking them without showing an address. */
export function networkRoutes(app: App, services: Services): void {
  const {database, clock} = services;
  const readSkills = skillsReader();
  keepAsking(app, services);

  app.get('/api/network/profile', {schema: {summary: 'Your own profile in the register', response: answers({200: MyProfile})}}, async (request) => myProfile(services, personOf(request)));

  app.put('/api/network/profile', {
    config: CHANGE_LIMIT, bodyLimit: LARGEST_BODY,
    schema: {summary: 'Join the register, or change your profile', body: ProfileChange, response: answers({200: MyProfile})},
  }, async (request) => {
    await saveProfile(services, personOf(request), request.body, await readSkills());
    return myProfile(services, personOf(request));
  });

  app.post('/api/network/profile/confirm', {
    config: CHANGE_LIMIT, schema: {summary: 'Say that your profile is still right', response: answers({200: MyProfile})},
  }, async (request) => {
    if (!await confirmProfile(database, personOf(request).id, clock())) throw new Refusal(404, 'no-profile', 'You are not in the register. Fill in your profile to join it.');
    return myProfile(services, personOf(request));
  });

  app.delete('/api/network/profile', {config: CHANGE_LIMIT, schema: {summary: 'Leave the register', response: answers({200: MyProfile})}}, async (request) => {
    await leaveRegister(services, personOf(request).id);
    return myProfile(services, personOf(request));
  });

  app.get('/api/network/people', {
    config: LOOK_LIMIT, schema: {summary: 'Find colleagues by skill, name or interest', querystring: PeopleFilter, response: answers({200: PeopleAnswer})},
  }, async (request) => findPeople(services, personOf(request), request.query, await readSkills()));

  app.get('/api/network/people/:id', {
    config: LOOK_LIMIT, schema: {summary: 'A colleague’s profile, as far as you may see it', params, response: answers({200: ColleagueProfile})},
  }, async (request) => openColleague(services, personOf(request), request.params.id));

  app.post('/api/network/messages', {
    config: CHANGE_LIMIT, bodyLimit: LARGEST_BODY,
    schema: {summary: 'Ask a colleague, or answer one, by a message that we pass on, once', body: NewMessage, response: answers({200: MessageReceipt, 201: MessageReceipt})},
  }, async (request, reply) => {
    const outcome = await relay(services, personOf(request), request.body);
    return reply.code(outcome === 'sent' ? 201 : 200).send({id: request.body.id, outcome});
  });

  app.get('/api/network/messages/:id', {
    config: LOOK_LIMIT, schema: {summary: 'Who wrote a message to you, for answering it', params, response: answers({200: ReceivedMessage})},
  }, async (request) => receivedMessage(services, personOf(request).id, request.params.id));

  app.get('/api/network/blocks', {schema: {summary: 'Whom you have blocked', response: answers({200: BlockList})}}, async (request) => blocksOf(services, personOf(request).id));

  app.put('/api/network/blocks/:id', {config: CHANGE_LIMIT, schema: {summary: 'Take no messages from a person', params, response: answers({200: BlockList})}}, async (request) => {
    await block(services, personOf(request), request.params.id);
    return blocksOf(services, personOf(request).id);
  });

  app.delete('/api/network/blocks/:id', {config: CHANGE_LIMIT, schema: {summary: 'Take messages from a person again', params, response: answers({200: BlockList})}}, async (request) => {
    await unblock(services, personOf(request).id, request.params.id);
    return blocksOf(services, personOf(request).id);
  });
}

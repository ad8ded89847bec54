import * as z from 'zod';
import {Me} from '#core/records/api.ts';
import {HowMany, NewPasskey, PasskeyAdded, PasskeyAnswer, PasskeyList, PasskeyOptions, PersonNamed} from '#core/signIn/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {listPasskeys} from '../repositories/passkeys.ts';
import {findByEmail} from '../repositories/signIn.ts';
import {finishAdding, finishUsing, removeOne, resetPasskeys, rightsOf, startAdding, startUsing} from '../signIn/passkeys.ts';
import {requireRecentStrong} from '../signIn/sessions.ts';
import {answers} from './answers.ts';

/** A whole office may stand behind one address. How often one person is asked is limited in the database. */
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};
const params = z.strictObject({id: z.string().max(100)});

/** Passkeys: the second factor, and a way to sign in by themselves. */
export function passkeyRoutes(app: App, services: Services): void {
  const {database, outbox} = services;

  app.post('/api/sign-in/passkey-options', {config: LIMIT, schema: {summary: 'Ask what a passkey is to sign', response: answers({200: PasskeyOptions})}}, async (request, reply) => startUsing(services, request, reply));

  app.post('/api/sign-in/passkey', {
    config: LIMIT,
    schema: {summary: 'Sign in with a passkey, or show it as the second factor', body: PasskeyAnswer, response: answers({200: Me})},
  }, async (request, reply) => ({person: await finishUsing(services, request, reply, request.body.response)}));

  app.get('/api/passkeys', {schema: {summary: 'Your passkeys', response: answers({200: PasskeyList})}}, async (request) => {
    const person = personOf(request);
    return {passkeys: await listPasskeys(database, person.id), ...await rightsOf(services, request, person)};
  });

  app.post('/api/passkeys/options', {config: LIMIT, schema: {summary: 'Ask what a new passkey is to be made of', response: answers({200: PasskeyOptions})}}, async (request, reply) =>
    startAdding(services, request, reply, personOf(request)));

  app.post('/api/passkeys', {
    config: LIMIT,
    schema: {summary: 'Add a passkey', body: NewPasskey, response: answers({201: PasskeyAdded})},
  }, async (request, reply) => {
    const {name, response} = request.body;
    return reply.code(201).send(await finishAdding(services, request, reply, personOf(request), name, response));
  });

  app.delete('/api/passkeys/:id', {config: LIMIT, schema: {summary: 'Remove one of your passkeys', params}}, async (request, reply) => {
    requireRecentStrong(services, request);
    await removeOne(services, personOf(request), request.params.id);
    return reply.code(204).send();
  });

  app.post('/api/people/passkey-resets', {
    config: LIMIT,
    schema: {summary: 'Remove every passkey of somebody who lost theirs', body: PersonNamed, response: answers({200: HowMany})},
  }, async (request) => {
    requireRecentStrong(services, request);
    const me = personOf(request);
    const person = await findByEmail(database, request.body.email);
    if (!person) throw new Refusal(404, 'no-such-person', 'Nobody with this address has signed in here or has a role. Check the address.', [{field: 'email', message: 'Nobody here has this address. Check it.'}]);
    if (person.id === me.id) throw new Refusal(409, 'own-passkeys', 'You cannot reset your own passkeys. Ask another coordinator, or whoever runs the service.', [{field: 'email', message: 'Ask another coordinator to reset yours.'}]);
    const count = await database.transaction((tx) => resetPasskeys(tx, services, person, me.id));
    outbox.kick();
    return {count};
  });
}

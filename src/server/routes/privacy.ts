import * as z from 'zod';
import {DataExport, ErasureByCoordinator, ErasureDone, FoundPerson, MyData, NameCorrection, OwnErasure} from '#core/privacy/api.ts';
import {PersonNamed} from '#core/signIn/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit, noteLooks} from '../records/audit.ts';
import {changePerson} from '../repositories/people.ts';
import {findPersonByEmail, findPersonById} from '../repositories/privacy.ts';
import {erase, nobody} from '../privacy/erase.ts';
import {exportData} from '../privacy/exportData.ts';
import {clearCookie} from '../signIn/cookies.ts';
import {isSecure, requireRecentStrong} from '../signIn/sessions.ts';
import {answers} from './answers.ts';

/** What people are told when a coordinator looked them up or took a copy of their data. */
const LOOK = 'Personal data of one person';
/** A whole export reads every table. */
const EXPORT_LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};
/** Nobody looks people up more often by hand, and whoever guesses addresses would. */
const SEARCH_LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};
const params = z.strictObject({id: z.string().max(100)});

/** What is held about a person: shown, copied and erased, by themselves or by a coordinator who was asked. */
export function privacyRoutes(app: App, services: Services): void {
  const {database, clock, config, organisation} = services;

  app.get('/api/my-data', {config: EXPORT_LIMIT, schema: {summary: 'Everything that is held about you', response: answers({200: MyData})}}, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return exportData(database, personOf(request), organisation.retention, clock());
  });

  app.post('/api/my-data/erasure', {config: EXPORT_LIMIT, schema: {summary: 'Erase yourself, once', body: OwnErasure, response: answers({200: ErasureDone})}}, async (request, reply) => {
    const me = personOf(request);
    // Whoever has a role can do harm by going; somebody at their open screen must not make them.
    if ((me.heldRole ?? me.role) !== 'learner') requireRecentStrong(services, request);
    const done = await erase(services, {id: request.body.id, personId: me.id, reason: null, actorId: me.id});
    clearCookie(reply, 'session', isSecure(config));
    return done;
  });

  coordinatorRoutes(app, services);
}

function coordinatorRoutes(app: App, services: Services): void {
  const {database, clock, organisation} = services;

  app.post('/api/people/search', {config: SEARCH_LIMIT, schema: {summary: 'Find one person by their exact address', body: PersonNamed, response: answers({200: FoundPerson})}}, async (request) => {
    requireRecentStrong(services, request);
    const person = await findPersonByEmail(database, request.body.email);
    if (!person) throw new Refusal(404, 'no-such-person', 'Nobody with this address has signed in here or has a role. Check the address.', [{field: 'email', message: 'Nobody here has this address. Check it.'}]);
    await noteLooks(database, personOf(request).id, [person.id], LOOK, clock());
    return person;
  });

  app.post('/api/people/data-exports', {config: EXPORT_LIMIT, schema: {summary: 'Everything that is held about one person, for their request', body: DataExport, response: answers({200: MyData})}}, async (request, reply) => {
    requireRecentStrong(services, request);
    const me = personOf(request);
    const person = await findPersonById(database, request.body.personId);
    if (!person) throw nobody();
    await noteLooks(database, me.id, [person.id], LOOK, clock());
    const data = await exportData(database, person, organisation.retention, clock());
    await database.transaction((tx) => addAudit(tx, {actorId: me.id, action: 'data-exported', subjectId: person.id, detail: {tables: data.groups.reduce((sum, {tables}) => sum + tables.length, 0)}}, clock()));
    void reply.header('cache-control', 'no-store');
    return data;
  });

  app.post('/api/people/erasures', {config: EXPORT_LIMIT, schema: {summary: 'Erase one person who asked for it or has left, once', body: ErasureByCoordinator, response: answers({200: ErasureDone})}}, async (request) => {
    requireRecentStrong(services, request);
    const me = personOf(request);
    const {id, personId, reason} = request.body;
    if (personId === me.id) throw new Refusal(409, 'own-erasure', 'You cannot erase yourself here. Do it on the page /my-data/, where you see first what is held about you.');
    return erase(services, {id, personId, reason, actorId: me.id});
  });

  app.patch('/api/people/:id', {config: SEARCH_LIMIT, schema: {summary: 'Put right the name of one person', params, body: NameCorrection, response: answers({200: FoundPerson})}}, async (request) => {
    requireRecentStrong(services, request);
    const me = personOf(request);
    const person = z.uuid().safeParse(request.params.id).success ? await findPersonById(database, request.params.id) : undefined;
    if (!person) throw nobody();
    const {displayName} = request.body;
    await database.transaction(async (tx) => {
      await changePerson(tx, person.id, {displayName});
      await addAudit(tx, {actorId: me.id, action: 'name-corrected', subjectId: person.id}, clock());
    });
    return {...person, displayName};
  });
}

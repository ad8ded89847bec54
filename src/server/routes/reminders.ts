import * as z from 'zod';
import {comingFrom} from '#core/courses/due.ts';
import {dueCalendar} from '#core/courses/dueCalendar.ts';
import {NewFeed, ReminderChange, ReminderSettings} from '#core/records/api.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {heldBy} from '../reminders/dueTo.ts';
import {findByFeed, findSettings, removeFeed, setEmail, setFeed} from '../repositories/reminders.ts';
import {hashToken, makeToken} from '../signIn/secrets.ts';
import {answers} from './answers.ts';

/** Calendars on the web ask for the feeds of many people from few addresses. A token of 256 bits cannot be guessed at any rate. */
const FEED_LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};
/** Nobody changes these settings more often by hand. */
const CHANGE_LIMIT = {rateLimit: {max: 60, timeWindow: 15 * 60_000}};

const FEED_FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/** How a member is reminded of what is due: by mail, and by a calendar feed of their own. */
export function reminderRoutes(app: App, services: Services): void {
  const {database, shelf, clock, randomBytes, config} = services;

  app.get('/api/reminders', {schema: {summary: 'How you are reminded of what is due', response: answers({200: ReminderSettings})}}, async (request) =>
    findSettings(database, personOf(request).id));

  app.put('/api/reminders', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Switch e-mail about what is due on or off', body: ReminderChange, response: answers({200: ReminderSettings})},
  }, async (request) => {
    const {id} = personOf(request);
    await setEmail(database, id, request.body.email, toLondonDay(clock().toISOString()));
    return findSettings(database, id);
  });

  app.post('/api/reminders/feed', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Make the address of your calendar feed; one that you had ends', response: answers({201: NewFeed})},
  }, async (request, reply) => {
    const {id} = personOf(request);
    const token = makeToken(randomBytes);
    await setFeed(database, id, hashToken(token), clock());
    return reply.code(201).send({address: `${config.publicUrl}/api/calendar/${token}.ics`, settings: await findSettings(database, id)});
  });

  app.delete('/api/reminders/feed', {
    config: CHANGE_LIMIT,
    schema: {summary: 'End your calendar feed', response: answers({200: ReminderSettings})},
  }, async (request) => {
    const {id} = personOf(request);
    await removeFeed(database, id);
    return findSettings(database, id);
  });

  app.get('/api/calendar/:file', {
    config: FEED_LIMIT,
    schema: {summary: 'A calendar feed, by the token in its address', params: z.object({file: z.string()})},
  }, async (request, reply) => {
    const token = FEED_FILE.exec(request.params.file)?.[1];
    const personId = token === undefined ? undefined : await findByFeed(database, hashToken(token));
    if (personId === undefined) throw new Refusal(404, 'no-such-calendar', 'No calendar has this address. It may have been replaced or ended. Make a new one on the page My record.');
    const now = clock().toISOString();
    const {held, attempts} = await heldBy(services, database, personId);
    const file = dueCalendar(comingFrom(shelf.courses, held, attempts, toLondonDay(now)), {site: config.publicUrl, stamp: now, feed: true});
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=3600').serializer(String).send(file);
  });
}

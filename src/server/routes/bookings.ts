import * as z from 'zod';
import {RecordId} from '#core/records/learningRecord.ts';
import {BookingDecisionBody, GivenUp, MyBookings, NewBooking} from '#core/runs/api.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {cohortFor} from '../records/cohorts.ts';
import {findBooking} from '../repositories/bookings.ts';
import {findCohort} from '../repositories/cohorts.ts';
import {askForPlace, decidePlace, giveUpPlace, noSuchBooking} from '../runs/bookings.ts';
import {bookingsOf} from '../runs/offers.ts';
import {answers} from './answers.ts';

/** A room of people behind one address gets in. */
const LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};

/** Bookings: everybody's own, and those of a run as its trainers decide on them. */
export function bookingRoutes(app: App, services: Services): void {
  const {database} = services;

  app.get('/api/bookings', {schema: {summary: 'Your bookings, and the course runs that you may book', response: answers({200: MyBookings})}}, async (request) =>
    bookingsOf(services, personOf(request).id));

  app.post('/api/bookings', {
    config: LIMIT,
    schema: {summary: 'Book a place in a listed course run, once', body: NewBooking, response: answers({200: MyBookings})},
  }, async (request) => {
    const person = personOf(request);
    const cohort = await findCohort(database, request.body.cohortId);
    // A run that is not listed is booked by its code alone.
    if (!cohort?.isListed) throw new Refusal(404, 'no-such-cohort', 'No course run with this id is open to everybody. Ask the trainer for the code.');
    await askForPlace(services, cohort.id, person.id);
    return bookingsOf(services, person.id);
  });

  app.post('/api/bookings/:id/cancellation', {
    config: LIMIT,
    schema: {summary: 'Give up your place in a course run', params: z.object({id: z.string()}), body: GivenUp, response: answers({200: MyBookings})},
  }, async (request) => {
    const person = personOf(request);
    const {id} = request.params;
    const booking = RecordId.safeParse(id).success ? await findBooking(database, id, person.id) : undefined;
    if (!booking) throw noSuchBooking();
    await giveUpPlace(services, id, person.id, request.body.reason);
    return bookingsOf(services, person.id);
  });

  app.put('/api/cohorts/:id/bookings/:personId', {
    config: LIMIT,
    schema: {
      summary: 'Confirm, move or cancel somebody’s booking', params: z.object({id: z.string(), personId: z.string()}), body: BookingDecisionBody,
      response: answers({200: z.object({personId: z.string(), state: BookingDecisionBody.shape.to})}),
    },
  }, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    const {personId} = request.params;
    if (!z.uuid().safeParse(personId).success) throw noSuchBooking();
    await decidePlace(services, id, personId, request.body, person.id);
    return {personId, state: request.body.to};
  });
}

import {placesLeft} from '#core/runs/booking.ts';
import type {BookingState} from '#core/runs/booking.ts';
import type {MyBookings, OfferedSession, RunInvitation} from '#core/runs/api.ts';
import {offerSession} from '#core/runs/offer.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {Services} from '../parts.ts';
import {countBookings, findBooking, listOwn} from '../repositories/bookings.ts';
import {listCohortsOf, listOpenCohorts, listTrainers} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {listSessions} from '../repositories/courseSessions.ts';
import type {SessionRow} from '../repositories/courseSessions.ts';
import {toSession} from './sessions.ts';

type OfferParts = Pick<Services, 'database' | 'shelf' | 'clock'>;

/** A cancelled booking is shown to its owner for this long, so that they see why. */
const CANCELLED_SHOWN_MS = 60 * 86_400_000;

const offered = (sessions: readonly SessionRow[], cohortId: string, isConfirmed: boolean): OfferedSession[] =>
  sessions.filter((session) => session.cohortId === cohortId).map((session) => offerSession(toSession(session), isConfirmed));

type Counts = Awaited<ReturnType<typeof countBookings>>;

const countOf = (counts: Counts, cohortId: string, state: BookingState): number => counts.find((each) => each.id === cohortId && each.state === state)?.count ?? 0;

/** Places that nobody holds, by the counts of bookings. */
function freeOf(cohort: CohortRow, counts: Counts): number {
  return placesLeft(cohort, countOf(counts, cohort.id, 'confirmed') + countOf(counts, cohort.id, 'requested'));
}

/** What a join link shows to somebody, or to nobody in particular (null). */
export async function inviteTo({database, shelf}: OfferParts, cohort: CohortRow, personId: string | null): Promise<RunInvitation> {
  const [booking, sessions, trainers, counts] = await Promise.all([
    personId === null ? undefined : findBooking(database, cohort.id, personId), listSessions(database, [cohort.id]), listTrainers(database, [cohort.id]), countBookings(database, [cohort.id]),
  ]);
  const {id, courseId, title, startsOn, confirms, timeZone, cancelledReason} = cohort;
  const joined = booking?.state === 'confirmed';
  return {
    cohortId: id, courseId, courseTitle: shelf.course(courseId)?.title ?? courseId, title, startsOn, trainer: namesOf(trainers).join(', ') || null, joined,
    state: booking?.state ?? null, place: booking?.place ?? null, confirms, isFull: freeOf(cohort, counts) === 0, timeZone, sessions: offered(sessions, id, joined), cancelledReason,
  };
}

const namesOf = (trainers: readonly {displayName: string | null}[]): string[] => trainers.flatMap(({displayName}) => displayName ?? []);

/** A person's own bookings, and the runs that they may book. */
export async function bookingsOf({database, shelf, clock}: OfferParts, personId: string): Promise<MyBookings> {
  const now = clock();
  const [own, listed] = await Promise.all([listOwn(database, personId, new Date(now.getTime() - CANCELLED_SHOWN_MS)), listOpenCohorts(database, toLondonDay(now.toISOString()), now)]);
  const booked = await listCohortsOf(database, own.map(({cohortId}) => cohortId));
  // Whoever holds a booking, or has one that a trainer cancelled, finds it among their own.
  const held = new Set(own.filter(({state, reason}) => state !== 'cancelled' || reason !== null).map(({cohortId}) => cohortId));
  const open = listed.filter(({id}) => !held.has(id));
  const ids = [...new Set([...booked, ...open].map(({id}) => id))];
  const [sessions, trainers, counts] = await Promise.all([listSessions(database, ids), listTrainers(database, ids), countBookings(database, open.map(({id}) => id))]);
  const show = ({id, courseId, title, startsOn, timeZone}: CohortRow, isConfirmed: boolean) => ({
    cohortId: id, courseId, courseTitle: shelf.course(courseId)?.title ?? courseId, title, startsOn, timeZone,
    trainers: namesOf(trainers.filter(({cohortId}) => cohortId === id)), sessions: offered(sessions, id, isConfirmed),
  });
  return {
    bookings: own.flatMap(({cohortId, state, place, reason}) => {
      const cohort = booked.find(({id}) => id === cohortId);
      return cohort ? [{...show(cohort, state === 'confirmed'), state, place, reason, cancelledReason: cohort.cancelledReason}] : [];
    }),
    open: open.map((cohort) => ({...show(cohort, false), free: cohort.capacity === null ? null : freeOf(cohort, counts), waiting: countOf(counts, cohort.id, 'waiting'), confirms: cohort.confirms})),
  };
}

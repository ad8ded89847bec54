import {BOOKING_WORDS, decideBooking, MOST_PLACES} from '#core/runs/booking.ts';
import type {BookingAct, BookingChange, BookingRefusal, BookingRules} from '#core/runs/booking.ts';
import type {BookingDecisionBody} from '#core/runs/api.ts';
import {confirmedMail, declinedMail, movedToWaitingMail, movedUpMail} from '#core/runs/mail.ts';
import type {WrittenMail} from '#core/runs/mail.ts';
import {asSentence} from '#core/runs/words.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {changeBooking, findBooking, listAddressesOf, listBook} from '../repositories/bookings.ts';
import {lockCohort} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {listSessions} from '../repositories/courseSessions.ts';
import {optionsOf, post, toMailed} from './post.ts';
import type {PostParts} from './post.ts';

type BookingParts = PostParts & Pick<Services, 'database' | 'outbox'>;

interface Actor {
  personId: string;
  /** Why; null where nobody said. */
  reason: string | null;
}

/** Refuses whatever books or changes a run that was cancelled. */
export function refuseCancelled({title, cancelledAt, cancelledReason}: CohortRow): void {
  if (cancelledAt !== null) throw new Refusal(409, 'run-cancelled', `The course run “${title}” was cancelled: ${asSentence(cancelledReason ?? 'no reason was given')} Choose another run.`);
}

/** Somebody asks for a place for themselves. Asking again changes nothing. */
export async function askForPlace(parts: BookingParts, cohortId: string, personId: string): Promise<void> {
  await act(parts, cohortId, {kind: 'ask', personId, at: parts.clock().toISOString()}, {personId, reason: null});
}

/** Somebody gives up their own place, or their place on the waiting list. */
export async function giveUpPlace(parts: BookingParts, cohortId: string, personId: string, reason: string | null): Promise<void> {
  await act(parts, cohortId, {kind: 'give-up', personId}, {personId, reason});
}

/** A trainer confirms a booking, moves it to the waiting list, or cancels it. */
export async function decidePlace(parts: BookingParts, cohortId: string, personId: string, {from, to, reason}: BookingDecisionBody, trainerId: string): Promise<void> {
  if (to === 'cancelled' && reason === null) {
    const message = 'Say why, in a sentence. It goes to the person by e-mail.';
    throw new Refusal(422, 'no-reason', message, [{field: 'reason', message}]);
  }
  await act(parts, cohortId, {kind: 'decide', personId, from, to}, {personId: trainerId, reason});
}

async function act(parts: BookingParts, cohortId: string, bookingAct: Exclude<BookingAct, {kind: 'rules'}>, actor: Actor): Promise<void> {
  await parts.database.transaction(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    const bookings = await listBook(tx, cohortId, bookingAct.personId);
    // A person may leave a run that was cancelled, and asking again for a place that they have changes nothing.
    const isThere = bookings.some(({personId, state}) => personId === bookingAct.personId && state !== 'cancelled');
    if (bookingAct.kind === 'decide' || (bookingAct.kind === 'ask' && !isThere)) refuseCancelled(cohort);
    if (bookingAct.kind === 'decide' && bookings.every(({personId}) => personId !== bookingAct.personId)) throw noSuchBooking();
    const decision = decideBooking(cohort, bookings, bookingAct);
    if (!decision.ok) throw await refusalOf(tx, cohort, bookingAct, decision.why);
    // Nobody moves up in a run that does not take place.
    await keepChanges(parts, tx, cohort, decision.changes.filter(({isAutomatic}) => cohort.cancelledAt === null || !isAutomatic), actor);
  });
  parts.outbox.kick();
}

/** Moves people up, or back to the waiting list, when the rules of a run change. Its row must be locked, and still hold the rules before. */
export async function applyRules(parts: PostParts, tx: Queries, cohort: CohortRow, rules: BookingRules, trainerId: string): Promise<void> {
  const bookings = await listBook(tx, cohort.id, null);
  const decision = decideBooking(cohort, bookings, {kind: 'rules', rules});
  if (!decision.ok) {
    const confirmed = bookings.filter(({state}) => state === 'confirmed').length;
    const message = `${confirmed} people are confirmed. Choose at least ${Math.min(confirmed, MOST_PLACES)} places, or cancel some of their bookings first.`;
    throw new Refusal(422, 'too-small', message, [{field: 'capacity', message}]);
  }
  await keepChanges(parts, tx, cohort, decision.changes, {personId: trainerId, reason: null});
}

/** The refusal for a booking that is not there. */
export function noSuchBooking(): Refusal {
  return new Refusal(404, 'no-such-booking', 'There is no such booking. Load the list again.');
}

async function keepChanges(parts: PostParts, tx: Queries, cohort: CohortRow, changes: readonly BookingChange[], {personId: changedBy, reason}: Actor): Promise<void> {
  const now = parts.clock();
  for (const change of changes) await changeBooking(tx, cohort.id, change, {reason: change.isAutomatic ? null : reason, changedBy}, now);
  await tell(parts, tx, cohort, changes, changedBy, reason);
  for (const {personId, from, to, isAutomatic} of changes) {
    // What somebody does with their own booking stands in booking_changes; the log is for acts on other people's.
    if (personId !== changedBy) await addAudit(tx, {actorId: isAutomatic ? null : changedBy, action: 'booking-changed', subjectId: personId, object: `cohort:${cohort.id}`, detail: {from, to}}, now);
  }
}

/** Writes to everybody whose booking changed, but not to somebody about what they did themselves, unless they have a place now. */
async function tell(parts: PostParts, tx: Queries, cohort: CohortRow, changes: readonly BookingChange[], changedBy: string, reason: string | null): Promise<void> {
  const addressed = changes.filter(({personId, to}) => personId !== changedBy || to === 'confirmed');
  if (addressed.length === 0) return;
  const [run, options] = [toMailed(parts, cohort), optionsOf(parts)];
  const needsSessions = addressed.some(({to}) => to === 'confirmed');
  const sessions = needsSessions ? (await listSessions(tx, [cohort.id])).filter(({cancelledReason}) => cancelledReason === null) : [];
  const addresses = new Map((await listAddressesOf(tx, addressed.map(({personId}) => personId))).map((each) => [each.personId, each]));
  const mailOf = ({to, isAutomatic}: BookingChange): WrittenMail => {
    if (to === 'confirmed') return confirmedMail(run, sessions, options);
    if (to === 'requested') return movedUpMail(run, options);
    if (to === 'waiting') return movedToWaitingMail(run, isAutomatic ? null : reason, options);
    return declinedMail(run, reason ?? '', options);
  };
  for (const change of addressed) {
    const address = addresses.get(change.personId);
    if (address) await post(parts, tx, [address], mailOf(change));
  }
}

async function refusalOf(tx: Queries, cohort: CohortRow, bookingAct: Exclude<BookingAct, {kind: 'rules'}>, why: BookingRefusal): Promise<Refusal> {
  switch (why) {
    case 'overrun': return new Refusal(409, 'cohort-full', `This course run is full: it takes ${cohort.capacity ?? MOST_PLACES} people${cohort.capacity === null ? '' : ', and its waiting list is full too'}. Ask your trainer to open another.`);
    case 'closed': {
      const there = await findBooking(tx, cohort.id, bookingAct.personId);
      return new Refusal(409, 'booking-closed', `A trainer cancelled your booking: ${asSentence(there?.reason ?? 'no reason was given')} Ask them if you think this is a mistake.`);
    }
    case 'full': return new Refusal(409, 'no-free-place', 'No place is free. Raise the number of places, or cancel another booking first.');
    case 'moved-on': {
      const there = await findBooking(tx, cohort.id, bookingAct.personId);
      return new Refusal(409, 'other-state', `This booking has changed meanwhile: it is now “${BOOKING_WORDS[there?.state ?? 'cancelled']}”. Look again, then decide.`);
    }
    case 'no-way': case 'too-small': return new Refusal(422, 'no-such-step', 'A booking cannot be moved in this way. Load the list again, and choose one of the steps that it offers.');
  }
}

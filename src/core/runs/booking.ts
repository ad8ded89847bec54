/** How a place in a course run stands. Whoever is confirmed is a member of the run. */
export const BOOKING_STATES = ['requested', 'waiting', 'confirmed', 'cancelled'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export const BOOKING_WORDS: Readonly<Record<BookingState, string>> = {
  requested: 'Asked for', waiting: 'On the waiting list', confirmed: 'Confirmed', cancelled: 'Cancelled',
};

/** Places in a run that has no capacity of its own, and the highest capacity. More than any room here holds: practice judgement. */
export const MOST_PLACES = 500;
/** People on one waiting list. Practice judgement: beyond this another run is the answer. */
export const MOST_WAITING = 500;

export interface Booking {
  personId: string;
  state: BookingState;
  /** When the place was asked for, a moment in ISO 8601 in UTC. It decides the order of the waiting list. */
  askedAt: string;
  /** For a cancelled one: a trainer cancelled it, so only a trainer may give the place back. */
  isClosed: boolean;
}

/** What a run says of its places. */
export interface BookingRules {
  /** Null: as many as come, up to `MOST_PLACES`. */
  capacity: number | null;
  /** A trainer confirms each booking. */
  confirms: boolean;
}

/** Something that happens to the bookings of a run. */
export type BookingAct =
  /** Somebody asks for a place for themselves. `at`: now, in ISO 8601 in UTC. */
  | {kind: 'ask'; personId: string; at: string}
  /** Somebody gives up their own place. */
  | {kind: 'give-up'; personId: string}
  /** A trainer decides. `from`: what the trainer saw. */
  | {kind: 'decide'; personId: string; from: BookingState; to: Exclude<BookingState, 'requested'>}
  /** The rules of the run change to these. */
  | {kind: 'rules'; rules: BookingRules};

export interface BookingChange {
  personId: string;
  from: BookingState | null;
  to: BookingState;
  askedAt: string;
  /** Follows from what somebody else did: a place became free, or the rules of the run changed. */
  isAutomatic: boolean;
}

/**
 * Why an act cannot be. `full`: no place is free. `overrun`: the waiting list, or a run without a capacity, is at its limit. `closed`: a
 * trainer cancelled this booking. `moved-on`: it is not as the trainer saw it. `no-way`: no trainer's act leads from here to there.
 * `too-small`: more people are confirmed than the new capacity holds.
 */
export type BookingRefusal = 'full' | 'overrun' | 'closed' | 'moved-on' | 'no-way' | 'too-small';
export type BookingDecision = {ok: true; changes: BookingChange[]} | {ok: false; why: BookingRefusal};

/** Where a trainer may move a booking from each state. A requested place is held, so it can always be confirmed. */
export const TRAINER_MOVES: Readonly<Record<BookingState, readonly Exclude<BookingState, 'requested'>[]>> = {
  requested: ['confirmed', 'waiting', 'cancelled'],
  waiting: ['confirmed', 'cancelled'],
  confirmed: ['cancelled'],
  cancelled: [],
};

const placesOf = ({capacity}: Pick<BookingRules, 'capacity'>): number => capacity ?? MOST_PLACES;
const holdsPlace = ({state}: Booking): boolean => state === 'confirmed' || state === 'requested';
const inOrder = (a: Booking, b: Booking): number => (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : a.personId < b.personId ? -1 : 1);

/** The waiting list, first in it first. */
export function waitingList(bookings: readonly Booking[]): Booking[] {
  return bookings.filter(({state}) => state === 'waiting').sort(inOrder);
}

/** A person's place on the waiting list, counted from 1; null for somebody who is not on it. */
export function placeInList(bookings: readonly Booking[], personId: string): number | null {
  const index = waitingList(bookings).findIndex((each) => each.personId === personId);
  return index === -1 ? null : index + 1;
}

/** Places left when this many are held. A place that was asked for and is not confirmed yet is held. */
export function placesLeft(rules: Pick<BookingRules, 'capacity'>, held: number): number {
  return Math.max(0, placesOf(rules) - held);
}

/** Places that nobody holds. */
export function freePlaces(rules: BookingRules, bookings: readonly Booking[]): number {
  return placesLeft(rules, bookings.filter(holdsPlace).length);
}

/**
 * Decides what an act changes: the one function that every change of a booking goes through. `bookings` are all of the run that are not
 * cancelled, and that of the person concerned. Gives the changes in the order in which they happen, none where everything is so already.
 *
 * Confirmed and requested places never exceed the capacity. Without confirming by a trainer, nobody waits while a place is free; with it, a
 * place that becomes free goes to the first who waits, as a request. Nobody overtakes on the waiting list but by a trainer's decision.
 */
export function decideBooking(rules: BookingRules, bookings: readonly Booking[], act: BookingAct): BookingDecision {
  switch (act.kind) {
    case 'ask': return ask(rules, bookings, act.personId, act.at);
    case 'give-up': return giveUp(rules, bookings, act.personId);
    case 'decide': return decide(rules, bookings, act);
    case 'rules': return changeRules(rules, bookings, act.rules);
  }
}

const refuse = (why: BookingRefusal): BookingDecision => ({ok: false, why});
const change = ({personId, state, askedAt}: Booking, to: BookingState, isAutomatic = false): BookingChange => ({personId, from: state, to, askedAt, isAutomatic});

/** The bookings as they are after a change of one of them. */
function apply(bookings: readonly Booking[], changes: readonly BookingChange[]): Booking[] {
  const to = new Map(changes.map((each) => [each.personId, each]));
  const known = bookings.map((each) => ({...each, ...(to.has(each.personId) && {state: to.get(each.personId)?.to ?? each.state})}));
  const added = changes.filter(({personId}) => !bookings.some((each) => each.personId === personId));
  return [...known, ...added.map(({personId, to: state, askedAt}) => ({personId, state, askedAt, isClosed: false}))];
}

function ask(rules: BookingRules, bookings: readonly Booking[], personId: string, at: string): BookingDecision {
  const there = bookings.find((each) => each.personId === personId);
  if (there && there.state !== 'cancelled') return {ok: true, changes: []};
  if (there?.isClosed) return refuse('closed');
  const active = bookings.filter(({state}) => state !== 'cancelled');
  const isFull = freePlaces(rules, active) === 0;
  if (isFull && (rules.capacity === null || waitingList(active).length >= MOST_WAITING)) return refuse('overrun');
  const to = isFull ? 'waiting' : rules.confirms ? 'requested' : 'confirmed';
  return {ok: true, changes: [{personId, from: there?.state ?? null, to, askedAt: afterAll(active, at), isAutomatic: false}]};
}

/** The moment, or a thousandth of a second after the last who asked: two people in one thousandth keep the order in which they came. */
function afterAll(bookings: readonly Booking[], at: string): string {
  const last = Math.max(...bookings.map(({askedAt}) => Date.parse(askedAt)), 0);
  return new Date(Math.max(Date.parse(at), last + 1)).toISOString();
}

function giveUp(rules: BookingRules, bookings: readonly Booking[], personId: string): BookingDecision {
  const there = bookings.find((each) => each.personId === personId);
  if (!there || there.state === 'cancelled') return {ok: true, changes: []};
  return {ok: true, changes: withPromotions(rules, bookings, [change(there, 'cancelled')])};
}

function decide(rules: BookingRules, bookings: readonly Booking[], {personId, from, to}: Extract<BookingAct, {kind: 'decide'}>): BookingDecision {
  const there = bookings.find((each) => each.personId === personId);
  if (there?.state === to) return {ok: true, changes: []};
  if (there?.state !== from) return refuse('moved-on');
  // Only what a trainer cancelled may a trainer give back: nobody is put into a run that they left themselves.
  const isWay = TRAINER_MOVES[from].includes(to) || (from === 'cancelled' && to === 'confirmed' && there.isClosed);
  if (!isWay) return refuse('no-way');
  if (to === 'confirmed' && !holdsPlace(there) && freePlaces(rules, bookings) === 0) return refuse('full');
  return {ok: true, changes: withPromotions(rules, bookings, [change(there, to)])};
}

/** Adds to changes of single bookings who moves up to the places that they free. Whoever was moved by them stays where they are. */
function withPromotions(rules: BookingRules, bookings: readonly Booking[], changes: BookingChange[]): BookingChange[] {
  const after = apply(bookings, changes);
  const freed = freePlaces(rules, after) - freePlaces(rules, bookings);
  return [...changes, ...promote(rules, after.filter(({personId}) => !changes.some((each) => each.personId === personId)), freePlaces(rules, after), freed)];
}

/** Moves up the first who wait: as many as there are places, or, where a trainer confirms, as many as became free just now. */
function promote(rules: BookingRules, bookings: readonly Booking[], free: number, freed: number): BookingChange[] {
  const count = Math.max(0, rules.confirms ? Math.min(free, freed) : free);
  return waitingList(bookings).slice(0, count).map((each) => change(each, rules.confirms ? 'requested' : 'confirmed', true));
}

function changeRules(before: BookingRules, bookings: readonly Booking[], rules: BookingRules): BookingDecision {
  const confirmed = bookings.filter(({state}) => state === 'confirmed').length;
  if (confirmed > placesOf(rules)) return refuse('too-small');
  const requested = bookings.filter(({state}) => state === 'requested').sort(inOrder);
  const room = placesOf(rules) - confirmed;
  const changes = [
    ...(rules.confirms ? [] : requested.slice(0, room).map((each) => change(each, 'confirmed', true))),
    // Those who asked last make way when a run becomes smaller. Nobody is lost: they wait.
    ...requested.slice(room).map((each) => change(each, 'waiting', true)),
  ];
  const after = apply(bookings, changes);
  return {ok: true, changes: [...changes, ...promote(rules, after, freePlaces(rules, after), placesOf(rules) - placesOf(before))]};
}

import type {Booking, BookingChange, BookingState} from '#core/runs/booking.ts';
import type {RunBooking} from '#core/runs/api.ts';
import type {Queries} from '../database/database.ts';

/** Cancelled bookings shown to trainers, newest first. */
const CANCELLED_LIMIT = 100;
/** Bookings of one person listed at once. */
const OWN_LIMIT = 100;
/** Above all places and waiting places of a run. */
const BOOK_LIMIT = 1100;

/** The last change of each booking was made by somebody else: for a cancelled one, a trainer's decision. */
const LAST = `left join lateral (
    select x.reason, x.changed_by from booking_changes x where x.cohort_id = b.cohort_id and x.person_id = b.person_id order by x.seq desc limit 1
  ) l on true`;
const IS_CLOSED = "(b.state = 'cancelled' and l.changed_by is not null and l.changed_by <> b.person_id)";

/** A place on the waiting list, counted from 1. Asked of few bookings at a time; bookings_by_state serves it. */
const PLACE = `case when b.state = 'waiting' then (
    select count(*)::int from bookings o where o.cohort_id = b.cohort_id and o.state = 'waiting' and (o.asked_at, o.person_id) <= (b.asked_at, b.person_id)
  ) end`;

/** All bookings of a run that are not cancelled, and that of one person however it stands. The run must be locked. */
export function listBook(db: Queries, cohortId: string, personId: string | null): Promise<Booking[]> {
  return db.query<Booking>(
    `select b.person_id::text as "personId", b.state, b.asked_at as "askedAt", ${IS_CLOSED} as "isClosed"
     from bookings b ${LAST} where b.cohort_id = $1::uuid and (b.state <> 'cancelled' or b.person_id = $2::uuid) limit ${BOOK_LIMIT}`,
    [cohortId, personId],
  );
}

/**
 * Writes one change of a booking, and makes the person a member of the run, or no longer one, so that members are those confirmed. Call it in
 * a transaction that holds the run.
 */
export async function changeBooking(db: Queries, cohortId: string, {personId, from, to, askedAt}: Omit<BookingChange, 'isAutomatic'>, {reason, changedBy}: {reason: string | null; changedBy: string}, now: Date): Promise<void> {
  await db.query(
    `insert into bookings (cohort_id, person_id, state, asked_at, changed_at) values ($1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz)
     on conflict (cohort_id, person_id) do update set state = excluded.state, asked_at = excluded.asked_at, changed_at = excluded.changed_at`,
    [cohortId, personId, to, askedAt, now.toISOString()],
  );
  await db.query(
    `insert into booking_changes (cohort_id, person_id, from_state, to_state, reason, changed_by, changed_at)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::timestamptz)`,
    [cohortId, personId, from, to, reason, changedBy, now.toISOString()],
  );
  if (to === 'confirmed') {
    await db.query('insert into cohort_members (cohort_id, person_id, joined_at) values ($1::uuid, $2::uuid, $3::timestamptz) on conflict do nothing', [cohortId, personId, now.toISOString()]);
  } else {
    await db.query('delete from cohort_members where cohort_id = $1::uuid and person_id = $2::uuid', [cohortId, personId]);
  }
}

/** How one person's booking stands; undefined for somebody who never asked. */
export async function findBooking(db: Queries, cohortId: string, personId: string): Promise<{state: BookingState; place: number | null; reason: string | null; isClosed: boolean} | undefined> {
  const rows = await db.query<{state: BookingState; place: number | null; reason: string | null; isClosed: boolean}>(
    `select b.state, ${PLACE} as place, l.reason, ${IS_CLOSED} as "isClosed" from bookings b ${LAST} where b.cohort_id = $1::uuid and b.person_id = $2::uuid`,
    [cohortId, personId],
  );
  return rows[0];
}

/** Everybody who asked and is no member: requests and the waiting list in order, then those cancelled, the newest first. */
export async function listAsked(db: Queries, cohortId: string): Promise<RunBooking[]> {
  const select = `select b.person_id::text as "personId", p.display_name as "displayName", p.email, p.directorate, b.state, b.asked_at as "askedAt", b.changed_at as "changedAt",
     l.reason, ${IS_CLOSED} as "isClosed" from bookings b join people p on p.id = b.person_id ${LAST} where b.cohort_id = $1::uuid`;
  const active = await db.query<RunBooking>(`${select} and b.state in ('requested', 'waiting') order by b.state, b.asked_at, b.person_id limit ${BOOK_LIMIT}`, [cohortId]);
  const cancelled = await db.query<RunBooking>(`${select} and b.state = 'cancelled' order by b.changed_at desc limit ${CANCELLED_LIMIT}`, [cohortId]);
  return [...active, ...cancelled];
}

/** How many bookings of these runs are in each state. Cancelled ones are not counted. */
export function countBookings(db: Queries, cohortIds: readonly string[]): Promise<{id: string; state: BookingState; count: number}[]> {
  return db.query(
    `select cohort_id::text as id, state, count(*)::int as count from bookings
     where cohort_id = any($1::uuid[]) and state in ('requested', 'waiting', 'confirmed') group by cohort_id, state`,
    [cohortIds],
  );
}

export interface OwnBooking {
  cohortId: string;
  state: BookingState;
  place: number | null;
  /** Why a trainer cancelled it; null where nobody did. */
  reason: string | null;
}

/** A person's bookings, those of the latest runs first. Cancelled ones are listed until this moment has passed by their change. */
export function listOwn(db: Queries, personId: string, cancelledSince: Date): Promise<OwnBooking[]> {
  return db.query<OwnBooking>(
    `select b.cohort_id::text as "cohortId", b.state, ${PLACE} as place, case when ${IS_CLOSED} then l.reason end as reason
     from bookings b join cohorts c on c.id = b.cohort_id ${LAST}
     where b.person_id = $1::uuid and (b.state <> 'cancelled' or b.changed_at > $2::timestamptz) order by c.starts_on desc, c.id desc limit ${OWN_LIMIT}`,
    [personId, cancelledSince.toISOString()],
  );
}

/** Addresses of people by the state of their booking in a run, for mail. */
export function listAddresses(db: Queries, cohortId: string, states: readonly BookingState[]): Promise<{personId: string; email: string}[]> {
  return db.query(
    `select p.id::text as "personId", p.email from bookings b join people p on p.id = b.person_id
     where b.cohort_id = $1::uuid and b.state = any($2::text[]) and p.erased_at is null order by p.id limit ${BOOK_LIMIT}`,
    [cohortId, states],
  );
}

/** Addresses of these people, for mail. */
export function listAddressesOf(db: Queries, personIds: readonly string[]): Promise<{personId: string; email: string}[]> {
  return db.query('select id::text as "personId", email from people where id = any($1::uuid[]) and erased_at is null', [personIds]);
}

export interface MessageRow {
  id: string;
  cohortId: string;
  sentBy: string;
  recipients: number;
  bodyHash: string;
}

export async function findMessage(db: Queries, id: string): Promise<MessageRow | undefined> {
  const rows = await db.query<MessageRow>(
    'select id::text as id, cohort_id::text as "cohortId", sent_by::text as "sentBy", recipients, body_hash as "bodyHash" from run_messages where id = $1::uuid', [id],
  );
  return rows[0];
}

/** Messages that went to a run after this moment. */
export async function countMessages(db: Queries, cohortId: string, since: Date): Promise<number> {
  const rows = await db.query<{count: number}>('select count(*)::int as count from run_messages where cohort_id = $1::uuid and sent_at > $2::timestamptz', [cohortId, since.toISOString()]);
  return rows[0]?.count ?? 0;
}

/** Writes down that a message went, without its words. False when its id is there already. */
export async function addMessage(db: Queries, {id, cohortId, sentBy, recipients, bodyHash}: MessageRow, now: Date): Promise<boolean> {
  const rows = await db.query(
    `insert into run_messages (id, cohort_id, sent_by, sent_at, recipients, body_hash)
     values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::int, $6) on conflict (id) do nothing returning 1 as one`,
    [id, cohortId, sentBy, now.toISOString(), recipients, bodyHash],
  );
  return rows.length > 0;
}

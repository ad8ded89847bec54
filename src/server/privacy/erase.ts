import type {ErasureDone, ErasureReason} from '#core/privacy/api.ts';
import {yearsBefore} from '#core/privacy/retention.ts';
import type {Retention} from '#core/privacy/retention.ts';
import {TABLES} from '#core/privacy/tables.ts';
import type {TableFacts} from '#core/privacy/tables.ts';
import type {AuditDetail} from '#core/records/audit.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {lockCoordinators} from '../repositories/people.ts';
import {
  addErasure, cancelOpenPlaces, countOnlyRuns, deleteRowsAbout, emptyAnswers, emptyPerson, emptyRows, findErasure, listOpenPlaces, lockToErase, noteForgottenCredentials,
  removeTrainingOfErased, unlinkRows,
} from '../repositories/privacy.ts';
import {giveUpPlace} from '../runs/bookings.ts';

/** After any record: all answers go. */
const EVER = new Date('9999-12-31T00:00:00Z');

interface Wanted {
  id: string;
  personId: string;
  /** Null: the person themselves. */
  reason: ErasureReason | null;
  /** Who does it; null for a restore. */
  actorId: string | null;
}

/**
 * Erases somebody, once: the same id again gives what was done. First gives up their places in runs to come, so that somebody else moves up.
 * Throws a 409 for the last coordinator and for somebody who alone runs a course that is not over, with what to do first.
 */
export async function erase(services: Services, wanted: Wanted): Promise<ErasureDone> {
  const {database, clock, organisation} = services;
  const done = await findDone(database, wanted);
  if (done) return done;
  const now = clock();
  await refuseNeeded(database, wanted, now);
  for (const cohortId of await listOpenPlaces(database, wanted.personId, now, toLondonDay(now.toISOString()))) await giveUpPlace(services, cohortId, wanted.personId, null);
  return database.transaction(async (tx) => {
    await refuseNeeded(tx, wanted, now);
    const email = await lockToErase(tx, wanted.personId);
    if (email === undefined) {
      // Sent twice at the same moment: the other one was quicker.
      const before = await findDone(tx, wanted);
      if (before) return before;
      throw nobody();
    }
    await eraseRows(tx, {...wanted, email, erasedAt: now}, organisation.retention, now);
    return {id: wanted.id, erasedAt: now.toISOString()};
  });
}

/** The refusal for somebody who is not there, or was erased. */
export function nobody(): Refusal {
  return new Refusal(404, 'no-such-person', 'Nobody here has this number. Look the person up again by their address.');
}

async function findDone(db: Queries, {id, personId, reason}: Wanted): Promise<ErasureDone | null> {
  const there = await findErasure(db, id);
  if (!there) return null;
  if (there.personId !== personId || there.reason !== reason) throw new Refusal(409, 'other-erasure', 'Somebody else was erased under this id. Reload the page and start again.');
  return {id, erasedAt: there.erasedAt};
}

async function refuseNeeded(db: Queries, {personId, actorId}: Wanted, now: Date): Promise<void> {
  const isOwn = personId === actorId;
  const coordinators = await lockCoordinators(db);
  if (coordinators.length === 1 && coordinators[0] === personId) {
    throw new Refusal(409, 'last-coordinator', `${isOwn ? 'You are' : 'This is'} the last coordinator, and somebody must be able to answer for the records. Make somebody else a coordinator first.`);
  }
  const runs = await countOnlyRuns(db, personId, now, toLondonDay(now.toISOString()));
  if (runs > 0) {
    throw new Refusal(409, 'only-trainer', `${isOwn ? 'You are' : 'This person is'} the only trainer of ${runs === 1 ? 'a course run that is' : `${runs} course runs that are`} not over. Let somebody else run ${runs === 1 ? 'it' : 'them'} too, or cancel, on the page /cohorts/. Then try again.`);
  }
}

/**
 * Takes everything out of the tables that says who a person is, table by table as TABLES says, and writes it down in the audit log with counts
 * alone. `email`: theirs, still. Call it in a transaction, with nothing after it.
 */
export async function eraseRows(tx: Queries, {id, personId, email, reason, actorId, erasedAt}: Wanted & {email: string; erasedAt: Date}, retention: Retention, now: Date): Promise<void> {
  await emptyAnswers(tx, EVER, personId);
  await cancelOpenPlaces(tx, personId, now, toLondonDay(now.toISOString()));
  await noteForgottenCredentials(tx, personId, erasedAt);
  const counts: Record<string, number> = {};
  // Rows that point at others go first, so those further down the list do.
  for (const facts of [...TABLES].reverse()) {
    const count = await eraseTable(tx, facts, personId, email);
    if (count > 0) counts[facts.table] = count;
  }
  await emptyPerson(tx, personId, erasedAt);
  await addErasure(tx, {id, personId, reason, erasedAt: erasedAt.toISOString()});
  if (retention.trainingYears !== null) await removeTrainingOfErased(tx, yearsBefore(now, retention.trainingYears));
  const detail: AuditDetail = {...counts, erasure: id, reason};
  await addAudit(tx, {actorId, action: 'person-erased', subjectId: personId, detail}, now);
}

async function eraseTable(tx: Queries, facts: TableFacts, personId: string, email: string): Promise<number> {
  switch (facts.erasure) {
    case 'delete': return deleteRowsAbout(tx, facts, personId, email);
    case 'unlink': return unlinkRows(tx, facts, personId);
    case 'keep-without-name': return emptyRows(tx, facts, personId, email);
    case 'empty': return 0;
  }
}

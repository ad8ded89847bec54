import type * as z from 'zod';
import type {NewSession, RunSession, SessionCancellation, SessionChange, SessionReceipt} from '#core/runs/api.ts';
import {faultsOfSession, MOST_SESSIONS, movesPeople, timesOf} from '#core/runs/session.ts';
import type {SessionFields} from '#core/runs/session.ts';
import {sessionMail} from '#core/runs/mail.ts';
import type {SessionNews} from '#core/runs/mail.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {applyTraining} from '../records/applyTraining.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {listAddresses} from '../repositories/bookings.ts';
import {listMemberIds, lockCohort} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {addSession, cancelSession, changeSession, countSessions, findSession, lockSession} from '../repositories/courseSessions.ts';
import type {SessionRow} from '../repositories/courseSessions.ts';
import {refuseCancelled} from './bookings.ts';
import {optionsOf, post, toMailed} from './post.ts';
import type {PostParts} from './post.ts';

type SessionParts = PostParts & Pick<Services, 'database' | 'outbox' | 'shelf'>;

/** A row as trainers see it: without who wrote it and what was sent. */
export function toSession({id, title, startsAt, endsAt, mode, place, instructions, isMandatory, cancelledReason, revision}: SessionRow): RunSession {
  return {id, title, startsAt, endsAt, mode, place, instructions, isMandatory, cancelledReason, revision};
}

/** The times of a session's fields in the zone of the run. Throws a 422 that names each field that is wrong. */
function checkedTimes(fields: SessionFields, zone: string): ReturnType<typeof timesOf> {
  const faults = faultsOfSession(fields);
  if (faults.length > 0) throw new Refusal(422, 'wrong-fields', faults.map(({message}) => message).join(' '), faults);
  const times = timesOf(fields, zone);
  if (Date.parse(times.endsAt) <= Date.parse(times.startsAt)) {
    const message = 'Clocks change over these times, and the end comes out before the start. Choose a later end.';
    throw new Refusal(422, 'wrong-fields', message, [{field: 'to', message}]);
  }
  return times;
}

/** Adds a session to a run, once. Throws a 409 for another one under its id. */
export async function openSession(parts: SessionParts, cohortId: string, wanted: NewSession, trainerId: string): Promise<{added: boolean; receipt: SessionReceipt}> {
  const result = await parts.database.transaction(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    const bodyHash = canonicalHash(wanted);
    const there = await findSession(tx, wanted.id);
    if (there && (there.cohortId !== cohortId || there.bodyHash !== bodyHash)) throw new Refusal(409, 'other-session', 'Another session has this id. Reload the page and add the session again.');
    const {note, ...times} = checkedTimes(wanted, cohort.timeZone);
    if (there) return {added: false, receipt: {session: toSession(there), note, told: 0}};
    refuseCancelled(cohort);
    if (await countSessions(tx, cohortId) >= MOST_SESSIONS) throw new Refusal(409, 'too-many-sessions', `A run has at most ${MOST_SESSIONS} sessions. Open another run for the rest.`);
    await addSession(tx, cohortId, {...wanted, ...times}, {bodyHash, by: trainerId}, parts.clock());
    const session = await sessionIn(tx, cohortId, wanted.id);
    const told = wanted.tellEverybody ? await tell(parts, tx, cohort, session, {kind: 'added'}) : 0;
    await logChange(parts, tx, cohort, session, trainerId, 'added');
    return {added: true, receipt: {session: toSession(session), note, told}};
  });
  parts.outbox.kick();
  return result;
}

/** Changes a session. Throws a 409 that says who changed it meanwhile, and when. Sent again after it was done, it changes nothing. */
export async function editSession(parts: SessionParts, cohortId: string, id: string, wanted: SessionChange, trainerId: string): Promise<SessionReceipt> {
  const receipt = await parts.database.transaction(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    const before = await lockedSession(tx, cohortId, id);
    const {note, ...times} = checkedTimes(wanted, cohort.timeZone);
    const {title, mode, place, instructions, isMandatory} = wanted;
    const after = {id, title, mode, place, instructions, isMandatory, ...times};
    if (before.revision === wanted.revision + 1 && isSame(before, after)) return {session: toSession(before), note, told: 0};
    refuseCancelled(cohort);
    refuseStale(before, wanted.revision);
    await changeSession(tx, after, trainerId, parts.clock());
    const session = await sessionIn(tx, cohortId, id);
    const told = wanted.tellEverybody && movesPeople(before, session) ? await tell(parts, tx, cohort, session, {kind: 'changed', before}) : 0;
    await recountMembers(parts, tx, cohort);
    await logChange(parts, tx, cohort, session, trainerId, 'changed');
    return {session: toSession(session), note, told};
  });
  parts.outbox.kick();
  return receipt;
}

/** Cancels a session and keeps it, so that calendars take it away. Sent again, it changes nothing. */
export async function endSession(parts: SessionParts, cohortId: string, id: string, wanted: z.infer<typeof SessionCancellation>, trainerId: string): Promise<SessionReceipt> {
  const receipt = await parts.database.transaction(async (tx) => {
    const cohort = await lockCohort(tx, cohortId);
    const before = await lockedSession(tx, cohortId, id);
    if (before.cancelledReason === wanted.reason) return {session: toSession(before), note: null, told: 0};
    refuseCancelled(cohort);
    refuseStale(before, wanted.revision);
    await cancelSession(tx, id, wanted.reason, trainerId, parts.clock());
    const session = await sessionIn(tx, cohortId, id);
    const told = wanted.tellEverybody ? await tell(parts, tx, cohort, session, {kind: 'cancelled', reason: wanted.reason}) : 0;
    await recountMembers(parts, tx, cohort);
    await logChange(parts, tx, cohort, session, trainerId, 'cancelled');
    return {session: toSession(session), note: null, told};
  });
  parts.outbox.kick();
  return receipt;
}

async function sessionIn(tx: Queries, cohortId: string, id: string): Promise<SessionRow> {
  const row = RecordId.safeParse(id).success ? await findSession(tx, id) : undefined;
  if (row?.cohortId !== cohortId) throw new Refusal(404, 'no-such-session', 'This run has no session with this id. Load the run again.');
  return row;
}

async function lockedSession(tx: Queries, cohortId: string, id: string): Promise<SessionRow> {
  await sessionIn(tx, cohortId, id);
  await lockSession(tx, id);
  return sessionIn(tx, cohortId, id);
}

function isSame(row: SessionRow, wanted: Omit<RunSession, 'cancelledReason' | 'revision'>): boolean {
  return row.title === wanted.title && !movesPeople(row, wanted) && row.instructions === wanted.instructions && row.isMandatory === wanted.isMandatory;
}

function refuseStale({revision, cancelledReason, updatedBy, updatedAt}: SessionRow, saw: number): void {
  if (revision !== saw) {
    throw new Refusal(409, 'other-revision', `${updatedBy ?? 'Another trainer'} changed this session on ${writeDayOf(updatedAt)} at ${writeTimeOf(updatedAt)}. Load the saved version, then make your change.`);
  }
  if (cancelledReason !== null) throw new Refusal(409, 'session-cancelled', 'This session is cancelled. Add a new one instead.');
}

/** Writes to everybody confirmed; gives how many. */
async function tell(parts: SessionParts, tx: Queries, cohort: CohortRow, session: RunSession, news: SessionNews): Promise<number> {
  const to = await listAddresses(tx, cohort.id, ['confirmed']);
  await post(parts, tx, to, sessionMail(toMailed(parts, cohort), session, news, optionsOf(parts)));
  return to.length;
}

/** A session that moves, goes or becomes mandatory changes how far each member has come. */
async function recountMembers({shelf, clock}: SessionParts, tx: Queries, {id, courseId}: CohortRow): Promise<void> {
  await applyTraining(tx, await listMemberIds(tx, id), courseId, shelf.courses, clock());
}

async function logChange(parts: SessionParts, tx: Queries, cohort: CohortRow, {id}: {id: string}, trainerId: string, what: 'added' | 'changed' | 'cancelled'): Promise<void> {
  await addAudit(tx, {actorId: trainerId, action: 'run-changed', subjectId: null, object: `cohort:${cohort.id}`, detail: {session: id, what}}, parts.clock());
}

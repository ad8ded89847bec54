import type {Person} from '#core/records/api.ts';
import type {NewRun, RunChange} from '#core/runs/api.ts';
import {runCancelledMail} from '#core/runs/mail.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {HOME_ZONE} from '#core/runs/zone.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {makeJoinCode} from '../records/joinCode.ts';
import {listAddresses} from '../repositories/bookings.ts';
import {addCohort, addTrainer, cancelCohort, changeCohort, findCohort, findWhoTeaches, listTrainers, lockCohort, removeTrainer} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {applyRules, refuseCancelled} from './bookings.ts';
import {optionsOf, post, toMailed} from './post.ts';
import type {PostParts} from './post.ts';

type RunParts = PostParts & Pick<Services, 'database' | 'outbox'>;

/** Opens a run, once. Throws a 409 for another run, or another person's, under its id, and a 422 for a course that is not there. */
export async function openRun({database, shelf, clock, randomBytes}: RunParts, wanted: NewRun, person: Person): Promise<{added: boolean; row: CohortRow}> {
  const course = shelf.course(wanted.courseId);
  if (!course) throw new Refusal(422, 'unknown-course', `There is no course \`${wanted.courseId}\`. Choose one from the list.`, [{field: 'courseId', message: 'Choose a course from the list.'}]);
  const bodyHash = canonicalHash(wanted);
  const {id, courseId, title, startsOn, capacity = null, confirms = false, isListed = false, timeZone = HOME_ZONE} = wanted;
  return database.transaction(async (tx) => {
    const added = await addCohort(tx, {
      id, courseId, title, startsOn, capacity, confirms, isListed, timeZone, courseVersion: course.version, joinCode: makeJoinCode(randomBytes), trainerId: person.id, bodyHash,
    }, clock());
    const row = await findCohort(tx, id);
    // A run of an earlier release has no hash: it is the same when its fields are.
    const isSame = row?.trainerId === person.id && (row.bodyHash === null ? row.courseId === courseId && row.title === title && row.startsOn === startsOn : row.bodyHash === bodyHash);
    if (!row || !isSame) throw new Refusal(409, 'other-cohort', 'Another course run has this id. Reload the page and open it again.');
    if (added) await addAudit(tx, {actorId: person.id, action: 'run-opened', subjectId: null, object: `cohort:${id}`, detail: {course: courseId, version: course.version}}, clock());
    return {added, row};
  });
}

/** Changes title, places and listing of a run. Throws a 409 that says who changed it meanwhile. Sent again after it was done, it changes nothing. */
export async function editRun(parts: RunParts, id: string, change: RunChange, trainerId: string): Promise<void> {
  const {database, clock, outbox} = parts;
  await database.transaction(async (tx) => {
    const row = await lockCohort(tx, id);
    const fields = (['title', 'capacity', 'confirms', 'isListed'] as const).filter((field) => row[field] !== change[field]);
    if (row.revision === change.revision + 1 && fields.length === 0) return;
    refuseCancelled(row);
    if (row.revision !== change.revision) {
      throw new Refusal(409, 'other-revision', `${row.updatedBy ?? 'Another trainer'} changed this run${row.updatedAt === null ? '' : ` on ${writeDayOf(row.updatedAt)} at ${writeTimeOf(row.updatedAt)}`}. Load the saved version, then make your change.`);
    }
    if (fields.length === 0) return;
    await changeCohort(tx, id, change, trainerId, clock());
    await applyRules(parts, tx, {...row, title: change.title}, change, trainerId);
    await addAudit(tx, {actorId: trainerId, action: 'run-changed', subjectId: null, object: `cohort:${id}`, detail: {fields: fields.join(', ')}}, clock());
  });
  outbox.kick();
}

/** Cancels a whole run and tells everybody who had booked. Nothing is deleted. Sent again, it changes nothing. */
export async function cancelRun(parts: RunParts, id: string, reason: string, trainerId: string): Promise<void> {
  const {database, clock, outbox} = parts;
  await database.transaction(async (tx) => {
    const row = await lockCohort(tx, id);
    if (row.cancelledReason === reason) return;
    if (row.cancelledAt !== null) throw new Refusal(409, 'run-cancelled', `This run was cancelled before: ${row.cancelledReason ?? ''}`);
    await cancelCohort(tx, id, reason, trainerId, clock());
    const to = await listAddresses(tx, id, ['requested', 'waiting', 'confirmed']);
    await post(parts, tx, to, runCancelledMail(toMailed(parts, row), reason, optionsOf(parts)));
    await addAudit(tx, {actorId: trainerId, action: 'run-cancelled', subjectId: null, object: `cohort:${id}`, detail: {told: to.length}}, clock());
  });
  outbox.kick();
}

/** Lets another person run this course run. Throws the same 422 for an address that nobody has as for somebody without a role. */
export async function shareRun({database, clock}: Pick<Services, 'database' | 'clock'>, id: string, email: string, trainerId: string): Promise<void> {
  await database.transaction(async (tx) => {
    refuseCancelled(await lockCohort(tx, id));
    const personId = await findWhoTeaches(tx, email);
    if (personId === undefined) {
      const message = 'Nobody with this address is a trainer, a lead or a coordinator. A coordinator can give them the role first.';
      throw new Refusal(422, 'no-trainer', message, [{field: 'email', message}]);
    }
    if (!await addTrainer(tx, id, personId, clock())) return;
    await addAudit(tx, {actorId: trainerId, action: 'run-changed', subjectId: personId, object: `cohort:${id}`, detail: {what: 'trainer-added'}}, clock());
  });
}

/** Takes a trainer off a run, but never the last. Somebody who is none of its trainers is off it already. */
export async function unshareRun({database, clock}: Pick<Services, 'database' | 'clock'>, id: string, personId: string, trainerId: string): Promise<void> {
  await database.transaction(async (tx) => {
    await lockCohort(tx, id);
    const trainers = await listTrainers(tx, [id]);
    if (trainers.every((trainer) => trainer.id !== personId)) return;
    if (trainers.length === 1) throw new Refusal(409, 'last-trainer', 'This is the last trainer of the run, so they stay. Add another trainer first.');
    await removeTrainer(tx, id, personId);
    await addAudit(tx, {actorId: trainerId, action: 'run-changed', subjectId: personId, object: `cohort:${id}`, detail: {what: 'trainer-removed'}}, clock());
  });
}

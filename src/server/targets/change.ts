import type * as z from 'zod';
import type {Person} from '#core/records/api.ts';
import type {NewTarget, TargetChange, TargetSettings} from '#core/targets/api.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash, canonicalJson} from '../records/canonical.ts';
import {addTarget, changeTarget, countTargets, findTarget, removeTarget} from '../repositories/targets.ts';
import type {TargetRow} from '../repositories/targets.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock' | 'organisation'>;

/** Targets that one installation may have: as many as a page can show. */
export const MOST_TARGETS = 200;

/** Throws a 422 that names the field when a target asks for a course, a directorate or a headcount that cannot be. */
function checkSettings({shelf, organisation}: Parts, {courseIds, directorates, jobRoles, headcount}: TargetSettings): void {
  const fault = (field: string, message: string): Refusal => new Refusal(422, 'wrong-target', message, [{field, message}]);
  if (courseIds.some((id) => !shelf.course(id))) throw fault('courseIds', 'One of these courses is not on the site. Choose from the list.');
  const isOurs = (id: string): boolean => organisation.directorates.some((each) => each.id === id);
  if (!directorates.every(isOurs)) throw fault('directorates', 'One of these directorates is not ours. Choose from the list.');
  if (new Set(courseIds).size < courseIds.length || new Set(directorates).size < directorates.length) throw fault('courseIds', 'A course or directorate stands there twice. Name each once.');
  if (headcount.from === 'staff-list') return;
  if (jobRoles.length > 0) throw fault('headcount', 'Only a staff list knows job roles. Count people from the staff list, or leave the roles out.');
  const named = Object.keys(headcount.parts);
  if (!named.every((id) => isOurs(id) && (directorates.length === 0 || directorates.includes(id)))) throw fault('headcount', 'A headcount is given for a directorate that does not count. Leave it out.');
  const total = Object.values(headcount.parts).reduce((sum, each) => sum + each, 0);
  if (total > headcount.total) throw fault('headcount', `The directorates have ${total} people together, and the whole has ${headcount.total}. Put one of them right.`);
}

const settingsOf = ({id: _id, revision: _revision, createdBy: _by, createdAt: _at, bodyHash: _hash, ...settings}: TargetRow): TargetSettings => settings;

/** Makes a target, once. Gives it and whether it is new. Throws a 409 for another body, or another person, under the same id. */
export async function makeTarget(parts: Parts, person: Person, wanted: z.infer<typeof NewTarget>): Promise<{target: TargetRow; isNew: boolean}> {
  checkSettings(parts, wanted);
  const {database, clock} = parts;
  const bodyHash = canonicalHash(wanted);
  return database.transaction(async (tx) => {
    const isFull = await countTargets(tx) >= MOST_TARGETS;
    const isNew = !isFull && await addTarget(tx, {...wanted, createdBy: person.id, bodyHash}, clock());
    const target = await findTarget(tx, wanted.id);
    if (!target) throw new Refusal(409, 'too-many-targets', `There are ${MOST_TARGETS} targets already. Remove those that are over.`);
    if (target.bodyHash !== bodyHash || target.createdBy !== person.id) throw new Refusal(409, 'other-target', 'Another target has this id. Reload the page and set it again.');
    if (isNew) await addAudit(tx, {actorId: person.id, action: 'target-changed', subjectId: null, object: `target:${wanted.id}`, detail: {what: 'made', percent: wanted.percent}}, clock());
    return {target, isNew};
  });
}

/** Changes a target. Throws a 404 when it is gone, and a 409 when somebody else has changed it meanwhile. */
export async function setTarget(parts: Parts, person: Person, id: string, {revision, ...settings}: z.infer<typeof TargetChange>): Promise<TargetRow> {
  checkSettings(parts, settings);
  const {database, clock} = parts;
  return database.transaction(async (tx) => {
    const isChanged = await changeTarget(tx, id, revision, settings);
    const target = await findTarget(tx, id);
    if (!target) throw new Refusal(404, 'no-such-target', 'You have no target with this id. Look at the list of targets.');
    // The same change sent again, because its answer was lost, has been made already.
    if (!isChanged && (target.revision !== revision + 1 || canonicalJson(settingsOf(target)) !== canonicalJson(settings))) {
      throw new Refusal(409, 'other-revision', 'Somebody has changed this target meanwhile. Load it again, look at what they set, then make your change.');
    }
    if (isChanged) await addAudit(tx, {actorId: person.id, action: 'target-changed', subjectId: null, object: `target:${id}`, detail: {what: 'changed', percent: settings.percent, revision: target.revision}}, clock());
    return target;
  });
}

/** Removes a target. One that is gone already is no fault. */
export async function dropTarget({database, clock}: Parts, person: Person, id: string): Promise<void> {
  await database.transaction(async (tx) => {
    if (await removeTarget(tx, id)) await addAudit(tx, {actorId: person.id, action: 'target-changed', subjectId: null, object: `target:${id}`, detail: {what: 'removed'}}, clock());
  });
}

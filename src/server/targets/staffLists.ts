import type {Person} from '#core/records/api.ts';
import type {StaffImport, StaffPart, StaffSummary} from '#core/targets/api.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {nameOfDirectorate} from '../records/directorates.ts';
import {addImport, addPart, applyImport, countStaff, findImport, findNewestImport, listJobRoles, listTwice, lockStaffList, undoImport} from '../repositories/staffLists.ts';
import type {ImportRow} from '../repositories/staffLists.ts';

type Parts = Pick<Services, 'database' | 'clock' | 'organisation'>;

const UNDO_DAYS = 30;
/** Job roles offered when a target is set; a large council has some hundreds. */
const MOST_ROLES = 500;
/** Faults told at once: enough to see what is the matter. */
const MOST_FAULTS = 20;

/** How the staff list stands. */
export async function staffSummary(parts: Parts): Promise<StaffSummary> {
  const {database, organisation, clock} = parts;
  const [counts, jobRoles, newest] = await Promise.all([countStaff(database, null), listJobRoles(database, MOST_ROLES), findNewestImport(database)]);
  const byDirectorate = new Map<string, number>();
  for (const {directorate, people} of counts) byDirectorate.set(directorate, (byDirectorate.get(directorate) ?? 0) + people);
  return {
    people: [...byDirectorate.values()].reduce((sum, each) => sum + each, 0),
    state: newest?.id ?? null,
    directorates: [...byDirectorate].map(([directorate, people]) => ({directorate, name: nameOfDirectorate(organisation, directorate), people})).sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    jobRoles,
    newest: newest ? toImport(newest, clock()) : null,
  };
}

/** Takes one part of a staff list, and puts the whole in place once every part is here. Sent again, it does nothing and says the same. */
export async function takePart(parts: Parts, person: Person, body: StaffPart): Promise<{imported: StaffImport; isNew: boolean}> {
  checkRows(parts, body);
  if (body.part > body.parts) throw wrong('part', `This is part ${body.part} of ${body.parts}. Send the parts that there are.`);
  const {database, clock} = parts;
  const bodyHash = canonicalHash(body);
  return database.transaction(async (tx) => {
    await lockStaffList(tx);
    const before = await findImport(tx, body.id);
    if (!before) {
      await checkState(tx, body.after);
      await addImport(tx, {id: body.id, importedBy: person.id, afterId: body.after, parts: body.parts, removeMissing: body.removeMissing}, clock());
    } else if (before.importedBy !== person.id || before.parts !== body.parts || before.afterId !== body.after || before.removeMissing !== body.removeMissing) {
      throw otherImport();
    }
    if (await addPart(tx, body.id, body.part, bodyHash, before?.appliedAt ? [] : body.rows) !== bodyHash) throw otherImport();
    const now = await findImport(tx, body.id);
    if (!now) throw new Error('An import was added and is not there.');
    if (now.appliedAt !== null || now.received < now.parts) return {imported: toImport(now, clock()), isNew: !before || now.received > before.received};
    await apply(tx, parts, person, now);
    const applied = await findImport(tx, body.id);
    return {imported: toImport(applied ?? now, clock()), isNew: true};
  });
}

async function apply(tx: Queries, {clock}: Parts, person: Person, {id, afterId, removeMissing, parts}: ImportRow): Promise<void> {
  await checkState(tx, afterId);
  const twice = await listTwice(tx, id);
  if (twice.length > 0) throw wrong('rows', `Some addresses stand in the list twice: ${twice.join(', ')}. Keep one row for each, and import the list again.`);
  const counts = await applyImport(tx, id, removeMissing, clock());
  await addAudit(tx, {actorId: person.id, action: 'staff-imported', subjectId: null, object: `staff-import:${id}`, detail: {...counts, parts, removeMissing}}, clock());
}

/** Puts the staff list back to how it was before an import. Undoing again is no fault. Throws a 404 for no such import, and a 409 when it is too late. */
export async function undo(parts: Parts, person: Person, id: string): Promise<StaffImport> {
  const {database, clock} = parts;
  return database.transaction(async (tx) => {
    await lockStaffList(tx);
    const row = RecordId.safeParse(id).success ? await findImport(tx, id) : undefined;
    if (!row?.appliedAt) throw new Refusal(404, 'no-such-import', 'There is no import with this id. Load the page again.');
    if (row.undoneAt !== null) return toImport(row, clock());
    if (!row.isLatest) throw new Refusal(409, 'not-newest', 'Another list was imported after this one, so it can no longer be undone. Import the list that you want.');
    if (undoUntil(row, clock()) === null) throw new Refusal(409, 'too-late', `An import can be undone for ${UNDO_DAYS} days. Import the list that you want.`);
    await undoImport(tx, id, person.id, clock());
    await addAudit(tx, {actorId: person.id, action: 'staff-import-undone', subjectId: null, object: `staff-import:${id}`, detail: {added: row.added, changed: row.changed, removed: row.removed}}, clock());
    const undone = await findImport(tx, id);
    return toImport(undone ?? row, clock());
  });
}

async function checkState(tx: Queries, after: string | null): Promise<void> {
  const newest = await findNewestImport(tx);
  if ((newest?.id ?? null) !== after) throw new Refusal(409, 'list-changed', 'The staff list has changed since you looked. Load the page again, choose your file, and check the preview once more.');
}

function undoUntil({appliedAt, undoneAt, isLatest}: ImportRow, now: Date): string | null {
  if (appliedAt === null || undoneAt !== null || !isLatest) return null;
  const until = new Date(Date.parse(appliedAt) + UNDO_DAYS * 86_400_000);
  return until > now ? until.toISOString() : null;
}

function toImport(row: ImportRow, now: Date): StaffImport {
  const {id, received, parts, startedAt, appliedAt, undoneAt, importedByName, added, changed, removed, unchanged} = row;
  return {
    id, received, parts, state: undoneAt !== null ? 'undone' : appliedAt !== null ? 'applied' : 'waiting', by: importedByName, at: appliedAt ?? startedAt,
    counts: appliedAt === null ? null : {added, changed, removed, unchanged}, undoUntil: undoUntil(row, now),
  };
}

const wrong = (field: string, message: string): Refusal => new Refusal(422, 'wrong-rows', message, [{field, message}]);
const otherImport = (): Refusal => new Refusal(409, 'other-import', 'Another import has this id, so nothing was imported. Reload the page and choose your file again.');

/** Throws a 422 that names the rows when some cannot be, whatever the preview on the device let through. */
function checkRows({organisation}: Parts, {rows}: StaffPart): void {
  const seen = new Set<string>();
  const faults = rows.flatMap(({email, directorate}, index) => {
    const found: {field: string; message: string}[] = [];
    if (!organisation.directorates.some(({id}) => id === directorate)) found.push({field: `rows.${index}.directorate`, message: `\`${directorate}\` is not a directorate here.`});
    const domain = email.slice(email.lastIndexOf('@') + 1);
    if (organisation.emailDomains.length > 0 && !organisation.emailDomains.some((each) => each.toLowerCase() === domain)) found.push({field: `rows.${index}.email`, message: `${email} is not a work address.`});
    if (seen.has(email)) found.push({field: `rows.${index}.email`, message: `${email} stands in the list twice.`});
    seen.add(email);
    return found;
  });
  if (faults.length > 0) {
    throw new Refusal(422, 'wrong-rows', `${faults.length === 1 ? 'One entry' : `${faults.length} entries`} of the list cannot be used. ${faults.slice(0, 3).map(({message}) => message).join(' ')} Put them right, or leave those rows out.`, faults.slice(0, MOST_FAULTS));
  }
}

import type {MarkOutcome, NewMark} from '#core/attendance/api.ts';
import {faultOfMark} from '#core/attendance/marking.ts';
import {cellKey, momentAfter} from '#core/attendance/merge.ts';
import type {Person} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {applyTraining} from '../records/applyTraining.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {countFrom} from '../records/deviceClock.ts';
import {addMarks, findEverMembers, findMarks, listSessions} from '../repositories/attendance.ts';
import type {KeptMark, SessionRow} from '../repositories/attendance.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {toRegisterMark} from './register.ts';

/** What decides about the marks of one batch. */
interface Known {
  sessions: ReadonlyMap<string, SessionRow>;
  members: ReadonlySet<string>;
  /** Marks that are there, and those of this batch taken so far, by id. */
  there: Map<string, KeptMark>;
  person: Person;
  now: Date;
}

/**
 * Keeps the marks of a batch, each once, and says what became of each. A mark that is refused stops none of the others. Marks are
 * taken in the order in which they come, so that one may follow another of the same batch.
 */
export async function addBatch({database, shelf, clock}: Services, person: Person, cohort: CohortRow, marks: readonly NewMark[]): Promise<MarkOutcome[]> {
  const now = clock();
  return database.transaction(async (tx) => {
    const known = await readKnown(tx, person, cohort, marks, now);
    const decided = marks.map((mark) => decide(known, mark));
    const wanted = decided.flatMap((each) => ('add' in each ? [each.add] : []));
    const added = wanted.length > 0 ? await addMarks(tx, wanted, now.toISOString()) : new Set<string>();
    const late = wanted.some(({id}) => !added.has(id)) ? new Map((await findMarks(tx, wanted.map(({id}) => id))).map((mark) => [mark.id, mark])) : null;
    // In one order, so that two trainers who mark the same people do not wait for each other in a ring.
    const touched = [...new Set(wanted.filter(({id}) => added.has(id)).map(({personId}) => personId))].sort();
    await applyTraining(tx, touched, cohort.courseId, shelf.courses, now);
    for (const personId of touched) {
      const count = wanted.filter((mark) => mark.personId === personId && added.has(mark.id)).length;
      await addAudit(tx, {actorId: person.id, action: 'attendance-marked', subjectId: personId, object: `cohort:${cohort.id}`, detail: {marks: count}}, now);
    }
    return decided.map((each) => {
      if (!('add' in each)) return each;
      if (added.has(each.add.id)) return {id: each.add.id, outcome: 'added', mark: toRegisterMark(each.add)};
      // Sent twice at the same moment: the other one was first.
      return repeated(late?.get(each.add.id), each.add);
    });
  });
}

async function readKnown(tx: Queries, person: Person, cohort: CohortRow, marks: readonly NewMark[], now: Date): Promise<Known> {
  const sessions = await listSessions(tx, [cohort.id]);
  const members = await findEverMembers(tx, cohort.id, marks.map(({personId}) => personId));
  const there = await findMarks(tx, marks.flatMap(({id, sawId, settles}) => [id, ...settles, ...(sawId === null ? [] : [sawId])]));
  return {sessions: new Map(sessions.map((session) => [session.id, session])), members, there: new Map(there.map((mark) => [mark.id, mark])), person, now};
}

const refuse = (id: string, sentence: string): MarkOutcome => ({id, outcome: 'refused', sentence});

/** What to do with one mark. A mark that was taken once is never refused later for something that has changed since. */
function decide(known: Known, mark: NewMark): MarkOutcome | {add: KeptMark} {
  const {sessions, members, there, person, now} = known;
  const session = sessions.get(mark.sessionId);
  if (!session) return refuse(mark.id, 'This session is not one of this course run. Load the register again.');
  const bodyHash = canonicalHash(mark);
  const sent: KeptMark = {...mark, bodyHash, by: {id: person.id, name: person.displayName ?? person.email}};
  const before = there.get(mark.id);
  if (before) return repeated(before, sent);
  if (!members.has(mark.personId)) return refuse(mark.id, 'This person has no confirmed place in the course run, and had none. Confirm the place first.');
  if (mark.personId === person.id) return refuse(mark.id, 'You cannot mark your own attendance. Ask another trainer.');
  const seen = [...(mark.sawId === null ? [] : [mark.sawId]), ...mark.settles].map((id) => there.get(id));
  if (!seen.every((each) => each !== undefined && cellKey(each) === cellKey(mark))) {
    return refuse(mark.id, 'The mark that this one follows is not in the register. Load the register again, then mark once more.');
  }
  const fault = faultOfMark(mark, session, seen[0] ?? null);
  if (fault !== null) return refuse(mark.id, fault);
  const add = {...sent, at: momentAfter(countFrom(mark.at, now).at, seen.filter((each) => each !== undefined))};
  there.set(mark.id, add);
  return {add};
}

function repeated(before: KeptMark | undefined, sent: KeptMark): MarkOutcome {
  const isSame = before && before.bodyHash === sent.bodyHash && before.by.id === sent.by.id;
  return isSame ? {id: sent.id, outcome: 'already-there', mark: toRegisterMark(before)} : refuse(sent.id, 'Another mark has this id, so this one was not added. Mark once more.');
}

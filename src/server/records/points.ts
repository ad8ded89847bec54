import {pageFactOf} from '#core/points/place.ts';
import type {PageFact} from '#core/points/place.ts';
import type {NewPointChange, PointFilter, PointQueue, QueuedPoint} from '#core/points/point.ts';
import {needsNote, POINT_STATES, STATE_WORDS} from '#core/points/words.ts';
import type {PointState} from '#core/points/words.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addChange, findChange, findPoint, listChanges, listPoints, lockPoint} from '../repositories/points.ts';
import type {ChangeRow, PointRow} from '../repositories/points.ts';

/** Points in one answer. A year of a large council is a few hundred. */
const MOST_POINTS = 2000;
const OPEN: readonly PointState[] = ['new', 'in-hand'];

type Pages = readonly PageFact[];

function toQueued({questionId, questionVersion, ...row}: PointRow, changes: readonly ChangeRow[], pages: ReadonlyMap<string, PageFact>, fallback: string): QueuedPoint {
  const {title, owner} = pageFactOf(row.path, pages, fallback);
  return {
    ...row, pageTitle: title, owner,
    question: questionId === null ? null : {id: questionId, version: questionVersion ?? ''},
    changes: changes.filter(({pointId}) => pointId === row.id).map(({id, from, to, note, at, email, displayName}) => ({id, from, to, note, at, by: {email, displayName}})),
  };
}

const mapOf = (pages: Pages): ReadonlyMap<string, PageFact> => new Map(pages.map((page) => [page.address, page]));

/** The points that a filter asks for, each with its page, its owner and what was done about it. */
export async function queueOf({database, organisation}: Pick<Services, 'database' | 'organisation'>, pages: Pages, {state, kind, owner}: PointFilter): Promise<PointQueue> {
  const states = state === undefined ? POINT_STATES : state === 'open' ? OPEN : [state];
  const rows = await listPoints(database, states, kind ?? null, MOST_POINTS + 1);
  const shown = rows.slice(0, MOST_POINTS);
  const changes = await listChanges(database, shown.map(({id}) => id));
  const fallback = organisation.contact.team;
  const known = mapOf(pages);
  const points = shown.map((row) => toQueued(row, changes, known, fallback));
  return {
    points: owner === undefined ? points : points.filter((point) => point.owner === owner),
    owners: [...new Set([fallback, ...pages.map((page) => page.owner)])].filter((each) => each !== '').sort((a, b) => a.localeCompare(b, 'en-GB')),
    isCut: rows.length > MOST_POINTS,
  };
}

/**
 * Moves a point to another state, or adds a note to it, once, and writes down who did so. Throws a 404 for a point that is not there, a 409
 * when somebody else was faster, and a 422 without the reason that closing a point needs.
 */
export async function changePoint({database, organisation, clock}: Pick<Services, 'database' | 'organisation' | 'clock'>, pages: Pages, pointId: string, change: NewPointChange, personId: string): Promise<QueuedPoint> {
  return database.transaction(async (tx) => {
    await lockPoint(tx, pointId);
    const row = await findPoint(tx, pointId);
    if (!row) throw noSuchPoint();
    if (!await isThere(tx, pointId, change, personId)) {
      refuseUnfit(row.state, change);
      await addChange(tx, pointId, change, personId, clock());
    }
    const now = await findPoint(tx, pointId);
    return toQueued(now ?? row, await listChanges(tx, [pointId]), mapOf(pages), organisation.contact.team);
  });
}

/** The refusal for a point that is not there. */
export function noSuchPoint(): Refusal {
  return new Refusal(404, 'no-such-point', 'There is no learning point with this id. Go back to the list and load it again.');
}

/** Whether the change was written down before. Throws a 409 when another one has its id. */
async function isThere(tx: Queries, pointId: string, change: NewPointChange, personId: string): Promise<boolean> {
  const there = await findChange(tx, change.id);
  if (!there) return false;
  const isSame = there.pointId === pointId && there.byId === personId && there.from === change.from && there.to === change.to && there.note === change.note;
  if (!isSame) throw new Refusal(409, 'other-change', 'Another change has this id, so nothing was changed. Load the list again and try once more.');
  return true;
}

function refuseUnfit(state: PointState, {from, to, note}: NewPointChange): void {
  if (state !== from) throw new Refusal(409, 'other-state', `Somebody has changed this point meanwhile: it is now “${STATE_WORDS[state]}”. Load the list again, read what they wrote, then decide.`);
  const fault = (message: string): Refusal => new Refusal(422, 'no-note', message, [{field: 'note', message}]);
  if (note !== null) return;
  if (needsNote(to)) throw fault('Say in a sentence what was done, or why nothing is wrong.');
  if (to === from) throw fault('Choose another state, or write a note.');
}

import type {Responses} from '#core/quizzes/attempt.ts';
import {mergeResponses} from '#core/records/openAttempt.ts';
import type {OpenAttempt, OpenAttemptChange, OpenAttemptKept, OpenAttemptList} from '#core/records/openAttempt.ts';
import type {AttemptResult} from '#core/records/api.ts';
import {callService} from './api.ts';
import {announceChange} from './changes.ts';
import {change, readKept, responsesOf} from './database.ts';
import type {AttemptRow, Change, Kept} from './database.ts';
import {getPersonId, getSession} from './session.ts';

/** Where an attempt under way stands for other devices. `here`: on this device alone. */
export type Shared = 'here' | 'shared' | 'handed-in';

/** Whoever is signed in and known to the service just now; null otherwise. Nothing is sent for anybody else. */
function personAtService(): string | null {
  const {person, state} = getSession();
  return state === 'ready' ? person?.id ?? null : null;
}

/** What taking over the service's copy of an attempt changes on this device. An attempt handed in here stays as it is. */
export function decideAdopt(kept: Kept, open: OpenAttempt, owner: string): {changes: Change[]; value: boolean} {
  const mine = kept.attempts.find((row) => row.id === open.id);
  if (mine?.handedInAt || (mine?.owner ?? owner) !== owner || mine?.synced?.revision === open.revision) return {changes: [], value: false};
  const here = responsesOf(kept, open.id);
  const responses = mergeResponses(open.body.responses, here, mine?.synced?.responses ?? null);
  const row: AttemptRow = {
    id: open.id, quizId: open.quizId, quizVersion: open.quizVersion, mode: 'assessed', drawnBy: open.body.drawnBy, startedAt: open.body.startedAt,
    drawn: open.body.drawn, quiz: mine?.quiz ?? open.quiz, owner, index: open.body.index, handedInAt: null,
    synced: {revision: open.revision, responses: open.body.responses},
  };
  return {
    changes: [
      {put: 'attempts', value: row},
      ...Object.entries(responses).filter(([itemId, given]) => here[itemId] !== given).map(([itemId, response]): Change => ({put: 'responses', value: {attemptId: open.id, itemId, response}})),
    ],
    value: true,
  };
}

/** What it changes when the service says that an attempt, still open here, was handed in from another device. */
export function decideClosed(kept: Kept, result: AttemptResult, owner: string): {changes: Change[]; value: null} {
  const mine = kept.attempts.find((row) => row.id === result.id);
  if (!mine || mine.handedInAt) return {changes: [], value: null};
  return {
    changes: [
      {put: 'attempts', value: {...mine, owner, handedInAt: result.at}},
      {put: 'results', value: {id: result.id, owner, result, completions: [], clockNote: null}},
    ],
    value: null,
  };
}

/**
 * Brings the attempts at one quiz that are under way on the person's other devices to this one, and closes those that were handed in
 * there. Does nothing while nobody is signed in or the service is out of reach. Never throws.
 */
export async function fetchOpenAttempts(quizId: string): Promise<void> {
  const owner = personAtService();
  if (owner === null) return;
  const reply = await callService<OpenAttemptList>('GET', `/api/open-attempts?quizId=${encodeURIComponent(quizId)}`);
  if (reply.kind !== 'ok' || personAtService() !== owner) return;
  let changed = false;
  for (const open of reply.value.attempts) changed = (await change((kept) => decideAdopt(kept, open, owner))).value || changed;
  const {attempts} = await readKept();
  const gone = attempts.filter((row) => row.quizId === quizId && row.owner === owner && !row.handedInAt && row.synced && !reply.value.attempts.some(({id}) => id === row.id));
  for (const row of gone) changed = (await closeIfHandedIn(row.id, owner)) || changed;
  // Not `answered`: a change from outside is news for every part of the page.
  if (changed) announceChange({kind: 'outbox'});
}

async function closeIfHandedIn(id: string, owner: string): Promise<boolean> {
  const reply = await callService<AttemptResult>('GET', `/api/records/${id}`);
  if (reply.kind !== 'ok') return false;
  await change((kept) => decideClosed(kept, reply.value, owner));
  announceChange({kind: 'handed-in', attemptId: id});
  return true;
}

/**
 * Sends an attempt under way to the service, so that another device can go on with it. When another device was faster, the answers of
 * both are joined first: what changed here stands, everything else is the other's. Never throws.
 */
export async function shareOpenAttempt(id: string): Promise<Shared> {
  const owner = personAtService();
  // Two rounds: one to learn of the other device, one to send what came of joining.
  for (let round = 0; round < 2; round += 1) {
    const kept = await readKept();
    const row = kept.attempts.find((each) => each.id === id);
    if (owner === null || !row || row.handedInAt || row.mode !== 'assessed' || (row.owner ?? owner) !== owner) return 'here';
    const responses = responsesOf(kept, id);
    const reply = await callService<OpenAttemptKept>('PUT', `/api/open-attempts/${id}`, toChange(row, responses));
    if (reply.kind === 'ok') {
      await keepSynced(id, owner, reply.value.revision, responses);
      return 'shared';
    }
    if (reply.kind !== 'refused' || reply.status !== 409) return 'here';
    if (reply.problem.type.endsWith(':handed-in')) return (await closeIfHandedIn(id, owner)) ? 'handed-in' : 'here';
    await fetchOpenAttempts(row.quizId);
    announceChange({kind: 'answered', attemptId: id});
  }
  return 'here';
}

function toChange({quizId, quizVersion, drawnBy, startedAt, drawn, index, synced}: AttemptRow, responses: Responses): OpenAttemptChange {
  return {quizId, quizVersion, revision: synced?.revision ?? 0, body: {drawnBy, startedAt, drawn, responses, index}};
}

async function keepSynced(id: string, owner: string, revision: number, responses: Responses): Promise<void> {
  await change((kept) => {
    const row = kept.attempts.find((each) => each.id === id);
    // The attempt is theirs from now on: it stands on their record.
    return {changes: row && !row.handedInAt && getPersonId() === owner ? [{put: 'attempts', value: {...row, owner, synced: {revision, responses}}}] : [], value: null};
  });
}

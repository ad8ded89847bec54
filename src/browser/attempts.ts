import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {PublicQuiz, Quiz} from '#core/quizzes/quiz.ts';
import {toLearningRecord} from '#core/records/handIn.ts';
import {announceChange} from './changes.ts';
import {newRecordId, now} from './clock.ts';
import {change, readKept, responsesOf} from './database.ts';
import type {AttemptRow, Change, Keeping, Kept, ResultRow} from './database.ts';

/** An attempt with all that the device knows of it. */
export interface StoredAttempt {
  attempt: AttemptRow;
  responses: Responses;
  /** What the service said of it; null until then. */
  result: ResultRow | null;
}

/**
 * True when a screen may show this to the person now at the device: it is theirs, or was done before anybody signed in.
 * On a shared computer the next person sees nothing of the last one's, signed in or not.
 */
export function isShownTo(row: {owner: string | null}, personId: string | null): boolean {
  return row.owner === null || row.owner === personId;
}

const toStored = (kept: Kept, attempt: AttemptRow): StoredAttempt =>
  ({attempt, responses: responsesOf(kept, attempt.id), result: kept.results.find((row) => row.id === attempt.id) ?? null});

/** The attempts that are `wanted`, latest first. Ids are made in order of time. */
export function attemptsOf(kept: Kept, wanted: (attempt: AttemptRow) => boolean): StoredAttempt[] {
  return kept.attempts.filter(wanted).sort((a, b) => (a.id < b.id ? 1 : -1)).map((attempt) => toStored(kept, attempt));
}

/** Reads the attempts on this device that may be shown to this person (null: nobody signed in), latest first. */
export async function listAttempts(personId: string | null, quizId?: string): Promise<StoredAttempt[]> {
  return attemptsOf(await readKept(), (attempt) => isShownTo(attempt, personId) && (quizId === undefined || attempt.quizId === quizId));
}

/** Reads one attempt, or null when it is not on this device. */
export async function readAttempt(id: string): Promise<StoredAttempt | null> {
  const kept = await readKept();
  const attempt = kept.attempts.find((row) => row.id === id);
  return attempt ? toStored(kept, attempt) : null;
}

const onlyDrawn = <Q extends {items: {id: string}[]}>(quiz: Q, drawn: readonly DrawnItem[]): Q =>
  ({...quiz, items: quiz.items.filter((item) => drawn.some(({itemId}) => itemId === item.id))});

/** A new attempt, not kept yet. Takes with it the questions drawn, as they are now. `id` when the service drew it under one. */
export function newAttempt(made: {quiz: PublicQuiz | Quiz; drawn: DrawnItem[]; drawnBy: 'service' | 'device'; owner: string | null; id?: string}): AttemptRow {
  const {quiz, drawn, drawnBy, owner, id = newRecordId()} = made;
  return {
    id, quizId: quiz.id, quizVersion: quiz.version, mode: quiz.mode, drawnBy, startedAt: now(), drawn, owner, index: 0, handedInAt: null,
    quiz: onlyDrawn(quiz, drawn),
  };
}

/** Keeps a new attempt. */
export async function keepAttempt(attempt: AttemptRow): Promise<Keeping> {
  return (await change(() => ({changes: [{put: 'attempts', value: attempt}], value: null}))).keeping;
}

/** Keeps which question was opened last. */
export async function keepPlace(attemptId: string, index: number): Promise<Keeping> {
  return (await change((kept) => {
    const attempt = kept.attempts.find((row) => row.id === attemptId);
    return {changes: attempt && !attempt.handedInAt && attempt.index !== index ? [{put: 'attempts', value: {...attempt, index}}] : [], value: null};
  })).keeping;
}

/** Keeps what stands in the open question before it is checked, so that a closed page or a crash loses nothing. */
export async function keepDraft(attempt: AttemptRow, itemId: string, response: Response): Promise<Keeping> {
  return (await change((kept) => {
    const stored = kept.attempts.find((row) => row.id === attempt.id) ?? attempt;
    return {changes: stored.handedInAt ? [] : [{put: 'attempts', value: {...stored, draft: {itemId, response}}}], value: null};
  })).keeping;
}

/** What keeping an answer comes to: the attempt may have been handed in from another tab, and then nothing changes. */
export function decideAnswer(kept: Kept, attempt: AttemptRow, itemId: string, response: Response): {changes: Change[]; value: 'answered' | 'closed'} {
  const stored = kept.attempts.find((row) => row.id === attempt.id);
  if (stored?.handedInAt) return {changes: [], value: 'closed'};
  return {
    changes: [{put: 'attempts', value: {...(stored ?? attempt), index: attempt.index, draft: null}}, {put: 'responses', value: {attemptId: attempt.id, itemId, response}}],
    value: 'answered',
  };
}

/** Keeps one answer, and the attempt with it if this is its first. `attempt.index` is the question now open. */
export async function keepAnswer(attempt: AttemptRow, itemId: string, response: Response): Promise<{outcome: 'answered' | 'closed'; keeping: Keeping}> {
  const {value, keeping} = await change((kept) => decideAnswer(kept, attempt, itemId, response));
  if (value === 'answered') {
    announceChange({kind: 'answered', attemptId: attempt.id});
    askToPersist();
  }
  return {outcome: value, keeping};
}

let asked = false;
/** Asks the browser not to clear this site's storage when room is short. A refusal changes nothing we say. */
function askToPersist(): void {
  if (asked) return;
  asked = true;
  void navigator.storage?.persist?.().catch(() => false);
}

/**
 * What handing in comes to. Answers are read here, inside the transaction, so that those of other tabs are part of the record;
 * `inPage` fills in for storage that was cleared meanwhile.
 */
export function decideHandIn(
  kept: Kept, attempt: AttemptRow, inPage: Responses, personId: string | null, at: string,
): {changes: Change[]; value: {outcome: 'handed-in' | 'closed'; responses: Responses}} {
  const stored = kept.attempts.find((row) => row.id === attempt.id) ?? attempt;
  const responses = {...(stored.handedInAt ? {} : inPage), ...responsesOf(kept, attempt.id)};
  if (stored.handedInAt) return {changes: [], value: {outcome: 'closed', responses}};
  // Whoever started it keeps it: on a shared computer the next person must not be given the last one's answers.
  const owner = stored.owner ?? personId;
  return {
    changes: [
      {put: 'attempts', value: {...stored, owner, handedInAt: at}},
      {put: 'outbox', value: {id: attempt.id, record: toLearningRecord(stored, responses, at), owner, state: 'waiting', reason: null, tries: 0, lastTriedAt: null}},
    ],
    value: {outcome: 'handed-in', responses},
  };
}

/** Hands an attempt in: marks it and puts its record in the outbox in one transaction, once, whichever tab asks first. */
export async function handIn(attempt: AttemptRow, inPage: Responses, personId: string | null): Promise<{outcome: 'handed-in' | 'closed'; responses: Responses; keeping: Keeping}> {
  const {value, keeping} = await change((kept) => decideHandIn(kept, attempt, inPage, personId, now()));
  announceChange({kind: 'handed-in', attemptId: attempt.id});
  announceChange({kind: 'outbox'});
  return {...value, keeping};
}

/** Ids of questions of a quiz that this person has been asked before, so that a new attempt asks others first. */
export function seenIn(attempts: readonly StoredAttempt[], quizId: string): Set<string> {
  return new Set(attempts.filter(({attempt}) => attempt.quizId === quizId).flatMap(({attempt}) => attempt.drawn.map((item) => item.itemId)));
}

/** An attempt as a file that a person can keep or send in: the questions, the answers and the record as it stands. */
export function attemptAsJson(attempt: AttemptRow, responses: Responses): string {
  return `${JSON.stringify({savedAt: now(), record: toLearningRecord(attempt, responses, attempt.handedInAt ?? now())}, null, 2)}\n`;
}

import {addIntents, afterAnswer, HOLD_MANY_MS, HOLD_ONE_MS, MARKS_KEPT_UNDER, marksKey, nextTryMs, parseKeptRegister, parseWaiting, registerKey, REGISTERS_KEPT_UNDER, runIdOf, sendable, takeBack, withSent} from '#core/attendance/kept.ts';
import type {Intent, KeptRegister, WaitingMark} from '#core/attendance/kept.ts';
import type {MarkAnswer, MarkOutcome, Register} from '#core/attendance/api.ts';
import type {ServiceState} from '#core/records/outbox.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {newRecordId, now, random} from './clock.ts';
import {changeRow, keepingOf, listRows, onRowChange, readRow} from './kept.ts';
import {forgetRegister, forgetRegisters} from './registers.ts';
import {getPersonId, getSession, onSessionChange, refreshSession} from './session.ts';

const LOCK = 'askwell-attendance';
/** Marks that go at once; the service takes 200. */
const BATCH = 100;
/** Answers that say "not now" or "not as you are", rather than "not this": nobody signed in, somebody else signed in, a role taken away. */
const STAYS = new Set([401, 403, 408, 409, 425]);
const FALLBACK = 'The service refused this mark and gave no reason. Tell the contact named at the foot of the page.';

/** A register on this device, for a list. */
export interface RegisterOnDevice {
  runId: string;
  /** Null where the names are gone from the device and marks still wait. */
  title: string | null;
  loadedAt: string | null;
  waiting: number;
}

/** What screens show of registers on this device. */
export interface AttendanceView {
  /** False until the device's storage has been read for this person and run. */
  isRead: boolean;
  /** Whose register is shown; null: nobody's. */
  ownerId: string | null;
  /** The run that is open; null: none. */
  runId: string | null;
  kept: KeptRegister | null;
  /** Marks of that run that are not sent, refused ones among them, in the order in which they were made. */
  waiting: readonly WaitingMark[];
  /** Every register of this person on this device. */
  registers: readonly RegisterOnDevice[];
  /** Marks made on this device by whoever is not the person here. */
  others: number;
  service: ServiceState;
  sending: boolean;
  /** Marks that the service took while this page was open. */
  sent: number;
  /** Why the service would not give the register; null: it did, or was not reached. */
  refused: Extract<Reply<unknown>, {kind: 'refused'}> | null;
  /** False when this browser could not keep what waits: it is lost when the page closes. */
  isSafe: boolean;
}

const EMPTY: AttendanceView = {isRead: false, ownerId: null, runId: null, kept: null, waiting: [], registers: [], others: 0, service: 'quiet', sending: false, sent: 0, refused: null, isSafe: true};

let view: AttendanceView = EMPTY;
let started = false;
let under: Promise<void> | null = null;
let again = false;
let mustLoad = false;
let isLeaving = false;
/** What waits of this person, in every run. */
let waitingHere: readonly WaitingMark[] = [];
let failures = 0;
let retryAfterSeconds: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function publish(next: Partial<AttendanceView>): void {
  view = {...view, ...next};
  for (const listener of [...listeners]) listener();
}

/** Registers on this device as last known. */
export function getAttendanceView(): AttendanceView {
  return view;
}

/** What a page rendered on the server knows of them: nothing. */
export function getEmptyAttendance(): AttendanceView {
  return EMPTY;
}

/** Calls `listener` whenever the registers of this device change, in any tab. Returns the way to stop. */
export function onAttendanceChange(listener: () => void): () => void {
  listeners.add(listener);
  startAttendance();
  return () => {
    listeners.delete(listener);
  };
}

const isWaiting = ({refused}: WaitingMark): boolean => refused === null;

/** Reads what the device keeps for the person here, and shows it. */
async function readAll(): Promise<void> {
  const ownerId = getPersonId();
  const {runId} = view;
  const [registers, marks] = [await listRows(REGISTERS_KEPT_UNDER), await listRows(MARKS_KEPT_UNDER)];
  if (getPersonId() !== ownerId || view.runId !== runId) return;
  const mine = <R extends {owner: string | null}>(rows: readonly R[]): R[] => rows.filter(({owner}) => owner !== null && owner === ownerId);
  const waitingOf = (run: string): WaitingMark[] => parseWaiting(mine(marks).find(({key}) => runIdOf(key) === run)?.value);
  const keptOf = (run: string): KeptRegister | null => parseKeptRegister(mine(registers).find(({key}) => runIdOf(key) === run)?.value);
  waitingHere = mine(marks).flatMap(({value}) => parseWaiting(value));
  const runs = [...new Set([...mine(registers), ...mine(marks)].map(({key}) => runIdOf(key)))];
  publish({
    isRead: true, ownerId,
    kept: runId === null ? null : keptOf(runId),
    waiting: runId === null ? [] : waitingOf(runId),
    registers: runs.map((run) => ({runId: run, title: keptOf(run)?.register.run.title ?? null, loadedAt: keptOf(run)?.loadedAt ?? null, waiting: waitingOf(run).length})),
    others: marks.filter(({owner}) => owner !== ownerId).reduce((sum, {value}) => sum + parseWaiting(value).filter(isWaiting).length, 0),
    isSafe: mine(marks).every(({key}) => keepingOf(key) === 'kept'),
  });
}

/** Shows the register of a run (null: none), as the device keeps it at first, and asks the service for it. */
export async function openRegister(runId: string | null): Promise<void> {
  if (view.runId !== runId) publish({runId, kept: null, waiting: [], isRead: false, refused: null});
  await readAll();
  if (runId !== null) await loadRegister();
}

/** Asks the service for the open register once more, after sending what waits. Never throws. */
export function loadRegister(): Promise<void> {
  mustLoad = true;
  return sendMarks();
}

/**
 * Writes down what a trainer says of people in the open run. Settles when it is kept on the device; gives the ids of the new marks.
 * `isMany`: marked in one go, which can be undone for longer.
 */
export async function makeMarks(intents: readonly Intent[], isMany = false): Promise<string[]> {
  const {ownerId, runId} = view;
  if (ownerId === null || runId === null) return [];
  const register = view.kept?.register ?? null;
  const {value: ids} = await changeRow(marksKey(ownerId, runId), (row) => {
    const before = parseWaiting(row?.value);
    const marks = addIntents(before, intents, {register, ownerId, now: now(), holdMs: isMany ? HOLD_MANY_MS : HOLD_ONE_MS, makeId: newRecordId});
    const known = new Set(before.map(({mark}) => mark.id));
    return {row: {owner: ownerId, value: {marks}}, value: marks.map(({mark}) => mark.id).filter((id) => !known.has(id))};
  });
  await readAll();
  plan();
  return ids;
}

/** Takes marks back that were not sent yet. Gives how many could no longer be taken back. */
export async function undoMarks(ids: readonly string[]): Promise<number> {
  await changeMarks((marks) => takeBack(marks, ids));
  const left = view.waiting.filter(({mark}) => ids.includes(mark.id)).length;
  const sent = view.kept?.register.marks.filter(({id}) => ids.includes(id)).length ?? 0;
  return left + sent;
}

/** Takes a mark off the device that the service refused. For the trainer who says so. */
export function dropMark(id: string): Promise<void> {
  return changeMarks((marks) => marks.filter(({mark, refused}) => mark.id !== id || refused === null));
}

async function changeMarks(make: (marks: WaitingMark[]) => WaitingMark[]): Promise<void> {
  const {ownerId, runId} = view;
  if (ownerId === null || runId === null) return;
  await changeMarksOf(ownerId, runId, make);
  await readAll();
}

async function changeMarksOf(ownerId: string, runId: string, make: (marks: WaitingMark[]) => WaitingMark[]): Promise<void> {
  await changeRow(marksKey(ownerId, runId), (row) => {
    const marks = make(parseWaiting(row?.value));
    return {row: marks.length === 0 ? null : {owner: ownerId, value: {marks}}, value: null};
  });
}

/** Takes a register with its names off this device; marks that wait stay. For the person who says so. */
export async function removeRegister(runId: string): Promise<void> {
  const ownerId = getPersonId();
  if (ownerId !== null) await forgetRegister(registerKey(ownerId, runId));
  await readAll();
}

/** Sends a batch. Says whether the service answered, so that the next can go. */
async function sendBatch(ownerId: string, runId: string, batch: readonly WaitingMark[]): Promise<boolean> {
  const ids = new Set(batch.map(({mark}) => mark.id));
  // Before it goes: from here on the service may have them, whatever becomes of the answer.
  await changeMarksOf(ownerId, runId, (marks) => marks.map((each) => (ids.has(each.mark.id) ? {...each, tries: each.tries + 1} : each)));
  const reply = await callService<MarkAnswer>('POST', `/api/cohorts/${encodeURIComponent(runId)}/register/marks`, {by: ownerId, marks: batch.map(({mark}) => mark)});
  if (reply.kind === 'ok') {
    await keepAnswer(ownerId, runId, reply.value.outcomes);
    return true;
  }
  if (reply.kind !== 'refused') return notReached(reply);
  if (STAYS.has(reply.status)) {
    failures += 1;
    void refreshSession();
    return false;
  }
  if (reply.status === 422 && batch.length > 1) {
    // One of them may spoil the others.
    for (const each of batch) if (!await sendBatch(ownerId, runId, [each])) return false;
    return true;
  }
  await keepAnswer(ownerId, runId, batch.map(({mark}): MarkOutcome => ({id: mark.id, outcome: 'refused', sentence: reply.problem.detail || FALLBACK})));
  return true;
}

function notReached(reply: Extract<Reply<unknown>, {kind: 'unreachable' | 'no-service'}>): false {
  failures += 1;
  retryAfterSeconds = reply.kind === 'unreachable' ? reply.retryAfterSeconds : null;
  publish({service: reply.kind});
  return false;
}

/** First into the register, then out of what waits, so that a mark is never in neither. */
async function keepAnswer(ownerId: string, runId: string, outcomes: readonly MarkOutcome[]): Promise<void> {
  failures = 0;
  retryAfterSeconds = null;
  await changeRow(registerKey(ownerId, runId), (row) => {
    const kept = parseKeptRegister(row?.value);
    return {row: kept && {owner: ownerId, value: withSent(kept, outcomes)}, value: null};
  });
  await changeMarksOf(ownerId, runId, (marks) => afterAnswer(marks, outcomes));
  await readAll();
  publish({service: 'reachable', sent: view.sent + outcomes.filter(({outcome}) => outcome !== 'refused').length});
}

/** Fetches the open register. What was sent before it is in it, for both happen under one lock. */
async function fetchRegister(ownerId: string, runId: string): Promise<void> {
  const reply = await callService<Register>('GET', `/api/cohorts/${encodeURIComponent(runId)}/register`);
  if (getPersonId() !== ownerId) return;
  if (reply.kind === 'ok') {
    failures = 0;
    await changeRow(registerKey(ownerId, runId), () => ({row: {owner: ownerId, value: {loadedAt: now(), register: reply.value} satisfies KeptRegister}, value: null}));
    publish({service: 'reachable', refused: null});
  } else if (reply.kind === 'refused') {
    if (reply.status === 401) void refreshSession();
    publish({service: 'reachable', refused: reply});
    // No longer a trainer of this run: its names have no business here.
    if (reply.status === 404) await forgetRegister(registerKey(ownerId, runId));
  } else {
    notReached(reply);
  }
}

async function round(): Promise<void> {
  if (getSession().state === 'unreachable') await refreshSession();
  const {person, state} = getSession();
  if (state !== 'ready' || !person) {
    if (state === 'unreachable') notReached({kind: 'unreachable', retryAfterSeconds: null});
    return;
  }
  const load = mustLoad;
  mustLoad = false;
  const ownerId = person.id;
  let goesOn = true;
  for (const row of await listRows(MARKS_KEPT_UNDER + ownerId)) {
    while (goesOn) {
      const [batch, runId] = [sendable(parseWaiting((await readRow(row.key))?.value), now(), isLeaving).slice(0, BATCH), runIdOf(row.key)];
      if (batch.length === 0) break;
      publish({sending: true});
      goesOn = getPersonId() === ownerId && await sendBatch(ownerId, runId, batch);
    }
  }
  if (load && goesOn && view.runId !== null) await fetchRegister(ownerId, view.runId);
}

/** Only one tab sends at a time. Without locks two may send the same mark, which the service takes as once. */
async function withLock(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, work);
}

/** Sends what waits and may be sent, oldest first. Asked again meanwhile, it goes round once more. Never throws. */
export function sendMarks(): Promise<void> {
  if (getSession().state === 'no-service') {
    publish({service: 'no-service'});
    return readAll();
  }
  again = true;
  under ??= (async () => {
    try {
      while (again) {
        again = false;
        await withLock(round);
      }
    } catch {
      // A lock or a timer that the browser refused: everything is still kept, and the next trigger tries again.
    } finally {
      under = null;
      publish({sending: false});
      await readAll();
      plan();
    }
  })();
  return under;
}

/** Sets the clock for the next try, while something of this person waits. */
function plan(): void {
  clearTimeout(timer);
  const wait = nextTryMs(waitingHere, now(), {failures, random: random(), retryAfterSeconds});
  if (wait !== null && getSession().state !== 'no-service') timer = setTimeout(() => void sendMarks(), wait);
}

/**
 * Starts sending what waits on this device, now and whenever it may have become possible: network back, page looked at again, signed in.
 * Calling it again does nothing.
 */
export function startAttendance(): void {
  if (started || typeof window === 'undefined') return;
  started = true;
  let person = getPersonId();
  let wasReady = getSession().state === 'ready';
  const openKey = (): string | null => (view.runId !== null && person !== null ? registerKey(person, view.runId) : null);
  onSessionChange(({state}) => {
    const before = person;
    person = getPersonId();
    const isNews = person !== before || !wasReady;
    wasReady = state === 'ready';
    // A register on screen goes at once when its owner does.
    if (person !== before) publish({isRead: false, ownerId: person, kept: null, waiting: [], refused: null});
    if (state !== 'ready' && state !== 'no-service') return void readAll();
    if (isNews) void forgetRegisters(person, openKey()).then(() => (person === null ? readAll() : loadRegister()));
  });
  if (wasReady) void forgetRegisters(person, openKey()).then(readAll);
  onRowChange((key) => {
    if (key === null || key.startsWith(REGISTERS_KEPT_UNDER) || key.startsWith(MARKS_KEPT_UNDER)) void readAll();
  });
  window.addEventListener('online', () => void loadRegister());
  document.addEventListener('visibilitychange', () => {
    // Nothing waits for its moment of grace on a page that may never come back.
    isLeaving = document.visibilityState === 'hidden';
    void (isLeaving ? sendMarks() : loadRegister());
  });
  void readAll();
}

import type {Person, Receipt} from '#core/records/api.ts';
import {countItems, EMPTY_OUTBOX} from '#core/records/outbox.ts';
import type {OutboxItem, OutboxView, ServiceState} from '#core/records/outbox.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {announceChange, onAnnouncement} from './changes.ts';
import {now, random} from './clock.ts';
import {change, getKeeping, readKept} from './database.ts';
import type {Change, Kept, OutboxRow} from './database.ts';
import {saveFile} from './saveFile.ts';
import {getPersonId, getSession, onSessionChange, refreshSession} from './session.ts';

type MachineReply =
  | {kind: 'ok'}
  | {kind: 'refused'; status: number; detail: string}
  | {kind: 'unreachable'; retryAfterSeconds: number | null}
  | {kind: 'no-service'};
type MachineState = 'resting' | 'checking' | 'choosing' | 'sending' | 'waiting' | 'needingSignIn' | 'withoutService';

/** The machine that decides, as `machines/outbox.ts` starts it. The root of the site hands it in, since this folder knows no machines. */
export interface OutboxActor {
  send: (event:
    | {type: 'items.read'; items: OutboxItem[]}
    | {type: 'send.asked'}
    | {type: 'person.found'; personId: string | null}
    | {type: 'reply.received'; reply: MachineReply; now: number; random: number}) => void;
  getSnapshot: () => {value: MachineState; context: {items: OutboxItem[]; sendingId: string | null; retryAt: number | null; lastError: string | null}};
}

const LOCK = 'askwell-outbox';
const SERVICE: Record<MachineState, ServiceState> = {
  resting: 'reachable', checking: 'reachable', choosing: 'reachable', sending: 'reachable', needingSignIn: 'reachable',
  waiting: 'unreachable', withoutService: 'no-service',
};

let actor: OutboxActor | null = null;
let view: OutboxView = EMPTY_OUTBOX;
let hasAsked = false;
let draining: Promise<void> | null = null;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<(view: OutboxView) => void>();

const toItem = ({id, record, owner, state, reason, tries}: OutboxRow): OutboxItem =>
  ({id, quizId: record.object.id, at: record.at, owner, state, reason, tries});

function publish(items: OutboxItem[]): void {
  const snapshot = actor?.getSnapshot();
  const state = snapshot?.value ?? 'resting';
  const {retryAt = null, lastError = null} = snapshot?.context ?? {};
  view = {
    items, ...countItems(items, getPersonId()),
    needsSignIn: state === 'needingSignIn' || (getSession().state === 'ready' && !getSession().person && items.some((item) => item.state === 'waiting')),
    service: getSession().state === 'no-service' ? 'no-service' : hasAsked ? SERVICE[state] : 'quiet',
    sending: state === 'checking' || state === 'sending',
    retryAt: retryAt === null ? null : new Date(retryAt).toISOString(),
    lastError, kept: getKeeping() === 'kept',
  };
  for (const listener of [...listeners]) listener(view);
}

async function readItems(): Promise<OutboxItem[]> {
  return (await readKept()).outbox.map(toItem);
}

function toMachineReply(reply: Reply<unknown>): MachineReply {
  switch (reply.kind) {
    case 'ok': return {kind: 'ok'};
    case 'refused': return {kind: 'refused', status: reply.status, detail: reply.problem.detail || 'The record service refused this and gave no reason. Tell the contact named at the foot of the page.'};
    case 'unreachable': return {kind: 'unreachable', retryAfterSeconds: reply.retryAfterSeconds};
    case 'no-service': return {kind: 'no-service'};
  }
}

/** Asks who is signed in, so that nothing goes out under a person who signed in meanwhile, in another tab or after a long sleep. */
async function check(machine: OutboxActor): Promise<void> {
  const reply = await callService<{person: Person | null}>('GET', '/api/me');
  hasAsked = true;
  if (reply.kind !== 'ok') {
    const machineReply: MachineReply = reply.kind === 'no-service' ? reply : {kind: 'unreachable', retryAfterSeconds: reply.retryAfterSeconds};
    machine.send({type: 'reply.received', reply: machineReply, now: Date.now(), random: random()});
    return;
  }
  const personId = reply.value.person?.id ?? null;
  machine.send({type: 'person.found', personId});
  if (personId !== getPersonId()) void refreshSession();
}

/** What a reply changes on the device: the row's state, and the result when there is one. */
export function decideSent(kept: Kept, item: OutboxItem, at: string, receipt: Receipt | null): {changes: Change[]; value: null} {
  const row = kept.outbox.find((each) => each.id === item.id);
  const changes: Change[] = [];
  // Another tab may have heard first that it was sent: that stands.
  if (row && row.state !== 'sent') changes.push({put: 'outbox', value: {...row, state: item.state, reason: item.reason, tries: item.tries, lastTriedAt: at}});
  if (row && receipt) {
    changes.push({put: 'results', value: {id: row.id, owner: row.owner, result: receipt.result, completions: receipt.completions, clockNote: receipt.clockNote}});
  }
  return {changes, value: null};
}

async function sendOne(machine: OutboxActor, id: string): Promise<void> {
  const row = (await readKept()).outbox.find((each) => each.id === id);
  if (row?.state !== 'waiting') {
    // Sent by another tab, or taken away by the person: nothing left to do here.
    machine.send({type: 'items.read', items: await readItems()});
    machine.send({type: 'reply.received', reply: {kind: 'ok'}, now: Date.now(), random: random()});
    return;
  }
  const reply = await callService<Receipt>('POST', '/api/records', row.record);
  machine.send({type: 'reply.received', reply: toMachineReply(reply), now: Date.now(), random: random()});
  const item = machine.getSnapshot().context.items.find((each) => each.id === id);
  if (item) await change((kept) => decideSent(kept, item, now(), reply.kind === 'ok' ? reply.value : null));
  if (reply.kind === 'refused' && reply.status === 401) void refreshSession();
  announceChange({kind: 'outbox'});
}

async function round(machine: OutboxActor): Promise<void> {
  machine.send({type: 'items.read', items: await readItems()});
  machine.send({type: 'send.asked'});
  for (;;) {
    const {value, context} = machine.getSnapshot();
    publish(await readItems());
    if (value === 'checking') await check(machine);
    else if (value === 'sending' && context.sendingId) await sendOne(machine, context.sendingId);
    else break;
  }
  clearTimeout(timer);
  const {value, context} = machine.getSnapshot();
  if (value === 'waiting' && context.retryAt) timer = setTimeout(() => void sendNow(), Math.max(0, context.retryAt - Date.now()));
}

/**
 * Only one tab sends at a time; the others wait their turn and then look what is left. A page that was just left may still hold the
 * lock, so giving up instead would leave its record waiting. Without locks (an address without https) tabs may send twice, which the
 * service takes as once.
 */
async function withLock(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, work);
}

/** Sends what waits and may be sent. Asked again meanwhile, it goes round once more. Settles when this round is over; never throws. */
export function sendNow(): Promise<void> {
  const machine = actor;
  if (!machine) return Promise.resolve();
  again = true;
  draining ??= (async () => {
    try {
      while (again) {
        again = false;
        await withLock(() => round(machine));
      }
    } catch {
      // A lock or a timer the browser refused: everything is still kept, and the next trigger tries again.
    } finally {
      draining = null;
      publish(await readItems());
    }
  })();
  return draining;
}

/**
 * Starts sending what waits on this device, now and whenever it may have become possible: network back, page looked at again,
 * signed in, something handed in. Call it once, in the browser.
 */
export function startOutbox({machine}: {machine: () => OutboxActor}): void {
  if (actor || typeof window === 'undefined') return;
  actor = machine();
  let person = getPersonId();
  onSessionChange(() => {
    const before = person;
    person = getPersonId();
    if (person !== before && person !== null) void sendNow();
    else void readItems().then(publish);
  });
  onAnnouncement((announcement) => {
    if (announcement.kind === 'handed-in') void sendNow();
    else if (announcement.kind === 'outbox') void readItems().then(publish);
  });
  window.addEventListener('online', () => void sendNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendNow();
  });
  void sendNow();
}

/** The outbox as last known. */
export function getOutboxView(): OutboxView {
  return view;
}

/** Calls `listener` whenever the outbox changes, in any tab. Returns the way to stop. */
export function subscribe(listener: (view: OutboxView) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What a page rendered on the server knows of the outbox: nothing. */
export function getEmptyView(): OutboxView {
  return EMPTY_OUTBOX;
}

/** Puts a record that was set aside back in the row, for a person who has mended what was wrong, and sends. */
export async function sendAgain(id: string): Promise<void> {
  await change((kept) => ({
    changes: kept.outbox.filter((row) => row.id === id && row.state === 'set-aside').map((row): Change => ({put: 'outbox', value: {...row, state: 'waiting', reason: null}})),
    value: null,
  }));
  await sendNow();
}

/** What changes when somebody says that what belongs to nobody on this device is theirs: all of it, or one attempt. */
export function decideClaim(kept: Kept, personId: string, id?: string): {changes: Change[]; value: number} {
  const isClaimed = (row: {id: string; owner: string | null}): boolean => row.owner === null && (id === undefined || row.id === id);
  const outbox = kept.outbox.filter(isClaimed);
  return {
    changes: [
      ...outbox.map((row): Change => ({put: 'outbox', value: {...row, owner: personId}})),
      ...kept.attempts.filter(isClaimed).map((row): Change => ({put: 'attempts', value: {...row, owner: personId}})),
    ],
    value: outbox.length,
  };
}

/**
 * Gives what was done before signing in to this person, who has said that it is theirs, and sends it: everything, or the one
 * attempt of this id. Gives how many records that is.
 */
export async function claimUnowned(personId: string, id?: string): Promise<number> {
  const {value} = await change((kept) => decideClaim(kept, personId, id));
  announceChange({kind: 'outbox'});
  await sendNow();
  return value;
}

/** Forgets everything done on this device before signing in and not sent. For the person who asks for it, after a warning. */
export async function discardUnowned(): Promise<void> {
  await change((kept) => {
    const attempts = kept.attempts.filter((row) => row.owner === null);
    const ids = new Set(attempts.map((row) => row.id));
    return {
      changes: [
        ...kept.outbox.filter((row) => row.owner === null).map((row): Change => ({remove: 'outbox', key: row.id})),
        ...attempts.map((row): Change => ({remove: 'attempts', key: row.id})),
        ...kept.responses.filter((row) => ids.has(row.attemptId)).map((row): Change => ({remove: 'responses', key: [row.attemptId, row.itemId]})),
      ],
      value: null,
    };
  });
  announceChange({kind: 'outbox'});
}

/** Offers what has not been sent as a file, so that a person can keep it or hand it to the consultation team. */
export async function exportWaiting(): Promise<void> {
  const personId = getPersonId();
  const rows = (await readKept()).outbox.filter((row) => row.state !== 'sent' && (row.owner === null || row.owner === personId));
  const records = rows.map(({record, state, reason}) => ({state, reason, record}));
  saveFile(`askwell-not-sent-${now().slice(0, 10)}.json`, `${JSON.stringify({savedAt: now(), records}, null, 2)}\n`);
}

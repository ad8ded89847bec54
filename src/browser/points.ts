import type {NewPoint} from '#core/points/point.ts';
import {EMPTY_VIEW, isSendable, pointsIn, POINTS_KEPT_UNDER} from '#core/points/kept.ts';
import type {KeptPoint, PointsView} from '#core/points/kept.ts';
import {callService} from './api.ts';
import type {Keeping} from './database.ts';
import {changeRow, keepingOf, listRows, watchRows} from './kept.ts';
import {getPersonId, getSession, onSessionChange, refreshSession} from './session.ts';

const LOCK = 'askwell-points';
/** The next try after the service was out of reach, when it names no time itself. */
const NEXT_TRY_SECONDS = 60;
/** Answers that say "not now" or "not as you are", rather than "not this". */
const STAYS = new Set([401, 403, 408, 425]);

let view: PointsView = EMPTY_VIEW;
let started = false;
let under: Promise<void> | null = null;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const keyOf = (id: string): string => POINTS_KEPT_UNDER + id;

function publish(next: Partial<PointsView>): void {
  view = {...view, ...next};
  for (const listener of [...listeners]) listener();
}

function showRows(kept: KeptPoint[]): void {
  publish({isRead: true, kept, isSafe: kept.every(({point}) => keepingOf(keyOf(point.id)) === 'kept')});
}

async function readAll(): Promise<KeptPoint[]> {
  const kept = pointsIn(await listRows(POINTS_KEPT_UNDER));
  showRows(kept);
  return kept;
}

/** The points of this device as last known. */
export function getPointsView(): PointsView {
  return view;
}

/** What a page rendered on the server knows of them: nothing. */
export function getEmptyPoints(): PointsView {
  return EMPTY_VIEW;
}

/** Calls `listener` whenever the points of this device change, in any tab. Returns the way to stop. */
export function onPointsChange(listener: () => void): () => void {
  listeners.add(listener);
  startPoints();
  return () => {
    listeners.delete(listener);
  };
}

/** Keeps a point on the device, and sends it if that can be done now. Settles when it is kept; says whether it was. */
export async function keepPoint(point: NewPoint): Promise<Keeping> {
  const {keeping} = await changeRow(keyOf(point.id), (before) => ({row: {owner: before?.owner ?? getPersonId(), value: before?.value ?? {point, refused: null}}, value: null}));
  await readAll();
  void sendPoints();
  return keeping;
}

/** Takes a point off the device. For the person who says so; a point that was sent goes by itself. */
export async function dropPoint(id: string): Promise<void> {
  await changeRow(keyOf(id), () => ({row: null, value: null}));
  await readAll();
}

/** Asks the service again to take what it refused, and sends all that waits. */
export async function retryPoints(): Promise<void> {
  for (const {point, refused} of await readAll()) {
    if (refused !== null) await changeRow(keyOf(point.id), (row) => ({row: row && {owner: row.owner, value: {point, refused: null}}, value: null}));
  }
  await sendPoints();
}

/** Sends one point. Gives how long to wait when the service cannot be asked for more just now; null: go on. */
async function sendOne({point}: KeptPoint): Promise<number | null> {
  const reply = await callService<unknown>('POST', '/api/points', point);
  switch (reply.kind) {
    case 'ok':
      publish({service: 'reachable', sent: new Set([...view.sent, point.id])});
      await changeRow(keyOf(point.id), () => ({row: null, value: null}));
      return null;
    case 'refused':
      publish({service: 'reachable'});
      if (STAYS.has(reply.status)) {
        if (reply.status === 401) void refreshSession();
        return null;
      }
      await changeRow(keyOf(point.id), (row) => ({
        row: row && {owner: row.owner, value: {point, refused: reply.problem.detail || 'The service refused this and gave no reason. Tell the contact named at the foot of the page.'}}, value: null,
      }));
      return null;
    case 'unreachable':
      publish({service: 'unreachable'});
      return reply.retryAfterSeconds ?? NEXT_TRY_SECONDS;
    case 'no-service':
      publish({service: 'no-service'});
      return Infinity;
  }
}

async function round(): Promise<void> {
  clearTimeout(timer);
  const waiting = (await readAll()).filter((each) => isSendable(each, getPersonId()));
  for (const each of waiting) {
    publish({sending: true});
    const pause = await sendOne(each);
    if (pause !== null) {
      if (pause !== Infinity) timer = setTimeout(() => void sendPoints(), pause * 1000);
      break;
    }
  }
}

/** Only one tab sends at a time. Without locks two may send the same point, which the service takes as once. */
async function withLock(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, work);
}

/** Sends what waits and may be sent, oldest first. Asked again meanwhile, it goes round once more. Never throws. */
export function sendPoints(): Promise<void> {
  if (getSession().state === 'no-service') {
    publish({service: 'no-service'});
    return readAll().then(() => undefined);
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
    }
  })();
  return under;
}

/**
 * Starts sending what waits on this device, now and whenever it may have become possible: network back, page looked at again, signed in.
 * Calling it again does nothing.
 */
export function startPoints(): void {
  if (started || typeof window === 'undefined') return;
  started = true;
  let person = getPersonId();
  onSessionChange(({state}) => {
    const before = person;
    person = getPersonId();
    if (state === 'no-service' || (person !== before && person !== null)) void sendPoints();
  });
  watchRows(POINTS_KEPT_UNDER, (rows) => showRows(pointsIn(rows)));
  window.addEventListener('online', () => void sendPoints());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendPoints();
  });
  void sendPoints();
}

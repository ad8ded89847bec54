import type {LiveRoom} from '#core/live/api.ts';
import {choose, markLate, markSent, nextUnsent, openPhone, readPhone, waitBeforeAsking, withView} from '#core/live/phone.ts';
import type {Phone} from '#core/live/phone.ts';
import type {ProblemDetails} from '#core/records/api.ts';
import {random} from './clock.ts';

/** What became of a request. `unchanged`: what the caller has is still so. The rest is as in `api.ts`. */
export type LiveReply<T> =
  | {kind: 'ok'; value: T; etag: string | null}
  | {kind: 'unchanged'}
  | {kind: 'refused'; status: number; problem: ProblemDetails}
  | {kind: 'unreachable'}
  | {kind: 'no-service'};

interface Ask {
  body?: unknown;
  /** What the caller has already. */
  etag?: string | null;
  /** Sends no cookie, so that an answer travels without whoever may be signed in on the device. */
  asNobody?: boolean;
}

/** On a network that comes and goes, a request that hangs should make room for the next try soon. */
const PATIENCE_MS = 8000;

/** Sends one request about a live question. Never throws. */
export async function askLive<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: `/api/live${string}`, {body, etag, asNobody = false}: Ask = {}): Promise<LiveReply<T>> {
  try {
    const response = await fetch(path, {
      method, cache: 'no-store', credentials: asNobody ? 'omit' : 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {...(body !== undefined && {'content-type': 'application/json'}), ...(etag && {'if-none-match': etag})},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    if (response.status === 304) return {kind: 'unchanged'};
    if (response.status >= 500 || response.status === 429) return {kind: 'unreachable'};
    const tag = response.headers.get('etag');
    if (response.status === 204) return {kind: 'ok', value: undefined as T, etag: tag};
    if (!/json/.test(response.headers.get('content-type') ?? '')) return {kind: 'no-service'};
    const value = await response.json() as unknown;
    return response.ok ? {kind: 'ok', value: value as T, etag: tag} : {kind: 'refused', status: response.status, problem: value as ProblemDetails};
  } catch {
    return {kind: 'unreachable'};
  }
}

export interface Asking {
  /** Asks at once, or as soon as the request under way is back. */
  now: () => void;
  stop: () => void;
}

/**
 * Calls `look` again and again: every 2 seconds, slower up to 10 while it says that nothing answered, and at once when the network or
 * the page comes back. A page out of sight asks nothing, unless something is urgent.
 */
export function keepAsking(look: () => Promise<boolean>, isUrgent: () => boolean = () => false): Asking {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;
  let isBusy = false;
  let isWanted = false;
  const turn = async (): Promise<void> => {
    isWanted = true;
    if (isStopped || isBusy) return;
    clearTimeout(timer);
    isBusy = true;
    while (isWanted && !isStopped) {
      isWanted = false;
      if (document.visibilityState === 'visible' || isUrgent()) failures = await look() ? 0 : failures + 1;
    }
    isBusy = false;
    if (!isStopped) timer = setTimeout(() => void turn(), waitBeforeAsking(failures, random()));
  };
  const now = (): void => void turn();
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  now();
  return {
    now,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    },
  };
}

/** Where a phone stands. `ended`: it was in, and the room is gone. */
export type RoomStanding = 'looking' | 'in' | 'no-room' | 'ended' | 'no-service';
export interface RoomShown {
  phone: Phone;
  standing: RoomStanding;
  /** The service did not answer the last time. */
  isAway: boolean;
}
export interface RoomFollowed {
  answer: (questionId: string, chosen: readonly string[]) => void;
  stop: () => void;
}

/** Kept for as long as the tab is open, so that a reload neither answers twice nor loses what was not sent. */
const KEY = 'askwell-live';

const newToken = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Storage that is blocked throws; then the answer is kept while the page is open. */
function keep(phone: Phone | null): void {
  try {
    if (phone === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(phone));
  } catch {
    // Nothing to do.
  }
}

function readKept(code: string): Phone | null {
  try {
    return readPhone(sessionStorage.getItem(KEY), code);
  } catch {
    return null;
  }
}

/** Follows the room of a code from this device, sends its answers, and tells `onChange` whenever there is news. */
export function followRoom(code: string, onChange: (shown: RoomShown) => void): RoomFollowed {
  const kept = readKept(code);
  const path = `/api/live/rooms/${encodeURIComponent(code)}` as const;
  let shown: RoomShown = {phone: kept ?? openPhone(code, newToken()), standing: kept?.view ? 'in' : 'looking', isAway: false};
  let etag: string | null = null;
  const tell = (change: Partial<RoomShown>): void => {
    shown = {...shown, ...change};
    keep(shown.standing === 'in' || shown.standing === 'looking' ? shown.phone : null);
    onChange(shown);
  };

  const look = async (): Promise<boolean> => {
    const unsent = nextUnsent(shown.phone);
    const reply = unsent
      ? await askLive<LiveRoom>('POST', `${path}/answers`, {body: {token: shown.phone.token, questionId: unsent.questionId, chosen: unsent.chosen}, asNobody: true})
      : await askLive<LiveRoom>('GET', path, {etag, asNobody: true});
    switch (reply.kind) {
      case 'ok': {
        const sent = unsent ? markSent(shown.phone, unsent) : shown.phone;
        etag = reply.etag;
        tell({phone: withView(sent, reply.value, newToken()), standing: 'in', isAway: false});
        return true;
      }
      case 'unchanged':
        if (shown.isAway) tell({isAway: false});
        return true;
      case 'refused':
        if (reply.status === 404) {
          tell({standing: shown.phone.view ? 'ended' : 'no-room', isAway: false});
          asking.stop();
          return true;
        }
        if (!unsent) break;
        tell({phone: markLate(shown.phone, unsent), isAway: false});
        return look();
      case 'no-service':
        tell({standing: 'no-service'});
        asking.stop();
        return true;
      case 'unreachable':
    }
    tell({isAway: true});
    return false;
  };

  const asking = keepAsking(look, () => nextUnsent(shown.phone) !== null);
  onChange(shown);
  return {
    answer: (questionId, chosen) => {
      tell({phone: choose(shown.phone, questionId, chosen)});
      asking.now();
    },
    stop: asking.stop,
  };
}

/** Whether this browser can let an element fill the screen. False while the page is rendered on the server. */
export function canFillScreen(): boolean {
  return typeof document !== 'undefined' && document.fullscreenEnabled;
}

/** Lets an element fill the screen, or takes it back. A browser that refuses leaves things as they are. */
export async function fillScreen(element: HTMLElement | null): Promise<void> {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : element?.requestFullscreen());
  } catch {
    // The page stays readable as it is.
  }
}

/** Where a finished record stands on its way. Nothing leaves the outbox by itself: `sent` rows stay as proof. */
export type OutboxState = 'waiting' | 'sent' | 'set-aside';

/** What the outbox needs to know of a record in order to decide about it. */
export interface OutboxItem {
  /** The record's id. */
  id: string;
  quizId: string;
  /** ISO date and time at which it was handed in. */
  at: string;
  /** Id of the person it belongs to; null when it was done before anybody signed in. */
  owner: string | null;
  state: OutboxState;
  /** The service's sentence, when it was set aside. */
  reason: string | null;
  tries: number;
}

/** How things stand with the record service, as far as this device knows. `quiet`: nothing has been asked of it. */
export type ServiceState = 'quiet' | 'reachable' | 'unreachable' | 'no-service';

/** What screens show of the outbox. */
export interface OutboxView {
  items: OutboxItem[];
  /** Waiting, and belonging to the person signed in. */
  waiting: number;
  /** Waiting, and on nobody's record yet: done before signing in, and not claimed. */
  unowned: number;
  /** Waiting for a person who was signed in on this device and is not now. */
  others: number;
  sent: number;
  /** Refused by the service; each carries its sentence in `reason`. */
  setAside: OutboxItem[];
  /** True when there is something to send and the service does not know who you are. */
  needsSignIn: boolean;
  service: ServiceState;
  sending: boolean;
  /** When the next try is due, as an ISO date and time. */
  retryAt: string | null;
  /** A sentence that says why the last try failed; null after a success. */
  lastError: string | null;
  /** False when this browser could not keep what is waiting: it is lost when the page closes. */
  kept: boolean;
}

/** The view before anything is known. Screens rendered on the server show this. */
export const EMPTY_OUTBOX: OutboxView = {
  items: [], waiting: 0, unowned: 0, others: 0, sent: 0, setAside: [], needsSignIn: false,
  service: 'quiet', sending: false, retryAt: null, lastError: null, kept: true,
};

/** True when this record may go out under this person: never under another, and not before somebody has said it is theirs. */
export function isSendable(item: OutboxItem, personId: string | null): boolean {
  return item.state === 'waiting' && personId !== null && item.owner === personId;
}

/** Counts for a screen: what waits for whom. `personId` is null while nobody is signed in. */
export function countItems(items: readonly OutboxItem[], personId: string | null): Pick<OutboxView, 'waiting' | 'unowned' | 'others' | 'sent' | 'setAside'> {
  const waiting = items.filter((item) => item.state === 'waiting');
  const mine = (item: OutboxItem) => item.owner === null || item.owner === personId;
  return {
    waiting: waiting.filter((item) => isSendable(item, personId)).length,
    unowned: waiting.filter((item) => item.owner === null).length,
    others: waiting.filter((item) => !mine(item)).length,
    sent: items.filter((item) => item.state === 'sent' && mine(item)).length,
    setAside: items.filter((item) => item.state === 'set-aside' && mine(item)),
  };
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * How long to wait before the next try, in milliseconds. Doubles with each failure up to five minutes; half of it is left to
 * chance (`random`, from 0 up to 1), so that a hundred devices do not come back in one second. Never sooner than the service asked.
 */
export function waitAfter(failures: number, random: number, retryAfterSeconds: number | null): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, Math.min(failures, 20) - 1));
  return Math.max(Math.round(wait / 2 + (wait / 2) * random), (retryAfterSeconds ?? 0) * 1000);
}

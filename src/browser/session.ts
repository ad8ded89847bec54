import type {Person} from '#core/records/api.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {forgetSent} from './forget.ts';

/** `unreachable`: try again later. `no-service`: this copy of the site has no record service, so there is nothing to sign in to. */
export type SessionState = 'loading' | 'ready' | 'unreachable' | 'no-service';
export interface Session {person: Person | null; state: SessionState}
type MeReply = Reply<{person: Person | null}>;

/** Holds the opaque id of the person last signed in, so that answers given offline keep their owner. No name, no e-mail. */
const PERSON_KEY = 'askwell.person';
/** Holds one word while the reader is at the organisation's sign-in. */
const CLAIM_KEY = 'askwell.claim';
const LOADING: Session = {person: null, state: 'loading'};

let session: Session = LOADING;
let started = false;
/** Counts requests that change the session, so that a slow answer to an old one cannot undo a newer one. */
let turn = 0;
let channel: BroadcastChannel | null = null;
const listeners = new Set<(session: Session) => void>();

function publish(next: Session): void {
  session = next;
  for (const listener of listeners) listener(next);
}

/** Storage that is blocked throws on access; then the id is known only while this page is open. */
function rememberPerson(id: string | null): void {
  try {
    if (id === null) localStorage.removeItem(PERSON_KEY);
    else localStorage.setItem(PERSON_KEY, id);
  } catch {
    // Nothing to do: the session itself is a cookie and works without this.
  }
}

function settle(person: Person | null): void {
  rememberPerson(person?.id ?? null);
  publish({person, state: 'ready'});
}

function settleFrom(reply: MeReply): void {
  if (reply.kind === 'ok') settle(reply.value.person);
  else if (reply.kind === 'no-service') publish({person: null, state: 'no-service'});
  else publish({person: session.person, state: 'unreachable'});
}

/** Asks the service who is signed in and tells every screen. Never throws; the state says when the service was out of reach. */
export async function refreshSession(): Promise<void> {
  const mine = ++turn;
  const reply: MeReply = await callService('GET', '/api/me');
  if (mine === turn) settleFrom(reply);
}

function start(): void {
  if (started || typeof window === 'undefined') return;
  started = true;
  if (typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel('askwell-session');
    channel.onmessage = () => void refreshSession();
  }
  window.addEventListener('online', () => void refreshSession());
  void refreshSession();
}

/** The session as last known, without asking the service. On the server and before the first answer: loading, nobody. */
export function getSession(): Session {
  return session;
}

/**
 * The id of the person whose device this is now: the one signed in, or the last one known while the service cannot be asked.
 * Null when nobody is signed in.
 */
export function getPersonId(): string | null {
  if (session.person) return session.person.id;
  if (session.state === 'ready' || session.state === 'no-service' || typeof window === 'undefined') return null;
  try {
    return localStorage.getItem(PERSON_KEY);
  } catch {
    return null;
  }
}

/** Calls `listener` after every change of the session, in this tab or another; asks the service on first use. Returns the way to stop. */
export function onSessionChange(listener: (session: Session) => void): () => void {
  listeners.add(listener);
  start();
  return () => {
    listeners.delete(listener);
  };
}

/** What a page rendered on the server knows: nothing yet. */
export function getLoadingSession(): Session {
  return LOADING;
}

/** Asks the service to send a sign-in code to an e-mail address. The reply is the same whether or not the address is known. */
export function requestCode(email: string): Promise<Reply<unknown>> {
  return callService('POST', '/api/sign-in/codes', {email});
}

/** Signs in with the code from the e-mail. On success every tab learns of it before the reply is given. */
export async function answerCode(email: string, code: string): Promise<MeReply> {
  const reply: MeReply = await callService('POST', '/api/sign-in/sessions', {email, code});
  if (reply.kind === 'ok') announce(reply.value.person);
  return reply;
}

/** Tells every screen and tab who is signed in now, after another way of signing in worked. */
export function adoptPerson(person: Person): void {
  announce(person);
}

/** Remembers, for the way to the organisation's sign-in and back in this tab, whether the answers on this device are the reader's. */
export function rememberClaim(mine: boolean): void {
  try {
    if (mine) sessionStorage.setItem(CLAIM_KEY, 'mine');
    else sessionStorage.removeItem(CLAIM_KEY);
  } catch {
    // Storage is blocked: the answers stay on the device as nobody's, and the next sign-in asks again.
  }
}

/** Whether the reader said so before they left, once. */
export function takeClaim(): boolean {
  try {
    const said = sessionStorage.getItem(CLAIM_KEY) === 'mine';
    sessionStorage.removeItem(CLAIM_KEY);
    return said;
  } catch {
    return false;
  }
}

/** Changes the name or directorate of the person signed in. */
export async function changePerson(change: {displayName?: string; directorate?: string}): Promise<MeReply> {
  const reply: MeReply = await callService('PATCH', '/api/me', change);
  if (reply.kind === 'ok') announce(reply.value.person);
  return reply;
}

/**
 * Signs out, forgets who was signed in, and clears from the device what their record already holds. What has not been sent stays,
 * with its owner. When the service is out of reach the session goes on, so that the screen can say so.
 */
export async function signOut(): Promise<Reply<undefined>> {
  const reply: Reply<undefined> = await callService('DELETE', '/api/sign-in/session');
  if (reply.kind !== 'ok' && !(reply.kind === 'refused' && reply.status === 401)) return reply;
  const left = session.person;
  announce(null);
  if (left) await forgetSent(left.id);
  return {kind: 'ok', status: 204, value: undefined};
}

function announce(person: Person | null): void {
  turn += 1;
  settle(person);
  channel?.postMessage('changed');
}

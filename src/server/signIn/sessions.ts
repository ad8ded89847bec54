import type {FastifyReply, FastifyRequest} from 'fastify';
import type {Person} from '#core/records/api.ts';
import type {WayIn} from '#core/signIn/api.ts';
import {describeBrowser} from '#core/signIn/device.ts';
import {actingAs, isRecent, RECENT_MINUTES} from '#core/signIn/factor.ts';
import type {Queries} from '../database/database.ts';
import type {Parts} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {addSession, findBySession, removeOldestSessions, removeSession, touchSession} from '../repositories/signIn.ts';
import type {SessionRow} from '../repositories/signIn.ts';
import {clearCookie, readCookie, setCookie} from './cookies.ts';
import {hashToken, makeToken} from './secrets.ts';

const LIFE_MS = 12 * 3_600_000;
const IDLE_MS = 2 * 3_600_000;
/** The time last seen is written at most this often: a minute more or less of two hours does not matter, a write on each request does. */
const TOUCH_MS = 60_000;
/** More browsers at once than anybody uses; the one used longest ago is signed out. Practice judgement. */
const MOST_SESSIONS = 20;

type SessionParts = Pick<Parts, 'database' | 'clock' | 'randomBytes'> & {config: Pick<Parts['config'], 'publicUrl' | 'isLocal' | 'needsSecondFactor'>};

/** How somebody came in, and when they showed two factors; null when they showed one. */
export interface Entry {
  how: WayIn;
  strongAt: Date | null;
}

/** Cookies are for https only, except on this machine's own http address. */
export function isSecure({publicUrl}: {publicUrl: string}): boolean {
  return publicUrl.startsWith('https:');
}

/** Whether roles need a second factor here. Where nothing is said, only a service for this machine alone does without. */
export function needsSecondFactor({needsSecondFactor: said, isLocal}: Pick<Parts['config'], 'needsSecondFactor' | 'isLocal'>): boolean {
  return said ?? !isLocal;
}

/**
 * Opens a session under a new token, and ends the one that the browser had: a token planted before signing in is worth nothing. Gives the
 * person as they may act in it.
 */
export async function openSession(parts: SessionParts, request: FastifyRequest, reply: FastifyReply, person: Person, entry: Entry): Promise<Person> {
  const token = await parts.database.transaction(async (tx) => {
    const opened = await addSessionIn(tx, parts, request, person, entry);
    await addAudit(tx, {actorId: person.id, action: 'signed-in', subjectId: person.id, object: `session:${opened.id}`, detail: {how: entry.how, strong: entry.strongAt !== null}}, parts.clock());
    return opened.token;
  });
  return giveSession(parts, reply, person, entry, token);
}

/** The part of `openSession` that is written, for a caller that has more to write in the same transaction. */
export async function addSessionIn(tx: Queries, {clock, randomBytes, config}: SessionParts, request: FastifyRequest, person: Person, {how, strongAt}: Entry): Promise<{id: string; token: string}> {
  const now = clock();
  const token = makeToken(randomBytes);
  const before = readCookie(request, 'session', isSecure(config));
  if (before) await removeSession(tx, hashToken(before));
  const id = await addSession(tx, {tokenHash: hashToken(token), personId: person.id, how, strongAt, device: describeBrowser(request.headers['user-agent'])}, now, new Date(now.getTime() + LIFE_MS));
  await removeOldestSessions(tx, person.id, MOST_SESSIONS);
  return {id, token};
}

/** The part of `openSession` that the browser gets, once the session is kept. */
export function giveSession({config}: SessionParts, reply: FastifyReply, person: Person, {strongAt}: Entry, token: string): Person {
  setCookie(reply, 'session', token, LIFE_MS / 1000, isSecure(config));
  clearCookie(reply, 'sign-in', isSecure(config));
  return actingAs(person, strongAt !== null, needsSecondFactor(config));
}

/** The moment before which a session that was not used is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

const sessions = new WeakMap<FastifyRequest, SessionRow>();

/** The person of the request's session, with the role that they may use at this moment, or null. */
export async function findPerson({database, clock, config}: SessionParts, request: FastifyRequest): Promise<Person | null> {
  const token = readCookie(request, 'session', isSecure(config));
  if (!token) return null;
  const now = clock();
  const found = await findBySession(database, hashToken(token), idleSince(now), now);
  if (!found) return null;
  if (now.getTime() - Date.parse(found.session.lastSeenAt) > TOUCH_MS) await touchSession(database, hashToken(token), now);
  sessions.set(request, found.session);
  return actingAs(found.person, found.session.strongAt !== null, needsSecondFactor(config));
}

/** The session of a request in which somebody is signed in. Throws a 401 for nobody. */
export function sessionOf(request: FastifyRequest): SessionRow {
  const session = sessions.get(request);
  if (!session) throw new Refusal(401, 'sign-in-first', 'You are not signed in, so there is no session to speak of. Sign in and try again.');
  return session;
}

/** Whether two factors were shown in the session of a request within the last 15 minutes. */
export function isRecentlyStrong(request: FastifyRequest, now: Date): boolean {
  const {strongAt} = sessionOf(request);
  return isRecent(strongAt === null ? null : new Date(strongAt), now);
}

/**
 * Throws a 403 unless two factors were shown within the last 15 minutes. For acts that do harm in the wrong hands: giving a role, resetting
 * or removing passkeys, erasing somebody. Where no second factor is needed, it lets everybody through.
 */
export function requireRecentStrong({config, clock}: Pick<SessionParts, 'config' | 'clock'>, request: FastifyRequest): void {
  if (!needsSecondFactor(config) || isRecentlyStrong(request, clock())) return;
  throw new Refusal(403, 'second-factor-again', `For this, show both factors again: it was more than ${RECENT_MINUTES} minutes ago, or never. On the page /account/, use your passkey or sign in again with your organisation’s account. Then try again.`);
}

/** Ends the session in the database, so that a copy of the cookie is dead too. */
export async function closeSession({database, clock, config}: SessionParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = readCookie(request, 'session', isSecure(config));
  if (token) {
    await database.transaction(async (tx) => {
      const ended = await removeSession(tx, hashToken(token));
      if (ended) await addAudit(tx, {actorId: ended.personId, action: 'signed-out', subjectId: ended.personId, object: `session:${ended.id}`}, clock());
    });
  }
  clearCookie(reply, 'session', isSecure(config));
}

import type {FastifyReply, FastifyRequest} from 'fastify';
import type {Person} from '#core/records/api.ts';
import type {Parts} from '../parts.ts';
import {addSession, findBySession, removeSession, touchSession} from '../repositories/signIn.ts';
import {clearCookie, readCookie, setCookie} from './cookies.ts';
import {hashToken, makeToken} from './secrets.ts';

const LIFE_MS = 12 * 3_600_000;
const IDLE_MS = 2 * 3_600_000;
/** The time last seen is written at most this often: a minute more or less of two hours does not matter, a write on each request does. */
const TOUCH_MS = 60_000;

type SessionParts = Pick<Parts, 'database' | 'clock' | 'randomBytes'> & {config: Pick<Parts['config'], 'publicUrl'>};

/** Cookies are for https only, except on this machine's own http address. */
export function isSecure({publicUrl}: {publicUrl: string}): boolean {
  return publicUrl.startsWith('https:');
}

/** Opens a session under a new token, and ends the one that the browser had: a token planted before signing in is worth nothing. */
export async function openSession({database, clock, randomBytes, config}: SessionParts, request: FastifyRequest, reply: FastifyReply, person: Person): Promise<void> {
  const now = clock();
  const token = makeToken(randomBytes);
  const before = readCookie(request, 'session', isSecure(config));
  await database.transaction(async (tx) => {
    if (before) await removeSession(tx, hashToken(before));
    await addSession(tx, hashToken(token), person.id, now, new Date(now.getTime() + LIFE_MS));
  });
  setCookie(reply, 'session', token, LIFE_MS / 1000, isSecure(config));
  clearCookie(reply, 'sign-in', isSecure(config));
}

/** The person of the request's session, with the role they have at this moment, or null. */
export async function findPerson({database, clock, config}: SessionParts, request: FastifyRequest): Promise<Person | null> {
  const token = readCookie(request, 'session', isSecure(config));
  if (!token) return null;
  const now = clock();
  const found = await findBySession(database, hashToken(token), new Date(now.getTime() - IDLE_MS), now);
  if (!found) return null;
  if (now.getTime() - Date.parse(found.lastSeenAt) > TOUCH_MS) await touchSession(database, hashToken(token), now);
  const {id, email, displayName, directorate, role} = found;
  return {id, email, displayName, directorate, role};
}

/** Ends the session in the database, so that a copy of the cookie is dead too. */
export async function closeSession({database, config}: SessionParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = readCookie(request, 'session', isSecure(config));
  if (token) await removeSession(database, hashToken(token));
  clearCookie(reply, 'session', isSecure(config));
}

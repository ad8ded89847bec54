import {randomUUID} from 'node:crypto';
import {generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse} from '@simplewebauthn/server';
import type {AuthenticationResponseJSON} from '@simplewebauthn/server';
import type {FastifyReply, FastifyRequest} from 'fastify';
import type {Person} from '#core/records/api.ts';
import type {Assertion, Passkey, Registration} from '#core/signIn/api.ts';
import {isLoopback} from '../config.ts';
import type {Queries} from '../database/database.ts';
import type {Parts, Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {addMail} from '../repositories/mail.ts';
import {hasStrongIdentity, removeIdentities} from '../repositories/oidc.ts';
import {addChallenge, addPasskey, countChallenges, listCredentials, listPasskeys, lockByCredential, removePasskey, removePasskeys, touchPasskey, useChallenge} from '../repositories/passkeys.ts';
import type {KnownPasskey, Purpose} from '../repositories/passkeys.ts';
import {lockPerson} from '../repositories/people.ts';
import {removeSessionsOf} from '../repositories/signIn.ts';
import {isAllowedDomain} from './codes.ts';
import {readCookie, setCookie} from './cookies.ts';
import {hashToken, makeToken} from './secrets.ts';
import {addSessionIn, giveSession, isRecentlyStrong, isSecure, needsSecondFactor, openSession, sessionOf} from './sessions.ts';

const CHALLENGE_LIFE_MINUTES = 5;
const WINDOW_MINUTES = 15;
/** How often one person is asked in that time. Practice judgement: three times what a hand that slips needs. */
const MOST_CHALLENGES = 30;
/** Practice judgement: a phone, a laptop and a key, twice over. */
const MOST_PASSKEYS = 10;
const MAIL_LIFE_MS = 3 * 86_400_000;
/** EdDSA, ECDSA on P-256 and RSA, as COSE numbers them: what every authenticator in use has one of. */
const ALGORITHMS = [-8, -7, -257];

/** The origins that a passkey may be used on: the site's own. On this machine the port may differ from the one in PUBLIC_URL. */
function originsOf({config}: Pick<Parts, 'config'>, request: FastifyRequest): string[] {
  const host = request.headers.host ?? '';
  const own = `http://${host}`;
  return config.isLocal && URL.canParse(own) && isLoopback(new URL(own).hostname) ? [config.publicUrl, own] : [config.publicUrl];
}

/** The name that passkeys are bound to: the site's host, without its port. */
function rpIdOf({config}: Pick<Parts, 'config'>): string {
  return new URL(config.publicUrl).hostname;
}

/** Which of the two cookies a challenge is bound to: the session's, or for nobody the one of the browser, made now if there is none. */
function bindingOf({config, randomBytes}: Services, request: FastifyRequest, reply: FastifyReply | null): string | null {
  const secure = isSecure(config);
  const session = request.person ? readCookie(request, 'session', secure) : null;
  if (session) return hashToken(session);
  const known = readCookie(request, 'sign-in', secure);
  if (known || !reply) return known && hashToken(known);
  const made = makeToken(randomBytes);
  setCookie(reply, 'sign-in', made, CHALLENGE_LIFE_MINUTES * 60, secure);
  return hashToken(made);
}

async function makeChallenge(services: Services, request: FastifyRequest, reply: FastifyReply, purpose: Purpose): Promise<string> {
  const {database, clock, randomBytes} = services;
  const now = clock();
  const personId = request.person?.id ?? null;
  if (personId && await countChallenges(database, personId, new Date(now.getTime() - WINDOW_MINUTES * 60_000)) >= MOST_CHALLENGES) {
    throw new Refusal(429, 'too-many-tries', `Your passkey was asked for too often. Wait ${WINDOW_MINUTES} minutes, then try again.`);
  }
  const challenge = makeToken(randomBytes);
  const browserHash = bindingOf(services, request, reply);
  if (!browserHash) throw new Error('A challenge was made for no browser.');
  await addChallenge(database, {challengeHash: hashToken(challenge), browserHash, purpose, personId}, now, new Date(now.getTime() + CHALLENGE_LIFE_MINUTES * 60_000));
  return challenge;
}

/** Uses up the challenge that an answer names, whatever becomes of the answer. Null when it is none of this browser's. */
async function takeChallenge(services: Services, request: FastifyRequest, clientDataJSON: string, purpose: Purpose): Promise<string | null> {
  const challenge = challengeIn(clientDataJSON);
  const browserHash = bindingOf(services, request, null);
  if (!challenge || !browserHash) return null;
  const used = await useChallenge(services.database, {challengeHash: hashToken(challenge), browserHash, purpose}, services.clock());
  return used && used.personId === (request.person?.id ?? null) ? challenge : null;
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {challenge?: unknown} | null;
    return typeof data?.challenge === 'string' ? data.challenge : null;
  } catch {
    return null;
  }
}

/** Bytes as the library wants them, copied into memory of their own. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}

/** What a session may do with its person's passkeys. */
export async function rightsOf({database, config, clock}: Services, request: FastifyRequest, person: Person): Promise<{isRequired: boolean; mayAdd: boolean; mayRemove: boolean}> {
  const role = person.heldRole ?? person.role;
  const isPolicy = needsSecondFactor(config);
  if (!isPolicy) return {isRequired: false, mayAdd: true, mayRemove: true};
  const isRecent = isRecentlyStrong(request, clock());
  // The first one may be added with one factor, or nobody could begin. Not by somebody whose organisation asks for two: then a mailbox
  // alone would be a way round that.
  const isFirst = (await listCredentials(database, person.id)).length === 0 && !await hasStrongIdentity(database, person.id);
  return {isRequired: role !== 'learner', mayAdd: isRecent || (isFirst && sessionOf(request).strongAt === null), mayRemove: isRecent};
}

async function refuseToAdd(services: Services, request: FastifyRequest, person: Person): Promise<void> {
  const {mayAdd} = await rightsOf(services, request, person);
  if (!mayAdd) throw new Refusal(403, 'second-factor-again', 'To add a passkey, first use one that you have, or sign in again with your organisation’s account. If you have lost them all, ask a coordinator to reset them.');
}

/** What the browser is to hand to an authenticator to make a passkey. Throws a 403 for a session that must show more first. */
export async function startAdding(services: Services, request: FastifyRequest, reply: FastifyReply, person: Person): Promise<{challenge: string; [field: string]: unknown}> {
  await refuseToAdd(services, request, person);
  const known = await listCredentials(services.database, person.id);
  if (known.length >= MOST_PASSKEYS) throw new Refusal(409, 'too-many-passkeys', `You have ${MOST_PASSKEYS} passkeys, which is the most. Remove one that you no longer use.`);
  const options = await generateRegistrationOptions({
    rpName: services.organisation.name, rpID: rpIdOf(services), userName: person.email, userDisplayName: person.displayName ?? person.email,
    userID: new Uint8Array(Buffer.from(person.id)), challenge: bytesOf(await makeChallenge(services, request, reply, 'add')), timeout: CHALLENGE_LIFE_MINUTES * 60_000,
    attestationType: 'none', excludeCredentials: known, authenticatorSelection: {residentKey: 'preferred', userVerification: 'required'},
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return {...options};
}

/**
 * Keeps a new passkey, tells its owner by e-mail, ends their other sessions, and opens a new one in which both factors are shown. Throws a
 * 422 for a passkey that does not answer what was asked.
 */
export async function finishAdding(services: Services, request: FastifyRequest, reply: FastifyReply, person: Person, name: string, response: Registration): Promise<{passkey: Passkey; person: Person}> {
  const {database, clock, organisation, outbox} = services;
  await refuseToAdd(services, request, person);
  const made = await readRegistration(services, request, response);
  const held = {id: person.id, email: person.email, displayName: person.displayName, directorate: person.directorate, role: person.heldRole ?? person.role};
  const now = clock();
  const entry = {how: 'passkey', strongAt: now} as const;
  const {passkey, token} = await database.transaction(async (tx) => {
    await lockPerson(tx, person.id);
    const before = await listPasskeys(tx, person.id);
    // Two answers at the same moment cannot both be the first.
    if (before.length > 0 && needsSecondFactor(services.config) && !isRecentlyStrong(request, now)) throw wrongPasskey();
    const added = await addPasskey(tx, {personId: person.id, ...made, name}, now);
    if (!added) throw new Refusal(409, 'known-passkey', 'This passkey is known already. Use another device or key.');
    await removeSessionsOf(tx, person.id, null);
    const opened = await addSessionIn(tx, services, request, held, entry);
    await addMail(tx, {
      id: randomUUID(), recipient: person.email, subject: `A passkey was added to your account at ${organisation.name}`,
      body: `A passkey was added to your account, and everywhere else you were signed out.\n\nIf that was you, there is nothing to do.\n\nIf it was not, tell the ${organisation.contact.team} at once: ${organisation.contact.email}, ${organisation.contact.phone}. A coordinator can reset how you sign in.\n\n${organisation.contact.team}, ${organisation.name}\n`,
    }, now, new Date(now.getTime() + MAIL_LIFE_MS));
    await addAudit(tx, {actorId: person.id, action: 'second-factor-added', subjectId: person.id, object: `passkey:${added.id}`, detail: {first: before.length === 0}}, now);
    return {passkey: added, token: opened.token};
  });
  outbox.kick();
  return {passkey, person: giveSession(services, reply, held, entry, token)};
}

function wrongPasskey(): Refusal {
  return new Refusal(422, 'wrong-passkey', 'This passkey could not be checked, so it was not added. Try again on this page; you have 5 minutes.');
}

async function readRegistration(services: Services, request: FastifyRequest, response: Registration): Promise<{credentialId: string; publicKey: string; uses: number; transports: string[]}> {
  const expectedChallenge = await takeChallenge(services, request, response.response.clientDataJSON, 'add');
  if (!expectedChallenge) throw wrongPasskey();
  const verified = await verifyRegistrationResponse({
    response: {...response, clientExtensionResults: {}},
    expectedChallenge, expectedOrigin: originsOf(services, request), expectedRPID: rpIdOf(services), requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!verified?.verified) throw wrongPasskey();
  const {credential} = verified.registrationInfo;
  return {credentialId: credential.id, publicKey: Buffer.from(credential.publicKey).toString('base64url'), uses: credential.counter, transports: response.response.transports ?? []};
}

/** What the browser is to hand to an authenticator to use a passkey: one of whoever is signed in, or for nobody any of this site. */
export async function startUsing(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<{challenge: string; [field: string]: unknown}> {
  const known = request.person ? await listCredentials(services.database, request.person.id) : [];
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(services), challenge: bytesOf(await makeChallenge(services, request, reply, 'use')), timeout: CHALLENGE_LIFE_MINUTES * 60_000,
    userVerification: 'required', ...(known.length > 0 && {allowCredentials: known}),
  });
  return {...options};
}

/**
 * Signs in with a passkey, or shows the second factor in a session that has one. The authenticator checks its owner's finger, face or PIN,
 * so a passkey is two factors by itself. Throws one and the same 401 for everything that does not hold.
 */
export async function finishUsing(services: Services, request: FastifyRequest, reply: FastifyReply, response: Assertion): Promise<Person> {
  const {database, clock, organisation} = services;
  const expectedChallenge = await takeChallenge(services, request, response.response.clientDataJSON, 'use');
  const person = expectedChallenge === null ? null : await database.transaction(async (tx) => {
    const known = await lockByCredential(tx, response.id);
    const uses = known && await checkSignature(services, request, response, known, expectedChallenge);
    if (!known || uses === null || uses === undefined) return null;
    if (request.person && request.person.id !== known.person.id) return null;
    if (!isAllowedDomain(organisation.emailDomains, known.person.email)) return null;
    await touchPasskey(tx, known.id, uses, clock());
    return known.person;
  });
  if (!person) throw new Refusal(401, 'wrong-passkey', 'That passkey does not work here. Try again, or sign in with a code by e-mail.');
  return openSession(services, request, reply, person, {how: 'passkey', strongAt: clock()});
}

/** The authenticator's new counter when the signature holds; null when it does not. A counter that went back shows a copied key. */
async function checkSignature(services: Services, request: FastifyRequest, response: Assertion, known: KnownPasskey, expectedChallenge: string): Promise<number | null> {
  const {userHandle} = response.response;
  if (userHandle && Buffer.from(userHandle, 'base64url').toString('utf8') !== known.person.id) return null;
  const verified = await verifyAuthenticationResponse({
    response: {...response, clientExtensionResults: {}} as AuthenticationResponseJSON,
    expectedChallenge, expectedOrigin: originsOf(services, request), expectedRPID: rpIdOf(services), requireUserVerification: true,
    credential: {id: known.credentialId, publicKey: bytesOf(known.publicKey), counter: known.uses},
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

/** Removes one passkey of a person. Throws a 404 when it is not theirs, and a 409 for the last one of somebody whose role needs one. */
export async function removeOne({database, config, clock}: Services, person: Person, id: string): Promise<void> {
  const role = person.heldRole ?? person.role;
  await database.transaction(async (tx) => {
    await lockPerson(tx, person.id);
    const known = await listPasskeys(tx, person.id);
    if (!known.some((each) => each.id === id)) throw new Refusal(404, 'no-such-passkey', 'You have no such passkey. Look at the list of your passkeys.');
    if (known.length === 1 && role !== 'learner' && needsSecondFactor(config)) {
      throw new Refusal(409, 'last-passkey', 'This is your last passkey, and your role needs one. Add another first, or ask a coordinator to reset them.');
    }
    await removePasskey(tx, person.id, id);
    await addAudit(tx, {actorId: person.id, action: 'second-factor-removed', subjectId: person.id, object: `passkey:${id}`}, clock());
  });
}

/**
 * Removes every passkey of a person and the links to their organisation's accounts, ends their sessions and tells them by e-mail: for
 * somebody who lost their keys. They begin again with a code. `actorId` null: the command line. Gives how many passkeys there were.
 */
export async function resetPasskeys(tx: Queries, {organisation, clock}: Pick<Parts, 'organisation' | 'clock'>, person: Person, actorId: string | null): Promise<number> {
  const now = clock();
  await lockPerson(tx, person.id);
  const count = await removePasskeys(tx, person.id);
  await removeIdentities(tx, person.id);
  await removeSessionsOf(tx, person.id, null);
  await addMail(tx, {
    id: randomUUID(), recipient: person.email, subject: `Your passkeys at ${organisation.name} were reset`,
    body: `Your passkeys were removed, and you were signed out everywhere. Sign in with a code by e-mail, and add a passkey if your role needs one.\n\nIf you did not ask for this, tell the ${organisation.contact.team} at once: ${organisation.contact.email}, ${organisation.contact.phone}.\n\n${organisation.contact.team}, ${organisation.name}\n`,
  }, now, new Date(now.getTime() + MAIL_LIFE_MS));
  await addAudit(tx, {actorId, action: 'second-factor-removed', subjectId: person.id, detail: {count, reset: true}}, now);
  return count;
}

import {randomUUID} from 'node:crypto';
import type {Person} from '#core/records/api.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addMail} from '../repositories/mail.ts';
import {findOrAddByEmail} from '../repositories/people.ts';
import {addCode, countUse, lockAddress, takeTry, useCode} from '../repositories/signIn.ts';
import {hashToken, hmacOfCode, isSameText, makeCode} from './secrets.ts';

export const CODE_LIFE_MINUTES = 10;
const WINDOW_MINUTES = 15;
const MOST_CODES = 5;
const MOST_TRIES = 5;
/** With at most 5 more, a day of guessing at one address succeeds less than once in 10,000. */
const MOST_TRIES_A_DAY = 50;

/**
 * Makes a code for the address, bound to the browser's token, and puts it in the outbox. The work and the answer are the same whether
 * or not somebody with that address is known. Throws a 429 when too many were asked for, and a 422 for an address outside the organisation.
 */
export async function sendCode(services: Services, email: string, browserToken: string): Promise<void> {
  const {database, organisation, clock, randomBytes, secret, outbox} = services;
  checkDomain(organisation.emailDomains, email);
  const now = clock();
  const id = randomUUID();
  const code = makeCode(randomBytes);
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MINUTES * 60_000);
  await database.transaction(async (tx) => {
    await lockAddress(tx, email);
    const {codes, tries} = await countUse(tx, email, new Date(now.getTime() - WINDOW_MINUTES * 60_000), now);
    if (codes >= MOST_CODES) {
      throw new Refusal(429, 'too-many-codes', `${MOST_CODES} codes were sent to this address in the last ${WINDOW_MINUTES} minutes. Use the newest one, or wait ${WINDOW_MINUTES} minutes.`);
    }
    if (tries >= MOST_TRIES_A_DAY) {
      throw new Refusal(429, 'too-many-tries', 'Too many wrong codes were tried for this address today. Wait until tomorrow, or ask the team that runs this site.');
    }
    await addCode(tx, {id, email, codeHmac: hmacOfCode(secret, id, code), browserHash: hashToken(browserToken), createdAt: now, expiresAt});
    await addMail(tx, {
      id: randomUUID(),
      recipient: email,
      subject: `Your sign-in code for ${organisation.name}`,
      body: `Your code is ${code}.\n\nIt works for ${CODE_LIFE_MINUTES} minutes, once, in the browser where you asked for it.\n\nIf you did not ask for it, you can ignore this e-mail: nobody can sign in without the code.\n\n${organisation.contact.team}, ${organisation.name}\n`,
    }, now, expiresAt);
  });
  outbox.kick();
}

/** Whether an address is of a domain that may sign in; with no list, any is. */
export function isAllowedDomain(domains: readonly string[], email: string): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return domains.length === 0 || domains.some((each) => each.toLowerCase() === domain);
}

/** Throws a 422 that names the domains allowed, when there is a list and the address is not on it. */
export function checkDomain(domains: readonly string[], email: string): void {
  if (!isAllowedDomain(domains, email)) {
    throw new Refusal(422, 'other-domain', `Use your work address. It ends in ${domains.map((each) => `@${each}`).join(' or ')}.`, [
      {field: 'email', message: `Use an address that ends in ${domains.map((each) => `@${each}`).join(' or ')}.`},
    ]);
  }
}

/**
 * Gives the person when the code is right, live, unused and asked for by this browser, and uses it up. Throws one and the same 401 for
 * everything else.
 */
export async function checkCode(services: Services, email: string, code: string, browserToken: string | null): Promise<Person> {
  const {database, clock, secret} = services;
  const now = clock();
  const live = browserToken ? await takeTry(database, email, hashToken(browserToken), MOST_TRIES, now) : [];
  const right = live.filter(({id, codeHmac}) => isSameText(codeHmac, hmacOfCode(secret, id, code)))[0];
  const person = right && await database.transaction(async (tx) => (await useCode(tx, right.id, now)) ? findOrAddByEmail(tx, email, now) : undefined);
  if (!person) {
    throw new Refusal(401, 'wrong-code', `That code does not work. Type the newest code we sent, in the browser where you asked for it, within ${CODE_LIFE_MINUTES} minutes. After ${MOST_TRIES} tries, ask for a new one.`, [
      {field: 'code', message: 'That code does not work. Check it, or ask for a new one.'},
    ]);
  }
  return person;
}

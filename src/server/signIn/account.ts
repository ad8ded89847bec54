import type {SignInSettings} from '#config';
import {PersonChange} from '#core/records/api.ts';
import type {Person} from '#core/records/api.ts';
import {ClaimedEmail} from '#core/signIn/api.ts';
import {rolesFromClaims} from '#core/signIn/claims.ts';
import type {Claims} from '#core/signIn/claims.ts';
import type {SignInFault} from '#core/signIn/faults.ts';
import type {Queries} from '../database/database.ts';
import type {Parts} from '../parts.ts';
import {addAudit} from '../records/audit.ts';
import {addIdentity, findByIdentity, lockIdentity, touchIdentity} from '../repositories/oidc.ts';
import {changePerson, findOrAddByEmail, lockCoordinators, setRole} from '../repositories/people.ts';
import {isAllowedDomain} from './codes.ts';

/** Why an account of the organisation leads to nobody here. */
export class AccountFault extends Error {
  readonly code: SignInFault;

  constructor(code: SignInFault) {
    super(code);
    this.code = code;
  }
}

/** An account at the organisation, as it came back. */
export interface Account {
  issuer: string;
  subject: string;
  claims: Claims;
  /** Whether two factors were asked for. */
  isStrong: boolean;
}

/**
 * The person of an account: the one whose account it is, or the one with the e-mail address that the organisation has checked, joined
 * now. Sets the role that follows from the claims. Throws an AccountFault when there is no address to go by, when it is not one of
 * ours, or when its person has another account already: addresses of people who left are given out again.
 */
export async function findAccount({database, organisation, config, clock}: Pick<Parts, 'database' | 'organisation' | 'config' | 'clock'>, account: Account): Promise<Person> {
  const {issuer, subject, claims, isStrong} = account;
  const now = clock();
  return database.transaction(async (tx) => {
    // First, as everywhere: whoever gives roles holds the coordinators before anything else.
    const coordinators = organisation.signIn?.roles ? await lockCoordinators(tx) : [];
    await lockIdentity(tx, issuer, subject);
    const known = await findByIdentity(tx, issuer, subject);
    const person = known ?? await joinByEmail(tx, account, config.oidc?.trustEmail ?? false, organisation.emailDomains, now);
    if (!isAllowedDomain(organisation.emailDomains, person.email)) throw new AccountFault('organisation-other-domain');
    await touchIdentity(tx, issuer, subject, isStrong, now);
    const named = await fillName(tx, person, claims);
    return setRoleOf(tx, named, claims, organisation.signIn?.roles, organisation.directorates.map(({id}) => id), coordinators, now);
  });
}

async function joinByEmail(tx: Queries, {issuer, subject, claims}: Account, trustEmail: boolean, domains: readonly string[], now: Date): Promise<Person> {
  const email = ClaimedEmail.safeParse(claims['email']);
  // Some providers send the word instead of the value; anything but a plain yes is a no.
  if (!email.success || !(claims['email_verified'] === true || trustEmail)) throw new AccountFault('organisation-no-email');
  if (!isAllowedDomain(domains, email.data)) throw new AccountFault('organisation-other-domain');
  const person = await findOrAddByEmail(tx, email.data, now);
  if (!await addIdentity(tx, issuer, subject, person.id, now)) throw new AccountFault('organisation-other-account');
  return person;
}

/** Takes over the name once, when the person has given none. */
async function fillName(tx: Queries, person: Person, claims: Claims): Promise<Person> {
  const {success, data} = PersonChange.safeParse({displayName: claims['name']});
  if (person.displayName !== null || !success || data.displayName === undefined) return person;
  return await changePerson(tx, person.id, {displayName: data.displayName}) ?? person;
}

async function setRoleOf(tx: Queries, person: Person, claims: Claims, rules: SignInSettings['roles'], directorates: readonly string[], coordinators: readonly string[], now: Date): Promise<Person> {
  if (!rules) return person;
  const {role, directorate: named} = rolesFromClaims(claims, rules, directorates, person.role === 'lead');
  const directorate = named ?? undefined;
  const isLast = coordinators.length === 1 && coordinators[0] === person.id;
  const wanted = role === null || isLast ? person.role : role;
  if (wanted === person.role && (directorate === undefined || directorate === person.directorate)) return person;
  const changed = await setRole(tx, person, wanted, directorate, null, now);
  await addAudit(tx, {actorId: null, action: 'role-given', subjectId: person.id, detail: {from: person.role, to: wanted, directorate: changed.directorate, by: 'organisation'}}, now);
  return changed;
}

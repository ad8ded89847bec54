import {ROLES} from '../records/api.ts';
import type {Role} from '../records/api.ts';

/** What an organisation's sign-in says of somebody, by name. Nothing in it is trusted to have a form. */
export type Claims = Readonly<Record<string, unknown>>;

/** How roles and directorates follow from claims. Kept in askwell.config.ts. */
export interface RoleRules {
  /** The claim that lists groups or roles. A dot steps into an object: `realm_access.roles`. */
  claim: string;
  /** Value of the claim to role. */
  map: Readonly<Record<string, Role>>;
  /** Somebody who has the claim and none of these values becomes a learner, whatever a coordinator gave. Otherwise their role is left. */
  claimsDecide?: boolean;
  /** The claim that names the directorate, and its values by directorate id. */
  directorateClaim?: string;
  directorates?: Readonly<Record<string, string>>;
}

/**
 * The role and directorate that follow from claims. Null: leave what is kept. Of several roles the highest wins. `directorates`: the ids
 * that there are; others do not count. A lead sees a directorate that they must not choose themselves, so `lead` counts only when the
 * claims name the directorate, or for somebody who `isLead` already.
 */
export function rolesFromClaims(claims: Claims, rules: RoleRules, directorates: readonly string[], isLead: boolean): {role: Role | null; directorate: string | null} {
  const named = rules.directorateClaim === undefined ? [] : mapped(valuesOf(claims, rules.directorateClaim) ?? [], rules.directorates ?? {});
  const directorate = named.find((each) => directorates.includes(each)) ?? null;
  const values = valuesOf(claims, rules.claim);
  if (values === null) return {role: null, directorate};
  const given = mapped(values, rules.map).filter((role) => role !== 'lead' || directorate !== null || isLead);
  const highest = [...ROLES].reverse().find((role) => given.includes(role)) ?? null;
  return {role: highest ?? (rules.claimsDecide ? 'learner' : null), directorate};
}

/** The text values of a claim, whether it is one or a list; null when the claim is not there. */
function valuesOf(claims: Claims, name: string): string[] | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : stepInto(claims, name.split('.'));
  if (value === undefined || value === null) return null;
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}

function stepInto(from: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined), from);
}

function mapped<T>(values: readonly string[], map: Readonly<Record<string, T>>): T[] {
  return values.flatMap((value) => (Object.hasOwn(map, value) ? [map[value] as T] : []));
}

/** Authentication methods by kind of factor (RFC 8176, 2): what somebody knows, has or is. */
const KINDS_OF_FACTOR: Readonly<Record<string, 'knows' | 'has' | 'is'>> = {
  pwd: 'knows', pin: 'knows', kba: 'knows',
  otp: 'has', hwk: 'has', swk: 'has', sc: 'has', sms: 'has', tel: 'has', pop: 'has',
  face: 'is', fpt: 'is', iris: 'is', retina: 'is', vbm: 'is',
};

/**
 * Whether the organisation's sign-in says that it asked for two factors: `amr` holds `mfa`, or methods of two different kinds, or `acr`
 * is on the list given. One method alone, also a hardware key, is one factor (OWASP ASVS 5.0, 6.8.4).
 */
export function saysTwoFactors(claims: Claims, strongAcr: readonly string[] = []): boolean {
  const methods = valuesOf(claims, 'amr') ?? [];
  const kinds = new Set(mapped(methods, KINDS_OF_FACTOR));
  return methods.includes('mfa') || kinds.size >= 2 || (typeof claims['acr'] === 'string' && strongAcr.includes(claims['acr']));
}

/** When the person last proved who they are, where the sign-in says so (`auth_time`, in seconds) and it is not in the future; else null. */
export function authenticatedAt(claims: Claims, now: Date): Date | null {
  const seconds = claims['auth_time'];
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return null;
  return new Date(Math.min(seconds * 1000, now.getTime()));
}

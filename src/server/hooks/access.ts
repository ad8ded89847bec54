import type {FastifyRequest, RouteOptions} from 'fastify';
import {accessOf} from '../access.ts';
import type {Access} from '../access.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';

/** True for the routes of the service; the rest is files of the site, which anybody may read. */
export function isServiceRoute(url: string): boolean {
  return url === '/api' || url.startsWith('/api/') || url.startsWith('/dev/');
}

/** Throws while the app is built when a route has no line in the access table. */
export function checkRoute({method, url}: Pick<RouteOptions, 'method' | 'url'>): void {
  if (isServiceRoute(url)) for (const each of [method].flat()) accessOf(each, url);
}

/** Throws a 401 or 403 when whoever is signed in may not call the route that was matched. */
export function refuseWithoutRight(request: FastifyRequest): void {
  const {method, url} = request.routeOptions;
  if (url === undefined || !isServiceRoute(url)) return;
  const access = accessOf([method].flat()[0] ?? '', url);
  if (access === 'anybody') return;
  const person = personOf(request);
  if (access === 'signed-in' || access.includes(person.role)) return;
  const {heldRole} = person;
  if (heldRole !== undefined && access.includes(heldRole)) {
    throw new Refusal(403, 'second-factor', `You are a ${heldRole}, and a ${heldRole} needs a passkey besides the code. Use or add it on the page /account/, then try again.`);
  }
  throw new Refusal(403, 'other-role', sentence(access));
}

function sentence(access: Exclude<Access, string>): string {
  const roles = access.map((role) => `${role}s`);
  const named = roles.length > 1 ? `${roles.slice(0, -1).join(', ')} and ${roles.at(-1) ?? ''}` : roles.join('');
  return `This is for ${named}. If you should have it, ask a coordinator to change your role.`;
}

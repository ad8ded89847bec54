import type {FastifyRequest} from 'fastify';
import {isLoopback} from '../config.ts';
import type {Parts} from '../parts.ts';
import {Refusal} from '../problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Throws a 403 for a request that changes something and does not come from a page of this site. Browsers name the page's origin in
 * `Origin`, and most say it in `Sec-Fetch-Site` too; another site can forge neither. An origin that is named must be our own.
 */
export function refuseOtherOrigins(request: FastifyRequest, config: Parts['config']): void {
  if (SAFE.has(request.method)) return;
  const {origin} = request.headers;
  const isOwn = origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : isOwnOrigin(origin, request.headers.host, config);
  if (!isOwn) throw new Refusal(403, 'other-origin', `This request did not come from a page of this site, so nothing was changed. Open ${config.publicUrl} and try again there.`);
}

/** On this machine the site may be called localhost or 127.0.0.1, on the port that it happens to have. */
function isOwnOrigin(origin: string, host: string | undefined, {publicUrl, isLocal}: Parts['config']): boolean {
  if (origin === publicUrl) return true;
  return isLocal && URL.canParse(origin) && isLoopback(new URL(origin).hostname) && origin === `http://${host ?? ''}`;
}

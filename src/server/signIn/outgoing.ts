import {isIP} from 'node:net';
import {isLoopback} from '../config.ts';

/** A provider that answers slower than this counts as out of reach, in seconds. Practice judgement. */
export const PATIENCE_SECONDS = 5;

/**
 * Whether the service may send a request to this address on behalf of the provider's own description of itself. It must be https. A bare
 * number for a host is refused unless it is the issuer's own, so that a description cannot point at machines of the network by number.
 * Plain http is for a provider on this machine.
 */
export function mayAsk(address: string, issuer: string): boolean {
  if (!URL.canParse(address)) return false;
  const {protocol, hostname, host, username, password} = new URL(address);
  if (username || password) return false;
  const own = new URL(issuer);
  if (protocol === 'http:') return own.protocol === 'http:' && isLoopback(hostname) && host === own.host;
  return protocol === 'https:' && (isIP(hostname.replace(/^\[|\]$/g, '')) === 0 || host === own.host);
}

/** A fetch for the provider alone: to addresses that may be asked, and never on to another by a redirect. */
export function fetchFor(issuer: string): (address: string, init: object) => Promise<Response> {
  return async (address, init) => {
    if (!mayAsk(address, issuer)) throw new TypeError(`The provider names an address that is not asked: ${new URL(address).host}`);
    return fetch(address, {...init, redirect: 'manual'});
  };
}

import type {CookieSerializeOptions} from '@fastify/cookie';
import type {FastifyReply, FastifyRequest} from 'fastify';

/** The session, and the cookie that binds a code to the browser that asked for it. */
export type CookieName = 'session' | 'sign-in';

const OPTIONS: CookieSerializeOptions = {path: '/', httpOnly: true, sameSite: 'lax'};

/** `__Host-` keeps other hosts of the same domain from setting the cookie; browsers demand https for it. */
function nameOf(name: CookieName, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}

/** The token in the cookie, when it has the form of one. */
export function readCookie(request: FastifyRequest, name: CookieName, isSecure: boolean): string | null {
  const value = request.cookies[nameOf(name, isSecure)];
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

export function setCookie(reply: FastifyReply, name: CookieName, token: string, maxAgeSeconds: number, isSecure: boolean): void {
  void reply.setCookie(nameOf(name, isSecure), token, {...OPTIONS, secure: isSecure, maxAge: maxAgeSeconds});
}

export function clearCookie(reply: FastifyReply, name: CookieName, isSecure: boolean): void {
  void reply.clearCookie(nameOf(name, isSecure), {...OPTIONS, secure: isSecure});
}

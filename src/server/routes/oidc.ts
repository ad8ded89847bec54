import type {FastifyReply, FastifyRequest} from 'fastify';
import * as z from 'zod';
import {safeNext} from '#core/records/safeNext.ts';
import {SignInOptions} from '#core/signIn/api.ts';
import {authenticatedAt, saysTwoFactors} from '#core/signIn/claims.ts';
import type {Claims} from '#core/signIn/claims.ts';
import type {SignInFault} from '#core/signIn/faults.ts';
import type {App, Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addState, takeState} from '../repositories/oidc.ts';
import {AccountFault, findAccount} from '../signIn/account.ts';
import {readCookie, setCookie} from '../signIn/cookies.ts';
import {makeProvider, ReturnFault} from '../signIn/organisation.ts';
import type {Provider, Returned} from '../signIn/organisation.ts';
import {hashToken, makeToken} from '../signIn/secrets.ts';
import {isSecure, openSession} from '../signIn/sessions.ts';
import {answers} from './answers.ts';

const STATE_LIFE_MINUTES = 10;
/** A whole office may stand behind one address. */
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};
/** Every visit of the sign-in page asks for the ways in. */
const VISITS = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};
const DEFAULT_LABEL = 'Sign in with your organisation’s account';

/** Signing in with the organisation's own accounts, by OpenID Connect: authorization code with PKCE, state and nonce. */
export function oidcRoutes(app: App, services: Services): void {
  const {config, organisation, clock} = services;
  const {oidc} = config;
  const provider = oidc ? makeProvider(oidc, services, (message) => app.log.warn(message)) : null;
  const isSecureSite = isSecure(config);

  const theProvider = (): Provider => {
    if (!provider) throw new Refusal(404, 'no-organisation', 'No sign-in of an organisation is set up here. Use a code by e-mail.');
    return provider;
  };
  const backToSignIn = (reply: FastifyReply, fault: SignInFault, next: string): FastifyReply =>
    reply.redirect(`/sign-in/?fault=${fault}&next=${encodeURIComponent(next)}`, 303);

  app.get('/api/sign-in/options', {config: VISITS, schema: {summary: 'Ways to sign in besides a code by e-mail', response: answers({200: SignInOptions})}}, async () => (
    {organisation: provider ? {label: organisation.signIn?.label ?? DEFAULT_LABEL, isReachable: await provider.isReachable()} : null}
  ));

  app.get('/api/sign-in/oidc/start', {
    config: LIMIT,
    schema: {summary: 'Go to the organisation’s sign-in', querystring: z.object({next: z.string().max(500).optional(), anew: z.literal('1').optional()})},
  }, async (request, reply) => {
    const {next: wanted, anew} = request.query;
    const next = safeNext(wanted);
    const secrets = {state: makeToken(services.randomBytes), nonce: makeToken(services.randomBytes), codeVerifier: makeToken(services.randomBytes)};
    const address = await theProvider().startAddress(secrets, anew === '1');
    if (address === null) return backToSignIn(reply, 'organisation-away', next);
    const browser = readCookie(request, 'sign-in', isSecureSite) ?? makeToken(services.randomBytes);
    await addState(services.database, hashToken(secrets.state), hashToken(browser), {nonce: secrets.nonce, codeVerifier: secrets.codeVerifier, nextPage: next, asksAnew: anew === '1'}, new Date(clock().getTime() + STATE_LIFE_MINUTES * 60_000));
    setCookie(reply, 'sign-in', browser, STATE_LIFE_MINUTES * 60, isSecureSite);
    return reply.redirect(address, 303);
  });

  app.get('/api/sign-in/oidc/callback', {config: LIMIT, schema: {summary: 'Come back from the organisation’s sign-in', querystring: z.looseObject({state: z.unknown().optional()})}}, async (request, reply) => {
    const here = theProvider();
    const {state} = request.query;
    const browser = readCookie(request, 'sign-in', isSecureSite);
    const begun = typeof state === 'string' && browser ? await takeState(services.database, hashToken(state), hashToken(browser), clock()) : undefined;
    if (typeof state !== 'string' || !begun) return backToSignIn(reply, 'organisation-late', safeNext(null));
    try {
      const returned = await here.finish(searchOf(request), {state, nonce: begun.nonce, codeVerifier: begun.codeVerifier}, wantsMore);
      const isStrong = saysTwoFactors(returned.tokenClaims, organisation.signIn?.strongAcr);
      const person = await findAccount(services, {issuer: oidc?.issuer ?? '', subject: returned.subject, claims: returned.claims, isStrong});
      await openSession(services, request, reply, person, {how: 'organisation', strongAt: isStrong ? provedAt(returned, begun.asksAnew) : null});
      // The sign-in page goes on from there: it knows what waits on the device, and whether a second factor is missing.
      return reply.redirect(`/sign-in/?came=1&next=${encodeURIComponent(begun.nextPage)}`, 303);
    } catch (error) {
      if (error instanceof ReturnFault) app.log.warn(`A sign-in at the organisation failed: ${error.message}`);
      else if (!(error instanceof AccountFault)) throw error;
      return backToSignIn(reply, error.code, begun.nextPage);
    }
  });

  /** When both factors were shown. A provider that asked nobody anew and does not say when it did has shown them at some time in the past. */
  function provedAt({tokenClaims}: Returned, askedAnew: boolean): Date {
    return authenticatedAt(tokenClaims, clock()) ?? (askedAnew ? clock() : new Date(0));
  }

  /** Whether the token leaves out what the user info may have. */
  function wantsMore(claims: Claims): boolean {
    const roles = organisation.signIn?.roles;
    return claims['email'] === undefined || claims['email_verified'] === undefined || (roles !== undefined && claims[roles.claim.split('.')[0] ?? ''] === undefined);
  }
}

/** The query as it came, with its question mark. */
function searchOf(request: FastifyRequest): string {
  const start = request.url.indexOf('?');
  return start < 0 ? '' : request.url.slice(start);
}

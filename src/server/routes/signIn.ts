import * as z from 'zod';
import {CodeAnswer, CodeRequest, Me} from '#core/records/api.ts';
import type {App, Services} from '../parts.ts';
import {checkCode, CODE_LIFE_MINUTES, sendCode} from '../signIn/codes.ts';
import {readCookie, setCookie} from '../signIn/cookies.ts';
import {makeToken} from '../signIn/secrets.ts';
import {closeSession, isSecure, openSession} from '../signIn/sessions.ts';
import {answers} from './answers.ts';

/** A whole office may stand behind one address. */
const LIMIT = {rateLimit: {max: 120, timeWindow: 15 * 60_000}};

/** Signing in by a code sent by e-mail, and signing out. */
export function signInRoutes(app: App, services: Services): void {
  const secure = isSecure(services.config);

  app.post('/api/sign-in/codes', {
    config: LIMIT,
    schema: {summary: 'Ask for a sign-in code by e-mail', body: CodeRequest, response: answers({202: z.object({sent: z.literal(true)})})},
  }, async (request, reply) => {
    const token = readCookie(request, 'sign-in', secure) ?? makeToken(services.randomBytes);
    await sendCode(services, request.body.email, token);
    setCookie(reply, 'sign-in', token, CODE_LIFE_MINUTES * 60, secure);
    return reply.code(202).send({sent: true});
  });

  app.post('/api/sign-in/sessions', {
    config: LIMIT,
    schema: {summary: 'Sign in with the code', body: CodeAnswer, response: answers({200: Me})},
  }, async (request, reply) => {
    const {email, code} = request.body;
    const person = await checkCode(services, email, code, readCookie(request, 'sign-in', secure));
    return {person: await openSession(services, request, reply, person, {how: 'code', strongAt: null})};
  });

  app.delete('/api/sign-in/session', {schema: {summary: 'Sign out'}}, async (request, reply) => {
    await closeSession(services, request, reply);
    return reply.code(204).send();
  });
}

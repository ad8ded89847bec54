import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import fastify from 'fastify';
import type {FastifyReply, FastifyRequest} from 'fastify';
import {jsonSchemaTransform, serializerCompiler, validatorCompiler} from 'fastify-type-provider-zod';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import {checkRoute, isServiceRoute, refuseWithoutRight} from './hooks/access.ts';
import {readOnlyJson, refuseOtherTypes} from './hooks/bodies.ts';
import {readSecurityHeaders} from './hooks/headers.ts';
import {refuseOtherOrigins} from './hooks/sameOrigin.ts';
import {makeOutbox} from './mail/outbox.ts';
import {makeMetrics} from './metrics.ts';
import type {App, Parts, Services} from './parts.ts';
import {Refusal, toProblem, toRefusal} from './problem.ts';
import {keepContent, makeShelf} from './records/quizShelf.ts';
import {removeExpired} from './repositories/chores.ts';
import {makeReminders} from './reminders/chore.ts';
import {registerRoutes} from './routes/index.ts';
import {findPerson} from './signIn/sessions.ts';
import {sendNotFoundPage, serveSite} from './site.ts';

const LARGEST_BODY = 1024 * 1024;
const CLEAN_EVERY_MS = 60 * 60_000;

/**
 * Makes the service of its parts. The database must have been migrated. Closing the app stops its timers and waits for mail under
 * way; the database and mailer stay open, for they belong to the caller.
 */
export function buildApp(parts: Parts): App {
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    routerOptions: {maxParamLength: 100},
    trustProxy: parts.config.trustedProxies.length > 0 ? parts.config.trustedProxies : false,
    exposeHeadRoutes: false,
    requestTimeout: 30_000,
    // Addresses of people's machines and what they sent stay out of the log.
    logger: {level: parts.logLevel ?? 'warn', serializers: {req: ({method, routeOptions}: FastifyRequest) => ({method, route: routeOptions?.url ?? 'unknown'}), err: describeFault}},
    frameworkErrors: (error, _request, reply) => void sendRefusal(reply as FastifyReply, toRefusal(error)),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readOnlyJson(app);

  const outbox = makeOutbox({database: parts.database, mailer: parts.mailer, clock: parts.clock, warn: (message) => app.log.warn(message)});
  const metrics = parts.config.metricsToken ? makeMetrics(parts.database) : null;
  const services: Services = {...parts, outbox, metrics, shelf: makeShelf(parts.content)};
  addGuards(app, services);
  addErrors(app, parts);
  addLife(app, services);
  void app.register(async (inner) => addRoutes(inner.withTypeProvider<ZodTypeProvider>(), services));
  return app;
}

function addGuards(app: App, services: Services): void {
  const headers = readSecurityHeaders(services);
  app.decorateRequest('person', null);
  app.addHook('onRoute', checkRoute);
  void app.register(fastifyCookie);
  app.addHook('onRequest', async (request, reply) => {
    const isService = isServiceRoute(request.url.split('?')[0] ?? '');
    void reply.headers(isService ? headers.api : headers.site);
    if (!isService) return;
    refuseOtherOrigins(request, services.config);
    refuseOtherTypes(request, request.routeOptions.schema?.body !== undefined);
  });
  // After the limits on requests, so that a flood costs no look-ups.
  app.addHook('preParsing', async (request) => {
    if (!isServiceRoute(request.url)) return;
    request.person = await findPerson(services, request);
    refuseWithoutRight(request);
  });
}

function addErrors(app: App, {site}: Parts): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal.status >= 500) request.log.error({err: error}, 'A request failed.');
    return sendRefusal(reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    if (isServiceRoute(request.url.split('?')[0] ?? '')) return sendRefusal(reply, new Refusal(404, 'no-such-address', 'The service has nothing at this address. Look at /api/openapi.json for what there is.'));
    return sendNotFoundPage(reply, site);
  });
}

function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.status === 503) void reply.header('retry-after', '60');
  return reply.code(refusal.status).type('application/problem+json').serializer(JSON.stringify).send(toProblem(refusal));
}

function addLife(app: App, services: Services): void {
  const {database, content, clock, outbox} = services;
  const reminders = makeReminders(services, (message) => app.log.warn(message));
  let timer: NodeJS.Timeout | undefined;
  const {metrics} = services;
  if (metrics) app.addHook('onResponse', async (request, reply) => metrics.note(request, reply));
  app.addHook('onReady', async () => {
    await keepContent(database, content, clock());
    await removeExpired(database, clock());
    timer = setInterval(() => void removeExpired(database, clock()).catch((error: unknown) => app.log.warn({err: error}, 'Old rows could not be removed.')), CLEAN_EVERY_MS);
    timer.unref();
    outbox.start();
    outbox.kick();
    reminders.start();
  });
  app.addHook('onClose', async () => {
    clearInterval(timer);
    metrics?.stop();
    await reminders.stop();
    await outbox.stop();
  });
}

async function addRoutes(app: App, services: Services): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: (_request, {after}) => new Refusal(429, 'too-many-requests', `Too many requests came from your network. Try again in ${after}.`),
  });
  await app.register(fastifySwagger, {
    openapi: {openapi: '3.1.0', info: {title: 'Askwell record service', version: '1', description: 'Who learned what, and who runs which course. Refusals are application/problem+json.'}},
    transform: jsonSchemaTransform,
  });
  registerRoutes(app, services);
  if (services.site) await serveSite(app, services.site);
}

/** What the log may say of a fault. A database's `detail` and a parser's message can repeat what a person sent. */
function describeFault(error: Error & {code?: string}): {type: string; message: string; stack: string; code?: string} {
  return {type: error.name, message: error.message, stack: error.stack ?? '', ...(error.code !== undefined && {code: error.code})};
}

import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';
import type {FastifyReply, FastifyRequest} from 'fastify';
import type {Database} from './database/database.ts';
import {countMail} from './repositories/mail.ts';

/** Figures of this process for Prometheus. Labels are routes as patterns and never what people sent. */
export interface Metrics {
  /** Counts one request that was answered. */
  note(request: FastifyRequest, reply: FastifyReply): void;
  /** All figures in Prometheus' text form. */
  text(): Promise<string>;
  /** Stops what measures the process. */
  stop(): void;
}

/** Upper ends of the time classes, in seconds. Pages promise 0.1. */
const TIMES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Starts measuring. Takes the database to ask how much mail waits. */
export function makeMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({register: registry});
  const registers = [registry];
  const requests = new Counter({name: 'askwell_requests_total', help: 'Requests answered.', labelNames: ['method', 'route', 'status'], registers});
  const seconds = new Histogram({name: 'askwell_request_seconds', help: 'Time until a request was answered.', labelNames: ['method', 'route'], buckets: TIMES, registers});
  const mail = new Gauge({name: 'askwell_mail_waiting', help: 'Mails in the outbox. Above zero for minutes: the mail server cannot be reached.', registers});
  const up = new Gauge({name: 'askwell_database_up', help: '1 when the database answers.', labelNames: ['kind'], registers});
  return {
    note: (request, reply) => {
      const labels = {method: request.method, route: request.routeOptions.url ?? 'unknown'};
      requests.inc({...labels, status: String(reply.statusCode)});
      seconds.observe(labels, reply.elapsedTime / 1000);
    },
    text: async () => {
      try {
        mail.set(await countMail(database));
        up.set({kind: database.kind}, 1);
      } catch {
        up.set({kind: database.kind}, 0);
      }
      return registry.metrics();
    },
    stop: () => registry.clear(),
  };
}

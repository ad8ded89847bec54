import type {FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault} from 'fastify';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import type {Organisation} from '#config';
import type {Content} from '#content/readContent.ts';
import type {PageFact} from '#core/points/place.ts';
import type {Person} from '#core/records/api.ts';
import type {ServiceConfig} from './config.ts';
import type {Database} from './database/database.ts';
import type {Mailer} from './mail/mailer.ts';
import type {Outbox} from './mail/outbox.ts';
import type {Metrics} from './metrics.ts';
import type {QuizShelf} from './records/quizShelf.ts';
import {Refusal} from './problem.ts';

/** What the app is made of. Everything it touches outside itself comes in here. */
export interface Parts {
  database: Database;
  content: Pick<Content, 'courses' | 'quizzes'>;
  organisation: Organisation;
  mailer: Mailer;
  /** The time now. */
  clock: () => Date;
  /** That many bytes that nobody can guess. */
  randomBytes: (count: number) => Uint8Array;
  config: Pick<ServiceConfig, 'publicUrl' | 'isLocal' | 'trustedProxies'> & Partial<Pick<ServiceConfig, 'oidc' | 'needsSecondFactor' | 'metricsToken'>>;
  /** Key for sign-in codes. */
  secret: string;
  /** The built site, and the file that the build wrote its security headers to. Null: serve the API alone. */
  site: {folder: string; headersFile: string} | null;
  /** Reads the site's pages with the roles that keep them; those of this project when left out. */
  pages?: () => Promise<readonly PageFact[]>;
  /** Whether the service was told to stop and only answers until balancers have turned away. */
  isStopping?: () => boolean;
  /** Least level that is logged; `warn` when left out. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info';
}

/** The parts and what is made of them at start-up, for routes. */
export interface Services extends Parts {
  outbox: Outbox;
  shelf: QuizShelf;
  /** Figures of this process; null where nobody may read them. */
  metrics: Metrics | null;
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is signed in; null for nobody. */
    person: Person | null;
  }
}

/** The person signed in. Throws a 401 for nobody. */
export function personOf(request: Pick<FastifyRequest, 'person'>): Person {
  if (!request.person) throw new Refusal(401, 'sign-in-first', 'You are not signed in. Sign in and try again; what you did is kept on your device.');
  return request.person;
}

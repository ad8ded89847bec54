import {randomBytes} from 'node:crypto';
import type {InjectOptions, LightMyRequestResponse} from 'fastify';
import organisation from '#config';
import type {Organisation} from '#config';
import {drawItems} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {Role} from '#core/records/api.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import {buildApp} from '#server/app.ts';
import type {Database} from '#server/database/database.ts';
import {localMailer} from '#server/mail/mailer.ts';
import type {App, Parts} from '#server/parts.ts';
import {giveRole} from '#server/records/giveRole.ts';
import {makeContent, RIGHT, WRONG} from './smallContent.ts';
import type {TestContent} from './smallContent.ts';

export const ORIGIN = 'http://localhost:3000';
const START = Date.parse('2026-11-22T09:00:00Z');

/** A browser: it keeps its cookies, names its origin and has an address of its own. */
export interface Browser {
  cookies: Map<string, string>;
  send(method: InjectOptions['method'], url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
}

export interface TestApp {
  app: App;
  parts: Parts;
  content: TestContent;
  /** Moves the service's clock. */
  pass(milliseconds: number): void;
  now(): Date;
  browser(): Browser;
  /** The newest code that was mailed to an address. */
  codeFor(email: string): Promise<string>;
  /** A browser in which a new person is signed in, with a role. */
  signIn(email: string, role?: Role, directorate?: string): Promise<Browser>;
  close(): Promise<void>;
}

interface Changes {
  content?: TestContent;
  organisation?: Organisation;
  config?: Partial<Parts['config']>;
  site?: Parts['site'];
  logLevel?: Parts['logLevel'];
  start?: Date;
}

let addresses = 0;

/** The app over this database, with a clock that stands still and mail that is kept. */
export async function makeApp(database: Database, changes: Changes = {}): Promise<TestApp> {
  let now = changes.start?.getTime() ?? START;
  const clock = (): Date => new Date(now);
  const content = changes.content ?? makeContent();
  const mailer = localMailer(() => undefined, clock);
  const parts: Parts = {
    database, content, mailer, clock, randomBytes, secret: 'a secret for the tests alone, long enough',
    organisation: changes.organisation ?? organisation,
    config: {publicUrl: ORIGIN, isLocal: true, trustedProxies: [], ...changes.config},
    site: changes.site ?? null, logLevel: changes.logLevel ?? 'silent',
  };
  const app = buildApp(parts);
  await app.ready();
  const browser = (): Browser => makeBrowser(app, parts.config.publicUrl);
  const test: TestApp = {
    app, parts, content, browser,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    now: clock,
    codeFor: async (email) => {
      for (let turn = 0; turn < 250; turn += 1) {
        const waiting = await database.query('select 1 as one from mail_outbox where recipient = $1', [email]);
        const mail = mailer.recent()?.find(({to}) => to === email);
        if (mail && waiting.length === 0) return /\d{6}/.exec(mail.text)?.[0] ?? '';
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('No mail came.');
    },
    signIn: async (email, role, directorate) => {
      if (role) await giveRole(parts, {email, role, ...(directorate && {directorate})}, null);
      const mine = browser();
      await mine.send('POST', '/api/sign-in/codes', {email});
      const answer = await mine.send('POST', '/api/sign-in/sessions', {email, code: await test.codeFor(email)});
      if (answer.statusCode !== 200) throw new Error(`Signing in failed: ${answer.body}`);
      return mine;
    },
    close: () => app.close(),
  };
  return test;
}

function makeBrowser(app: App, origin: string): Browser {
  const cookies = new Map<string, string>();
  addresses += 1;
  const remoteAddress = `10.${Math.floor(addresses / 65_536)}.${Math.floor(addresses / 256) % 256}.${addresses % 256}`;
  return {
    cookies,
    send: async (method, url, body, headers = {}) => {
      const answer = await app.inject({
        method: method ?? 'GET', url, remoteAddress,
        headers: {
          ...(method !== 'GET' && {origin}),
          ...(cookies.size > 0 && {cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')}),
          ...(body !== undefined && {'content-type': 'application/json'}),
          ...headers,
        },
        ...(body !== undefined && {payload: typeof body === 'string' ? body : JSON.stringify(body)}),
      });
      for (const {name, value, maxAge} of answer.cookies) {
        if (value === '' || maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}

/** A new id as a device would make it. */
export function newId(): string {
  return makeRecordId(Date.now(), randomBytes(10));
}

interface RecordChanges {
  id?: string;
  at?: string;
  /** Whether the answers are right; `right` when left out. */
  answers?: 'right' | 'wrong';
  drawnBy?: 'service' | 'device';
  drawn?: LearningRecord['body']['drawn'];
}

/** A learning record of one attempt at this quiz, drawn on the device. */
export function makeRecord(quiz: Quiz, changes: RecordChanges = {}): LearningRecord {
  const drawn = changes.drawn ?? drawItems(toPublicQuiz(quiz), Math.random);
  const at = changes.at ?? new Date(START).toISOString();
  return {
    id: changes.id ?? newId(), v: 1, type: 'attempt.submitted', at,
    object: {kind: 'quiz', id: quiz.id, version: quiz.version},
    body: {
      mode: quiz.mode, drawnBy: changes.drawnBy ?? 'device', startedAt: at, drawn,
      responses: Object.fromEntries(drawn.map(({itemId}) => [itemId, changes.answers === 'wrong' ? WRONG : RIGHT])),
    },
  };
}

/** The quiz of this id. */
export function quizOf(content: TestContent, id: string): Quiz {
  const quiz = content.quizzes.find((each) => each.id === id);
  if (!quiz) throw new Error(`The tests have no quiz ${id}.`);
  return quiz;
}

import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import type {Organisation} from '#config';
import type {Content} from '#content/readContent.ts';
import {buildApp} from './app.ts';
import {readConfig} from './config.ts';
import type {Environment, ServiceConfig} from './config.ts';
import {serveControl} from './control.ts';
import {StartFault} from './database/database.ts';
import type {Database} from './database/database.ts';
import {openDatabase} from './database/openDatabase.ts';
import {localMailer, smtpMailer} from './mail/mailer.ts';
import type {App} from './parts.ts';
import {readOrMakeSecret} from './secretFile.ts';

export interface StartOptions {
  env: Environment;
  /** The project's folder. */
  root: string;
  organisation: Organisation;
  /** Reads the content. Throws an error whose message lists what is wrong in it. */
  loadContent: () => Promise<Pick<Content, 'courses' | 'quizzes'>>;
  /** Writes a line to the terminal. */
  print: (line: string) => void;
}

export interface Running {
  /** Where it listens. */
  url: string;
  /** Says that it is not ready for as long as the settings ask, takes no new requests, finishes those under way, and closes the database. */
  stop(): Promise<void>;
  /** How long stopping says so before it takes no new requests, in milliseconds. */
  drainMs: number;
}

/**
 * Starts the whole service: configuration, database, migrations, app, listening. Throws a StartFault whose message a person can act
 * on; nothing is left open then.
 */
export async function startService({env, root, organisation, loadContent, print}: StartOptions): Promise<Running> {
  const checked = readConfig(env, root);
  if (!checked.ok) throw new StartFault(`The service cannot start with these settings:\n${checked.faults.map((fault) => `- ${fault}`).join('\n')}`);
  const config = checked.value;
  const content = await loadContent();
  const database = await openDatabase(config);
  try {
    return await startApp({config, root, organisation, content, database, print});
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface AppOptions extends Pick<StartOptions, 'root' | 'organisation' | 'print'> {
  config: ServiceConfig;
  content: Pick<Content, 'courses' | 'quizzes'>;
  database: Database;
}

async function startApp({config, root, organisation, content, database, print}: AppOptions): Promise<Running> {
  const clock = (): Date => new Date();
  const mailer = config.smtpUrl && config.mailFrom ? smtpMailer(config.smtpUrl, config.mailFrom) : localMailer(print, clock);
  await mkdir(config.dataFolder, {recursive: true, mode: 0o700});
  const secret = config.secret ?? readOrMakeSecret(config.dataFolder);
  const folder = path.join(root, 'build');
  const site = existsSync(path.join(folder, 'index.html')) ? {folder, headersFile: path.join(root, 'build-headers.json')} : null;
  let isStopping = false;
  const app = buildApp({database, content, organisation, mailer, clock, randomBytes, config, secret, site, logLevel: config.logLevel, isStopping: () => isStopping});
  let closeControl = async (): Promise<void> => undefined;
  const stopApp = async (): Promise<void> => {
    await closeControl();
    await app.close();
    mailer.close();
  };
  try {
    await listen(app, config);
    if (database.kind === 'embedded') closeControl = await serveControl(config.dataFolder, {database, content, organisation, clock, randomBytes});
  } catch (error) {
    await stopApp();
    throw error;
  }
  const drainMs = config.drainSeconds * 1000;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await new Promise((resolve) => setTimeout(resolve, drainMs));
    await stopApp();
    await database.close();
  };
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const url = config.port === 0 ? `http://localhost:${port}` : config.publicUrl;
  return {url, stop, drainMs};
}

async function listen(app: App, {host, port}: ServiceConfig): Promise<void> {
  try {
    await app.listen({host, port});
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartFault(`Port ${port} is in use by another program. Stop that one, or choose another port, for instance PORT=${port + 1}.`);
    if (code === 'EACCES') throw new StartFault(`This user may not listen on port ${port}. Choose a port above 1023, for instance PORT=3000.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartFault(`HOST is \`${host}\`, which is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`);
    throw error;
  }
}

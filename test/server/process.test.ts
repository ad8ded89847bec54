import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {askControl, controlAddress} from '#server/control.ts';
import {makeDataFolder, makeFolder, makePostgresUrl} from '../support/database.ts';
import {call, signInTo, startProcess} from '../support/realService.ts';
import type {RealService} from '../support/realService.ts';

const root = path.resolve(__dirname, '../..');
const askwell = (args: string[], data: string) => spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {cwd: root, env: {...process.env, ASKWELL_DATA: data}, encoding: 'utf8'});

describe('the service as a process', () => {
  let data: {folder: string; remove: () => void};
  let service: RealService;
  beforeAll(async () => {
    data = await makeDataFolder();
    service = await startProcess({ASKWELL_DATA: data.folder});
  });
  afterAll(async () => {
    await service.end('SIGKILL');
    data.remove();
  });

  test('keeps its key and its control socket to its own user', () => {
    expect(statSync(path.join(data.folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(statSync(controlAddress(data.folder)).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(data.folder, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('appoints the first coordinator from the command line while it runs, and the next request knows', async () => {
    const cookie = await signInTo(service, 'boss@example.org');
    expect((await call(service.url, 'GET', '/api/people', undefined, cookie)).status).toBe(403);
    const done = askwell(['appoint', 'boss@example.org', 'coordinator', '--json'], data.folder);
    expect(done.status, done.stderr).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ok: true, email: 'boss@example.org', role: 'coordinator'});
    expect((await call(service.url, 'GET', '/api/people', undefined, cookie)).status).toBe(200);
    const refused = askwell(['appoint', 'boss@example.org', 'learner'], data.folder);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/last coordinator/);
  });

  test('refuses a second service on its data folder in one sentence', async () => {
    await expect(startProcess({ASKWELL_DATA: data.folder})).rejects.toMatchObject({code: 1, message: expect.stringMatching(/^Another Askwell \(process \d+\) is using this data folder\. Stop that one.*\n$/) as string});
  });

  test('refuses unknown words on its control socket and lives on', async () => {
    expect(await askControl(data.folder, 'constructor', {})).toMatchObject({ok: false});
    expect(await askControl(data.folder, 'appoint', null)).toMatchObject({ok: false});
    expect((await call(service.url, 'GET', '/api/health')).status).toBe(200);
  });

  test('ends in order when it is told to, and leaves neither lock nor socket', async () => {
    expect(await service.end('SIGTERM')).toBe(0);
    expect(existsSync(path.join(data.folder, 'pg.lock'))).toBe(false);
    expect(existsSync(controlAddress(data.folder))).toBe(false);
    // Without a service the command opens the database itself.
    const done = askwell(['rebuild'], data.folder);
    expect(done.stdout, done.stderr).toBe('Rebuilt attempts and completions from 0 records.\n');
  });
});

describe('a start that cannot be', () => {
  const folder = makeFolder();
  afterAll(() => folder.remove());
  const fails = async (env: Record<string, string>): Promise<string> => {
    try {
      const service = await startProcess({ASKWELL_DATA: path.join(folder.folder, 'data'), ...env});
      await service.end('SIGKILL');
    } catch (error) {
      const {code, message} = error as Error & {code?: number};
      expect(code).toBe(1);
      expect(message).not.toMatch(/\n\s+at /);
      return message;
    }
    throw new Error('It started.');
  };

  test('says that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const {port} = other.address() as AddressInfo;
    expect(await fails({PORT: String(port), DATABASE_URL: await makePostgresUrl()})).toBe(`Port ${port} is in use by another program. Stop that one, or choose another port, for instance PORT=${port + 1}.\n`);
    other.close();
  });

  test('says that the data folder cannot be written', async () => {
    mkdirSync(folder.folder, {recursive: true});
    writeFileSync(path.join(folder.folder, 'file'), '');
    expect(await fails({ASKWELL_DATA: path.join(folder.folder, 'file')})).toMatch(/^The data folder .* cannot be written \(\w+\)\. Give this user the right/);
  });

  test('says every fault of the settings at once', async () => {
    const said = await fails({HOST: '0.0.0.0', OIDC_ISSUER: 'https://login.example.org'});
    expect(said.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(4);
  });

  test('says what is wrong on the command line, with the code for bad use', () => {
    expect(askwell(['appoint', 'ann@example.org'], folder.folder)).toMatchObject({status: 2, stderr: expect.stringContaining('appoint EMAIL ROLE') as string});
    expect(askwell(['appoint', 'ann@example.org', 'king'], folder.folder)).toMatchObject({status: 2, stderr: expect.stringContaining('`king` is not a role') as string});
    expect(askwell(['rebuild', 'now'], folder.folder).status).toBe(2);
    expect(askwell(['nonsense'], folder.folder)).toMatchObject({status: 2, stderr: expect.stringContaining('There is no command `nonsense`') as string});
    expect(askwell(['help'], folder.folder)).toMatchObject({status: 0, stdout: expect.stringContaining('sample-data') as string});
  });
});

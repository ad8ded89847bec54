import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {SMTPServer} from 'smtp-server';
import {expect, test} from 'vitest';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {makeRecord} from '../support/app.ts';
import {clusterTemplate} from '../support/clusterTemplate.ts';
import {makeDataFolder, makePostgresUrl} from '../support/database.ts';
import {makeServer} from '../support/postgres.ts';
import {call, signInTo, startProcess} from '../support/realService.ts';
import type {RealService} from '../support/realService.ts';
import {makeContent} from '../support/smallContent.ts';

/** `npm run soak` asks for the long form. */
const IS_LONG = process.env['ASKWELL_SOAK'] === '1';
const AWAY_MS = IS_LONG ? 60_000 : 1_500;
const FILLS = IS_LONG ? 20 : 1;
const DOUBLES = IS_LONG ? 500 : 20;

const quizzes = makeContent().quizzes;
const newRecord = (turn: number): LearningRecord => {
  const quiz = quizzes[turn % quizzes.length];
  if (!quiz) throw new Error('The tests have no quiz.');
  return makeRecord(quiz);
};
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const post = (service: RealService, record: LearningRecord, cookie: string): Promise<Response> => call(service.url, 'POST', '/api/records', record, cookie);

test('refuses with a time to try again while the database is away, and goes on by itself when it is back', {timeout: AWAY_MS + 60_000}, async () => {
  const server = await makeServer({fsync: true});
  const {folder, remove} = await makeDataFolder();
  const service = await startProcess({ASKWELL_DATA: folder, DATABASE_URL: `${server.url}/postgres`});
  const cookie = await signInTo(service, 'ann@example.org');
  const acknowledged: LearningRecord[] = [];
  const unsure: LearningRecord[] = [];
  const statuses = new Set<number>();
  let isOver = false;
  const writing = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const record = newRecord(turn);
      const answer = await post(service, record, cookie);
      statuses.add(answer.status);
      if (answer.status === 201) acknowledged.push(record);
      else {
        unsure.push(record);
        expect(answer.status).toBe(503);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await answer.json() as {detail: string}).detail).toMatch(/nothing was kept\. Try again in a minute/);
        await wait(50);
      }
    }
  })();
  await wait(400);
  await server.crash();
  await wait(AWAY_MS);
  const before = acknowledged.length;
  expect((await call(service.url, 'GET', '/api/health')).status).toBe(503);
  await server.start();
  while (acknowledged.length < before + 10) await wait(50);
  isOver = true;
  await writing;
  expect([...statuses].sort()).toEqual([201, 503]);
  for (const record of unsure) expect([200, 201]).toContain((await post(service, record, cookie)).status);
  await service.end('SIGTERM');
  const database = await openPostgres(`${server.url}/postgres`);
  const rows = await database.query<{id: string; count: number}>('select id::text as id, count(*)::int as count from attempts group by id');
  await database.close();
  expect(rows.map(({id}) => id).sort()).toEqual([...acknowledged, ...unsure].map(({id}) => id).sort());
  await server.remove();
  remove();
});

test(`keeps ${DOUBLES} records once that reach two instances at the same moment`, {timeout: 120_000}, async () => {
  const url = await makePostgresUrl();
  const folders = [await makeDataFolder(), await makeDataFolder()];
  const secret = 'one secret for both instances, long enough';
  const services = await Promise.all(folders.map(({folder}) => startProcess({ASKWELL_DATA: folder, DATABASE_URL: url, ASKWELL_SECRET: secret})));
  const [first, second] = services as [RealService, RealService];
  const cookie = await signInTo(first, 'ann@example.org');
  const outcomes: string[] = [];
  for (let turn = 0; turn < DOUBLES; turn += 1) {
    const record = newRecord(turn);
    const [one, other] = await Promise.all([post(first, record, cookie), post(second, record, cookie)]);
    outcomes.push([one.status, other.status].sort().join());
    expect(await (await post(first, record, cookie)).json()).toEqual({...await one.json() as object, outcome: 'already-there'});
  }
  expect(new Set(outcomes)).toEqual(new Set(['200,201']));
  await Promise.all(services.map((service) => service.end('SIGTERM')));
  const database = await openPostgres(url);
  expect(await database.query('select count(*)::int as count from learning_records')).toEqual([{count: DOUBLES}]);
  await database.close();
  for (const {remove} of folders) remove();
});

test('keeps mail while the mail server is away, and sends each once when it is back', {timeout: 60_000}, async () => {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const {port: free} = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
  const {folder, remove} = await makeDataFolder();
  const service = await startProcess({ASKWELL_DATA: folder, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'consultation@example.org'});
  const people = ['ann@example.org', 'bea@example.org', 'col@example.org'];
  for (const email of people) expect((await call(service.url, 'POST', '/api/sign-in/codes', {email})).status).toBe(202);
  await wait(IS_LONG ? 30_000 : 1_500);
  const got: string[] = [];
  const server = new SMTPServer({authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, session, done) => {
    stream.resume().on('end', () => {
      got.push(...session.envelope.rcptTo.map(({address}) => address));
      done();
    });
  }});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  while (got.length < people.length) await wait(100);
  await wait(500);
  expect(got.sort()).toEqual(people);
  await service.end('SIGTERM');
  await new Promise<void>((resolve) => server.close(() => resolve()));
  remove();
});

/** A disk of its own that can be filled. Only root may make one; without it the test cannot be. */
function makeSmallDisk(): {folder: string; remove: () => void} | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'askwell-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder], {stdio: 'ignore'});
  } catch {
    rmSync(folder, {recursive: true, force: true});
    return null;
  }
  return {folder, remove: () => {
    execFileSync('umount', [folder]);
    rmSync(folder, {recursive: true, force: true});
  }};
}

test(`loses nothing when the disk fills up and is freed ${FILLS} times`, {timeout: FILLS * 60_000}, async ({skip}) => {
  const disk = makeSmallDisk();
  if (!disk) return skip('Only root can mount a small disk.');
  const data = path.join(disk.folder, 'data');
  const stuffing = path.join(disk.folder, 'stuffing');
  mkdirSync(data);
  cpSync(await clusterTemplate(), path.join(data, 'pg'), {recursive: true});
  const acknowledged = new Set<string>();
  let service = await startProcess({ASKWELL_DATA: data});
  for (let round = 0; round < FILLS; round += 1) {
    const cookie = await signInTo(service, `ann.${round}@example.org`);
    const {bavail, bsize} = statfsSync(disk.folder);
    writeFileSync(stuffing, Buffer.alloc(Math.max(0, bavail * bsize - 256 * 1024)));
    let refused: number | null = null;
    for (let turn = 0; refused === null && turn < 5000; turn += 1) {
      const record = newRecord(turn);
      const answer = await post(service, record, cookie).catch(() => null);
      if (answer?.status === 201) acknowledged.add(record.id);
      else refused = answer?.status ?? 0;
    }
    expect([0, 503, 507], `what a full disk answers: ${refused}`).toContain(refused);
    rmSync(stuffing, {force: true});
    const later = await post(service, newRecord(0), cookie).catch(() => null);
    process.stdout.write(`full: ${refused}, then ${later?.status ?? 'no answer'}; process ended: ${service.child.exitCode}\n`);
    if (later?.status !== 201) {
      await service.end('SIGKILL');
      service = await startProcess({ASKWELL_DATA: data});
    }
  }
  await service.end('SIGTERM');
  const database = await openEmbedded(data);
  const ids = new Set((await database.query<{id: string}>('select id::text as id from attempts')).map(({id}) => id));
  await database.close();
  expect(acknowledged.size).toBeGreaterThan(0);
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(existsSync(stuffing)).toBe(false);
  disk.remove();
});

import {expect, test} from 'vitest';
import type {Database} from '#server/database/database.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {makeRecord} from '../support/app.ts';
import {makeDataFolder} from '../support/database.ts';
import type {Kind} from '../support/database.ts';
import {makeServer} from '../support/postgres.ts';
import {call, signInTo, startProcess} from '../support/realService.ts';
import type {RealService} from '../support/realService.ts';
import {makeContent} from '../support/smallContent.ts';

/** `npm run soak` asks for more: 200 on the embedded database and 50 on PostgreSQL. */
const KILLS: Readonly<Record<Kind, number>> = {embedded: Number(process.env.ASKWELL_KILLS ?? 4), postgres: Number(process.env.ASKWELL_POSTGRES_KILLS ?? 2)};
const CLIENTS = 4;
/** How long the clients write before each kill, in milliseconds; another length each time, to hit other moments. */
const writingTime = (round: number): number => 300 + (round * 137) % 500;

/** What the service keeps its records in, through kills. */
interface Home {
  env: Record<string, string>;
  /** Fails together with the service in a round, or not at all. */
  crash(round: number): Promise<void>;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

async function makeHome(kind: Kind): Promise<Home> {
  const {folder, remove} = await makeDataFolder();
  if (kind === 'embedded') {
    return {env: {ASKWELL_DATA: folder}, crash: async () => undefined, open: () => openEmbedded(folder), remove: async () => remove()};
  }
  const server = await makeServer({fsync: true});
  return {
    env: {ASKWELL_DATA: folder, DATABASE_URL: `${server.url}/postgres`},
    // Every other time the database goes down as well, in the middle of what it was writing.
    crash: async (round) => {
      if (round % 2 === 0) return;
      await server.crash();
      await server.start();
    },
    open: () => openPostgres(`${server.url}/postgres`),
    remove: async () => {
      await server.remove();
      remove();
    },
  };
}

test.each(['embedded', 'postgres'] as const)('loses no record that was acknowledged and doubles none, over kills under load on %s', {timeout: 40_000 + Math.max(...Object.values(KILLS)) * 20_000}, async (kind) => {
  const home = await makeHome(kind);
  const {quizzes} = makeContent();
  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  const starts: number[] = [];

  async function write(service: RealService, cookie: string, until: () => boolean): Promise<void> {
    while (!until()) {
      const quiz = quizzes[sent.size % quizzes.length];
      if (!quiz) throw new Error('The tests have no quiz.');
      const record = makeRecord(quiz);
      sent.add(record.id);
      try {
        const answer = await call(service.url, 'POST', '/api/records', record, cookie);
        // Status and body may both arrive, or neither: only a whole answer is an acknowledgement.
        if (answer.status === 201 && (await answer.json() as {id: string}).id === record.id) acknowledged.add(record.id);
      } catch {
        return;
      }
    }
  }

  for (let round = 0; round < KILLS[kind]; round += 1) {
    const started = performance.now();
    const service = await startProcess(home.env);
    starts.push(performance.now() - started);
    const cookies = await Promise.all(Array.from({length: CLIENTS}, (_, client) => signInTo(service, `client.${client}.${round}@example.org`)));
    let isOver = false;
    const writing = cookies.map((cookie) => write(service, cookie, () => isOver));
    await new Promise((resolve) => setTimeout(resolve, writingTime(round)));
    await Promise.all([service.end('SIGKILL'), home.crash(round)]);
    isOver = true;
    await Promise.all(writing);
  }

  const database = await home.open();
  const kept = await database.query<{id: string; attempts: number}>('select r.id::text as id, count(a.id)::int as attempts from learning_records r left join attempts a on a.id = r.id group by r.id');
  await database.close();
  await home.remove();
  const ids = new Set(kept.map(({id}) => id));
  expect(acknowledged.size).toBeGreaterThan(starts.length);
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(kept.filter(({attempts}) => attempts !== 1)).toEqual([]);
  expect([...ids].filter((id) => !sent.has(id))).toEqual([]);
  process.stdout.write(`${starts.length} kills on ${kind}; ${acknowledged.size} records acknowledged, all there; slowest start after a kill ${Math.round(Math.max(...starts))} ms\n`);
});

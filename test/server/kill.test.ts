import {expect, test} from 'vitest';
import {openEmbedded} from '#server/database/embedded.ts';
import {makeRecord} from '../support/app.ts';
import {makeDataFolder} from '../support/database.ts';
import {call, signInTo, startProcess} from '../support/realService.ts';
import type {RealService} from '../support/realService.ts';
import {makeContent} from '../support/smallContent.ts';

/** `npm run soak` asks for more. */
const KILLS = Number(process.env.ASKWELL_KILLS ?? 10);
const CLIENTS = 4;
/** How long the clients write before each kill, in milliseconds; another length each time, to hit other moments. */
const writingTime = (round: number): number => 300 + (round * 137) % 500;

test(`loses no record that was acknowledged and doubles none, over ${KILLS} kills under load`, {timeout: KILLS * 20_000}, async () => {
  const {folder, remove} = await makeDataFolder();
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

  for (let round = 0; round < KILLS; round += 1) {
    const started = performance.now();
    const service = await startProcess({ASKWELL_DATA: folder});
    starts.push(performance.now() - started);
    const cookies = await Promise.all(Array.from({length: CLIENTS}, (_, client) => signInTo(service, `client.${client}.${round}@example.org`)));
    let isOver = false;
    const writing = cookies.map((cookie) => write(service, cookie, () => isOver));
    await new Promise((resolve) => setTimeout(resolve, writingTime(round)));
    await service.end('SIGKILL');
    isOver = true;
    await Promise.all(writing);
  }

  const database = await openEmbedded(folder);
  const kept = await database.query<{id: string; attempts: number}>('select r.id::text as id, count(a.id)::int as attempts from learning_records r left join attempts a on a.id = r.id group by r.id');
  await database.close();
  remove();
  const ids = new Set(kept.map(({id}) => id));
  expect(acknowledged.size).toBeGreaterThan(starts.length);
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(kept.filter(({attempts}) => attempts !== 1)).toEqual([]);
  expect([...ids].filter((id) => !sent.has(id))).toEqual([]);
  process.stdout.write(`${starts.length} kills; ${acknowledged.size} records acknowledged, all there; slowest start after a kill ${Math.round(Math.max(...starts))} ms\n`);
});

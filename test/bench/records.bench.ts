import {expect, test} from 'vitest';
import {makeApp, makeRecord} from '../support/app.ts';
import {KINDS, makeDatabase} from '../support/database.ts';
import type {Kind} from '../support/database.ts';

const RECORDS = 400;
const CLIENTS = 8;
/** PostgreSQL on this machine is the peer. One thread and one connection cost the embedded database about this much; more is a regression. */
const MOST_TIMES_SLOWER = 8;

/** Records kept a second, each flushed to disk before it is acknowledged, with eight people handing in at once. */
async function recordsPerSecond(kind: Kind): Promise<number> {
  const {database, remove} = await makeDatabase(kind);
  const service = await makeApp(database);
  const people = await Promise.all(Array.from({length: CLIENTS}, (_, client) => service.signIn(`bench.${client}@example.org`)));
  const quiz = service.content.quizzes[0];
  if (!quiz) throw new Error('The tests have no quiz.');
  const started = performance.now();
  await Promise.all(people.map(async (person) => {
    for (let sent = 0; sent < RECORDS / CLIENTS; sent += 1) {
      const answer = await person.send('POST', '/api/records', makeRecord(quiz));
      expect(answer.statusCode).toBe(201);
    }
  }));
  const rate = RECORDS / ((performance.now() - started) / 1000);
  await service.close();
  await remove();
  return rate;
}

test('records kept durably, embedded against PostgreSQL', {timeout: 120_000}, async () => {
  const [embedded = 0, postgres = 0] = [await recordsPerSecond(KINDS[0]), await recordsPerSecond(KINDS[1])];
  process.stdout.write(`records a second: embedded ${Math.round(embedded)}, PostgreSQL ${Math.round(postgres)}; PostgreSQL is ${(postgres / embedded).toFixed(2)} times as fast\n`);
  expect(postgres / embedded).toBeLessThan(MOST_TIMES_SLOWER);
});

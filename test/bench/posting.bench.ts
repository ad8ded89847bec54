import {expect, test} from 'vitest';
import type {Database, Queries} from '#server/database/database.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {makeApp, makeRecord} from '../support/app.ts';
import {makeDatabase} from '../support/database.ts';
import {realContent} from '../support/project.ts';

const RECORDS = 2000;
const CLIENTS = 16;
/** The budget: the service may cost at most two fifths of what the database itself can do. */
const LEAST_SHARE = 0.6;

type Statement = [sql: string, params: readonly unknown[]];

/** A database that notes down what each transaction asks of it. */
function noting(database: Database, note: (statement: Statement) => void): Database {
  const wrap = (queries: Queries): Queries => ({
    query: (sql, params = []) => {
      note([sql, params]);
      return queries.query(sql, params);
    },
    run: (script) => queries.run(script),
  });
  return {...database, ...wrap(database), transaction: (work) => database.transaction((tx) => work(wrap(tx)))};
}

/**
 * The peer: the very statements by which the service kept other people's records, replayed by as many clients straight to PostgreSQL, as
 * pgbench does with a script. Nothing is read, checked, marked or answered.
 */
test('posts records at no less than 60% of the rate of the same statements sent straight to PostgreSQL', {timeout: 300_000}, async () => {
  const store = await makeDatabase('postgres');
  const transactions: Statement[][] = [];
  let current: Statement[] | null = null;
  const content = await realContent();
  const practice = content.quizzes.filter(({mode}) => mode === 'practice');
  const recorded = await makeApp(noting(store.database, (statement) => current?.push(statement)), {content});
  const people = await Promise.all(Array.from({length: CLIENTS}, (_, client) => recorded.signIn(`peer.${client}@example.org`)));
  const newRecords = (): ReturnType<typeof makeRecord>[] => Array.from({length: RECORDS}, (_, turn) => {
    const quiz = practice[turn % practice.length];
    if (!quiz) throw new Error('There is no practice quiz.');
    const record = makeRecord(quiz);
    return {...record, body: {...record.body, responses: {}}};
  });
  // One after the other, so that it is known which statements belong to which record; then all that they wrote is taken back.
  for (const [turn, record] of newRecords().slice(0, RECORDS).entries()) {
    current = [];
    const answer = await people[turn % CLIENTS]?.send('POST', '/api/records', record);
    expect(answer?.statusCode, answer?.body).toBe(201);
    transactions.push(current);
  }
  current = null;
  await store.database.run('alter table learning_records disable trigger user; truncate learning_records cascade; truncate completions; alter table learning_records enable trigger user;');
  const peer = await openPostgres(store.url ?? '');
  const startedPeer = performance.now();
  await Promise.all(people.map(async (_, client) => {
    for (let turn = client; turn < transactions.length; turn += CLIENTS) {
      const [session, ...rest] = transactions[turn] ?? [];
      if (session) await peer.query(session[0], session[1]);
      await peer.transaction(async (tx) => {
        for (const [sql, params] of rest) await tx.query(sql, params);
      });
    }
  }));
  const direct = RECORDS / ((performance.now() - startedPeer) / 1000);
  await peer.close();
  await recorded.close();

  const records = newRecords();
  const service = await makeApp(store.database, {content});
  const posters = await Promise.all(Array.from({length: CLIENTS}, (_, client) => service.signIn(`poster.${client}@example.org`)));
  const started = performance.now();
  await Promise.all(posters.map(async (person) => {
    for (let record = records.pop(); record; record = records.pop()) {
      const answer = await person.send('POST', '/api/records', record);
      expect(answer.statusCode).toBe(201);
    }
  }));
  const posted = RECORDS / ((performance.now() - started) / 1000);
  await service.close();
  await store.remove();
  process.stdout.write(`records posted a second: ${Math.round(posted)}; the same statements sent straight: ${Math.round(direct)} (${transactions[5]?.length ?? 0} statements each); ${Math.round((posted / direct) * 100)}%\n`);
  expect(posted / direct).toBeGreaterThanOrEqual(LEAST_SHARE);
});

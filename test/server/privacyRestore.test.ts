import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import organisation from '#config';
import {backUp} from '#server/backup/copy.ts';
import {runRestore} from '#server/backup/runRestore.ts';
import {openEmbedded} from '#server/database/embedded.ts';
import {openPostgres} from '#server/database/postgres.ts';
import {checkChain} from '#server/records/audit.ts';
import {erasures} from '#server/tasks/erasures.ts';
import {makeApp, makeRecord, newId, quizOf} from '../support/app.ts';
import {KINDS, makeDatabase, makeFolder, makePostgresUrl} from '../support/database.ts';

const {retention} = organisation;

test.each(KINDS)('somebody who was erased after last night’s backup stays erased when it is put back, on %s', async (kind) => {
  const {folder, remove} = makeFolder();
  const store = await makeDatabase(kind);
  const service = await makeApp(store.database);
  const ann = await service.signIn('ann@example.org');
  await ann.send('PATCH', '/api/me', {displayName: 'Ann Example'});
  await ann.send('POST', '/api/records', makeRecord(quizOf(service.content, 'practice-purpose')));
  await service.signIn('ben@example.org');
  const file = path.join(folder, 'last-night.askwell');
  await backUp(store.database, file, service.now());
  service.pass(3_600_000);
  const done = (await ann.send('POST', '/api/my-data/erasure', {id: newId()})).json<{erasedAt: string}>();
  const list = await erasures({...service.parts});
  const listFile = path.join(folder, 'erasures.json');
  writeFileSync(listFile, JSON.stringify({ok: list.ok, message: list.message, ...list.data}));
  await service.close();
  await store.remove();

  const env = kind === 'postgres' ? {DATABASE_URL: await makePostgresUrl()} : {ASKWELL_DATA: path.join(folder, 'data')};
  const now = new Date('2026-11-23T09:00:00Z');
  const bad = path.join(folder, 'bad.json');
  writeFileSync(bad, '{"erasures": [{"personId": "x"}]}');
  expect(await runRestore({env, root: folder, file, replace: false, erasures: bad, retention, now})).toMatchObject({ok: false, message: expect.stringContaining('not a list of erasures, so nothing was restored') as string});
  expect(await runRestore({env, root: folder, file, replace: false, erasures: listFile, retention, now})).toMatchObject({ok: true, message: expect.stringContaining('1 person was erased again') as string, data: {erased: 1}});

  const database = env.DATABASE_URL === undefined ? await openEmbedded(path.join(folder, 'data')) : await openPostgres(env.DATABASE_URL);
  const people = await database.query<{email: string; display_name: string | null; erased_at: string | null}>('select email, display_name, erased_at from people order by created_at, email');
  expect(people.map(({email}) => email).sort()).toEqual(['ben@example.org', expect.stringMatching(/^erased\..*@invalid$/)]);
  expect(people.find(({erased_at}) => erased_at)).toMatchObject({display_name: null, erased_at: done.erasedAt});
  expect(await database.query("select 1 as one from learning_records where jsonb_exists(body -> 'body', 'responses')")).toEqual([]);
  expect(await database.query('select 1 as one from attempts')).toHaveLength(1);
  expect(await checkChain(database)).toMatchObject({fault: null});
  await database.close();
  remove();
// Making a new cluster for the restore takes long on a busy machine.
}, 120_000);
